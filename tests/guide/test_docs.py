"""The guide in docs/guide is the one that its words make: drawn anew by scripts/guide whenever they have changed."""

import re
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

import main
from kit.guide.pages import flat
from kit.guide.words import Chapter, Guide, Section

FOLDER = Path(__file__).parents[2] / "docs" / "guide"
GUIDE = Guide(main.ASSETS / "guide")
SECTIONS = [pytest.param(c, s, id=s.number) for c in GUIDE.chapters for s in c.sections]
MEGABYTES = 8


@pytest.fixture(scope="module")
def told(qapp: object) -> str:
    """All that the book says, without blanks."""
    book = QPdfDocument()
    book.load(str(FOLDER / "guide.pdf"))
    pages = [book.getAllText(page).text() for page in range(book.pageCount())]
    book.close()
    return re.sub(r"\s", "", "".join(pages))


@pytest.mark.parametrize(("chapter", "section"), SECTIONS)
def test_no_step_of_a_section_is_missing(told: str, chapter: Chapter, section: Section) -> None:
    for _, step in chapter.on(section):
        for words in (step.do, step.guide, step.say):
            assert re.sub(r"\s", "", flat(words.get("zh", ""))) in told
    for words in (*section.notes, *(wrong.says for wrong in section.wrongs)):
        assert re.sub(r"\s", "", words["zh"]) in told


def test_it_is_small_enough_to_be_kept() -> None:
    kept = [file for file in FOLDER.iterdir() if file.is_file()]
    assert {file.suffix for file in kept} == {".pdf", ".png"}
    assert sum(file.stat().st_size for file in kept) < MEGABYTES * 2**20
