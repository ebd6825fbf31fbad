"""The keyboard without a window: what its keys are, and how words stand in columns."""

import pytest

from viewmodels.keyboard import KeyboardViewModel
from viewmodels.keyboard_keys import Keyboard, Page
from viewmodels.keyboard_words import BROAD, SHEET_LINES, UPRIGHT

WORDS = ["网小明", "王小", *"王网往忘望汪旺亡妄枉罔網惘暀莣魍徃任朢尪辋迋旷抂", "中国人民解放军", "瀇菵輞"]


@pytest.fixture(params=[False, True], ids=["portrait", "landscape"])
def board(request: pytest.FixtureRequest, qapp: object) -> KeyboardViewModel:
    board = KeyboardViewModel()
    board.begin(False, request.param)
    return board


def columns(keys: list[dict[str, object]]) -> int:
    return sum(int(str(key["columns"])) for key in keys)


def press(board: KeyboardViewModel, *names: str) -> KeyboardViewModel:
    for name in names:
        board.press(name)
    return board


@pytest.mark.parametrize("presses", [(), ("language",), ("language", "shift"), ("signs",)])
def test_lines_of_keys_are_full(board: KeyboardViewModel, presses: tuple[str, ...]) -> None:
    wide = board.state.columns
    press(board, *presses)
    assert columns(board.property("keys")) == {UPRIGHT: 28, BROAD: 30}[wide]
    assert columns(board.property("foot")) == wide
    board.compose("wang", WORDS)
    board.press("more")
    assert columns(board.property("foot")) == wide


@pytest.mark.parametrize("latin", [True, False])
def test_the_last_line_of_a_field_for_latin_letters(qapp: object, latin: bool) -> None:
    for landscape in (False, True):
        board = KeyboardViewModel()
        board.begin(latin, landscape)
        assert columns(board.property("foot")) == board.state.columns
        assert ("language" in {key["name"] for key in board.property("foot")}) is not latin
        assert board.state.page is (Page.LATIN if latin else Page.PINYIN) and board.state.upper is latin


def test_every_word_is_offered_once_and_none_is_cut(board: KeyboardViewModel) -> None:
    board.compose("wang", WORDS)
    offered = board.property("row")
    assert columns(offered) < board.state.columns
    while True:
        board.press("later" if board.state.sheet else "more")
        offered = offered + board.property("sheet")
        assert columns(board.property("sheet")) <= SHEET_LINES[board.state.columns] * board.state.columns
        if not next(key for key in board.property("foot") if key["name"] == "later")["enabled"]:
            break
    assert [word["text"] for word in offered] == WORDS
    assert [word["place"] for word in offered] == list(range(len(WORDS)))


def test_a_few_words_need_no_more(board: KeyboardViewModel) -> None:
    board.compose("neng", list("能嫩能"))
    assert board.property("more") == [] and len(board.property("row")) == 3


def test_what_is_no_pinyin_offers_no_word(board: KeyboardViewModel) -> None:
    board.compose("iuv", ["iuv"])
    assert board.property("row") == [] and "删除" in board.property("hint")


def test_what_would_choose_a_word_unasked_waits_for_it(board: KeyboardViewModel) -> None:
    board.compose("wang", WORDS)
    keys = {key["name"]: key["enabled"] for key in (*board.property("keys"), *board.property("foot"))}
    assert not (keys["dot"] or keys["signs"] or keys["language"])
    assert keys["delete"] and keys["clear"] and keys["done"]


def test_another_field_begins_anew(board: KeyboardViewModel) -> None:
    press(board, "language", "shift", "signs")
    board.compose("wang", WORDS)
    board.press("more")
    board.begin(False, board.state.columns == BROAD)
    assert board.state == Keyboard(columns=board.state.columns)


def test_a_letter_more_goes_back_to_the_first_words(board: KeyboardViewModel) -> None:
    board.compose("wan", WORDS)
    board.press("more")
    board.compose("wang", WORDS)
    assert board.state.sheet == 0
