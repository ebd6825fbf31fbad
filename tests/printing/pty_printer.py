"""A thermal printer at the other end of a line: it takes bytes, says how it is, and can be put out of order."""

import os
import re
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from select import select
from threading import Event, Thread
from time import monotonic
from typing import Self

from domain.printing.printer import Job, JobState, Printer
from tests.printing.escpos_decoder import Decoder


class Trouble(Enum):
    """What a printer can be found in."""

    NO_PAPER = auto()
    COVER_OPEN = auto()
    JAM = auto()
    HOT = auto()
    NEAR_END = auto()
    BUSY = auto()
    """all is well, and it never gets to what comes next"""
    NONSENSE = auto()
    SILENT = auto()
    GONE = auto()
    """it hangs up"""


FINE = (0x12, 0x12, 0x12, 0x12)
ANSWERS: dict[Trouble | None, tuple[int, int, int, int]] = {  # to DLE EOT 1 to 4, by the manual's tables
    None: FINE,
    Trouble.NO_PAPER: (0x1A, 0x32, 0x12, 0x7E),
    Trouble.COVER_OPEN: (0x1A, 0x36, 0x52, 0x7E),
    Trouble.JAM: (0x1A, 0x52, 0x1A, 0x12),
    Trouble.HOT: (0x1A, 0x52, 0x52, 0x12),
    Trouble.NEAR_END: (0x12, 0x12, 0x12, 0x1E),
    Trouble.BUSY: FINE,
    Trouble.NONSENSE: (0xFF, 0xFF, 0xFF, 0xFF),
}
WORKING = {None: b"\x00", Trouble.NEAR_END: b"\x03"}
"""When it does commands in their order, and what it then answers to GS r 1."""
REAL_TIME = re.compile(rb"\x10\x04([\x01-\x04])|\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", re.DOTALL)
LONGEST = 10
"""Bytes of the longest real-time command."""


@dataclass
class FakePrinter:
    """Lives at a file descriptor as long as its `with`. When it has got `after` bytes, it is in `trouble`.

    Real-time commands it obeys wherever they stand, all others in their order, and none while it has stopped.
    """

    line: int
    trouble: Trouble | None = None
    after: int = 0
    received: bytearray = field(default_factory=bytearray)
    cleared: Event = field(default_factory=Event)

    def __enter__(self) -> Self:
        self._left, self._leave = os.pipe()
        self._waiting, self._decoder, self._seen = b"", Decoder(), 0
        self._thread = Thread(target=self._live)
        self._thread.start()
        return self

    def until_hung_up(self) -> None:
        self._thread.join()

    def __exit__(self, *why: object) -> None:
        os.write(self._leave, b".")
        self._thread.join()
        os.close(self._left)
        os.close(self._leave)

    @property
    def now(self) -> Trouble | None:
        return self.trouble if len(self.received) >= self.after else None

    def _live(self) -> None:
        while self._left not in (ready := select([self.line, self._left], [], [])[0]) and ready:
            until_trouble = self.after - len(self.received)
            data = os.read(self.line, until_trouble if until_trouble > 0 else 4096)
            if not data:
                return
            self.received += data
            self._waiting += data
            if self.now is Trouble.GONE:
                return
            self._obey_at_once()
            self._obey_in_order()

    def _obey_at_once(self) -> None:
        while command := REAL_TIME.search(self.received, self._seen):
            self._seen = command.end()
            if not command[1]:
                self._waiting, self._decoder = b"", Decoder()
                self.cleared.set()
                self._say(b"\x37\x25\x00")
            elif self.now is not Trouble.SILENT:
                self._say(bytes([ANSWERS[self.now][command[1][0] - 1]]))
        self._seen = max(self._seen, len(self.received) - LONGEST)

    def _obey_in_order(self) -> None:
        if self.now in WORKING:
            commands = list(self._decoder.feed(self._waiting))
            self._waiting = b""
            for command in commands:
                if command.name == "GS r":
                    self._say(WORKING[self.now])

    def _say(self, answer: bytes) -> None:
        if self.now is not Trouble.SILENT:
            os.write(self.line, answer)


def until(done: Callable[[], bool], what: str) -> None:
    """Wait for what nobody announces."""
    tick, deadline = Event(), monotonic() + 20
    while not done():
        assert monotonic() < deadline, f"in vain for {what}"
        tick.wait(0.01)


def ended(printer: Printer, job: str) -> Job:
    """How a job stands in the end, however much was sent."""
    until(lambda: printer.look(job).state is not JobState.PRINTING, "the end of a job")
    return replace(printer.look(job), progress=0)


@contextmanager
def terminal() -> Iterator[tuple[int, str]]:
    """A pseudo-terminal: the printer's end, and the name of the end that is opened as a serial line."""
    near, far = os.openpty()
    tty.setraw(far)
    try:
        yield near, os.ttyname(far)
    finally:
        os.close(near)
        os.close(far)
