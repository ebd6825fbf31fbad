"""Frames of the SAM protocol of readers for identity cards: `AA AA AA 96 69`, length, content, check byte.

The length (two bytes, high first) counts content and check byte: the exclusive or of all bytes from the length on.
An answer's content begins with SW1 SW2 SW3.
"""

from collections.abc import Iterator
from functools import reduce
from operator import xor

PREAMBLE = b"\xaa\xaa\xaa\x96\x69"
HEAD = len(PREAMBLE) + 2
LEAST, MOST = 4, 1288
"""What a length may be: a status and its check byte; the text of a card (256 bytes) with its photo (1024)."""


def frame(content: bytes) -> bytes:
    """A frame with this content."""
    counted = (len(content) + 1).to_bytes(2) + content
    return PREAMBLE + counted + bytes([reduce(xor, counted)])


class Frames:
    """Finds whole frames in a stream of bytes, whatever else there is, and never holds more than the longest frame."""

    def __init__(self, least: int = LEAST) -> None:
        """`least` is the shortest length: that of answers, unless it is commands that are looked for."""
        self._least = least
        self._held = bytearray()

    @property
    def lacks(self) -> int:
        """How many bytes have to come at least before there can be another frame."""
        return (HEAD + self._length() if len(self._held) >= HEAD else HEAD + self._least) - len(self._held)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The contents of all frames that are whole by now. What is no frame is passed over."""
        for at in range(0, len(data), MOST):
            self._held += data[at : at + MOST]
            while (content := self._next()) is not None:
                yield content

    def _next(self) -> bytes | None:
        while self._align():
            length = self._length()
            if self._least <= length <= MOST:
                if len(self._held) < HEAD + length:
                    return None
                counted = bytes(self._held[len(PREAMBLE) : HEAD + length])
                if reduce(xor, counted) == 0:
                    del self._held[: HEAD + length]
                    return counted[2:-1]
            del self._held[0]  # It only looked like a frame; one may begin within it.
        return None

    def _align(self) -> bool:
        """Drop what comes before a frame; whether its beginning and its length are there."""
        at = self._held.find(PREAMBLE)
        if at < 0:
            kept = next(n for n in range(len(PREAMBLE) - 1, -1, -1) if self._held.endswith(PREAMBLE[:n]))
            del self._held[: len(self._held) - kept]
            return False
        del self._held[:at]
        return len(self._held) >= HEAD

    def _length(self) -> int:
        return int.from_bytes(self._held[len(PREAMBLE) : HEAD])
