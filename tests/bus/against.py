"""What a screen reader is told of a screen, held against what can be seen there."""

from collections.abc import Iterator
from typing import TypeVar

from kit.bus.atspi import State, Thing
from kit.bus.visitor import TO_BE_PRESSED
from tests.bus.seen import Control, Seen
from tests.screens.test_tree import bare

T = TypeVar("T")
TICKED = {"radio button", "check box"}


def faults(seen: Seen, things: list[Thing]) -> list[str]:
    """Each in a sentence."""
    return [*untold(seen, things), *headless(seen, things), *unalarming(seen, things), *misled(seen, things)]


def stayed(before: Seen, after: Seen) -> Seen:
    """What was seen before a look and after it: what a clock has changed meanwhile is nobody's fault."""
    return Seen(
        before.screen,
        _both(before.texts, after.texts),
        _both(before.headings, after.headings),
        _both(before.wrong, after.wrong),
        _both(before.controls, after.controls),
    )


def _both(before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(one for one in before if one in after)


def untold(seen: Seen, things: list[Thing]) -> Iterator[str]:
    """What can be read on the screen and not in the tree."""
    told = {bare(text) for one in things for text in (one.name, one.description)}
    yield from (f"{text!r} is not told" for text in seen.texts if bare(text) not in told)


def headless(seen: Seen, things: list[Thing]) -> Iterator[str]:
    """Headings that are not told as such, nor as what is wrong."""
    if not any(one.role == "heading" for one in things):
        yield "there is no heading"
    headings = {bare(one.name) for one in things if one.role in {"heading", "alert message"}}
    yield from (f"{text!r} is no heading" for text in seen.headings if bare(text) not in headings)


def unalarming(seen: Seen, things: list[Thing]) -> Iterator[str]:
    """What is wrong, and told neither as an alert, nor as the heading, nor of the control that it is about."""
    alerts = [bare(one.name) for one in things if one.role in {"alert message", "heading"}]
    described = [bare(one.description) for one in things if one.role in TO_BE_PRESSED]
    for text in seen.wrong:
        if not any(bare(text) in one for one in (*alerts, *described)):
            yield f"{text!r} is no alert"


def misled(seen: Seen, things: list[Thing]) -> Iterator[str]:
    """Controls that are told otherwise than they are, or not at all; and what is told to be one and is none."""
    by_id = {int(one.path.rpartition("/")[2]): one for one in things if one.path.rpartition("/")[2].isdecimal()}
    for control in seen.controls:
        thing = by_id.get(control.id)
        if thing is None:
            if control.shows:
                yield f"{control.called} is not there"
            continue
        yield from (f"{control.called} {wrong}" for wrong in misread(control, thing))
    focused = {one.name for one in things if State.FOCUSED in one.states}
    typed = {by_id[one.id].name for one in seen.controls if one.active and one.id in by_id}
    if not typed <= focused or len(focused) > 1:
        yield f"{sorted(typed)} is typed into, and {sorted(focused)} is said to have the focus"
    yield from (f"a {one.role} has no name" for one in things if one.role in TO_BE_PRESSED and not one.name)


def misread(control: Control, thing: Thing) -> Iterator[str]:
    """What of a control is told otherwise than it is."""
    if thing.role not in TO_BE_PRESSED:
        yield f"is a {thing.role}"
    if (State.ENABLED in thing.states) != control.enabled:
        yield f"is {'' if control.enabled else 'not '}enabled"
    if thing.role in TICKED and State.CHECKABLE not in thing.states:
        yield f"is a {thing.role} that cannot be checked"
    if (State.CHECKED in thing.states) != bool(control.chosen):
        yield f"is {'' if control.chosen else 'not '}chosen"
