"""The code on the screen: what the network returned, drawn by `qrcode`, whole pixels per module."""

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004)."""


class QrImages(QQuickImageProvider):
    """`image://qr/<module px>/<text, percent-encoded>`."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        module, _, text = id.partition("/")
        image = draw(unquote(text), int(module))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def requestPixmap(self, id: str, size: QSize, requested: QSize) -> QPixmap:
        return QPixmap.fromImage(self.requestImage(id, size, requested))


def warm_up() -> None:
    """Load what drawing takes, so that the first payer does not wait for it."""
    draw("", 1)


def draw(text: str, module: int) -> QImage:
    """A black on white code at error correction level M, `module` pixels per module, with its quiet zone."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.image.pil import PilImage
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, box_size=module, border=QUIET_ZONE)
    code.add_data(text)
    picture = code.make_image(image_factory=PilImage).get_image().convert("L")
    pixels = picture.tobytes()
    return QImage(pixels, picture.width, picture.height, picture.width, QImage.Format.Format_Grayscale8).copy()
