"""The lines of a list of names: many that differ in their last part only are one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF

from kit.names.reading import Named, Place

MANY = 7
"""As many of one kind are one line, unless each is for something else."""
KEYS = ("key.", "letter.", "word.")
"""They are one line if there are two of them, but for those that have a word on them."""
APART = {"key", "board", "text", "text.error", "field", "select", "tile", "item"}
"""Of these each is for something else."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line, for one name or more of a kind."""

    names: tuple[Named, ...]

    @property
    def first(self) -> Named:
        return self.names[0]

    @property
    def called(self) -> str:
        last = self.names[-1].name.rpartition(".")[2]
        return self.first.name if len(self.names) == 1 else f"{self.first.name} … {last}"

    @property
    def says(self) -> str:
        return self.first.says if len(self.names) == 1 else "，".join(one.says for one in self.names)

    @property
    def box(self) -> QRectF:
        box = QRectF()
        for one in self.names:
            box = box.united(one.box)
        return box


def rows(names: Iterable[Named]) -> list[tuple[Place, list[Row]]]:
    """By place, from above to below; within it as it is read."""
    every = list(names)
    placed = [(place, [one for one in every if one.place is place]) for place in Place]
    return [(place, list(_folded(those))) for place, those in placed if those]


def _folded(names: list[Named]) -> Iterable[Row]:
    ordered = sorted(names, key=lambda one: (round(one.box.center().y() / 20), not one.shown, one.box.x()))
    for _, alike in groupby(_together(ordered), key=_kind):
        those = tuple(alike)
        if len(those) >= (2 if those[0].name.startswith(KEYS) else MANY):
            yield Row(those)
        else:
            yield from (Row((one,)) for one in those)


def _together(names: list[Named]) -> list[Named]:
    """Those of a kind behind the first of it."""
    firsts: dict[tuple[str, ...], int] = {}
    for at, one in enumerate(names):
        firsts.setdefault(_kind(one), at)
    return sorted(names, key=lambda one: firsts[_kind(one)])


def _kind(one: Named) -> tuple[str, ...]:
    stem, dot, last = one.name.rpartition(".")
    if not dot or (stem in APART and not (stem == "key" and len(last) == 1)):
        return (one.name,)
    return (stem, one.role)
