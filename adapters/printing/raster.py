"""From a PDF to the dots of a thermal print head: one picture for each page, black or white."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops
from PySide6.QtCore import QSize

from adapters.documents.pdf import NotAPdf, Pdf
from domain.certificates.paper import Media

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

DOTS_PER_MM = 8
"""What is sold as 203 dpi."""
POINTS_PER_MM = 72 / 25.4
BLACK_BELOW = 128
"""Grey levels under this are dots. Nothing is dithered: text and the modules of a QR code have edges."""
OUT_OF_TRUE_MM = 0.5
"""How far a page may be from the width of the paper."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Paper `mm` wide; the head has `dots`, in the middle of it."""

    mm: int
    dots: int


ROLLS = {Media.ROLL_80: Roll(80, 576), Media.ROLL_58: Roll(58, 384)}


class Unprintable(Exception):
    """Not a document for this paper: no PDF, or pages of another width."""


def rasters(pdf: bytes, roll: Roll) -> tuple[Image.Image, ...]:
    """Every page as a picture of mode "1", as wide as the head and as high as the page. Raises Unprintable."""
    try:
        document = Pdf(pdf)
    except NotAPdf as why:
        raise Unprintable(str(why)) from why
    pages = tuple(_raster(document, page, roll) for page in range(document.count))
    document.close()
    return pages


def _raster(document: Pdf, page: int, roll: Roll) -> Image.Image:
    size = document.points(page) / POINTS_PER_MM
    if abs(size.width() - roll.mm) > OUT_OF_TRUE_MM:
        raise Unprintable(f"page {page + 1} is {size.width():.1f} mm wide")
    width, height = roll.mm * DOTS_PER_MM, round(size.height() * DOTS_PER_MM)
    margin = (width - roll.dots) // 2
    grey = _on_white(document.render(page, QSize(width, height)))
    dots = grey.crop((margin, 0, margin + roll.dots, height)).point(lambda level: 255 * (level >= BLACK_BELOW), "1")
    return quietened(dots)


def _on_white(drawn: "QImage") -> Image.Image:
    """A page in grey levels; QtPdf leaves the paper transparent."""
    size = (drawn.width(), drawn.height())
    page = Image.frombytes("RGBA", size, bytes(drawn.constBits()), "raw", "BGRA", drawn.bytesPerLine())
    white = Image.new("RGBA", size, "white")
    white.alpha_composite(page)
    return white.convert("L")


REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")
"""How real-time commands begin: a printer obeys them wherever they stand, also amid a picture (Epson, "DLE EOT")."""


def quietened(picture: Image.Image) -> Image.Image:
    """The picture without bytes that a printer would take for a command: a dot that begins one is made a dot wider."""
    sent = REAL_TIME.sub(b"\x18", ImageChops.invert(picture).tobytes())
    return ImageChops.invert(Image.frombytes("1", picture.size, sent))
