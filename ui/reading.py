"""In which order controls are read, and which of them an arrow leads to. Boxes, and nothing of a screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Union

from PySide6.QtCore import QRectF

SLACK = 1.0
"""Pixels by which boxes may overlap that stand beside each other: layouts round."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A control: its name, where it is on the terminal, and the `radius` of its corners.

    `types`: it is a key of a keyboard; `typed`: it is what that writes into.
    """

    name: str
    box: QRectF
    types: bool = False
    typed: bool = False
    radius: float = 0


Group = Sequence[Union[Spot, "Group"]]
"""Controls that stand in one part of the screen: what is in a part is read together."""


class Arrow(Enum):
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def in_reading_order(group: Group) -> list[Spot]:
    """Line by line where the parts of a group stand in lines, else column by column."""
    parts = [part for part in group if isinstance(part, Spot) or part]
    if len(parts) <= 1:
        return [spot for part in parts for spot in ([part] if isinstance(part, Spot) else in_reading_order(part))]
    for cut in (_cut(parts, lines=True), _joined(_cut(parts, lines=False))):
        if len(cut) > 1:
            return [spot for piece in cut for spot in in_reading_order(piece)]
    if all(isinstance(part, Spot) for part in parts):
        return sorted((part for part in parts if isinstance(part, Spot)), key=lambda spot: (spot.box.y(), spot.box.x()))
    # One part lies amid another: they are read as if they were one.
    return in_reading_order([one for part in parts for one in ([part] if isinstance(part, Spot) else part)])


def towards(arrow: Arrow, at: Spot, spots: Sequence[Spot]) -> Spot:
    """Where an arrow leads to from a control: to the nearest that lies there.

    To the right, or left, that is one of the same line; where there is none it is the next in reading order, or the one
    before, around the ends. Up and down go around the ends as well: an arrow never does nothing.
    """
    there = [spot for spot in spots if _lies(arrow, at.box, spot.box)]
    if there:
        return min(there, key=lambda spot: _far(arrow, at.box, spot.box))
    step = 1 if arrow in (Arrow.DOWN, Arrow.RIGHT) else -1
    if arrow in (Arrow.UP, Arrow.DOWN):
        return spots[0 if step == 1 else -1]
    return following(at, spots, step)


def following(at: Spot, spots: Sequence[Spot], step: int = 1) -> Spot:
    """The next in reading order (1) or the one before (-1), around the ends."""
    return spots[([spot.name for spot in spots].index(at.name) + step) % len(spots)]


def nearest(box: QRectF, spots: Sequence[Spot]) -> Spot:
    """The one whose middle is least far from a box's."""
    return min(spots, key=lambda spot: (spot.box.center() - box.center()).manhattanLength())


def _cut(parts: Sequence[Spot | Group], lines: bool) -> list[list[Spot | Group]]:
    """Parts with nothing across what is between them: lines from the top, or columns from the left."""

    def span(part: Spot | Group) -> tuple[float, float]:
        box = _bounds(part)
        return (box.top(), box.bottom()) if lines else (box.left(), box.right())

    found: list[list[Spot | Group]] = []
    end = 0.0
    for part in sorted(parts, key=lambda part: span(part)[0]):
        begin, till = span(part)
        if not found or begin >= end - SLACK:
            found.append([])
            end = till
        found[-1].append(part)
        end = max(end, till)
    return found


def _joined(columns: list[list[Spot | Group]]) -> list[list[Spot | Group]]:
    """Neighbours that stand in lines together are one column: keys beside one that is higher than a line."""
    found = columns[:1]
    for column in columns[1:]:
        together = [*found[-1], *column]
        if len(_cut(together, lines=True)) > 1:
            found[-1] = together
        else:
            found.append(column)
    return found


def _bounds(part: Spot | Group) -> QRectF:
    if isinstance(part, Spot):
        return part.box
    bounds = QRectF()
    for inner in part:
        bounds = bounds.united(_bounds(inner))
    return bounds


def _lies(arrow: Arrow, of: QRectF, box: QRectF) -> bool:
    match arrow:
        case Arrow.UP:
            return box.bottom() <= of.top() + SLACK
        case Arrow.DOWN:
            return box.top() >= of.bottom() - SLACK
        case Arrow.LEFT:
            return box.right() <= of.left() + SLACK and _apart(of.top(), of.bottom(), box.top(), box.bottom()) < 0
        case Arrow.RIGHT:
            return box.left() >= of.right() - SLACK and _apart(of.top(), of.bottom(), box.top(), box.bottom()) < 0


def _far(arrow: Arrow, of: QRectF, box: QRectF) -> tuple[float, float]:
    """How far one is: across the arrow counts double; then by what is more in line."""
    down = max(0.0, _apart(of.top(), of.bottom(), box.top(), box.bottom()))
    along = max(0.0, _apart(of.left(), of.right(), box.left(), box.right()))
    if arrow in (Arrow.UP, Arrow.DOWN):
        return down + 2 * along, abs(of.center().x() - box.center().x())
    return along, abs(of.center().y() - box.center().y())


def _apart(begin: float, end: float, other_begin: float, other_end: float) -> float:
    """What lies between two stretches; less than nothing where they overlap by more than is lost in rounding."""
    return max(other_begin - end, begin - other_end) + SLACK
