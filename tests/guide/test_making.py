"""A section of the guide as it is played, set as a book and shown in a browser."""

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument

import main
from domain.flows.channels import CHANNELS
from kit.guide.hand import finger, hides
from kit.guide.making import Making
from kit.guide.pages import Leaf, flat
from kit.guide.shots import NeverSeen, Shot, shoot
from kit.guide.words import Guide, Step
from tests.guide.browser import SIZE

ROOT = Path(__file__).parents[2]
GUIDE = Guide(main.ASSETS / "guide")
NUMBER = "一(三)1"
CHAPTER, SECTION = next((c, s) for c in GUIDE.chapters for s in c.sections if s.number == NUMBER)
PATIENCE_S = 60


@pytest.fixture(scope="module")
def made(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Leaf]:
    """The section, and the folder that it is in."""
    folder = tmp_path_factory.mktemp("guide")
    making = Making(GUIDE, "zh", main.SIZES["1080x1920"], main.playground)
    (leaf,) = making.write(folder, main.ASSETS / "guide", NUMBER)
    return folder, leaf


def test_a_section_is_a_book(made: tuple[Path, Leaf]) -> None:
    folder, leaf = made
    book = QPdfDocument()
    book.load(str(folder / "guide.pdf"))
    told = [book.getAllText(page).text() for page in range(book.pageCount())]
    assert book.pageCount() == 3  # A cover, the contents, and all of the section on one page.
    page = re.sub(r"\s", "", told[2])
    for entry in leaf.entries:
        assert flat(entry.do) in page and entry.guide in page and entry.say in page
    for words in (*leaf.notes, *leaf.wrongs, leaf.title.replace(" ", ""), "演示", "第3页，共3页"):
        assert words in page
    marks = QPdfBookmarkModel()
    marks.setDocument(book)
    title = QPdfBookmarkModel.Role.Title
    chapter = marks.index(0, 0)
    section = marks.index(0, 0, chapter)
    assert chapter.data(title) == "一、微信端" and marks.index(0, 0, section).data(title) == leaf.title
    book.close()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in (folder / "guide.pdf").read_bytes()


def test_a_section_is_a_page_of_its_own(made: tuple[Path, Leaf]) -> None:
    folder, leaf = made
    page = folder / "site" / f"{leaf.name}.html"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.guide.browser", str(page)],
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE_S,
        check=True,
    )
    seen = json.loads(ran.stdout.splitlines()[-1])
    assert seen["elsewhere"] == [] and seen["moving"] == 0 and seen["wide"] <= SIZE[0]
    assert seen["title"].startswith(leaf.title)
    text = re.sub(r"\s", "", seen["text"])
    for entry in leaf.entries:
        assert flat(entry.do) in text and entry.guide in text and entry.say in text
    assert [alt for alt, _ in seen["pictures"]] == [entry.picture.shows for entry in leaf.entries]
    assert all(width > 0 for _, width in seen["pictures"]) and all(at == 0 for at in seen["reached"])
    assert seen["headings"][0] == 1 and all(b - a <= 1 for a, b in pairwise(seen["headings"]))
    assert (seen["before"], seen["nothing"], seen["found"]) == ([leaf.title], [], [leaf.title])
    assert seen["large"] > seen["small"]
    for left, right, top, bottom in seen["rings"]:
        assert left == pytest.approx(right, abs=1) == pytest.approx(top, abs=1) == pytest.approx(bottom, abs=1)


def test_ring_and_finger_are_on_the_control_and_on_no_word(qapp: object) -> None:
    steps = [step for _, step in CHAPTER.on(SECTION)]
    with main.playground(main.SIZES["1080x1920"]) as ground:
        shots = shoot("wechat.flexible.pay_self", steps, ground)
    for step, shot in zip(steps, shots, strict=True):
        if step.phone is None and not step.look:
            tip = finger(shot)
            assert shot.touched.contains(tip) and hides(shot, tip) == 0, step.do
    titles = [shot.title for shot in shots]
    assert titles == ["社保费功能列表", "缴费信息确认", "缴费档次", "缴费信息确认", "选择缴款方式", "支付"]
    assert shots[-1].amount == "878.94"
    method = shots[-2]
    assert colour(method, 4) == CHANNELS["wechat"].colours.accent != colour(method, -4)


def colour(shot: Shot, inside: float) -> str:
    """Of the picture, so far inside of the left edge of what is ringed."""
    return shot.picture.pixelColor(round(shot.ring.left() + inside), round(shot.ring.center().y())).name().upper()


def test_a_step_that_is_never_come_to_is_told(qapp: object) -> None:
    gone = Step(at="menu", touch="item.that_there_is_not", do={"zh": "点", "en": "Tap"})
    with main.playground(main.SIZES["1080x1920"]) as ground, pytest.raises(NeverSeen, match="never comes to menu"):
        shoot("wechat.entry.official_account", [gone], ground)


def test_a_section_that_there_is_not_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main.main(["guide", "--section", "五(一)", "--out", str(tmp_path)]) == 1
    assert "the guide has no section 五(一)" in capsys.readouterr().out
