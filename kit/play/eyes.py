"""Reading a QR code off a picture of the window, as a phone's camera would."""

from PySide6.QtGui import QImage


def read_codes(picture: QImage) -> list[str]:
    """The texts of all QR codes in a picture."""
    import zxingcpp
    from PIL import Image

    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size, stride = (grey.width(), grey.height()), grey.bytesPerLine()
    image = Image.frombuffer("L", size, bytes(grey.constBits()), "raw", "L", stride, 1)
    return [found.text for found in zxingcpp.read_barcodes(image) if found.format == zxingcpp.BarcodeFormat.QRCode]
