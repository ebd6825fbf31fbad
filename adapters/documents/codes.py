"""查验二维码 as a drawing that stays sharp on every printer."""

from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage
from qrcode.main import QRCode


def square(text: str) -> dict[str, object]:
    """The code at error correction level M: an SVG without quiet zone, and how many modules wide it is."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    drawing = code.make_image(image_factory=SvgPathImage).to_string(encoding="unicode")
    return {"svg": drawing, "modules": code.modules_count}
