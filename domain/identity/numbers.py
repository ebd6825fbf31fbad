"""Document numbers, checked kind by kind. A problem is one sentence that says what to do."""

import re
from dataclasses import dataclass
from datetime import date

from domain.identity.characters import full_width, invisible
from domain.identity.citizen import birth_date, citizen_problem, may_be_birth_date
from domain.identity.kinds import DocumentKind
from domain.words import Text, Verbatim, joined

CITIZEN_LENGTH = 18
OLD_LENGTH = 15
"""Numbers of before 1999; none is on a valid card (facts 3.1)."""

_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@dataclass(frozen=True, slots=True)
class _Layout:
    """A number without a check character: its pattern, and the pattern in words."""

    pattern: str
    words: Text


_LAYOUTS = {
    DocumentKind.FOREIGN_PASSPORT: _Layout(r"[A-Z0-9]{5,20}", Text("5 到 20 位字母或数字")),
    DocumentKind.HK_MACAO_PERMIT: _Layout(
        r"[HM][0-9]{8}([0-9]{2})?|[HM]A[0-9]{7}", Text("H 或 M 加 8 位数字（带换证次数时加 10 位）")
    ),
    DocumentKind.TAIWAN_PERMIT: _Layout(r"[0-9]{8}|[0-9]{10}[A-Z]?", Text("8 位数字（旧证为 10 位数字，可带字母）")),
    DocumentKind.CHINESE_PASSPORT: _Layout(
        r"[EGDSPHK][0-9]{8}|E[A-Z][0-9]{7}", Text("1 位字母加 8 位数字，或 2 位字母加 7 位数字")
    ),
}

_OLD_FOREIGN_CARD = _Layout(r"[A-Z]{3}[0-9]{12}", Text("18 位数字（旧证为 3 位字母加 12 位数字）"))
"""Nationality (3), area (4), birth date without a century (6), and two more; no check character is known."""

_DATED = {
    DocumentKind.RESIDENT_ID,
    DocumentKind.HK_MACAO_RESIDENCE,
    DocumentKind.TAIWAN_RESIDENCE,
    DocumentKind.FOREIGN_PERMANENT_RESIDENT,
}

_PREFIXES = {
    DocumentKind.HK_MACAO_RESIDENCE: ("81", "82"),
    DocumentKind.TAIWAN_RESIDENCE: ("83",),
    DocumentKind.FOREIGN_PERMANENT_RESIDENT: ("9",),
}
"""How these numbers begin: part of the layout, unlike the area of a resident's number, which is never judged."""


def kind_on_card(number: str) -> DocumentKind:
    """Which of the cards with a chip has a number that begins so; a resident's where no other has."""
    if re.fullmatch(_OLD_FOREIGN_CARD.pattern, number):
        return DocumentKind.FOREIGN_PERMANENT_RESIDENT
    told = (kind for kind, beginnings in _PREFIXES.items() if number.startswith(beginnings))
    return next(told, DocumentKind.RESIDENT_ID)


def tidy(number: str) -> str:
    """The number as it is sent: outer white space gone, letters of ASCII in upper case. Nothing else is mended."""
    return number.strip().translate(_UPPER)


def born(kind: DocumentKind, number: str) -> date | None:
    """The birth date that a number says; None for kinds that do not say it with its century."""
    return birth_date(number) if kind in _DATED and len(number) == CITIZEN_LENGTH else None


def number_problem(kind: DocumentKind, number: str, today: date) -> Text | None:
    """What is wrong with a number that has been through `tidy`, as a sentence for the field; None if nothing is."""
    if not number:
        return Text("请输入证件号码")
    if problem := _characters_problem(number):
        return problem
    if kind in _LAYOUTS:
        return _layout_problem(kind, _LAYOUTS[kind], number)
    if kind is DocumentKind.FOREIGN_PERMANENT_RESIDENT and number[0].isalpha():
        return _layout_problem(kind, _OLD_FOREIGN_CARD, number) or _old_foreign_problem(number, today)
    return _eighteen_problem(kind, number, today)


def _characters_problem(number: str) -> Text | None:
    if invisible(number):
        return Text("号码里有看不见的字符，请清空后重新输入")
    if full_width(number):
        return Text("号码里有全角字符，请清空后用半角重新输入")
    if re.search(r"[\s\-\u2010-\u2015]", number):
        return Text("号码里有空格或短横线，请删去")
    if re.search(r"[a-z]", number):
        return Text("号码里的字母请用大写")
    if wrong := re.search(r"[^0-9A-Z]", number):
        return Text("号码里不能有“{wrong}”，请只输入数字和字母", wrong=wrong[0])
    return None


def _layout_problem(kind: DocumentKind, layout: _Layout, number: str) -> Text | None:
    if re.fullmatch(layout.pattern, number):
        return None
    return Text("{kind}号码应为 {words}，请对照证件检查", kind=kind.label, words=layout.words)


def _old_foreign_problem(number: str, today: date) -> Text | None:
    return None if may_be_birth_date(number[7:13], today) else Text("第 8 到 13 位不是有效的出生日期，请对照证件检查")


def _eighteen_problem(kind: DocumentKind, number: str, today: date) -> Text | None:
    """The kinds with a check character: alphabet, length, beginning, then birth date and check."""
    length = len(number)
    if not re.fullmatch(r"[0-9]+X?", number) or (number[-1] == "X" and length < CITIZEN_LENGTH):
        return Text("号码由数字组成，只有第 18 位可以是 X，请对照证件检查")
    if kind is DocumentKind.RESIDENT_ID and length == OLD_LENGTH:
        return Text("已输入 15 位，还差 3 位；15 位旧号码已停用，请照身份证输入 18 位号码")
    if length < CITIZEN_LENGTH:
        return Text("已输入 {length} 位，还差 {missing} 位", length=length, missing=CITIZEN_LENGTH - length)
    if length > CITIZEN_LENGTH:
        return Text("已输入 {length} 位，多了 {extra} 位，请对照证件检查", length=length, extra=length - CITIZEN_LENGTH)
    beginnings = _PREFIXES.get(kind)
    if beginnings and not number.startswith(beginnings):
        named = joined(" 或 ", map(Verbatim, beginnings))
        return Text("{kind}号码以 {beginnings} 开头，请检查证件类型和号码", kind=kind.label, beginnings=named)
    return citizen_problem(number, today)
