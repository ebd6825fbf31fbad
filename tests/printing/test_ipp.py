"""IPP in bytes, written by hand after RFC 8010 §3 and its examples in appendix A."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.printing.ipp import Attribute, Group, NotIpp, Operation, Response, Tag, decode, encode
from adapters.printing.reasons import told
from domain.printing.printer import Condition

URI = "ipp://h/p"
HEAD = (
    b"\x47\x00\x12attributes-charset\x00\x05utf-8"
    b"\x48\x00\x1battributes-natural-language\x00\x02en"
    b"\x45\x00\x0bprinter-uri\x00\x09ipp://h/p"
)
OK = b"\x01\x01\x00\x00\x00\x00\x00\x01"
STATE = b"\x23\x00\x05state\x00\x04\x00\x00\x00\x03"

REQUESTS: dict[str, tuple[bytes, bytes]] = {
    "nothing more than whom it asks": (
        encode(Operation.GET_PRINTER_ATTRIBUTES, URI),
        b"\x01\x01\x00\x0b\x00\x00\x00\x01\x01" + HEAD + b"\x03",
    ),
    "a number, and a job's own group": (
        encode(
            Operation.CREATE_JOB,
            URI,
            Attribute(Tag.NAME, "job-name", ("t7",)),
            job=(Attribute(Tag.INTEGER, "copies", (258,)),),
        ),
        b"\x01\x01\x00\x05\x00\x00\x00\x01\x01"
        + HEAD
        + b"\x42\x00\x08job-name\x00\x02t7\x02\x21\x00\x06copies\x00\x04\x00\x00\x01\x02\x03",
    ),
    "a flag": (
        encode(Operation.CANCEL_JOB, URI, Attribute(Tag.BOOLEAN, "purge-job", (True,))),
        b"\x01\x01\x00\x08\x00\x00\x00\x01\x01" + HEAD + b"\x22\x00\x09purge-job\x00\x01\x01\x03",
    ),
    "a set, whose values after the first have no name": (
        encode(Operation.GET_JOBS, URI, Attribute(Tag.KEYWORD, "requested-attributes", ("a", "bc"))),
        b"\x01\x01\x00\x0a\x00\x00\x00\x01\x01"
        + HEAD
        + b"\x44\x00\x14requested-attributes\x00\x01a\x44\x00\x00\x00\x02bc\x03",
    ),
    "text that is not English": (
        encode(Operation.SEND_DOCUMENT, URI, Attribute(Tag.NAME, "n", ("纸",))),
        b"\x01\x01\x00\x06\x00\x00\x00\x01\x01" + HEAD + b"\x42\x00\x01n\x00\x03\xe7\xba\xb8\x03",
    ),
}


@pytest.mark.parametrize(("request_", "written"), REQUESTS.values(), ids=REQUESTS)
def test_a_request(request_: bytes, written: bytes) -> None:
    assert request_ == written


RESPONSES: dict[str, tuple[bytes, Response]] = {
    "no groups": (OK + b"\x03", Response(0, ())),
    "what follows the end does not count": (OK + b"\x03\x04garbage", Response(0, ())),
    "version 2.0, a refusal": (b"\x02\x00\x04\x06\x00\x00\x00\x01\x03", Response(0x0406, ())),
    "an empty group": (OK + b"\x01\x03", Response(0, (Group(Tag.OPERATION, {}),))),
    "an enum": (OK + b"\x04" + STATE + b"\x03", Response(0, (Group(Tag.PRINTER, {"state": (3,)}),))),
    "below zero": (
        OK + b"\x02\x21\x00\x01n\x00\x04\xff\xff\xff\xfe\x03",
        Response(0, (Group(Tag.JOB, {"n": (-2,)}),)),
    ),
    "a set of keywords": (
        OK + b"\x04\x44\x00\x01r\x00\x01a\x44\x00\x00\x00\x02bc\x03",
        Response(0, (Group(Tag.PRINTER, {"r": ("a", "bc")}),)),
    ),
    "flags": (
        OK + b"\x04\x22\x00\x01y\x00\x01\x01\x22\x00\x01n\x00\x01\x00\x03",
        Response(0, (Group(Tag.PRINTER, {"y": (True,), "n": (False,)}),)),
    ),
    "two jobs": (
        OK + b"\x02" + STATE + b"\x02" + STATE + b"\x03",
        Response(0, (Group(Tag.JOB, {"state": (3,)}), Group(Tag.JOB, {"state": (3,)}))),
    ),
    "no value, and a date": (
        OK + b"\x02\x13\x00\x01u\x00\x00\x31\x00\x01d\x00\x01\x07\x03",
        Response(0, (Group(Tag.JOB, {"u": (b"",), "d": (b"\x07",)}),)),
    ),
}


@pytest.mark.parametrize(("written", "response"), RESPONSES.values(), ids=RESPONSES)
def test_a_response(written: bytes, response: Response) -> None:
    assert decode(written) == response


NONSENSE: dict[str, bytes] = {
    "nothing": b"",
    "half a header": OK[:5],
    "a page for people": b"<!DOCTYPE html><html>",
    "version 9": b"\x09" + OK[1:] + b"\x03",
    "somebody else's answer": OK[:-1] + b"\x02\x03",
    "no end": OK + b"\x04" + STATE,
    "cut in a value": OK + b"\x04" + STATE[:-1],
    "cut in a length": OK + b"\x04\x23\x00",
    "a length beyond the end": OK + b"\x04\x23\xff\xffstate\x03",
    "a number of three bytes": OK + b"\x04\x23\x00\x01n\x00\x03\x00\x00\x03\x03",
    "a flag of no bytes": OK + b"\x04\x22\x00\x01n\x00\x00\x03",
    "words that are no UTF-8": OK + b"\x04\x44\x00\x01n\x00\x01\xff\x03",
    "a name that is no UTF-8": OK + b"\x04\x44\x00\x01\xff\x00\x01a\x03",
    "a value outside of every group": OK + STATE + b"\x03",
    "a second value without a first": OK + b"\x04\x44\x00\x00\x00\x01a\x03",
    "a second value in another group": OK + b"\x04" + STATE + b"\x04\x23\x00\x00\x00\x04\x00\x00\x00\x03\x03",
}


@pytest.mark.parametrize("written", NONSENSE.values(), ids=NONSENSE)
def test_nonsense(written: bytes) -> None:
    with pytest.raises(NotIpp):
        decode(written)


@given(st.binary() | st.binary().map(lambda tail: OK + b"\x04" + tail))
def test_whatever_comes_is_a_response_or_is_not(written: bytes) -> None:
    try:
        assert isinstance(decode(written), Response)
    except NotIpp as fault:
        assert str(fault)


@pytest.mark.parametrize("length", range(len(OK + b"\x04" + STATE)))
def test_half_an_answer_is_none(length: int) -> None:
    whole = OK + b"\x04" + STATE + b"\x03"
    assert decode(whole).status == 0
    with pytest.raises(NotIpp):
        decode(whole[:length])


def test_what_is_said_is_asked_by_its_kind() -> None:
    group = Group(Tag.PRINTER, {"number": (3,), "flag": (True,), "words": ("a", "b"), "bytes": (b"\x00",)})
    assert (group.number("number"), group.flag("flag"), group.words("words")) == (3, True, ("a", "b"))
    assert [group.number(name) for name in ("flag", "words", "bytes", "none")] == [None] * 4
    assert [group.flag(name) for name in ("number", "words", "bytes", "none")] == [None] * 4
    assert [group.words(name) for name in ("number", "flag", "bytes", "none")] == [()] * 4
    answer = Response(0, (Group(Tag.OPERATION, {}), group))
    assert answer.one(Tag.PRINTER) is group
    assert answer.one(Tag.JOB) == Group(Tag.JOB, {})
    assert answer.all(Tag.JOB) == ()


@pytest.mark.parametrize(
    ("status", "refused"), [(0x0000, False), (0x0001, False), (0x0400, True), (0x0406, True), (0x0506, True)]
)
def test_a_refusal(status: int, refused: bool) -> None:
    assert Response(status, ()).refused is refused


REASONS = [
    ("", False, Condition.OK),
    ("none", False, Condition.OK),
    ("media-empty", False, Condition.NO_PAPER),
    ("media-empty-report", False, Condition.NO_PAPER),
    ("media-empty-warning", False, Condition.NO_PAPER),
    ("media-empty-error", True, Condition.NO_PAPER),
    ("media-needed-error", True, Condition.NO_PAPER),
    ("input-tray-missing", True, Condition.NO_PAPER),
    ("media-jam-error", True, Condition.JAM),
    ("cover-open-warning", False, Condition.COVER_OPEN),
    ("door-open", False, Condition.COVER_OPEN),
    ("interlock-open-error", True, Condition.COVER_OPEN),
    ("media-low-report", False, Condition.LOW),
    ("toner-low", False, Condition.LOW),
    ("marker-supply-low-warning", False, Condition.LOW),
    ("toner-empty-error", True, Condition.UNKNOWN),
    ("marker-supply-empty", False, Condition.UNKNOWN),
    ("marker-waste-full", True, Condition.UNKNOWN),
    ("offline-report", False, Condition.OFFLINE),
    ("shutdown", True, Condition.OFFLINE),
    ("connecting-to-device", False, Condition.OFFLINE),
    ("timed-out-error", True, Condition.OFFLINE),
    ("stopped-partly", True, Condition.OFFLINE),
    ("paused", True, Condition.OFFLINE),
    ("media-low media-jam-error", True, Condition.JAM),
    ("media-empty offline-report", False, Condition.OFFLINE),
    ("cups-waiting-for-job-completed", False, Condition.OK),
    ("of-our-own-making", False, Condition.OK),
    ("of-our-own-making", True, Condition.UNKNOWN),
    ("none", True, Condition.UNKNOWN),
    ("media-low", True, Condition.UNKNOWN),
]


@pytest.mark.parametrize(("reasons", "stopped", "condition"), REASONS)
def test_a_condition_by_its_reasons(reasons: str, stopped: bool, condition: Condition) -> None:
    assert told(reasons.split(), stopped) is condition
