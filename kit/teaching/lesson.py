"""A flow as it is learnt: what is to be done next, what was done instead, and how it went. Knows no screen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fnmatch import fnmatchcase

from kit.walks import EVERY
from kit.walks.stops import (
    BILLS,
    CAPTCHA,
    CARD,
    COPY,
    DOWNLOAD,
    HOLD,
    ORDER,
    PERSON,
    PHONE,
    PLATFORM,
    PRINT,
    ROW,
    SMS,
    SWEEP,
    TYPE,
    WEEK,
    WRITE,
    Stop,
    Walk,
)

ASIDE = (
    *("back", "home", "up", "access.*", "help.*", "language", "call.*", "page.*", "paper.*", "zoom", "captcha.*"),
    *("field.*", "key.*", "letter.*", "word.*", "board.*", "stay", "lesson.*", "curtain.*", "speech.*"),
)
"""What may be touched at any moment: it leads on and off no flow, or back on it, or types."""
ONLY_HERE = ("dock.", COPY, HOLD, SWEEP, BILLS, PLATFORM, WEEK, ORDER)
"""Touches of a walk that no visitor does."""


NEXT_FIELD = "key.next"
AHEAD = 3
"""So many screens on one may be at once: what a visitor has done already is not shown again."""


class Kind(StrEnum):
    """How something is done."""

    TAP = "tap"
    """a control is touched"""
    FILL = "fill"
    """something is typed, or read from a card"""
    PHONE = "phone"
    """a phone pays, or takes a paper along"""


@dataclass(frozen=True, slots=True)
class Move:
    """One thing to do on a screen. `touch` is what a walk says of it, `name` the control to touch, with `*` for any.

    `stop` is which screen of the walk it is on, from 0. Of a field, `name` says which, if that is said.
    """

    stop: int
    screen: str
    touch: str
    kind: Kind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Where somebody is on the way: `at` counts moves, `errors` what was touched instead.

    `stop` is the screen of the walk that is shown; `lost` is whoever is on a screen that the walk does not have here.
    """

    flow: str
    walk: Walk
    moves: tuple[Move, ...]
    at: int = 0
    stop: int = 0
    errors: int = 0
    lost: bool = False

    @property
    def move(self) -> Move | None:
        """What is to be done now; None where a screen is still to come, or all is done."""
        if self.lost or self.at == len(self.moves):
            return None
        move = self.moves[self.at]
        return move if move.stop == self.stop else None

    @property
    def asks_phone(self) -> bool:
        """Whether what is to be done now is a phone's to do."""
        return self.move is not None and self.move.kind is Kind.PHONE

    @property
    def over(self) -> bool:
        """Whether the last screen is there."""
        return self.at == len(self.moves) and self.stop == len(self.walk) - 1 and not self.lost

    def touched(self, name: str) -> "Lesson":
        """A control was touched. What was to be typed before is taken as typed: the screen says if it is not."""
        for at in range(self.at, len(self.moves)):
            move = self.moves[at]
            if move.stop != self.stop or self.lost:
                break
            if move.kind is Kind.TAP and fnmatchcase(name, move.name):
                return replace(self, at=at + 1)._stays()
            if move.kind is not Kind.FILL:
                break
        return self if is_aside(name) else replace(self, errors=self.errors + 1)

    def fits(self, name: str) -> bool:
        """Whether a touch leads on, or does no harm."""
        return self.touched(name).errors == self.errors

    def done(self) -> "Lesson":
        """What was to be done now has been done for whoever learns."""
        return replace(self, at=self.at + 1)._stays() if self.move else self

    def shows(self, screen: str) -> "Lesson":
        """A screen is shown: the next of the way, one before it, or one that does not belong to it."""
        ahead = range(self.stop + 1, min(self.stop + 1 + AHEAD, len(self.walk)))
        before = range(self.stop, -1, -1)
        if screen == self.walk[self.stop].screen and not self.lost and not self._finished:
            return self
        ways = (*ahead, *before) if self._finished else (*before, *ahead)
        found = next((stop for stop in ways if self.walk[stop].screen == screen), None)
        return replace(self, lost=True) if found is None else self._goes_to(found)

    def begins_screen_anew(self) -> "Lesson":
        """What was done here did not lead on."""
        return self._goes_to(self.stop)

    def undone(self) -> "Lesson":
        """What was done last on this screen did not count: it is to be done again."""
        last = self.moves[self.at - 1] if self.at else None
        if last is None or last.screen != self.walk[self.stop].screen:
            return self
        return replace(self, at=self.at - 1, stop=last.stop)

    @property
    def _finished(self) -> bool:
        """Whether nothing is to be done any more on the screen that is shown."""
        return all(move.stop != self.stop for move in self.moves[self.at :])

    def _stays(self) -> "Lesson":
        """The next of the way may be the same screen, which then shows something else."""
        following = self.walk[self.stop + 1 :][:1]
        same = self._finished and any(stop.screen == self.walk[self.stop].screen for stop in following)
        return self._goes_to(self.stop + 1)._stays() if same else self

    def _goes_to(self, stop: int) -> "Lesson":
        at = next((at for at, move in enumerate(self.moves) if move.stop >= stop), len(self.moves))
        return replace(self, stop=stop, at=at, lost=False)


def lesson(walk: str) -> Lesson:
    """At its beginning. Raises KeyError for a walk that is not taught."""
    if not is_taught(walk):
        raise KeyError(walk)
    stops = EVERY[walk]
    return Lesson(walk, stops, tuple(move for at, stop in enumerate(stops) for move in _moves(at, stop)))


def is_taught(walk: str) -> bool:
    """Whether there is such a walk, and all on it can be done by whoever stands before a terminal."""
    touches = [touch for stop in EVERY.get(walk, ()) for touch in stop.touches]
    return bool(touches) and not any(touch.startswith(ONLY_HERE) for touch in touches)


def is_aside(name: str) -> bool:
    return any(fnmatchcase(name, aside) for aside in ASIDE)


def _moves(at: int, stop: Stop) -> Iterator[Move]:
    field = ""
    for touch in stop.touches:
        word, colon, what = touch.partition(":")
        match f"{word}{colon}":
            case x if x in {PHONE, DOWNLOAD}:
                yield Move(at, stop.screen, touch, Kind.PHONE)
            case x if x == SMS:
                yield Move(at, stop.screen, touch, Kind.TAP, "send.code")
                yield Move(at, stop.screen, touch, Kind.FILL)
            case x if x in {PERSON, CARD, CAPTCHA, TYPE, WRITE}:
                yield Move(at, stop.screen, touch, Kind.FILL, field)
            case x if x == ROW:
                yield Move(at, stop.screen, touch, Kind.TAP, f"{what}.row.*")
            case x if x == PRINT:
                yield Move(at, stop.screen, touch, Kind.TAP, "next")
            case _ if not is_aside(touch):
                yield Move(at, stop.screen, touch, Kind.TAP, touch)
        field = touch if touch == NEXT_FIELD or touch.startswith("field.") else ""
