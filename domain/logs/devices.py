"""What is logged about printers, readers and speech."""

from domain.logs.event import Event, Sentence


class PrinterIs(Event):
    """`printer` is its key."""

    told = "printer {printer} is {condition}"
    printer: str
    condition: str


class PrinterUnasked(Event):
    told = "printer {printer} could not be asked"
    printer: str


class DeviceIs(Event):
    """`device` is its key."""

    told = "{device} is {state}"
    device: str
    state: str


class DeviceUnasked(Event):
    told = "{device} could not be looked at"
    device: str


class DeviceTested(Event):
    """`device` is its key, `end` passed, failed or unknown, `by` the number of who has seen it."""

    told = "{device} was tested by {by}: {end}"
    device: str
    end: str
    by: str


class TestsUnread(Event):
    told = "how tests of the devices ended cannot be read: {why}"
    why: Sentence


class TestsUnkept(Event):
    told = "how a test has ended could not be written down: {why}"
    why: Sentence


class JobUncertain(Event):
    told = "job {job}: whether its document has come is not known ({condition})"
    job: str
    condition: str


class NotCalledOff(Event):
    told = "what is over could not be called off yet ({condition})"
    condition: str


class JobMayLast(Event):
    """`status` is what CUPS answered when it was asked to forget the job."""

    told = "job {job} may have left a trace: status {status:#06x}"
    job: str
    status: int


class TrayKeeps(Event):
    told = "demo printer: a paper stays in the tray: {why}"
    why: Sentence


class TrayEmpty(Event):
    told = "demo printer: no paper came into the tray: {why}"
    why: Sentence


class ReaderAnswers(Event):
    """`reads` is cards or codes."""

    told = "the reader of {reads} answers again"
    reads: str


class ReaderSilent(Event):
    told = "the reader of {reads} does not answer"
    reads: str


class ReaderUnasked(Event):
    told = "the reader of {reads} could not be asked"
    reads: str


class SpeechLost(Event):
    told = "nothing is read aloud any more"
