"""Qt keeps a picture of every character that it has drawn; the terminal lets go of them."""

import ctypes

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.glyphs import forget
from ui.window import FONT

LARGE_PX = 50
KILOBYTE = 1024


class Heap(ctypes.Structure):
    """glibc's mallinfo2."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()
    ]


def used_kb() -> int:
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype = Heap
    return int(libc.mallinfo2().uordblks) // KILOBYTE


def draw(characters: str) -> None:
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    font = QFont(FONT)
    font.setPixelSize(LARGE_PX)
    painter = QPainter(picture)
    painter.setFont(font)
    for character in characters:
        painter.drawText(QRect(0, 0, 100, 100), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()


def test_drawn_characters_are_let_go_of(qapp: object) -> None:
    draw("一")
    before = used_kb()
    draw("".join(chr(0x4E00 + n) for n in range(1, 1001)))
    drawn = used_kb() - before
    assert drawn > 1000
    forget()
    assert used_kb() - before < drawn / 4
