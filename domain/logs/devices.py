"""What is logged about printers, readers and speech."""

from dataclasses import dataclass
from typing import ClassVar

from domain.logs.event import Event, Sentence


@dataclass(frozen=True, slots=True)
class PrinterIs(Event):
    """`printer` is its key."""

    told: ClassVar[str] = "printer {printer} is {condition}"
    printer: str
    condition: str


@dataclass(frozen=True, slots=True)
class PrinterUnasked(Event):
    told: ClassVar[str] = "printer {printer} could not be asked"
    printer: str


@dataclass(frozen=True, slots=True)
class DeviceIs(Event):
    """`device` is its key."""

    told: ClassVar[str] = "{device} is {state}"
    device: str
    state: str


@dataclass(frozen=True, slots=True)
class DeviceUnasked(Event):
    told: ClassVar[str] = "{device} could not be looked at"
    device: str


@dataclass(frozen=True, slots=True)
class DeviceTested(Event):
    """`device` is its key, `end` passed, failed or unknown, `by` the number of who has seen it."""

    told: ClassVar[str] = "{device} was tested by {by}: {end}"
    device: str
    end: str
    by: str


@dataclass(frozen=True, slots=True)
class TestsUnread(Event):
    told: ClassVar[str] = "how tests of the devices ended cannot be read: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class TestsUnkept(Event):
    told: ClassVar[str] = "how a test has ended could not be written down: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class JobUncertain(Event):
    told: ClassVar[str] = "job {job}: whether its document has come is not known ({condition})"
    job: str
    condition: str


@dataclass(frozen=True, slots=True)
class NotCalledOff(Event):
    told: ClassVar[str] = "what is over could not be called off yet ({condition})"
    condition: str


@dataclass(frozen=True, slots=True)
class JobMayLast(Event):
    """`status` is what CUPS answered when it was asked to forget the job."""

    told: ClassVar[str] = "job {job} may have left a trace: status {status:#06x}"
    job: str
    status: int


@dataclass(frozen=True, slots=True)
class TrayKeeps(Event):
    told: ClassVar[str] = "demo printer: a paper stays in the tray: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class TrayEmpty(Event):
    told: ClassVar[str] = "demo printer: no paper came into the tray: {why}"
    why: Sentence


@dataclass(frozen=True, slots=True)
class ReaderAnswers(Event):
    """`reads` is cards or codes."""

    told: ClassVar[str] = "the reader of {reads} answers again"
    reads: str


@dataclass(frozen=True, slots=True)
class ReaderSilent(Event):
    told: ClassVar[str] = "the reader of {reads} does not answer"
    reads: str


@dataclass(frozen=True, slots=True)
class ReaderUnasked(Event):
    told: ClassVar[str] = "the reader of {reads} could not be asked"
    reads: str


@dataclass(frozen=True, slots=True)
class SpeechLost(Event):
    told: ClassVar[str] = "nothing is read aloud any more"
