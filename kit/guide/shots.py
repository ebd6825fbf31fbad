"""The pictures of a walk: one for each step of the guide, as the terminal shows it, and where the finger goes there."""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from kit.guide.words import Step
from kit.play.texts import written
from kit.play.walkthrough import usable
from kit.play.witness import Nobody
from kit.walks import EVERY

if TYPE_CHECKING:
    from kit.play.playground import Playground
    from kit.play.probe import Kiosk

WRITTEN = ("QQuickText", "QQuickTextInput")
AMOUNT = "text.amount"
CARD = 0.75
"""What is wider than so much of a screen is a card."""


class NeverSeen(LookupError):
    """A step of the guide that its walk does not come to."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A screen: its picture; what is ringed, what is touched, and where something is written on it.

    These are in the terminal's own measure, in which it has a `size`. What is touched may lie beside the terminal, and
    is what is ringed then. With its title, and its amount.
    """

    picture: QImage
    size: QSizeF
    ring: QRectF
    touched: QRectF
    written: tuple[QRectF, ...]
    title: str
    amount: str


class Photographer(Nobody):
    """Looks on while a walk is walked, and keeps a picture of each step that it comes to."""

    def __init__(self, kiosk: "Kiosk", steps: Sequence[Step]) -> None:
        self.shots: dict[int, Shot] = {}
        self._kiosk, self._steps = kiosk, steps
        self._passed = [0 for _ in steps]
        self._screen = ""

    def comes_to(self, screen: str) -> None:
        """A screen is there, and nothing on it has been touched."""
        self._screen = screen
        self._look("", None)

    def touches(self, what: str, item: QQuickItem | None) -> None:
        self._look(what, item)

    def _look(self, what: str, item: QQuickItem | None) -> None:
        for at, step in enumerate(self._steps):
            if at in self.shots or not step.is_at(self._screen) or not _is(what, step.touch):
                continue
            self._passed[at] += 1
            if self._passed[at] > step.skips:
                self.shots[at] = self._shoot(step, item)

    def _shoot(self, step: Step, item: QQuickItem | None) -> Shot:
        kiosk = self._kiosk
        kiosk.rest()
        seen = kiosk.below(kiosk.terminal)
        ringed = [one for one in seen if any(fnmatchcase(one.objectName(), name) for name in step.ring)]
        touched = [item] if item is not None and kiosk.terminal.isAncestorOf(item) else ringed
        if step.ring and not ringed:
            raise NeverSeen(f"{self._screen} has nothing that is called {' or '.join(step.ring)}")
        if ringed and all(one.inherits("QQuickText") for one in ringed):
            ringed = [_card(ringed, kiosk.terminal)]
        ring = _around(ringed or touched, kiosk.terminal)
        words = (one for one in seen if any(map(one.inherits, WRITTEN)))
        places = (one.mapRectToItem(kiosk.terminal, written(one)) for one in words)
        amount = kiosk.text(AMOUNT) if kiosk.has(AMOUNT) else ""
        return Shot(
            picture=kiosk.picture(),
            size=kiosk.terminal.size(),
            ring=ring,
            touched=_around(touched, kiosk.terminal),
            written=tuple(places),
            title=kiosk.text("title"),
            amount=amount,
        )


def shoot(walk: str, steps: Sequence[Step], ground: "Playground") -> list[Shot]:
    """Walk as far as there are steps to be pictured. Raises NeverSeen, or NotThere if the walk does not end well."""
    kiosk = ground.kiosk
    kiosk.witness = photographer = Photographer(kiosk, steps)
    for stop in EVERY[walk]:
        if len(photographer.shots) == len(steps):
            break
        kiosk.shows(stop.screen)
        for touch in stop.touches[:1]:
            usable(kiosk, touch)
        ground.hears(stop)
        photographer.comes_to(stop.screen)
        for touch in stop.touches:
            ground.touch(touch)
    for at, step in enumerate(steps):
        if at not in photographer.shots:
            raise NeverSeen(f"{walk} never comes to {step.at}, {step.touch or 'as it is'}, {step.skips} times passed")
    return [photographer.shots[at] for at in range(len(steps))]


def _card(words: Sequence[QQuickItem], terminal: QQuickItem) -> QQuickItem:
    """What words stand on together."""
    card = words[0]
    while (above := card.parentItem()) is not None and not (
        card.width() > CARD * terminal.width() and all(one is card or card.isAncestorOf(one) for one in words)
    ):
        card = above
    return card


def _around(items: Sequence[QQuickItem], terminal: QQuickItem) -> QRectF:
    """The rectangle around all of them, in the terminal's measure."""
    around = QRectF()
    for item in items:
        around = around.united(item.mapRectToItem(terminal, item.boundingRect()))
    return around


def _is(what: str, touch: str) -> bool:
    return fnmatchcase(what, touch) if touch else not what
