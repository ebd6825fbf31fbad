"""The least of a VNC viewer (RFC 6143): one picture, to see that the terminal really draws.

`python -m tests.tools.rfb PORT` says how large it is and how many colours it has; exit 1 if it is blank.
"""

import socket
import struct
import sys
from typing import Any, BinaryIO

PIXEL = 4
"""Bytes of a pixel."""


def picture(port: int, seconds: float = 10) -> tuple[int, int, bytes]:
    """Width, height and pixels of what 127.0.0.1:`port` shows. Raises OSError, or EOFError if the server hangs up."""
    with socket.create_connection(("127.0.0.1", port), seconds) as peer, peer.makefile("rb") as answers:
        _take(answers, "12s")
        peer.sendall(b"RFB 003.003\n")
        if _take(answers, "I") != (1,):
            raise ConnectionError("the server wants a password")
        peer.sendall(b"\1")
        width, height, name = _take(answers, "HH16xI")
        _take(answers, f"{name}s")
        raw_only = struct.pack(">BxHi", 2, 1, 0)
        whole_picture = struct.pack(">BBHHHH", 3, 0, 0, 0, width, height)
        peer.sendall(raw_only + whole_picture)
        (rectangles,) = _take(answers, "2xH")
        pixels = b""
        for _ in range(rectangles):
            wide, high, _encoding = _take(answers, "4xHHi")
            pixels += _take(answers, f"{wide * high * PIXEL}s")[0]
        return width, height, pixels


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
