"""What is logged about the terminal itself: how it serves, its store, its staff, its line to the bureau."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.logs.event import Event, Sentence


@dataclass(frozen=True, slots=True)
class MemoryKept(Event):
    told: ClassVar[str] = (
        "what visitors gave stays in freed memory: start the terminal by ./kiosk, which has it overwritten"
    )


@dataclass(frozen=True, slots=True)
class TouchNotTurned(Event):
    told: ClassVar[str] = "what is touched could not be turned over the picture as the settings say"


@dataclass(frozen=True, slots=True)
class ThreadEnded(Event):
    told: ClassVar[str] = "a thread ended"


@dataclass(frozen=True, slots=True)
class HealthUntold(Event):
    told: ClassVar[str] = "{file} could not be written: {why}"
    file: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class Uncounted(Event):
    told: ClassVar[str] = "visits could not be counted: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class NoLogFile(Event):
    told: ClassVar[str] = "no log can be written into files: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class InServiceAgain(Event):
    told: ClassVar[str] = "in service again"


@dataclass(frozen=True, slots=True)
class OutOfService(Event):
    told: ClassVar[str] = "out of service: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class Mistake(Event):
    """Of ours, on a screen. It ended the visit at most."""

    told: ClassVar[str] = "a mistake on {screen}"
    screen: str


@dataclass(frozen=True, slots=True)
class QmlWarned(Event):
    told: ClassVar[str] = "QML on {screen}: {what}"
    screen: str
    what: Sentence


@dataclass(frozen=True, slots=True)
class NotCleared(Event):
    told: ClassVar[str] = "what a visitor left could not be cleared away"


@dataclass(frozen=True, slots=True)
class NoTypesetting(Event):
    told: ClassVar[str] = "certificates cannot be set"


@dataclass(frozen=True, slots=True)
class JobAbandoned(Event):
    told: ClassVar[str] = "a job that nobody waits for any more"


@dataclass(frozen=True, slots=True)
class Frozen(Event):
    """Somebody has tried again and again to get out of the terminal, by what."""

    told: ClassVar[str] = (
        "tries to get out of the terminal (commands {commands}, keys {keys}, edges {edges}, gestures {gestures}): "
        "frozen for {seconds} s"
    )
    commands: int
    keys: int
    edges: int
    gestures: int
    seconds: int


@dataclass(frozen=True, slots=True)
class StaffCalled(Event):
    told: ClassVar[str] = "a visitor calls the staff"


@dataclass(frozen=True, slots=True)
class CallUnanswered(Event):
    told: ClassVar[str] = "nobody has answered a visitor's call: rung {rung}"
    rung: int


@dataclass(frozen=True, slots=True)
class CallAnswered(Event):
    told: ClassVar[str] = "a visitor's call is answered after {seconds} s"
    seconds: int


@dataclass(frozen=True, slots=True)
class CallOver(Event):
    told: ClassVar[str] = "{how}"
    how: Sentence


@dataclass(frozen=True, slots=True)
class Suspended(Event):
    """By staff: a channel, a matter, or the terminal. `open_ended`: until somebody opens it, and not at `until`."""

    told: ClassVar[str] = "{what} is taken out of service by {who}: {message}, until {until} (open end: {open_ended})"
    what: str
    message: str
    until: datetime
    open_ended: bool
    who: str


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    told: ClassVar[str] = "{what} is in service again, by {who}"
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Exported(Event):
    """By staff, to a stick. `refused` lines looked like somebody's data, and stayed behind."""

    told: ClassVar[str] = "{lines} lines of log copied to a stick, {refused} refused"
    lines: int
    refused: int


@dataclass(frozen=True, slots=True)
class NotExported(Event):
    told: ClassVar[str] = "logs could not be copied to a stick: error {number}"
    number: int


@dataclass(frozen=True, slots=True)
class EndedByStaff(Event):
    """`comes_back`: it is begun anew."""

    told: ClassVar[str] = "{who} ends the program (comes back: {comes_back})"
    who: str
    comes_back: bool


@dataclass(frozen=True, slots=True)
class SuspensionsUnread(Event):
    told: ClassVar[str] = (
        "what staff have taken out of service cannot be read, so all of the terminal is until they have looked: {why}"
    )
    why: Sentence


@dataclass(frozen=True, slots=True)
class StoreDamaged(Event):
    told: ClassVar[str] = "the store is damaged: {fault}"
    fault: Sentence


@dataclass(frozen=True, slots=True)
class StoreStands(Event):
    """How far it has come."""

    told: ClassVar[str] = "{anchor}"
    anchor: Sentence


@dataclass(frozen=True, slots=True)
class StoreBusy(Event):
    told: ClassVar[str] = "the store cannot be read through now: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class StoreUnread(Event):
    told: ClassVar[str] = "the store could not be read through"


@dataclass(frozen=True, slots=True)
class NobodyAdmitted(Event):
    told: ClassVar[str] = "nobody is admitted: {why} (./kiosk pin --unlock all begins it anew)"
    why: Sentence


@dataclass(frozen=True, slots=True)
class TryWhileLocked(Event):
    """`who` is on the roll, or else `nobody`: what somebody typed may be anything."""

    told: ClassVar[str] = "a try for {who}, which is locked"
    who: str


@dataclass(frozen=True, slots=True)
class TryTooEarly(Event):
    told: ClassVar[str] = "a try for {who} before its time"
    who: str


@dataclass(frozen=True, slots=True)
class Admitted(Event):
    told: ClassVar[str] = "{who} is admitted"
    who: str


@dataclass(frozen=True, slots=True)
class WrongPin(Event):
    told: ClassVar[str] = "wrong PIN for {who}, {times} in a row"
    who: str
    times: int


@dataclass(frozen=True, slots=True)
class Locked(Event):
    told: ClassVar[str] = "{who} is locked (./kiosk pin --unlock NUMBER)"
    who: str


@dataclass(frozen=True, slots=True)
class Unlocked(Event):
    told: ClassVar[str] = "{who} has been unlocked"
    who: str


@dataclass(frozen=True, slots=True)
class UnlockedByHand(Event):
    told: ClassVar[str] = "{who} unlocked at the console"
    who: str


@dataclass(frozen=True, slots=True)
class LogForked(Event):
    told: ClassVar[str] = "the bureau has another log of this terminal than its store: its copies are not complete"


@dataclass(frozen=True, slots=True)
class CourierFailed(Event):
    told: ClassVar[str] = "the courier's round failed"
