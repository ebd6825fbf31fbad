"""An answer's text: it looks like a form and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.payments.unionpay.form import canonical, encode, parse
from kit.simulators.unionpay.gate import read_form
from tests.adapters.unionpay.stand import text_of

NAMES = st.text("abcXYZ019", min_size=1, max_size=8)
BARE = st.text(st.characters(codec="utf-8", exclude_characters="&{}[]"), max_size=12)
INSIDE = st.text(st.characters(codec="utf-8", exclude_characters="{}[]"), max_size=12)
BRACED = st.builds("{{{}}}".format, INSIDE) | st.builds("[{}]".format, INSIDE)
VALUES = st.lists(BARE | BRACED, max_size=4).map("".join)
FIELDS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("a=1&b=2", {"a": "1", "b": "2"}),
        ("a=&b=2", {"a": "", "b": "2"}),
        ("a=1=2&b=+/%3D", {"a": "1=2", "b": "+/%3D"}),
        ("a={x=1&y=2}&b=3", {"a": "{x=1&y=2}", "b": "3"}),
        ("a=成功[0000000]&b=[x&y]z", {"a": "成功[0000000]", "b": "[x&y]z"}),
        ("a={x=[1}&b=2", {"a": "{x=[1}", "b": "2"}),
        ("a={x={1}&b=2", {"a": "{x={1}", "b": "2"}),
        ("a=}&b=]", {"a": "}", "b": "]"}),
        ("a={x&b=2", {"a": "{x&b=2"}),
        ("a=1\r\nx&b=2\r\n", {"a": "1\r\nx", "b": "2"}),
    ],
)
def test_parsed(text: str, fields: dict[str, str]) -> None:
    assert parse(text) == fields


@pytest.mark.parametrize("text", ["", "a", "a=1&", "&a=1", "=1", "a=1&b", "a=1&a=1", "a=1&a=2", "a=1&&b=2"])
def test_not_an_answer(text: str) -> None:
    assert parse(text) is None


@given(FIELDS)
def test_what_is_joined_is_parsed_again(fields: dict[str, str]) -> None:
    text = "&".join(f"{name}={value}" for name, value in fields.items())
    # White space around the whole is nobody's.
    last = list(fields)[-1]
    assert parse(text) == fields | {last: fields[last].rstrip()}


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    fields = parse(text)
    if fields is not None:
        assert "&".join(f"{name}={value}" for name, value in fields.items()) == text.strip()


@given(st.dictionaries(NAMES, st.text(st.characters(codec="utf-8"), max_size=12), max_size=6))
def test_what_we_send_is_read_as_we_meant_it(fields: dict[str, str]) -> None:
    assert read_form(encode(fields)) == fields


@given(FIELDS)
def test_what_is_signed_is_sorted_and_has_no_empties(fields: dict[str, str]) -> None:
    assert canonical(fields | {"signature": "x"}).decode() == text_of(fields)
