"""The port of readers, and those that a terminal has."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.readers.readings import Readings
from domain.words import NOTHING, Text, Verbatim, joined


class Place(StrEnum):
    """Where a reader is, seen from who stands before the screen."""

    BELOW = "below"
    BELOW_RIGHT = "below_right"
    BELOW_LEFT = "below_left"
    RIGHT = "right"
    LEFT = "left"

    @property
    def label(self) -> Text:
        """In words."""
        return _LABELS[self]


_LABELS = {
    Place.BELOW: Text("屏幕下方"),
    Place.BELOW_RIGHT: Text("屏幕右下方"),
    Place.BELOW_LEFT: Text("屏幕左下方"),
    Place.RIGHT: Text("屏幕右边"),
    Place.LEFT: Text("屏幕左边"),
}


class Reader(Protocol):
    """One device. It works on a thread of its own and puts what it reads into the readings: a card once per placing.

    It reads nothing while no screen waits. Never raises; one that is gone is tried again.
    """

    @property
    def name(self) -> str:
        """As staff know it: 读卡器, 扫码器."""
        ...

    @property
    def cards(self) -> bool:
        """Whether it reads cards; else codes."""
        ...

    @property
    def answers(self) -> bool:
        """Whether it did when it was last asked; True as long as it has not been."""
        ...

    def start(self) -> None: ...

    def stop(self) -> None:
        """After what is under way. Waits for a moment at most."""
        ...

    def clear(self) -> None:
        """A visitor has gone: what still lies there is not read for the next."""
        ...


@dataclass(frozen=True, slots=True)
class Readers:
    """What there is to read with. `cards` and `codes` say where that is; None where there is none.

    `typed`: one of them types what it reads, as a keyboard does.
    """

    readings: Readings
    devices: tuple[Reader, ...] = ()
    cards: Place | None = None
    codes: Place | None = None
    typed: bool = False

    def ready(self, *, cards: bool) -> bool:
        """Whether something can be read now: cards, or else codes. What types cannot be asked, and is thought well."""
        return self.typed or any(one.answers for one in self.devices if one.cards is cards)

    def start(self) -> None:
        for device in self.devices:
            device.start()

    def stop(self) -> None:
        for device in self.devices:
            device.stop()

    def clear(self) -> None:
        """A visitor has gone."""
        self.readings.clear()
        for device in self.devices:
            device.clear()

    def amiss(self) -> Text:
        """Which of them do not answer, in sentences for staff; empty if all do."""
        silent = (one.name for one in self.devices if not one.answers)
        return joined(NOTHING, (Text("{reader}没有应答，请检查接线。", reader=Verbatim(name)) for name in silent))


def no_readers() -> Readers:
    """Nothing to read with."""
    return Readers(Readings(_no_time))


def _no_time() -> float:
    return 0.0
