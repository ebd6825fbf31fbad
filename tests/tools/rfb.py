"""The least of a VNC viewer (RFC 6143): one picture, to see that the terminal really draws, and another size.

`python -m tests.tools.rfb PORT` says how large it is and how many colours it has; exit 1 if it is blank.
"""

import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

PIXEL = 4
"""Bytes of a pixel."""
EXTENDED_DESKTOP_SIZE = -308


@contextmanager
def viewer(port: int, seconds: float) -> Iterator[tuple[socket.socket, BinaryIO, tuple[int, int]]]:
    """A connection to 127.0.0.1:`port` that has shaken hands: where to write, where to read, width and height."""
    with socket.create_connection(("127.0.0.1", port), seconds) as peer, peer.makefile("rb") as answers:
        _take(answers, "12s")
        peer.sendall(b"RFB 003.003\n")
        if _take(answers, "I") != (1,):
            raise ConnectionError("the server wants a password")
        peer.sendall(b"\1")
        width, height, name = _take(answers, "HH16xI")
        _take(answers, f"{name}s")
        yield peer, answers, (width, height)


def picture(port: int, seconds: float = 10) -> tuple[int, int, bytes]:
    """Width, height and pixels of what 127.0.0.1:`port` shows. Raises OSError, or EOFError if the server hangs up."""
    with viewer(port, seconds) as (peer, answers, (width, height)):
        raw_only = struct.pack(">BxHi", 2, 1, 0)
        whole_picture = struct.pack(">BBHHHH", 3, 0, 0, 0, width, height)
        peer.sendall(raw_only + whole_picture)
        (rectangles,) = _take(answers, "2xH")
        pixels = b""
        for _ in range(rectangles):
            wide, high, _encoding = _take(answers, "4xHHi")
            pixels += _take(answers, f"{wide * high * PIXEL}s")[0]
        return width, height, pixels


def resize(port: int, width: int, height: int, seconds: float = 10) -> None:
    """Ask for a screen of another size, as a viewer does whose window is pulled larger, and wait for the answer."""
    with viewer(port, seconds) as (peer, answers, old):
        tell_me = struct.pack(">BxHii", 2, 2, 0, EXTENDED_DESKTOP_SIZE)
        screens = struct.pack(">IHHHHI", 0, 0, 0, width, height, 0)
        peer.sendall(tell_me + struct.pack(">BBHHHH", 3, 0, 0, 0, 1, 1))
        _desktop_size(answers)
        peer.sendall(struct.pack(">BxHHBx", 251, width, height, 1) + screens)
        peer.sendall(struct.pack(">BBHHHH", 3, 1, 0, 0, 1, 1))
        while _desktop_size(answers) == old != (width, height):
            pass


def _desktop_size(answers: BinaryIO) -> tuple[int, int]:
    """Read until the server says how large its screen is."""
    said = None
    while said is None:
        (rectangles,) = _take(answers, "2xH")
        for _ in range(rectangles):
            _x, why_not, wide, high, encoding = _take(answers, "HHHHi")
            if encoding == EXTENDED_DESKTOP_SIZE:
                (screens,) = _take(answers, "B3x")
                _take(answers, f"{16 * screens}s")
                if why_not:
                    raise ConnectionError(f"the server refuses that size ({why_not})")
                said = (wide, high)
            else:
                _take(answers, f"{wide * high * PIXEL}s")
    return said


def colours(pixels: bytes) -> int:
    """How many different colours there are; 1 is a blank screen."""
    return len(set(struct.iter_unpack(f"{PIXEL}s", pixels)))


def _take(answers: BinaryIO, form: str) -> tuple[Any, ...]:
    """The next fields, big-endian, as `struct` writes them."""
    size = struct.calcsize(">" + form)
    data = answers.read(size)
    if len(data) < size:
        raise EOFError("the server hung up")
    return struct.unpack(">" + form, data)


if __name__ == "__main__":
    width, height, pixels = picture(int(sys.argv[1]))
    print(f"{width} x {height}, {colours(pixels)} colours")
    sys.exit(colours(pixels) < 2)
