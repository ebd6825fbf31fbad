"""The ESC/POS commands of a sheet, as bytes (Epson, ESC/POS Command Reference).

By hand, because they are four: python-escpos makes the same bytes, but is untyped, brings seven packages that nothing
else needs, and leaves a folder with a pickle behind for every process that imports it.
"""

from collections.abc import Iterator

from PIL import Image

STRIP = 64
"""Rows sent at once, 8 mm: few enough for a slow line to take them within seconds."""
INITIALIZE = b"\x1b@"
"""ESC @: as after switching on."""
FEED = b"\x1bd\x06"
"""ESC d: six lines, so that the sheet's end lies beyond the knife."""
CUT = b"\x1dV\x00"
"""GS V 0: all through. A printer without a cutter ignores it."""
RASTER = b"\x1dv0\x00"
"""GS v 0 in normal size; there follow bytes of a row and rows (two bytes each, the low one first), then the dots."""
BURNT = bytes(range(255, -1, -1))
"""Each byte of a picture as the head wants it: a bit that is set is black."""


def sheet(picture: Image.Image) -> Iterator[bytes]:
    """One whole command after the other: the picture (mode "1", whole bytes wide) in strips, fed out and cut."""
    yield INITIALIZE
    for top in range(0, picture.height, STRIP):
        yield _raster(picture.crop((0, top, picture.width, min(top + STRIP, picture.height))))
    yield from ending()


def ending() -> Iterator[bytes]:
    """What takes a sheet away from what is printed next."""
    yield FEED
    yield CUT


def _raster(strip: Image.Image) -> bytes:
    size = (strip.width // 8).to_bytes(2, "little") + strip.height.to_bytes(2, "little")
    return RASTER + size + strip.tobytes().translate(BURNT)
