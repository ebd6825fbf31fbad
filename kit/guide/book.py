"""The guide as a book: one PDF, set by Typst as papers are, tagged (PDF/UA-1), with bookmarks and page numbers."""

import json
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kit.guide.hand import EDGE
from kit.guide.pages import Leaf, said
from kit.guide.words import Book

TEMPLATE = "guide.typ"


def write(book: Book, leaves: Sequence[Leaf], pictures: Path, template: Path, language: str, file: Path) -> None:
    """Set it into a file. Raises RuntimeError where the template is wrong."""
    from typst import Compiler

    from adapters.documents.fonts import fonts

    chapters = {leaf.channel: leaf for leaf in reversed(leaves)}
    facts = {
        "language": language,
        "edition": book.edition,
        "edge": EDGE,
        "wide": any(entry.picture.width > entry.picture.height for leaf in leaves for entry in leaf.entries),
        "words": {name: said(words, language) for name, words in book.words.items()},
        "leaves": [leaf.facts() for leaf in leaves],
        "chapters": [
            {"channel": channel, "title": leaf.kicker[0], "glyph": leaf.glyph, "colours": leaf.colours}
            for channel, leaf in reversed(chapters.items())
        ],
    }
    year, month = map(int, book.edition.split("-"))
    with TemporaryDirectory(prefix="kiosk-guide-") as name:
        folder = Path(name)
        shutil.copy(template, folder / TEMPLATE)
        shutil.copytree(pictures, folder / pictures.name)
        (folder / "guide.json").write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
        compiler = Compiler(str(folder / TEMPLATE), str(folder), fonts())
        stamp = int(datetime(year, month, 1, tzinfo=UTC).timestamp())
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=stamp)
    assert isinstance(pdf, bytes)
    file.write_bytes(pdf)
