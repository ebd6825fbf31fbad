"""Reads the bytes that a thermal printer gets, as its manual says and with nothing of what made them.

Source: Epson, ESC/POS Command Reference: ESC @, ESC d, GS V, GS v 0, GS r, DLE EOT, DLE DC4 (fn = 8).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PIL import Image


@dataclass(frozen=True)
class Command:
    """`name` as the manual has it; `picture` of a GS v 0, black where the head burns."""

    name: str
    picture: Image.Image | None = None


LENGTHS = {  # what follows is fixed
    b"\x1b@": ("ESC @", 2),
    b"\x1bd": ("ESC d", 3),
    b"\x1dV": ("GS V", 3),
    b"\x1dr": ("GS r", 3),
    b"\x10\x04": ("DLE EOT", 3),
    b"\x10\x14": ("DLE DC4", 10),
}
RASTER_HEADER = 8


class Decoder:
    """Takes the bytes as they come and gives the commands that are whole. An unknown command is an AssertionError."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[Command]:
        self._rest += data
        while (length := self._length()) and len(self._rest) >= length:
            command, self._rest = self._rest[:length], self._rest[length:]
            yield _raster(command) if command[:2] == b"\x1dv" else Command(LENGTHS[command[:2]][0])

    def _length(self) -> int:
        """Of the next command; 0 if too little of it is there to know."""
        head = self._rest[:2]
        if len(head) == 2 and head in LENGTHS:
            return LENGTHS[head][1]
        if head == b"\x1dv" and len(self._rest) >= RASTER_HEADER:
            return RASTER_HEADER + _int(self._rest[4:6]) * _int(self._rest[6:8])
        assert len(head) < 2 or head == b"\x1dv", f"unknown command {head!r}"
        return 0


def _raster(command: bytes) -> Command:
    assert command[:4] == b"\x1dv0\x00", "not a raster of normal size"
    width, height = 8 * _int(command[4:6]), _int(command[6:8])
    burnt = Image.frombytes("1", (width, height), command[RASTER_HEADER:])
    return Command("GS v 0", burnt.point(lambda level: 255 - level))


def _int(low_high: bytes) -> int:
    return int.from_bytes(low_high, "little")


def sheets(received: bytes) -> list[Image.Image]:
    """The pieces of paper that fell: all rasters between two cuts, one under the other."""
    fallen = []
    for cut, commands in groupby(Decoder().feed(received), lambda command: command.name == "GS V"):
        strips = [command.picture for command in commands if command.picture]
        if not cut and strips:
            fallen.append(_joined(strips))
    return fallen


def _joined(strips: list[Image.Image]) -> Image.Image:
    sheet = Image.new("1", (strips[0].width, sum(strip.height for strip in strips)), 1)
    top = 0
    for strip in strips:
        sheet.paste(strip, (0, top))
        top += strip.height
    return sheet
