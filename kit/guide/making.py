"""Makes the guide: walks what it tells of, keeps its pictures, and writes the book and the site."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kit.guide import book, site
from kit.guide.hand import over
from kit.guide.pages import Leaf, Picture, leaf, shows
from kit.guide.shots import Shot, shoot
from kit.guide.words import Chapter, Guide, Section

if TYPE_CHECKING:
    from kit.play.playground import MakePlayground

PICTURES = "pictures"
WIDE, COLOURS = 432, 64
"""How wide pictures are kept, more on a wide terminal, and in how many colours: sharp in print, and small."""


class Making:
    """A guide in the making, in one language and at one size of the terminal."""

    def __init__(self, guide: Guide, language: str, size: tuple[int, int], make: "MakePlayground") -> None:
        self._guide, self._language, self._size, self._make = guide, language, size, make

    def write(self, folder: Path, assets: Path, only: str = "") -> list[Leaf]:
        """Into a folder: `guide.pdf` and `site/`. `only` is one section's number.

        Raises LookupError if there is no such section, or a step is never come to; NotThere if a walk fails.
        """
        pictures = folder / "site" / PICTURES
        pictures.mkdir(parents=True, exist_ok=True)
        leaves = [
            leaf(self._guide, chapter, section, list(self._pictures(chapter, section, pictures)), self._language)
            for chapter in self._guide.chapters
            for section in chapter.sections
            if only in {"", section.number}
        ]
        if not leaves:
            raise LookupError(f"the guide has no section {only}")
        book.write(
            *(self._guide.book, leaves, pictures, assets / book.TEMPLATE, self._language), file=folder / "guide.pdf"
        )
        _clear(pictures, leaves)
        site.write(self._guide.book, leaves, assets, self._language, folder / "site")
        return leaves

    def _pictures(self, chapter: Chapter, section: Section, folder: Path) -> Iterator[Picture]:
        for walk, steps in groupby(chapter.on(section), lambda one: one[0].walk):
            wanted = [step for _, step in steps]
            with self._make(self._size) as ground:
                ground.speak(self._language)
                shots = shoot(walk, wanted, ground)
            for step, shot in zip(wanted, shots, strict=True):
                file = keep(shot, folder)
                told = shows(self._guide, step, shot.title, self._language)
                size = shot.size.toSize()
                yield Picture(f"{PICTURES}/{file}", size.width(), size.height(), over(shot, step), told)


def _clear(folder: Path, leaves: Sequence[Leaf]) -> None:
    """Pictures of an earlier making are in nobody's way."""
    used = {entry.picture.file for leaf in leaves for entry in leaf.entries}
    for file in folder.glob("*.webp"):
        if f"{PICTURES}/{file.name}" not in used:
            file.unlink()


def keep(shot: Shot, folder: Path) -> str:
    """A picture as it is, smaller and of fewer colours. Its file is called by its content, so none is there twice."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shot.picture.save(buffer, "PNG")  # type: ignore[call-overload]
    whole = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    width = WIDE if whole.width < whole.height else WIDE * 2
    small = whole.resize((width, round(whole.height * width / whole.width)), Image.Resampling.LANCZOS)
    few = small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, 2, dither=Image.Dither.NONE).convert("RGB")
    name = f"{sha256(few.tobytes()).hexdigest()[:12]}.webp"
    few.save(folder / name, lossless=True, quality=100, method=4)
    return name
