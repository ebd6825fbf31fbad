"""What a form has read instead of typed: which of its fields a reading fills in, and what is said of it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.forms import certificates, checking, identity
from domain.forms.fields import Answers, Field, Given
from domain.identity import DocumentKind
from domain.readers.reading import Card, Reading, Scanned, Unread, card_in
from domain.words import Text


class Wanted(StrEnum):
    """What a form can have read."""

    NOTHING = ""
    CARD = "card"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Filled:
    """The answers that a reading gives, by the form's own keys; `missing` is the field that is still to be typed."""

    answers: Answers
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing is filled in: what is wrong, and what to do."""

    what: Text
    to_do: Text


UNREAD = Refused(Text("没有读出来"), Text("请把身份证拿开，再平放一次，也可以自己填写"))
NO_CARD = Refused(Text("没有读到身份证号码"), Text("请用身份证再读一次，也可以自己填写"))
OTHER_KIND = Refused(Text("这里只能用居民身份证"), Text("请换一张，或者返回换一个渠道"))
NO_PAPER = Refused(Text("没有读到证明上的号码"), Text("请对准证明上的二维码再扫一次，也可以自己填写"))


def wanted(fields: tuple[Field, ...]) -> Wanted:
    """What these fields can be read from: an identity from a card, a certificate's number from its code."""
    if any(one is identity.NAME for one in fields):
        return Wanted.CARD
    codes = (certificates.NUMBER, checking.NUMBER)
    return Wanted.CODE if any(one is code for one in fields for code in codes) else Wanted.NOTHING


def filled(fields: tuple[Field, ...], reading: Reading, given: Given) -> Filled | Refused:
    """What a reading fills in; nothing that its fields would not take if it were typed."""
    keys = {one.key for one in fields}
    match wanted(fields), reading:
        case _, Unread():
            return UNREAD
        case Wanted.CARD, Card() as card:
            return _of_card(keys, card)
        case Wanted.CARD, Scanned(text):
            card_told = card_in(text, given.today)
            return _of_card(keys, card_told) if card_told else NO_CARD
        case Wanted.CODE, Scanned(text):
            return _of_code(keys, text)
    return NO_PAPER


def _of_card(keys: set[str], card: Card) -> Filled | Refused:
    if identity.KIND.key not in keys and card.kind is not DocumentKind.RESIDENT_ID:
        return OTHER_KIND
    answers = {identity.KIND.key: card.kind.value, "number": card.number, identity.NAME.key: card.name}
    missing = "" if card.name else identity.NAME.key
    return Filled({key: text for key, text in answers.items() if key in keys}, missing)


def _of_code(keys: set[str], text: str) -> Filled | Refused:
    """A paper of ours says number and check code; of others the 18 digits are taken."""
    ours = re.fullmatch(checking.ON_PAPER, text.strip().upper())
    other = re.search(r"(?<!\d)\d{18}(?!\d)", text)
    number, code = (ours[1], ours[2]) if ours else (other[0], "") if other else ("", "")
    if checking.CODE.key in keys:
        answers = {checking.NUMBER.key: number, checking.CODE.key: code}
        return Filled(answers, "" if code else checking.CODE.key) if number else NO_PAPER
    digits = number if re.fullmatch(r"\d{18}", number) else ""
    return Filled({certificates.NUMBER.key: digits}) if digits else NO_PAPER
