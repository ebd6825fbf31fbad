"""One document on its way over a byte stream, from the first strip to the printer's word that the last sheet is out."""

from dataclasses import replace
from functools import partial
from threading import Event

from PIL import Image

from adapters.printing.commands import ending, sheet
from adapters.printing.status import clear, glance, settle
from adapters.printing.streams import Stream, StreamBroken
from domain.printing.printer import Condition, Job, JobState
from domain.runtime import Runtime

LEAVE_S = 5.0
"""How long the end of a run is waited for. It comes with the next strip, unless the line is stuck."""


class Run:
    """A run on a thread of its own; the line is the thread's until it ends. `job` is how it stands.

    `remains`: of the document something may be in the printer, or hang from it.
    """

    def __init__(
        self, line: Stream, patience: float, pages: tuple[Image.Image, ...], condition: Condition, runtime: Runtime
    ) -> None:
        self.job = Job(JobState.PRINTING, condition, 0)
        self.remains = False
        self._line, self._patience = line, patience
        self._called_off = Event()
        # The thread forgets its work when it ends: nothing else holds the pictures.
        self._thread = runtime.start("thermal printer", partial(self._work, pages))

    @property
    def alive(self) -> bool:
        return self.job.state is JobState.PRINTING

    def call_off(self) -> None:
        """Send nothing more, and have the printer forget what it has not printed."""
        self._called_off.set()
        self._thread.join(LEAVE_S)

    def take_back(self, line: Stream) -> None:
        """What waits in the printer must not come out when paper is back, nor what is out hang on another's paper.

        Raises StreamBroken; of a printer that does not answer something remains.
        """
        if self.remains:
            glance(line, self._patience)
            clear(line, self._patience)
            for command in ending():
                line.write(command)
            self.remains = False
            # When it has answered the cut has left the line, too, and the line may be closed.
            glance(line, self._patience)

    def _work(self, pages: tuple[Image.Image, ...]) -> None:
        state, condition = JobState.LOST, Condition.UNKNOWN
        try:
            condition = self._print(pages)
            state = JobState.PRINTED
        except _Stopped as stopped:
            state, condition = JobState.FAILED, stopped.condition
            self._try_to_take_back()
        except StreamBroken:
            # Who has got part of a document may have printed it, and can no longer be asked.
            state, condition = JobState.LOST if self.remains else JobState.FAILED, Condition.OFFLINE
            self._line.close()
        finally:
            # The last thing that is done: then another run may have the line.
            self.job = replace(self.job, state=state, condition=condition)

    def _print(self, pages: tuple[Image.Image, ...]) -> Condition:
        line = _Revocable(self._line, self._called_off)

        def send(command: bytes) -> None:
            _go_on(glance(line, self._patience))
            self.remains = True
            line.write(command)
            self.job = replace(self.job, progress=self.job.progress + 1)

        for number, page in enumerate(pages, 1):
            for command in sheet(page):
                send(command)
            self.job = replace(self.job, condition=_go_on(settle(line, self._patience)), pages=number)
        self.remains = False
        return self.job.condition

    def _try_to_take_back(self) -> None:
        try:
            self.take_back(self._line)
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
