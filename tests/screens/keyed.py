"""What is wrong with a screen for whoever has but six keys."""

from collections import Counter
from collections.abc import Iterator

from kit.play.by_keys import MOST, ways
from kit.play.playground import Playground
from ui.focus import FRAME
from ui.reading import Spot
from ui.scene import control_around

SLACK = 2.0


def lost(ground: Playground) -> list[str]:
    """That nothing is in focus, or not what is asked first; what cannot be reached, and what is read out of turn."""
    window = ground.terminal.window
    scene = window.inputs.focus.rest()
    spots, at = scene.spots, window.inputs.focus.at
    names = Counter(spot.name for spot in spots)
    held = control_around(window.root.activeFocusItem())
    found = [f"{times} controls are called {name!r}" for name, times in names.items() if times > 1 or not name]
    if at not in names:
        return [*found, f"the focus is on {at or 'nothing'}"]
    if at in FRAME and names.keys() - FRAME:
        found.append(f"the focus is on {at}")
    if held is None or (held.objectName() != at and not held.property("typing")):
        found.append(f"Qt's focus is not on {at}")
    known = ways(at, spots)
    found += [f"no arrows lead to {name}" for name in names if name not in known]
    found += [f"{name} is {len(way)} keys away" for name, way in known.items() if len(way) > MOST]
    return [*found, *misplaced(spots)]


def misplaced(spots: list[Spot]) -> Iterator[str]:
    """Controls that are read after one that stands below them, or at their right on the same line."""
    for place, one in enumerate(spots):
        for later in spots[place + 1 :]:
            if beside(one, later) and later.box.bottom() <= one.box.top() + SLACK:
                yield f"{one.name} is read before {later.name}, which is above"
            if level(one, later) and later.box.right() <= one.box.left() + SLACK:
                yield f"{one.name} is read before {later.name}, which is at its left"


def beside(one: Spot, other: Spot) -> bool:
    """Whether they share a column."""
    return one.box.left() + SLACK < other.box.right() and other.box.left() + SLACK < one.box.right()


def level(one: Spot, other: Spot) -> bool:
    """Whether they share a line."""
    return one.box.top() + SLACK < other.box.bottom() and other.box.top() + SLACK < one.box.bottom()
