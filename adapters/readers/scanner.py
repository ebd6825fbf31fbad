"""A scanner for codes on paper, on a serial line: it sends what a code says, and the end of a line."""

import re
from collections.abc import Callable

from adapters.printing.streams import Stream
from adapters.readers.lines import LineReader
from domain.readers.reading import Scanned
from domain.readers.readings import Readings
from domain.runtime import Runtime

LONGEST = 512
"""Bytes. Whatever is longer is no code of ours, and is passed over to the end of its line."""
EVERY_S = 0.1
WAIT_S = 0.2


class Lines:
    """Finds lines in a stream of bytes; holds no more than the longest."""

    def __init__(self) -> None:
        self._held = b""
        self._too_long = False

    def feed(self, data: bytes) -> list[str]:
        """The lines that are whole by now, without those that are blank, too long or no text."""
        *whole, last = re.split(rb"[\r\n]", self._held + data)
        lines = whole[1:] if self._too_long and whole else whole
        self._too_long = len(last) > LONGEST or (self._too_long and not whole)
        self._held = b"" if self._too_long else last
        return [text for text in map(_text, lines) if text]


def _text(line: bytes) -> str:
    """As UTF-8, or else as GB 18030, as scanners are set here; empty if it is neither."""
    for code in ("utf-8", "gb18030"):
        try:
            return line.decode(code).strip() if len(line) <= LONGEST else ""
        except UnicodeDecodeError:
            continue
    return ""


class CodeScanner(LineReader):
    """What is scanned while no screen waits for it is dropped."""

    def __init__(self, name: str, open_line: Callable[[], Stream], readings: Readings, runtime: Runtime) -> None:
        super().__init__(name, open_line, self._listen, runtime, EVERY_S)
        self._readings = readings
        self._lines = Lines()

    def clear(self) -> None:
        """As `Reader` says."""
        self._lines = Lines()

    def _listen(self, line: Stream) -> None:
        for text in self._lines.feed(line.read(LONGEST, WAIT_S)):
            self._readings.put(Scanned(text))
