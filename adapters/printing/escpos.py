"""A thermal printer that speaks ESC/POS over a byte stream. What it was sent is printed when it says so itself."""

from collections.abc import Callable
from itertools import count
from threading import Lock

from adapters.printing.raster import ROLLS, Unprintable, rasters
from adapters.printing.run import Run
from adapters.printing.status import ask
from adapters.printing.streams import Stream, StreamBroken
from domain.certificates.paper import Media
from domain.printing.printer import Condition, Job, JobState, PrinterFault
from domain.runtime import Runtime

PATIENCE_S = 1.0
"""How long the printer may think about an answer. A line slower than 38400 baud needs more: strips are on it, too."""


class EscPosPrinter:
    """Implements `Printer` for a roll of paper. `open_stream` raises StreamBroken while the printer is out of reach.

    The stream is kept open until `clear`: some printers beep at every connection.
    What a broken line has left in the printer is taken back when it answers again.
    """

    def __init__(
        self,
        name: str,
        media: Media,
        open_stream: Callable[[], Stream],
        runtime: Runtime,
        patience: float = PATIENCE_S,
    ) -> None:
        self._name, self._media, self._roll = name, media, ROLLS[media]
        self._open, self._runtime, self._patience = open_stream, runtime, patience
        self._stream: Stream | None = None
        self._asking = Lock()
        self._last: Run | None = None
        self._runs: dict[str, Run] = {}
        self._ids = count(1)

    @property
    def name(self) -> str:
        """As `Printer` says."""
        return self._name

    @property
    def media(self) -> Media:
        """As `Printer` says."""
        return self._media

    def condition(self) -> Condition:
        """As `Printer` says; while a job runs the line is the job's, and this is what the job was told last."""
        with self._asking:
            return self._last.job.condition if self._last and self._last.alive else self._ask()

    def start(self, pdf: bytes, copies: int) -> str:
        """As `Printer` says. One job at a time, and only pages as wide as the paper."""
        try:
            pages = rasters(pdf, self._roll) * copies
        except Unprintable as error:
            raise PrinterFault(Condition.UNKNOWN) from error
        with self._asking:
            if self._last and self._last.alive:
                raise PrinterFault(Condition.UNKNOWN)
            condition = self._ask()
            if self._stream is None or not condition.ready:
                raise PrinterFault(condition)
            self._last = Run(self._stream, self._patience, pages, condition, self._runtime)
            job = str(next(self._ids))
            self._runs[job] = self._last
            return job

    def look(self, job: str) -> Job:
        """As `Printer` says; a job of another day is lost."""
        run = self._runs.get(job)
        return run.job if run else Job(JobState.LOST, Condition.UNKNOWN)

    def end(self, job: str) -> None:
        """As `Printer` says."""
        run = self._runs.pop(job, None)
        if run:
            run.call_off()

    def clear(self) -> None:
        """As `Printer` says. The line is let go of, unless what was called off is still stuck on it."""
        with self._asking:
            for job in tuple(self._runs):
                self.end(job)
            if not (self._last and self._last.alive):
                self._drop()

    def _ask(self) -> Condition:
        """A kept stream that has died is opened anew; over a new one, silence means a printer that is off."""
        if self._stream is not None:
            try:
                return self._asked(self._stream)
            except StreamBroken:
                self._drop()
        try:
            self._stream = self._open()
            return self._asked(self._stream)
        except StreamBroken:
            self._drop()
            return Condition.OFFLINE

    def _asked(self, stream: Stream) -> Condition:
        if self._last:
            self._last.take_back(stream)
        return ask(stream, self._patience)

    def _drop(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()
