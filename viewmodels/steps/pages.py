"""The pages of a PDF as pictures: the very document that is printed."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions


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

    def draw(self, page: int, width: int, top: int, height: int) -> QImage:
        """A strip of a page (from 0) on white: the page is `width` pixels wide, the strip begins at `top`.

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
