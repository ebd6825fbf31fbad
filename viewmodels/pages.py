"""The pages of a PDF as pictures: the very document that is printed."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument


class Pages:
    """A PDF in memory. Raises ValueError for what is none. To be used on one thread."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise ValueError("not a PDF")

    @property
    def count(self) -> int:
        return self._document.pageCount()

    def tallness(self, page: int) -> float:
        """Height of a page (from 0) over its width."""
        size = self._document.pagePointSize(page)
        return size.height() / size.width()

    def draw(self, page: int, width: int) -> QImage:
        """A page (from 0) on white, `width` pixels wide."""
        size = QSize(width, round(width * self.tallness(page)))
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.drawImage(0, 0, self._document.render(page, size))
        painter.end()
        return picture
