"""The port of whoever reads aloud, and how fast and loud."""

from dataclasses import dataclass, field, replace
from typing import Protocol

SLOWEST, FASTEST, FASTER = 75, 200, 25
"""Percent of the usual rate, and one step."""
SOFTEST, LOUDEST = 1, 9
"""Steps of volume."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`rate` in percent of the usual, `volume` in steps."""

    rate: int = 100
    volume: int = 5

    def faster(self, steps: int) -> "Pace":
        """As far as it goes; fewer than none is slower."""
        return replace(self, rate=min(FASTEST, max(SLOWEST, self.rate + steps * FASTER)))

    def louder(self, steps: int) -> "Pace":
        """As far as it goes; fewer than none is softer."""
        return replace(self, volume=min(LOUDEST, max(SOFTEST, self.volume + steps)))


class Voice(Protocol):
    """Somebody who reads aloud. None of these waits; where there is no sound, all of it is silent."""

    def speak(self, text: str, language: str, pace: Pace) -> None:
        """Say a text that is all words, in place of what is being said now."""
        ...

    def stop(self) -> None:
        """Be silent, within 100 ms."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or is about to be."""
        ...


class Earphone(Protocol):
    """The jack for an earphone."""

    @property
    def detects(self) -> bool:
        """Whether it tells of itself that one is plugged in; else visitors say so."""
        ...

    @property
    def plugged(self) -> bool:
        """Whether one is, by what the jack says now."""
        ...


class NoJack:
    """An `Earphone` that nobody can see being plugged in."""

    detects = False
    plugged = False


class Mute:
    """A `Voice` that says nothing."""

    speaking = False

    def speak(self, text: str, language: str, pace: Pace) -> None: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Aloud:
    """Who reads aloud here, and the jack by which one alone hears it."""

    voice: Voice = field(default_factory=Mute)
    earphone: Earphone = field(default_factory=NoJack)
