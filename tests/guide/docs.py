"""Draws the illustrated guide into docs/guide: `scripts/guide`. In English only the section that README shows."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtPdf import QPdfDocument

import main
from adapters.documents.pdf import Pdf

FOLDER = Path(__file__).parents[2] / "docs" / "guide"
SECTION, TITLE = "一(三)1", "灵活就业人员自主缴费"
WIDTH = 620
CONTENTS, FIRST = 1, 2
"""Pages, from 0: a cover is before the contents."""
COLOURS = 128


def picture(book: Path, page: int, name: str) -> None:
    """A page of a book as README shows it."""
    from io import BytesIO

    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    pdf = Pdf(book.read_bytes())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pdf.draw(page, WIDTH, 0, round(WIDTH * pdf.tallness(page)) + 1).save(buffer, "PNG")  # type: ignore[call-overload]
    pdf.close()
    few = Image.open(BytesIO(buffer.data().data())).convert("RGB").quantize(COLOURS)
    few.save(FOLDER / f"{name}.png", optimize=True)


def draw() -> int:
    """All of it, in Chinese; 1 if a walk does not end well."""
    if code := main.main(["guide", "--out", str(FOLDER)]):
        return code
    picture(FOLDER / "guide.pdf", CONTENTS, "contents")
    picture(FOLDER / "guide.pdf", begins(FOLDER / "guide.pdf"), "section")
    with TemporaryDirectory() as name:
        if code := main.main(["guide", "--language", "en", "--section", SECTION, "--out", name]):
            return code
        picture(Path(name) / "guide.pdf", FIRST, "english")
    return 0


def begins(file: Path) -> int:
    """The page on which SECTION begins."""
    book = QPdfDocument()
    book.load(str(file))
    return next(page for page in range(FIRST, book.pageCount()) if TITLE in book.getAllText(page).text())


if __name__ == "__main__":
    sys.exit(draw())
