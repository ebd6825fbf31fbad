"""An X server of our own and what is seen from it: its pixels as they change, and a finger.

Xvfb keeps its picture in a file that others can map, so looking costs neither the server nor a window anything.
"""

import mmap
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

DEPTH, PIXEL = 24, 4
"""Bits that colours have, bytes that a pixel takes."""
EVERY = 16
"""So many rows apart are those that are looked at."""
LOOK_S = 0.0005
QUIET_S = 0.006
"""A picture that has not changed for so long is whole: a window sends it in pieces."""
FINGER_S = 0.08
"""How long a finger rests on the glass; what the touched thing shows of that is over by then."""
FINGERTIP = 110
"""Pixels around a touch in which a change may be the touched thing's own answer, and not the next picture."""
PATIENCE_S = 20.0


class MissingPart(Exception):
    """What only this measure needs is not there. The message says what to install."""


class XServer:
    """`picture` is the server's frame buffer as an X window dump, `name` its display."""

    def __init__(self, name: str, picture: mmap.mmap, size: tuple[int, int]) -> None:
        from Xlib.display import Display

        self.name = name
        self._picture = memoryview(picture)
        self._width, self._height = size
        header, colours, self._row = _layout(picture)
        self._start = header + colours
        self._hand = Display(name)

    def look(self, around: tuple[int, int] | None = None) -> bytes:
        """Some rows of the picture as it is now; without those that a fingertip `around` there covers."""
        covered = range(around[1] - FINGERTIP, around[1] + FINGERTIP) if around else range(0)
        rows = (y for y in range(EVERY // 2, self._height, EVERY) if y not in covered)
        begins = (self._start + y * self._row for y in rows)
        return b"".join(self._picture[at : at + self._width * PIXEL] for at in begins)

    def alike(self, one: bytes, other: bytes) -> float:
        """The share of rows that are the same in both looks."""
        row = self._width * PIXEL
        same = [one[at : at + row] == other[at : at + row] for at in range(0, len(one), row)]
        return sum(same) / len(same)

    def next_picture(self, before: bytes, began: float, around: tuple[int, int] | None = None) -> float:
        """Milliseconds from `began` (of `perf_counter`) until what follows `before` is whole on the screen."""
        seen, changed_at = before, 0.0
        while True:
            now = perf_counter()
            look = self.look(around)
            if look != seen:
                seen, changed_at = look, perf_counter()
            elif changed_at and now - changed_at > QUIET_S:
                return (changed_at - began) * 1000
            elif not changed_at and now - began > PATIENCE_S:
                raise RuntimeError(f"no other picture came within {PATIENCE_S:.0f} s")
            sleep(LOOK_S)

    def tap(self, x: int, y: int) -> float:
        """Milliseconds from a finger's going up until the next picture."""
        self._press(x, y)
        before, began = self.look((x, y)), perf_counter()
        self._release()
        return self.next_picture(before, began, (x, y))

    def touch(self, x: int, y: int) -> None:
        """A tap, whatever becomes of it."""
        self._press(x, y)
        self._release()

    def _press(self, x: int, y: int) -> None:
        from Xlib import X
        from Xlib.ext import xtest

        xtest.fake_input(self._hand, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self._hand, X.ButtonPress, 1)
        self._hand.sync()
        sleep(FINGER_S)

    def _release(self) -> None:
        from Xlib import X
        from Xlib.ext import xtest

        xtest.fake_input(self._hand, X.ButtonRelease, 1)
        self._hand.flush()

    def close(self) -> None:
        self._hand.close()
        self._picture.release()


@contextmanager
def x_server(size: tuple[int, int]) -> Iterator[XServer]:
    """An Xvfb with one screen of `size`. Raises MissingPart."""
    program = shutil.which("Xvfb")
    if program is None:
        raise MissingPart("measuring from outside needs Xvfb (Debian: apt-get install xvfb)")
    try:
        import Xlib  # noqa: F401
    except ImportError:
        raise MissingPart("measuring from outside needs python-xlib, of uv's group dev") from None
    with TemporaryDirectory(prefix="kiosk-x-") as folder:
        ready, when_ready = os.pipe()
        screen = f"{size[0]}x{size[1]}x{DEPTH}"
        words = ["-screen", "0", screen, "-fbdir", folder, "-displayfd", str(when_ready), "-nolisten", "tcp"]
        with os.fdopen(ready) as answer:
            xvfb = subprocess.Popen([program, *words], pass_fds=[when_ready], stderr=subprocess.DEVNULL)
            os.close(when_ready)
            number = answer.readline().strip()
        try:
            if not number:
                raise MissingPart("Xvfb does not start here")
            with (
                (Path(folder) / "Xvfb_screen0").open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as picture,
                closing(XServer(f":{number}", picture, size)) as server,
            ):
                yield server
        finally:
            xvfb.terminate()
            xvfb.wait()


def _layout(dump: mmap.mmap) -> tuple[int, int, int]:
    """Bytes of an X window dump's header, of its colours, and of a row (XWDFile.h, 25 numbers of 32 bits)."""
    numbers = struct.unpack(">25I", dump[:100])
    header, row, colours = numbers[0], numbers[12], numbers[19]
    return header, colours * 12, row
