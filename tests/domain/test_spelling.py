"""One name under the many codes that registers, card readers and keyboards write it with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity import name_key, same_name, spelt

UYGUR = "古丽·艾山"
GBK_PRIVATE = range(0xE815, 0xE865)
"""Where code page 936 has what GBK's row FE50 holds, 80 characters."""


@pytest.mark.parametrize(
    ("name", "written"),
    [
        *((f"古丽{dot}艾山", UYGUR) for dot in "·•・･‧∙⋅●˙。｡．.﹒\u0387"),
        ("古丽 · 艾山", UYGUR),
        ("古丽··艾山", UYGUR),
        ("  张　建国 ", "张建国"),
        ("张\u200b建国", "张建国"),
        ("刘\ue863", "刘䶮"),
        ("刘○", "刘〇"),
        ("张\ue5e5三", "张三"),
        ("\ue816\ue831\ue843\ue864", "\U00020087\U000215d7\u9fb9\u9fbb"),
        ("\uf9d1海", "六海"),
        ("⾼强", "高强"),
        ("\U0002f804", "你"),
        ("葛\U000e0100", "葛"),
        ("SMITH  JOHN", "SMITH JOHN"),
        ("Ｊｏｈｎ　Ｆ．　Ｓｍｉｔｈ", "John F. Smith"),
        ("SMITH\tJOHN", "SMITH JOHN"),
        ("Zoe\u0308 Mu\u0308ller", "Zoë Müller"),
        ("O’Neil", "O'Neil"),
        ("O´Neil", "O'Neil"),
        ("Jean‐Luc", "Jean-Luc"),
        ("𠮷田", "𠮷田"),
    ],
)
def test_how_a_name_is_written(name: str, written: str) -> None:
    assert spelt(name) == written
    assert same_name(name, written)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("JOHN SMITH", "John Smith", True),
        ("STRAẞE", "Strasse", True),
        ("JOHNSMITH", "JOHN SMITH", False),
        ("古丽艾山", UYGUR, False),
        ("Zoe", "Zoë", False),
        ("李四", "李泗", False),
        ("刘䶮", "刘䶮䶮", False),
    ],
)
def test_whether_two_names_are_one(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_no_character_of_gbk_stays_in_a_private_place() -> None:
    written = [spelt(chr(code)) for code in GBK_PRIVATE]
    assert len(set(written)) == len(GBK_PRIVATE)
    assert not any(unicodedata.category(c) == "Co" for c in written)


def test_another_private_character_is_nobody_else_s() -> None:
    assert spelt("\ue814\ue865") == "\ue814\ue865"


@given(st.text(max_size=20))
def test_what_is_written_once_is_written_so_again(name: str) -> None:
    assert spelt(spelt(name)) == spelt(name)
    assert name_key(spelt(name)) == name_key(name) == name_key(name_key(name))


@given(st.text(st.sampled_from("张建国·•．. 　\ue863\uf9d1aÉe\u0301ß"), max_size=8))
def test_the_same_holds_where_dots_and_blanks_meet(name: str) -> None:
    assert spelt(spelt(name)) == spelt(name)
    assert name_key(spelt(name)) == name_key(name) == name_key(name_key(name))
