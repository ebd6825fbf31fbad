"""The shortest known walk to a screen, for whoever it is."""

import re
from collections.abc import Iterator
from itertools import pairwise

from domain.flows.catalogue import SCREENS
from domain.people.insurance import Insurance, Scheme
from kit.people.people import DemoPerson
from kit.testing.sentences import NotSo, no_such
from kit.testing.someone import Someone
from kit.walks import ASTRAY, WALKS
from kit.walks.stops import CARD, PERSON, Walk

HOME = "home"
AGENCY = re.compile(r"(option|registered)\.(\d{6}[PM])")
CITY = re.compile(r"option\.\d{4}00")


def is_screen(screen: str) -> bool:
    """Whether there is one of that id."""
    return screen == HOME or screen in SCREENS


def way_to(screen: str, everybody: tuple[DemoPerson, ...], who: Someone | None) -> Walk:
    """What is touched from Home on, up to that screen, as `who` or as whom the walk is about.

    Raises NotSo where no walk leads there, or none as this person.
    """
    if not is_screen(screen):
        raise NotSo(no_such("screen", screen, [HOME, *SCREENS]))
    ways = [walk[: at + 1] for walk, at in sorted(_ways(screen), key=_length)]
    if not ways:
        raise NotSo(f"no walk leads to {screen}: go there by touches from {_nearby(screen)}")
    if who is None:
        return ways[0]
    known = {one.name: Someone(one) for one in everybody}
    for way in ways:
        if (led := _as(way, known, who)) is not None:
            return led
    wanted = " or ".join(dict.fromkeys(word for way in ways for word in _insurances(way, known)))
    raise NotSo(f"{who.name} is not enrolled in what is paid for on the way to {screen}: {wanted}")


def shortest(screen: str) -> tuple[Walk, int] | None:
    """The walk that is there soonest, and at which stop; None if none gets there."""
    return min(_ways(screen), key=_length, default=None)


def _ways(screen: str) -> list[tuple[Walk, int]]:
    """Each walk that gets there, and at which stop; those that go astray only where no other does."""
    for walks in (WALKS, ASTRAY):
        found = [(walk, at) for walk in walks.values() for at, stop in enumerate(walk) if stop.screen == screen]
        if found:
            return found
    return []


def _length(way: tuple[Walk, int]) -> tuple[int, int]:
    walk, at = way
    return at, sum(len(stop.touches) for stop in walk[:at])


def _nearby(screen: str) -> str:
    channel = screen.partition(".")[0]
    return f"{channel}.menu" if f"{channel}.menu" in SCREENS else HOME


def _people(way: Walk) -> list[str]:
    """Who is told of on it, in this order."""
    touches = (touch for stop in way[:-1] for touch in stop.touches)
    return [touch.partition(":")[2] for touch in touches if touch.startswith((PERSON, CARD))]


def _insurances(way: Walk, everybody: dict[str, Someone]) -> Iterator[str]:
    """What is paid for on it."""
    for touch in (touch for stop in way[:-1] for touch in stop.touches):
        if (found := AGENCY.fullmatch(touch)) is not None:
            for one in everybody.values():
                yield from (f"{e.scheme} {e.insurance}" for e in one.invented.enrolments if e.agency == found[2])


def _as(way: Walk, everybody: dict[str, Someone], who: Someone) -> Walk | None:
    """The same as somebody else; None where they cannot go there so."""
    told = _people(way)
    usual = everybody[told[0]] if told else None
    if usual is None or usual.name == who.name:
        return way
    another = len(set(told)) > 1
    words: dict[str, str] = {f"{kind}{usual.name}": f"{kind}{who.name}" for kind in (PERSON, CARD)}
    if not another:
        touches = [touch for stop in way[:-1] for touch in stop.touches]
        for before, touch in pairwise(["", *touches]):
            if (found := AGENCY.fullmatch(touch)) is not None:
                agency = _same_office(found[2], usual, who)
                if not agency:
                    return None
                words[touch] = f"{found[1]}.{agency}"
                if CITY.fullmatch(before):
                    words[before] = f"option.{agency[:4]}00"
    return tuple(type(stop)(stop.screen, tuple(words.get(touch, touch) for touch in stop.touches), "") for stop in way)


def _same_office(agency: str, usual: Someone, who: Someone) -> str:
    """Where somebody is enrolled in what another is enrolled in there; empty if they are not."""
    for scheme in Scheme:
        for insurance in Insurance:
            if usual.agency(scheme, insurance) == agency:
                return who.agency(scheme, insurance)
    return ""
