"""What staff have taken out of service (停用): a channel, a matter, or all of the terminal, with a message and an end.

It ends by itself when its time has come, or by hand. What is kept of it outlasts the program. Where that cannot be
read, somebody may have had a reason to close something, and nobody knows any more what it was: then all of the terminal
is out of service until one of the staff has looked. A hall that waits for a person is a nuisance; money taken where
somebody has said that none is to be taken is wrong.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock
from typing import Protocol

from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.ports import Unreadable
from domain.runtime import Clock
from domain.words import Text

WHOLE = "terminal"
"""All of it, beside the ids of channels and matters."""
OPENS, CLOSES = 8, 18
"""The hours at which halls usually open and close."""
KEPT = timedelta(days=92)
"""So long what is over is kept for the reports of those days."""

log = Log("kiosk.staff")


class Message(StrEnum):
    """What visitors are told: one of few prepared sentences."""

    MAINTENANCE = "maintenance"
    UPGRADE = "upgrade"
    DONE = "done"
    WINDOW = "window"
    UNREAD = "unread"
    """nobody's choice: what was closed cannot be read"""

    @property
    def label(self) -> Text:
        return LABELS[self]


LABELS = {
    Message.MAINTENANCE: Text("设备检修"),
    Message.UPGRADE: Text("系统升级"),
    Message.DONE: Text("今天业务已办完"),
    Message.WINDOW: Text("请到窗口办理"),
    Message.UNREAD: Text("等工作人员检查"),
}
CHOICES = tuple(message for message in Message if message is not Message.UNREAD)
"""Those that staff choose from."""


class End(StrEnum):
    """When it is to end by itself."""

    HALF_HOUR = "half_hour"
    HOUR = "hour"
    EVENING = "evening"
    """as the hall closes"""
    MORNING = "morning"
    """tomorrow, as the hall opens"""
    NEVER = "never"
    """by hand alone"""

    def at(self, now: datetime) -> datetime | None:
        """When that is, to the minute, in the time that `now` is told in; None for never."""
        minute = now.replace(second=0, microsecond=0)
        match self:
            case End.HALF_HOUR:
                return minute + timedelta(minutes=30)
            case End.HOUR:
                return minute + timedelta(hours=1)
            case End.EVENING:
                return minute.replace(hour=CLOSES, minute=0)
            case End.MORNING:
                return minute.replace(hour=OPENS, minute=0) + timedelta(days=1)
        return None


def ends(now: datetime) -> tuple[End, ...]:
    """Those that are still ahead."""
    return tuple(end for end in End if (at := end.at(now)) is None or at > now)


@dataclass(frozen=True, slots=True)
class Suspension:
    """`what` is the id of a channel or matter, or WHOLE. It ends by itself at `until`; None: by hand alone.

    `by` is the number of who has closed it, empty if nobody has. `ended` and `ended_by` say when it was opened by
    hand, and by whom.
    """

    what: str
    message: Message
    since: datetime
    until: datetime | None = None
    by: str = ""
    ended: datetime | None = None
    ended_by: str = ""

    def over(self, now: datetime) -> datetime | None:
        """When it was over; None as long as it is not."""
        return min((at for at in (self.ended, self.until) if at is not None and at <= now), default=None)


class Shelf(Protocol):
    """Where they are kept. May wait for the disk."""

    def read(self) -> tuple[Suspension, ...]:
        """All that are kept, oldest first; none where nothing was ever closed. Raises Unreadable."""
        ...

    def write(self, kept: Iterable[Suspension]) -> None:
        """In the place of all that were kept, whole or not at all. Raises OSError."""
        ...


class Nowhere:
    """Implements `Shelf` where nothing outlasts the program."""

    def read(self) -> tuple[Suspension, ...]:
        return ()

    def write(self, kept: Iterable[Suspension]) -> None:
        """They are kept in memory alone."""


class Suspensions:
    """Those of this terminal. Reading never waits, writing may wait for the disk; both from any thread."""

    def __init__(self, shelf: Shelf, clock: Clock) -> None:
        self._shelf, self._clock = shelf, clock
        self._lock = Lock()
        self._kept = self._read()

    def of(self, what: str) -> Suspension | None:
        """How it is out of service now; None if it is not. What closes something else may close it as well."""
        return next((one for one in self.standing() if one.what == what), None)

    def standing(self) -> tuple[Suspension, ...]:
        """All that are not over, oldest first."""
        now = self._clock()
        return tuple(one for one in self._kept if one.over(now) is None)

    def between(self, since: datetime, until: datetime) -> tuple[Suspension, ...]:
        """All that stood at some time of that stretch, oldest first."""
        now = self._clock()
        return tuple(one for one in self._kept if one.since < until and (one.over(now) or until) > since)

    def suspend(self, what: str, message: Message, until: datetime | None, by: str) -> None:
        """It is out of service from now on; what was said of it before is over. Raises OSError, changing nothing."""
        now = self._clock()
        self._change(lambda kept: (*_opened(kept, what, now, by), Suspension(what, message, now, until, by)))
        log.warning(events.Suspended(what, message, until or now, until is None, by))

    def resume(self, what: str, by: str) -> None:
        """It is in service again. Raises OSError, and changes nothing then."""
        now = self._clock()
        self._change(lambda kept: _opened(kept, what, now, by))
        log.warning(events.Resumed(what, by))

    def _change(self, change: Callable[[tuple[Suspension, ...]], Iterable[Suspension]]) -> None:
        now = self._clock()
        with self._lock:
            kept = tuple(one for one in change(self._kept) if (one.over(now) or now) > now - KEPT)
            self._shelf.write(kept)
            self._kept = kept

    def _read(self) -> tuple[Suspension, ...]:
        try:
            return self._shelf.read()
        except Unreadable as error:
            why = Sentence(error)
        log.error(events.SuspensionsUnread(why))
        return (Suspension(WHOLE, Message.UNREAD, self._clock()),)


@dataclass(frozen=True, slots=True)
class Suspending:
    """What one of the staff does about them, by their `number`."""

    suspensions: Suspensions
    number: str

    def suspend(self, what: str, message: Message, until: datetime | None) -> None:
        """As `Suspensions` says."""
        self.suspensions.suspend(what, message, until, self.number)

    def resume(self, what: str) -> None:
        """As `Suspensions` says."""
        self.suspensions.resume(what, self.number)


def _opened(kept: Iterable[Suspension], what: str, now: datetime, by: str) -> tuple[Suspension, ...]:
    """The same, with all that stand of it over now."""
    return tuple(
        replace(one, ended=now, ended_by=by) if one.what == what and one.over(now) is None else one for one in kept
    )
