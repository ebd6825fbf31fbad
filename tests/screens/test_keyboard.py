"""The touch keyboard: a name in Pinyin by real keys, the field never covered, and nothing learnt from anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QStandardPaths

import main
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.standing import Standing

FIRST = range(6)
"""Places of words that are offered at once."""
LEAST_PX = 96


@pytest.fixture(scope="module", params=main.SIZES)
def standing(
    request: pytest.FixtureRequest, filled: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Standing]:
    """One of each size: what is typed is kept nowhere."""
    standing = Standing(request.param, filled, tmp_path_factory.mktemp("standing"))
    yield standing
    standing.close()


@pytest.fixture
def ground(standing: Standing) -> Iterator[Playground]:
    with standing.visit() as ground:
        yield ground


@pytest.fixture(autouse=True)
def name_is_in_use(kiosk: Kiosk) -> None:
    comes_to_the_name(kiosk, "wechat")


def comes_to_the_name(kiosk: Kiosk, channel: str) -> None:
    kiosk.touch(f"tile.{channel}")
    kiosk.settle()
    if not kiosk.has(f"{channel}.identify"):
        kiosk.touch("next")
    kiosk.shows(f"{channel}.identify")
    kiosk.rest()
    kiosk.touch("field.name")
    kiosk.find_shown("keyboard")


def press(kiosk: Kiosk, letters: str) -> None:
    for letter in letters:
        kiosk.touch(f"letter.{letter}")


def word(kiosk: Kiosk, place: int) -> str:
    """The word that is offered there; empty if there is none."""
    if not kiosk.has(f"word.{place}"):
        return ""
    return str(kiosk.find(f"word.{place}").property("text"))


def offered(kiosk: Kiosk) -> list[str]:
    kiosk.settle()
    return [word(kiosk, place) for place in FIRST]


def chooses(kiosk: Kiosk, text: str) -> None:
    kiosk.until(lambda: text in offered(kiosk), text)
    kiosk.touch(f"word.{offered(kiosk).index(text)}")


def test_a_name_is_written_in_pinyin(kiosk: Kiosk) -> None:
    press(kiosk, "wang")
    chooses(kiosk, "王")
    kiosk.until(lambda: kiosk.text("field.name") == "王", "the name")
    assert not kiosk.has("word.0"), "nothing is offered after a word"


def test_a_name_of_two_parts(kiosk: Kiosk) -> None:
    press(kiosk, "a")
    chooses(kiosk, "阿")
    kiosk.touch("letter.dot")
    press(kiosk, "li")
    chooses(kiosk, "李")
    kiosk.until(lambda: kiosk.text("field.name") == "阿·李", "the name")


def test_u_with_two_dots_is_typed_as_it_is_printed(kiosk: Kiosk) -> None:
    press(kiosk, "lü")
    kiosk.until(lambda: "吕" in offered(kiosk), "吕")


def test_a_rare_word_is_found_behind_more(kiosk: Kiosk) -> None:
    press(kiosk, "mei")
    kiosk.until(lambda: word(kiosk, 0) != "", "words")
    kiosk.touch("board.more")
    kiosk.touch("board.later")
    kiosk.until(lambda: kiosk.says("第 2 页"), "the next sheet")
    last = max(place for place in range(60) if word(kiosk, place))
    text = word(kiosk, last)
    kiosk.touch(f"word.{last}")
    kiosk.until(lambda: kiosk.text("field.name") == text, "the rare word")
    assert kiosk.has("letter.a"), "the letters are back"


def test_no_word_is_cut_off(kiosk: Kiosk) -> None:
    press(kiosk, "zhongguorenmin")
    kiosk.until(lambda: word(kiosk, 0) != "", "words")
    board = kiosk.find_shown("keyboard")
    for name in filter(kiosk.has, [f"word.{place}" for place in FIRST] + ["board.more"]):
        item = kiosk.find(name)
        right = item.mapToItem(board, QPointF(item.width(), 0)).x()
        assert right <= board.width()
        labels = [part for part in kiosk.below(item) if part.inherits("QQuickText")]
        assert labels and not any(label.property("truncated") for label in labels), name


@pytest.mark.parametrize("page", ["letters", "signs", "latin"])
def test_keys_are_wide_enough_and_each_says_what_it_does(kiosk: Kiosk, page: str) -> None:
    if page != "letters":
        kiosk.touch({"signs": "board.signs", "latin": "board.language"}[page])
        kiosk.settle()
    board = kiosk.find_shown("keyboard")
    keys = [item for item in kiosk.below(board) if item.objectName().startswith(("letter.", "board."))]
    assert len(keys) >= 30
    for key in keys:
        assert min(key.width(), key.height()) >= LEAST_PX, key.objectName()
        assert key.property("text"), key.objectName()


def test_figures_and_signs(kiosk: Kiosk) -> None:
    kiosk.touch("board.signs")
    press(kiosk, "8-")
    kiosk.touch("board.signs")
    kiosk.touch("board.language")
    press(kiosk, "ab")
    kiosk.touch("board.shift")
    press(kiosk, "b1")
    kiosk.touch("board.space")
    kiosk.until(lambda: kiosk.text("field.name").strip() == "8-ABb1", "what was typed")
    kiosk.touch("board.delete")
    kiosk.touch("board.delete")
    kiosk.until(lambda: kiosk.text("field.name") == "8-ABb", "two characters less")
    kiosk.touch("board.clear")
    kiosk.until(lambda: kiosk.text("field.name") == "", "an empty field")


def test_what_is_composed_is_cleared_as_well(kiosk: Kiosk) -> None:
    press(kiosk, "wang")
    kiosk.until(lambda: word(kiosk, 0) != "", "words")
    kiosk.touch("board.clear")
    kiosk.until(lambda: not kiosk.has("word.0"), "no words")
    assert kiosk.text("field.name") == ""
    press(kiosk, "li")
    chooses(kiosk, "李")
    kiosk.until(lambda: kiosk.text("field.name") == "李", "the name")


def test_the_last_field_puts_the_keyboard_away(kiosk: Kiosk) -> None:
    press(kiosk, "wang")
    chooses(kiosk, "王")
    kiosk.touch("board.done")
    kiosk.until(lambda: not kiosk.has("field.name") or not kiosk.has("letter.a"), "no keyboard for names")


def test_a_finger_between_the_keys_touches_nothing_below(kiosk: Kiosk) -> None:
    board = kiosk.find_shown("keyboard")
    kiosk.tap_at(board.mapToScene(QPointF(4, board.height() - 4)).toPoint())
    kiosk.settle()
    assert kiosk.has("letter.a")


@pytest.mark.parametrize("left_at", ["board.language", "board.signs", "letter.w"])
def test_the_next_visitor_starts_in_pinyin(kiosk: Kiosk, left_at: str) -> None:
    kiosk.goes_home()
    kiosk.shows("home")
    comes_to_the_name(kiosk, "alipay")
    kiosk.touch(left_at)
    kiosk.goes_home()
    kiosk.shows("home")
    comes_to_the_name(kiosk, "wechat")
    kiosk.settle()
    assert not kiosk.has("word.0") and kiosk.text("field.name") == ""
    press(kiosk, "li")
    chooses(kiosk, "李")
    kiosk.until(lambda: kiosk.text("field.name") == "李", "a name in Pinyin")


def test_the_field_in_use_is_not_covered(kiosk: Kiosk) -> None:
    keyboard, field = kiosk.find_shown("keyboard"), kiosk.find_shown("field.name")
    kiosk.settle()
    assert field.mapToScene(QPointF(0, field.height())).y() <= keyboard.mapToScene(QPointF(0, 0)).y()


def test_nothing_is_learnt(kiosk: Kiosk) -> None:
    press(kiosk, "zhang")
    kiosk.until(lambda: word(kiosk, 3) != "", "words")
    before = offered(kiosk)
    for _ in range(3):
        kiosk.touch("word.3")
        press(kiosk, "zhang")
        kiosk.until(lambda: word(kiosk, 3) != "", "words")
    assert offered(kiosk) == before
    config = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    assert not config.is_dir()
