"""One document on its way over a byte stream, from the first strip to the printer's word that the last sheet is out."""

from threading import Event, Thread

from PIL import Image

from adapters.printing.commands import Commands
from adapters.printing.status import clear, glance, settle
from adapters.printing.streams import Stream, StreamBroken
from domain.printing.printer import Condition, Job, JobState

LEAVE_S = 5.0
"""How long the end of a run is waited for. It comes with the next strip, unless the line is stuck."""


class Run:
    """A run on a thread of its own; the line is the thread's until it ends. `job` is how it stands.

    `remains`: of an earlier document something may hang in the printer; it is cut off first.
    """

    def __init__(
        self, line: Stream, patience: float, pages: tuple[Image.Image, ...], condition: Condition, remains: bool
    ) -> None:
        self.job = Job(JobState.PRINTING, condition, 0)
        self._line, self._patience = line, patience
        self._touched = False
        self._called_off = Event()
        # The thread forgets its arguments when it ends: nothing else holds the pictures.
        self._thread = Thread(target=self._work, args=(pages, remains), name="thermal printer", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self.job.state is JobState.PRINTING

    def call_off(self) -> None:
        """Send nothing more, and have the printer forget what it has not printed."""
        self._called_off.set()
        self._thread.join(LEAVE_S)

    def _work(self, pages: tuple[Image.Image, ...], remains: bool) -> None:
        state, condition = JobState.LOST, Condition.UNKNOWN
        try:
            condition = self._print(pages, remains)
            state = JobState.PRINTED
        except _Stopped as stopped:
            state, condition = JobState.FAILED, stopped.condition
            if self._touched:
                self._take_back()
        except StreamBroken:
            # Who has got part of a document may have printed it, and can no longer be asked.
            state, condition = JobState.LOST if self._touched else JobState.FAILED, Condition.OFFLINE
            self._line.close()
        finally:
            # The last thing that is done: then another run may have the line.
            self.job = Job(state, condition, self.job.pages)

    def _print(self, pages: tuple[Image.Image, ...], remains: bool) -> Condition:
        line = _Revocable(self._line, self._called_off)

        def send(command: bytes) -> None:
            _go_on(glance(line, self._patience))
            self._touched = True
            line.write(command)

        commands = Commands(send)
        if remains:
            commands.cut()
        for number, page in enumerate(pages, 1):
            commands.page(page)
            self.job = Job(JobState.PRINTING, _go_on(settle(line, self._patience)), number)
        return self.job.condition

    def _take_back(self) -> None:
        """What waits in the printer must not come out when paper is back, nor what is out hang on another's paper."""
        try:
            clear(self._line, self._patience)
            Commands(self._line.write).cut()
        except StreamBroken:
            self._line.close()


class _Stopped(Exception):
    """Nothing more is sent. `condition` says why; it is ready if the job was called off."""

    def __init__(self, condition: Condition) -> None:
        super().__init__(condition.value)
        self.condition = condition


def _go_on(condition: Condition) -> Condition:
    if not condition.ready:
        raise _Stopped(condition)
    return condition


class _Revocable:
    """A line, for as long as nobody has called the job off."""

    def __init__(self, line: Stream, called_off: Event) -> None:
        self._line, self._called_off = line, called_off

    def write(self, data: bytes) -> None:
        self._check()
        self._line.write(data)

    def read(self, size: int, timeout: float) -> bytes:
        self._check()
        return self._line.read(size, timeout)

    def close(self) -> None:
        self._line.close()

    def _check(self) -> None:
        if self._called_off.is_set():
            raise _Stopped(Condition.OK)
