"""The keyboard's keys at each moment, as they stand there: `[..]` does something, `×2` is two columns wide."""

from collections.abc import Callable

import pytest

from viewmodels.keyboard import KeyboardViewModel
from viewmodels.words.language import Language

Key = dict[str, object]
LETTERS = "a b c d e f g h i j k l m n o p q r s t u w x y z ü>v"
LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
SIGNS = "1 2 3 4 5 6 7 8 9 0 · - . ' ( ) , / : # & @ 、 ， 。 （ ）"
WANG = [*"王网往忘望汪旺亡妄枉罔網惘暀莣魍徃任朢尪辋迋旷抂"]


def told(key: Key) -> str:
    """A key that types what it shows is shown as that."""
    types = "" if key["types"] == key["text"] else f">{key['types']}"
    text = f"{key['text']}{types}" if key["types"] else f"[{key['text']}]"
    wide = f"×{key['columns']}" if key["columns"] != 1 else ""
    marks = [key["icon"], key["caption"], "" if key["enabled"] else "off", "lit" if key["lit"] else ""]
    return "".join([text, wide, *(f"({mark})" for mark in marks if mark)])


def line(keys: list[Key]) -> str:
    return " ".join(told(key) for key in keys)


@pytest.fixture
def board(qapp: object) -> KeyboardViewModel:
    return KeyboardViewModel(Language())


PLAIN = "[符号] [英文] [空格]×2 [清空] [完成]×2(tick)(lit)"
MOMENTS: dict[str, tuple[bool, bool, tuple[str, ...], str, str, str]] = {
    "upright": (False, False, (), f"{LETTERS} ·(间隔点) [删除](erase)", "", PLAIN),
    "broad": (
        False,
        True,
        (),
        f"{LETTERS} ·×2(间隔点) [删除]×2(erase)",
        "",
        "[符号]×2 [英文]×2 [空格]×2 [清空]×2 [完成]×2(tick)(lit)",
    ),
    "capitals after 中文": (
        False,
        False,
        ("language",),
        f"{LATIN.upper()} [大写](capital)(lit) [删除](erase)",
        "1 2 3 4 5 6 7 8 9 0",
        PLAIN.replace("英文", "中文"),
    ),
    "small letters": (
        False,
        True,
        ("language", "shift"),
        f"{LATIN} [大写]×2(capital) [删除]×2(erase)",
        "1 2 3 4 5 6 7 8 9 0",
        "[符号]×2 [中文]×2 [空格]×2 [清空]×2 [完成]×2(tick)(lit)",
    ),
    "中文 again": (False, False, ("language", "language"), f"{LETTERS} ·(间隔点) [删除](erase)", "", PLAIN),
    "signs": (
        False,
        False,
        ("signs",),
        f"{SIGNS} [删除](erase)",
        "",
        "[字母] [英文](off) [空格]×2 [清空] [完成]×2(tick)(lit)",
    ),
    "signs, broad": (
        False,
        True,
        ("language", "signs"),
        f"{SIGNS} [删除]×3(erase)",
        "",
        "[字母]×2 [英文]×2(off) [空格]×2 [清空]×2 [完成]×2(tick)(lit)",
    ),
    "back from signs": (
        False,
        False,
        ("language", "signs", "signs"),
        f"{LATIN.upper()} [大写](capital)(lit) [删除](erase)",
        "1 2 3 4 5 6 7 8 9 0",
        PLAIN.replace("英文", "中文"),
    ),
    "a field for Latin letters": (
        True,
        False,
        (),
        f"{LATIN.upper()} [大写](capital)(lit) [删除](erase)",
        "1 2 3 4 5 6 7 8 9 0",
        "[符号] [空格]×3 [清空] [完成]×2(tick)(lit)",
    ),
    "a broad field for Latin letters": (
        True,
        True,
        ("shift",),
        f"{LATIN} [大写]×2(capital) [删除]×2(erase)",
        "1 2 3 4 5 6 7 8 9 0",
        "[符号]×2 [空格]×4 [清空]×2 [完成]×2(tick)(lit)",
    ),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_keys_stand_where_they_are_looked_for(moment: str, board: KeyboardViewModel) -> None:
    latin, landscape, presses, keys, digits, foot = MOMENTS[moment]
    board.begin(latin, landscape)
    for name in presses:
        board.press(name)
    assert line(board.property("keys")) == keys
    assert line(board.property("digits")) == digits
    assert line(board.property("foot")) == foot
    assert board.property("pinyin") is (keys.startswith(LETTERS)) and not board.property("composing")


AMID: dict[str, tuple[Callable[[KeyboardViewModel], None], str]] = {
    "words to choose from": (
        lambda board: board.compose("wang", WANG),
        "[符号](off) [英文](off) [选第一个]×2 [清空] [完成]×2(tick)(lit)",
    ),
    "no such word": (
        lambda board: board.compose("zz", ["zz"]),
        "[符号](off) [英文](off) [选第一个]×2(off) [清空] [完成]×2(tick)(lit)",
    ),
    "a word was chosen": (lambda board: board.compose("", ["王"]), PLAIN),
}


@pytest.mark.parametrize("moment", AMID)
def test_what_the_last_line_does_amid_a_word(moment: str, board: KeyboardViewModel) -> None:
    compose, foot = AMID[moment]
    board.begin(False, False)
    compose(board)
    assert line(board.property("foot")) == foot
    assert board.property("row") == [] or moment == "words to choose from"
    assert board.property("composing") is (moment != "a word was chosen")


def test_sheets_of_words_are_turned_to_their_ends_and_no_further(board: KeyboardViewModel) -> None:
    board.begin(False, False)
    board.compose("wang", WANG * 3)
    seen = []
    for name in ("more", "later", "later", "later", "earlier", "earlier", "earlier", "more", "more"):
        board.press(name)
        seen.append(board.property("sheetText"))
        assert board.property("wide") is (board.property("sheet") != [])
    first, second, third = (f"第 {page} 页 共 3 页" for page in (1, 2, 3))
    assert seen == [first, second, third, third, second, first, first, "", first]
    ends = line(board.property("foot"))
    assert ends == "[上一页]×2(back)(off) [下一页]×2(forward) [删除]×3(erase)"
    for _ in range(2):
        board.press("later")
    assert line(board.property("foot")) == "[上一页]×2(back) [下一页]×2(forward)(off) [删除]×3(erase)"


def test_words_fill_as_many_columns_as_they_need(board: KeyboardViewModel) -> None:
    board.begin(False, False)
    words = ["一", "一二", "一二三", "一二三四", "一二三四五", "一二三四五六七", "一二三四五六七八"]
    board.compose("yi", words)
    board.press("more")
    wide = {word["text"]: word["columns"] for word in (*board.property("row"), *board.property("sheet"))}
    assert [wide[word] for word in words] == [1, 1, 2, 2, 3, 3, 4]


@pytest.mark.parametrize(("landscape", "columns"), [(False, 7), (True, 10)])
def test_the_last_column_is_kept_for_more(landscape: bool, columns: int, board: KeyboardViewModel) -> None:
    board.begin(False, landscape)
    board.compose("wang", WANG[:columns])
    assert (len(board.property("row")), board.property("moreText")) == (columns, "")
    board.compose("wang", WANG[: columns + 1])
    assert (len(board.property("row")), board.property("moreText")) == (columns - 1, "更多")


def test_the_same_letters_stay_on_their_sheet(board: KeyboardViewModel) -> None:
    """Chosen from a sheet, a part of the letters may be left: they are other letters."""
    board.begin(False, True)
    board.compose("wang", WANG)
    board.press("more")
    board.compose("wang", WANG[:20])
    assert board.property("wide")
    assert board.property("hint") == "请选字"
    board.compose("wan", WANG[:20])
    assert not board.property("wide") and board.property("hint") == "请在下面一行选字"
