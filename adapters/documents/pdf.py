"""A PDF opened from memory, as QtPdf reads and draws it: on the screen, for a thermal printer, to count its pages.

It may be used from any thread, one at a time (PDFium works behind one lock).
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions


class NotAPdf(ValueError):
    """It cannot be opened; the text is Qt's word for why."""


class Pdf:
    """Raises NotAPdf. Pages count from 0."""

    def __init__(self, pdf: bytes) -> None:
        self._content = QByteArray(pdf)  # a QBuffer only refers to it
        self._buffer = QBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise NotAPdf(self._document.error().name)

    @property
    def count(self) -> int:
        """How many pages it has."""
        return self._document.pageCount()

    def points(self, page: int) -> QSizeF:
        """How large a page is, in points of 1/72 inch."""
        return self._document.pagePointSize(page)

    def tallness(self, page: int) -> float:
        """Height of a page over its width."""
        size = self.points(page)
        return size.height() / size.width()

    def render(self, page: int, size: QSize) -> QImage:
        """A page of that size in pixels; the paper is transparent."""
        return self._document.render(page, size)

    def draw(self, page: int, width: int, top: int, height: int) -> QImage:
        """A strip of a page on white: the page is `width` pixels wide, the strip begins at `top`.

        A roll can be longer than any picture may be.
        """
        whole = QSize(width, round(width * self.tallness(page)))
        strip = QRect(0, top, width, max(1, min(height, whole.height() - top)))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(strip)
        picture = QImage(strip.size(), QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.drawImage(0, 0, self._document.render(page, strip.size(), options))
        painter.end()
        return picture

    def close(self) -> None:
        """On the thread that used it last, before it is forgotten elsewhere."""
        self._document.close()
