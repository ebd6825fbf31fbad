"""The text that is signed is found exactly, whatever stands in it and around it."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.payments.alipay.envelope import Envelope, fields, members, unfold
from adapters.payments.alipay.reply import Reply

NODE = "alipay_trade_query_response"
BEYOND_ANY_DEPTH = 100_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{}", {}),
        (" \t\r\n{ } \n", {}),
        ('{"a":1}', {"a": "1"}),
        ('{"a" : { "b" : 1 } , "sign":"s"}', {"a": '{ "b" : 1 }', "sign": '"s"'}),
        (r'{"a":{"url":"https:\/\/qr.alipay.com\/bax"}}', {"a": r'{"url":"https:\/\/qr.alipay.com\/bax"}'}),
        (r'{"a":{"t":"}{\"sign\":\"x\"}"},"b":[{},[]]}', {"a": r'{"t":"}{\"sign\":\"x\"}"}', "b": "[{},[]]"}),
        ('{"a":{"sign":"inner","a":{"a":2}},"sign":"outer"}', {"a": '{"sign":"inner","a":{"a":2}}', "sign": '"outer"'}),
        (r'{"a":"\\","b":"\\\""}', {"a": r'"\\"', "b": r'"\\\""'}),
        (r'{"\u0061":"\u0061"}', {"a": r'"\u0061"'}),
        ('{"a":-1.50e+2,"b":true,"c":null}', {"a": "-1.50e+2", "b": "true", "c": "null"}),
        ('{"医":"保 险"}', {"医": '"保 险"'}),
    ],
)
def test_members_are_kept_as_they_are_written(text: str, expected: dict[str, str]) -> None:
    assert members(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "{",
        "}",
        "[]",
        '"a"',
        "null",
        "{}{}",
        "{} x",
        '{"a":1}}',
        '{"a":1,}',
        '{,"a":1}',
        '{"a":1 "b":2}',
        '{"a":1,,"b":2}',
        '{"a" 1}',
        '{"a":}',
        '{"a":1',
        '{"a":{"b":1}',
        '{"a":"',
        '{"a":"\\"}',
        "{a:1}",
        "{1:1}",
        "{null:1}",
        "{'a':1}",
        '{"a":1,"a":1}',
        r'{"a":1,"\u0061":1}',
        '\ufeff{"a":1}',
        '\u00a0{"a":1}',
        '{"a":\u30001}',
        '{"a":"\n"}',
        '{"a":' + "[" * BEYOND_ANY_DEPTH,
        '{"a":' + "9" * BEYOND_ANY_DEPTH + "}",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        members(text)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'{{"{NODE}":{{"code":"1"}},"sign":"s"}}', Envelope('{"code":"1"}', "s", False)),
        (f'{{"sign":"s","{NODE}":{{}}}}', Envelope("{}", "s", False)),
        (f'{{"{NODE}":{{}},"alipay_cert_sn":"1","sign":"s"}}', Envelope("{}", "s", False)),
        (f'{{"{NODE}":{{}}}}', Envelope("{}", "", False)),
        ('{"error_response":{},"sign":"s"}', Envelope("{}", "s", True)),
        ('{"error_response":{}}', Envelope("{}", "", True)),
        (rf'{{"{NODE}":{{}},"sign":"a\/b"}}', Envelope("{}", "a/b", False)),
    ],
)
def test_an_envelope(body: str, expected: Envelope) -> None:
    assert unfold(body.encode(), NODE) == expected


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"sign":"s"}',
        b'{"alipay_trade_close_response":{},"sign":"s"}',
        f'{{"{NODE}":{{}},"error_response":{{}},"sign":"s"}}'.encode(),
        f'{{"{NODE}":{{}},"{NODE}":{{}},"sign":"s"}}'.encode(),
        f'{{"{NODE}":{{}},"sign":"s","sign":"s"}}'.encode(),
        f'{{"{NODE}":{{}},"sign":1}}'.encode(),
        f'{{"{NODE}":{{}},"sign":null}}'.encode(),
        f'{{"{NODE}":{{}},"sign":["s"]}}'.encode(),
        f'{{"{NODE}":{{}},"sign":"s"}}'.encode("utf-16"),
        f'{{"{NODE}":{{"msg":"'.encode() + b"\xbd\xbb" + b'"},"sign":"s"}',
        b"\xff\xfe{",
    ],
)
def test_what_is_not_clearly_one_answer(body: bytes) -> None:
    with pytest.raises(ValueError):
        unfold(body, NODE)


@pytest.mark.parametrize("content", ["[]", "1", "null", '"text"', "", "[" * BEYOND_ANY_DEPTH])
def test_a_content_that_is_no_object(content: str) -> None:
    with pytest.raises(ValueError):
        fields(content)


def test_no_depth_is_too_deep_to_be_refused() -> None:
    for depth in range(1, 1200):
        deep = "[" * depth + "]" * depth
        for body in (f'{{"{NODE}":{deep}}}', f'{{"{NODE}":{{"code":{deep}}}}}', f'{{"{NODE}":{{}},"sign":{deep}}}'):
            with suppress(ValueError):
                assert Reply(fields(unfold(body.encode(), NODE).content)).code in {"?", ""}


def test_a_number_never_becomes_a_float() -> None:
    assert fields('{"a":88.88,"b":88,"c":"88.880","d":1e2}') == {"a": "88.88", "b": 88, "c": "88.880", "d": "1e2"}


TEXTS = st.text(st.sampled_from('ab"\\/{}[]:, \n医\u2028😀'), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
SPACES = st.text(" \t\r\n", max_size=3)
STYLES: tuple[dict[str, Any], ...] = ({}, {"indent": 2}, {"ensure_ascii": False}, {"separators": (",", ":")})


@st.composite
def written(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A JSON object in some hand, and its values as that hand wrote them."""
    values = {}
    for name, value in draw(st.dictionaries(TEXTS, VALUES, max_size=4)).items():
        text = json.dumps(value, **draw(st.sampled_from(STYLES)))
        values[name] = text.replace("/", "\\/") if draw(st.booleans()) else text
    marks = [("{", "")]
    for name, text in values.items():
        marks += [(json.dumps(name), ":"), (text, ",")]
    body = "".join(f"{one}{draw(SPACES)}{other}{draw(SPACES)}" for one, other in marks)
    return f"{draw(SPACES)}{body.rstrip().removesuffix(',')}{draw(SPACES)}}}{draw(SPACES)}", values


@settings(max_examples=300, deadline=None)
@given(written())
def test_every_value_comes_back_as_it_was_written(whole: tuple[str, dict[str, str]]) -> None:
    text, values = whole
    assert members(text) == values


class Pairs(list[Any]):
    """A JSON object, with what it has twice."""


@settings(max_examples=500, deadline=None)
@given(
    outer=st.dictionaries(TEXTS, VALUES, max_size=3),
    at=st.integers(0, 60),
    cut=st.integers(0, 2),
    put=st.text(st.sampled_from('{}[]":,\\/ \nae1-'), max_size=2),
)
def test_it_reads_what_json_reads_and_nothing_else(outer: dict[str, object], at: int, cut: int, put: str) -> None:
    whole = json.dumps(outer, ensure_ascii=False)
    text = whole[:at] + put + whole[at + cut :]
    try:
        expected = json.loads(text, object_pairs_hook=Pairs)
    except ValueError:
        expected = None
    if isinstance(expected, Pairs) and len(dict(expected)) == len(expected):
        read = {name: json.loads(value, object_pairs_hook=Pairs) for name, value in members(text).items()}
        assert read == dict(expected)
    else:
        with pytest.raises(ValueError):
            members(text)
