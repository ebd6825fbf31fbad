"""What is logged about the terminal itself: how it serves, its store, its staff, its line to the bureau."""

from datetime import datetime

from domain.logs.event import Event, Sentence


class MemoryKept(Event):
    told = "what visitors gave stays in freed memory: start the terminal by ./kiosk, which has it overwritten"


class TouchNotTurned(Event):
    told = "what is touched could not be turned over the picture as the settings say"


class ThreadEnded(Event):
    told = "a thread ended"


class HealthUntold(Event):
    told = "{file} could not be written: {why}"
    file: str
    why: Sentence


class Uncounted(Event):
    told = "visits could not be counted: {why}"
    why: Sentence


class NoLogFile(Event):
    told = "no log can be written into files: {why}"
    why: Sentence


class InServiceAgain(Event):
    told = "in service again"


class OutOfService(Event):
    told = "out of service: {why}"
    why: Sentence


class Mistake(Event):
    """Of ours, on a screen. It ended the visit at most."""

    told = "a mistake on {screen}"
    screen: str


class QmlWarned(Event):
    told = "QML on {screen}: {what}"
    screen: str
    what: Sentence


class NotCleared(Event):
    told = "what a visitor left could not be cleared away"


class NoTypesetting(Event):
    told = "certificates cannot be set"


class JobAbandoned(Event):
    told = "a job that nobody waits for any more"


class Frozen(Event):
    """Somebody has tried again and again to get out of the terminal, by what."""

    told = (
        "tries to get out of the terminal (commands {commands}, keys {keys}, edges {edges}, gestures {gestures}): "
        "frozen for {seconds} s"
    )
    commands: int
    keys: int
    edges: int
    gestures: int
    seconds: int


class StaffCalled(Event):
    told = "a visitor calls the staff"


class CallUnanswered(Event):
    told = "nobody has answered a visitor's call: rung {rung}"
    rung: int


class CallAnswered(Event):
    told = "a visitor's call is answered after {seconds} s"
    seconds: int


class CallOver(Event):
    told = "{how}"
    how: Sentence


class BellFailed(Event):
    told = "the round of the bell at the bureau's desk failed"


class Suspended(Event):
    """By staff: a channel, a matter, or the terminal. `open_ended`: until somebody opens it, and not at `until`."""

    told = "{what} is taken out of service by {who}: {message}, until {until} (open end: {open_ended})"
    what: str
    message: str
    until: datetime
    open_ended: bool
    who: str


class Resumed(Event):
    told = "{what} is in service again, by {who}"
    what: str
    who: str


class Exported(Event):
    """By staff, to a stick. `refused` lines looked like somebody's data, and stayed behind."""

    told = "{lines} lines of log copied to a stick, {refused} refused"
    lines: int
    refused: int


class NotExported(Event):
    told = "logs could not be copied to a stick: error {number}"
    number: int


class EndedByStaff(Event):
    """`comes_back`: it is begun anew."""

    told = "{who} ends the program (comes back: {comes_back})"
    who: str
    comes_back: bool


class SuspensionsUnread(Event):
    told = (
        "what staff have taken out of service cannot be read, so all of the terminal is until they have looked: {why}"
    )
    why: Sentence


class StoreDamaged(Event):
    told = "the store is damaged: {fault}"
    fault: Sentence


class StoreStands(Event):
    """How far it has come."""

    told = "{anchor}"
    anchor: Sentence


class StoreBusy(Event):
    told = "the store cannot be read through now: {why}"
    why: Sentence


class StoreUnread(Event):
    told = "the store could not be read through"


class NobodyAdmitted(Event):
    told = "nobody is admitted: {why} (./kiosk pin --unlock all begins it anew)"
    why: Sentence


class TryWhileLocked(Event):
    """`who` is on the roll, or else `nobody`: what somebody typed may be anything."""

    told = "a try for {who}, which is locked"
    who: str


class TryTooEarly(Event):
    told = "a try for {who} before its time"
    who: str


class Admitted(Event):
    told = "{who} is admitted"
    who: str


class WrongPin(Event):
    told = "wrong PIN for {who}, {times} in a row"
    who: str
    times: int


class Locked(Event):
    told = "{who} is locked (./kiosk pin --unlock NUMBER)"
    who: str


class Unlocked(Event):
    told = "{who} has been unlocked"
    who: str


class UnlockedByHand(Event):
    told = "{who} unlocked at the console"
    who: str


class LogForked(Event):
    told = "the bureau has another log of this terminal than its store: its copies are not complete"


class CourierFailed(Event):
    told = "the courier's round failed"
