"""A printer behind CUPS: jobs go through its queue, and the printer itself is asked how it is."""

from collections.abc import Callable

from adapters.printing.ipp import NOT_FOUND, Attribute, Group, Operation, Tag
from adapters.printing.ipp_http import IppClient, granted
from adapters.printing.owed import USER, WHICH, Owed, job_id
from adapters.printing.reasons import told
from domain.certificates.paper import Media
from domain.logs import devices as events
from domain.logs.log import Log
from domain.printing.printer import Condition, Job, JobState, PrinterFault

log = Log("kiosk.printing")

TIMEOUT = 3.0
"""Seconds for connecting, and for each read and write."""

IDLE, PROCESSING, STOPPED = 3, 4, 5
"""The states of a printer, RFC 8011 §5.4.11."""
ENDS = {6: JobState.FAILED, 7: JobState.FAILED, 8: JobState.FAILED, 9: JobState.PRINTED}
"""The ends of a job, RFC 8011 §5.3.7: stopped, canceled, aborted, completed.

CUPS stops a job if it cannot make sense of the document, and leaves it so; one whose printer stops is pending again.
"""
MISSING = {JobState.FAILED: JobState.FAILED, JobState.PRINTED: JobState.LOST}
"""What an end is by CUPS's word, and what it is if the printer knows nothing of the job."""

PDF = Attribute(Tag.MIME, "document-format", ("application/pdf",))
LAST = Attribute(Tag.BOOLEAN, "last-document", (True,))
PAPER = {Media.A4: (Attribute(Tag.KEYWORD, "media", ("iso_a4_210x297mm",)),)}
"""A roll has no length that is known beforehand: its queue's default is taken."""
UNSCALED = Attribute(Tag.KEYWORD, "print-scaling", ("none",))
"""What is shown is what is printed: a queue may be set to fit pages into margins."""


def asking(*names: str) -> Attribute:
    """The attributes to be told."""
    return Attribute(Tag.KEYWORD, "requested-attributes", names)


STATE = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs")
HOW_QUEUE_IS = asking(*STATE, "device-uri")
HOW_PRINTER_IS = asking(*STATE)
HOW_JOB_IS = asking("job-state", "job-name")


class CupsPrinter:
    """Implements `Printer`. `uri` is a queue that no other terminal uses, as ipp://127.0.0.1/printers/a4.

    `token` makes titles of jobs. What CUPS could not be told for want of an answer is told before anything else.

    PRINTED is the printer's own word if the queue's device is ipp: (without `waitjob=false`); such a printer must
    remember its jobs for some minutes after their end, or they are LOST. Through usb: or socket: PRINTED means that all
    has been sent. The queue's printer-error-policy should be abort-job: with retry-job CUPS itself may print a document
    again that the printer has given up halfway.
    """

    def __init__(
        self,
        name: str,
        uri: str,
        media: Media,
        token: Callable[[], str],
        timeout: float = TIMEOUT,
    ) -> None:
        self._name, self._media = name, media
        self._uri = uri
        self._token = token
        self._ipp = IppClient(timeout, secure=uri.startswith("ipps:"))
        self._owed = Owed(self._ipp, uri)

    @property
    def name(self) -> str:
        return self._name

    @property
    def media(self) -> Media:
        return self._media

    def condition(self) -> Condition:
        """As `Printer` says; first what is owed is called off, so that whoever keeps asking has it done.

        The queue knows whether it prints at all; how the printer is, the printer knows.

        CUPS looks at a printer only while it has something for it: the reasons of an idle queue are those of its last
        job, and it does not know that a printer has been switched off since. So a printer at ipp: is asked itself; of
        any other an idle queue is believed to be OK. A paused queue, or one that takes no jobs, is OFFLINE.
        """
        try:
            self._owed.settle()
            queue = self._queue()
            if queue.number("printer-state") == STOPPED or queue.flag("printer-is-accepting-jobs") is False:
                return Condition.OFFLINE
            if device := _device(queue):
                answer = self._ipp.ask(device, Operation.GET_PRINTER_ATTRIBUTES, USER, HOW_PRINTER_IS)
                return _condition(granted(answer).one(Tag.PRINTER))
            return Condition.OK if queue.number("printer-state") == IDLE else _condition(queue)
        except PrinterFault as fault:
            return fault.condition

    def start(self, pdf: bytes, copies: int) -> str:
        """As `Printer` says. Nobody has to guess what became of a document when an answer is lost.

        The job is made first and the document sent after: until CUPS has told the job's id it has nothing to print, and
        from then on `look` says what became of it. A job whose document never came is aborted by CUPS after some
        minutes (MultipleOperationTimeout). While something is owed nothing is sent.
        """
        with self._owed.settled():
            return self._send(pdf, copies)

    def look(self, job: str) -> Job:
        """As `Printer` says. CUPS counts sheets when it prepares them, again if it does so again: none are told."""
        try:
            answer = self._ipp.ask(self._uri, Operation.GET_JOB_ATTRIBUTES, job_id(job), USER, HOW_JOB_IS)
            state = JobState.LOST if answer.status == NOT_FOUND else self._state(granted(answer).one(Tag.JOB))
        except PrinterFault as fault:
            return Job(JobState.PRINTING, fault.condition)
        return Job(state, Condition.OK if state is JobState.PRINTED else self.condition())

    def end(self, job: str) -> None:
        """As `Printer` says. What is printed before CUPS answers is printed."""
        self._owed.call_off(job)

    def clear(self) -> None:
        """As `Printer` says, of all jobs that have the terminal's user name: also those a crash has left."""
        self._owed.call_off_all()

    def _send(self, pdf: bytes, copies: int) -> str:
        """The job's id. Raises PrinterFault."""
        title = Attribute(Tag.NAME, "job-name", (self._token(),))
        template = (Attribute(Tag.INTEGER, "copies", (copies,)), UNSCALED, *PAPER.get(self.media, ()))
        made = granted(self._ipp.ask(self._uri, Operation.CREATE_JOB, USER, title, job=template))
        number = made.one(Tag.JOB).number("job-id")
        if number is None:
            raise PrinterFault(Condition.UNKNOWN)
        job = str(number)
        try:
            sent = self._ipp.ask(self._uri, Operation.SEND_DOCUMENT, job_id(job), USER, PDF, LAST, document=pdf)
        except PrinterFault as fault:
            log.warning(events.JobUncertain(job, fault.condition))
            return job
        if sent.refused:
            self.end(job)
        granted(sent)
        return job

    def _state(self, job: Group) -> JobState:
        """How a job stands. Raises PrinterFault.

        What CUPS calls completed may have been canceled at the printer, or forgotten there for want of power; what CUPS
        has given up the printer may still print. So where the printer can be asked, the end of a job is told by it.
        """
        number = job.number("job-state")
        if number is None:
            raise PrinterFault(Condition.UNKNOWN)
        state = ENDS.get(number, JobState.PRINTING)
        if state is not JobState.PRINTING and (device := _device(self._queue())):
            return self._known(device, job.words("job-name")) or MISSING[state]
        return state

    def _known(self, device: str, title: tuple[str, ...]) -> JobState | None:
        """What the printer knows of a job, None if nothing. Raises PrinterFault.

        It knows it twice if its queue was paused meanwhile: CUPS then calls it off and sends it again.
        """
        answers = [granted(self._ipp.ask(device, Operation.GET_JOBS, USER, which, HOW_JOB_IS)) for which in WHICH]
        ours = [job for answer in answers for job in answer.all(Tag.JOB) if job.words("job-name") == title]
        states = {ENDS.get(job.number("job-state") or 0, JobState.PRINTING) for job in ours}
        order = (JobState.PRINTED, JobState.PRINTING, JobState.FAILED)
        return next((state for state in order if state in states), None)

    def _queue(self) -> Group:
        """Raises PrinterFault."""
        return granted(self._ipp.ask(self._uri, Operation.GET_PRINTER_ATTRIBUTES, USER, HOW_QUEUE_IS)).one(Tag.PRINTER)


def _device(queue: Group) -> str:
    """The printer's own URI, if it can be asked; else empty."""
    return next((uri for uri in queue.words("device-uri") if uri.startswith("ipp:")), "")


def _condition(printer: Group) -> Condition:
    state = printer.number("printer-state")
    if state not in {IDLE, PROCESSING, STOPPED}:
        return Condition.UNKNOWN
    if printer.flag("printer-is-accepting-jobs") is False:
        return Condition.OFFLINE
    return told(printer.words("printer-state-reasons"), stopped=state == STOPPED)
