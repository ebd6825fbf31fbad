"""Words for people: in Chinese as they stand, in another language by their catalogue."""

import pickle
from copy import deepcopy
from datetime import date

import pytest

from domain.words import NOTHING, Text, Verbatim, joined

ENGLISH = {
    "共 {count} 笔，{until:%m月%d日}前有效": "valid until {until:%d/%m}, {count} payments",
    "请选择{label}": "please choose: {label}",
    "缴费档次": "tier",
    "、": ", ",
    "险种": "insurance",
}
COUNTED = Text("共 {count} 笔，{until:%m月%d日}前有效", count=3, until=date(2026, 12, 31))


def english(message: str) -> str:
    return ENGLISH.get(message, message)


@pytest.mark.parametrize(
    ("text", "chinese", "in_english"),
    [
        (Text("险种"), "险种", "insurance"),
        (Text("档次"), "档次", "档次"),
        (COUNTED, "共 3 笔，12月31日前有效", "valid until 31/12, 3 payments"),
        (Text("请选择{label}", label=Text("缴费档次")), "请选择缴费档次", "please choose: tier"),
        (Text("请选择{label}").of(label=Text("险种")), "请选择险种", "please choose: insurance"),
        (
            joined("、", (Text("险种"), Text("缴费档次"), Verbatim("险种"))),
            "险种、缴费档次、险种",
            "insurance, tier, 险种",
        ),
        (Verbatim("险种"), "险种", "险种"),
        (Text("花括号 {没有} 填"), "花括号 {没有} 填", "花括号 {没有} 填"),
        (NOTHING, "", ""),
    ],
)
def test_it_is_its_chinese_and_is_said_in_another_language(text: Text, chinese: str, in_english: str) -> None:
    assert (text, text.said(english)) == (chinese, in_english)


@pytest.mark.parametrize("text", [COUNTED, Verbatim("花溪区"), joined("、", (Text("险种"), COUNTED)), NOTHING])
def test_a_copy_is_said_as_the_text_is(text: Text) -> None:
    for copy in (deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert (copy, copy.said(english), type(copy)) == (text, text.said(english), type(text))


def test_what_an_argument_lacks_is_a_mistake_at_once() -> None:
    with pytest.raises(KeyError):
        Text("共 {count} 笔", number=3)
