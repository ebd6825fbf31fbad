"""What is on a PDF, as poppler reads and draws it."""

import subprocess
from io import BytesIO

from PIL import Image


def poppler(tool: str, pdf: bytes, *options: str) -> bytes:
    """What a tool of poppler-utils says of a document that it gets by its standard input."""
    return subprocess.run([tool, *options], input=pdf, check=True, capture_output=True).stdout


def pages(pdf: bytes) -> list[str]:
    """The text of each page in the order in which it was set, without any white space."""
    text = poppler("pdftotext", pdf, "-raw", "-", "-").decode()
    return ["".join(page.split()) for page in text.removesuffix("\f").split("\f")]


def picture(pdf: bytes, dpi: int = 100, page: int = 1) -> Image.Image:
    """One page in colour."""
    drawn = poppler("pdftoppm", pdf, "-r", str(dpi), "-f", str(page), "-l", str(page), "-png")
    with Image.open(BytesIO(drawn)) as image:
        return image.convert("RGB")
