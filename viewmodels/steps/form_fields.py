"""The fields of a form as screens show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.flows.steps import Form
from domain.forms.fields import (
    CODE_LENGTH,
    Answers,
    CaptchaField,
    Field,
    Given,
    Pad,
    Picked,
    Select,
    SmsCode,
    Tick,
    Typed,
)
from domain.words import NOTHING, Text, Verbatim, joined

KEYPADS = {Pad.DIGITS, Pad.DIGITS_X, Pad.AMOUNT}
"""What is typed on the large keypad; all else on the keyboard."""
LAST_KEYS: dict[Pad | None, str] = {Pad.DIGITS_X: "X", Pad.AMOUNT: "."}
"""Beside the 0."""
TypedOn = Typed | SmsCode | CaptchaField
"""Those that are typed on the screen of the form."""


def kind_of(field: Field) -> str:
    """`typed`, `picked`, `code`, `captcha` or `tick`."""
    match field:
        case Tick():
            return "tick"
        case SmsCode():
            return "code"
        case CaptchaField():
            return "captcha"
        case Typed():
            return "typed"
    return "picked"


def longest(field: Field) -> int:
    """How many characters a field takes."""
    match field:
        case Typed() | CaptchaField():
            return field.longest
    return CODE_LENGTH


def pad_of(field: Field | None, answers: Answers) -> Pad | None:
    """What a field is typed on; None for one that is picked."""
    match field:
        case Typed():
            return field.pad(answers)
        case SmsCode() | CaptchaField():
            return Pad.DIGITS
    return None


def texts(fields: Mapping[str, Field], answers: Answers) -> dict[str, str]:
    """What stands in the fields that the keyboard types on."""
    pads = {key: pad_of(one, answers) for key, one in fields.items()}
    return {key: answers.get(key, "") for key, pad in pads.items() if pad and pad not in KEYPADS}


def expected(field: Field | None, answers: Answers) -> int | None:
    """How many characters it has in the end, where that is known."""
    match field:
        case Typed():
            return field.expected(answers)
        case SmsCode():
            return CODE_LENGTH
    return None


def wrong_at_last(field: Field, given: Given) -> Text | None:
    """What is wrong with a field that has all of its characters: it is told while they can still be seen."""
    whole = isinstance(field, Typed) and len(given.answers[field.key]) == field.expected(given.answers)
    return field.problem(given) if whole else None


def is_empty(field: Field, answers: Answers) -> bool:
    """Whether it has still to be filled in; a box need not be ticked."""
    if isinstance(field, Tick):
        return False
    preset = isinstance(field, Picked) and not (isinstance(field, Select) and not field.first)
    return not answers.get(field.key) and not preset


def shown(field: Field, given: Given, active: bool) -> Text:
    """A field as it is shown: in groups while it is typed, masked once it is left, a choice by its name."""
    text = given.answers.get(field.key, "")
    match field:
        case Typed() if active:
            return Verbatim(field.grouped(text, given.answers))
        case Typed():
            return Verbatim(field.masked(text))
        case SmsCode() | CaptchaField() | Tick():
            return Verbatim(text)
    return field.shown(given)


def first_typed(step: Form[Any, Any], answers: Answers) -> str:
    """The field that a form opens with, if what is missing first is typed; none where there is something to read."""
    empty = next((f for f in step.fields if is_empty(f, answers)), None)
    return empty.key if isinstance(empty, TypedOn) and not step.about else ""


@dataclass(frozen=True, slots=True)
class Described:
    """A field as its form lays it out; a box that is ticked has its text as the hint."""

    key: str
    kind: str
    label: Text
    required: bool
    hint: Text


def described(field: Field) -> Described:
    """What a form needs to know of a field before anything is filled in."""
    hint = field.text if isinstance(field, Tick) else field.hint
    return Described(field.key, kind_of(field), field.label, field.required, hint)


def keys(pad: Pad | None) -> list[str]:
    """The keypad's characters, the last of them below the others."""
    return [*"1234567890", *LAST_KEYS.get(pad, "")]


def counted(field: Field | None, given: Given) -> Text:
    """How much has been typed of it, and what is known of it, such as whose card it is."""
    text = given.answers.get(field.key, "") if field else ""
    whole = expected(field, given.answers)
    typed = (
        Text("已输入 {count} 位，共 {whole} 位", count=len(text), whole=whole)
        if whole
        else Text("已输入 {count} 位", count=len(text))
    )
    told = field.told(text, given) if isinstance(field, Typed) and text else NOTHING
    return joined("，", filter(None, (typed, told)))


def tidied(step: Form[Any, Any], answers: Answers) -> Answers:
    """What was typed, without what does not count."""
    return {f.key: f.tidy(answers[f.key]) for f in step.fields if isinstance(f, Typed) and f.key in answers}


def doubts(step: Form[Any, Any], given: Given) -> dict[str, Text]:
    """What is unlikely about answers that are not wrong."""
    typed = (f for f in step.fields if isinstance(f, Typed) and given.answers.get(f.key))
    return {f.key: doubt for f in typed if (doubt := f.doubt(given.answers[f.key], given))}


def kept(step: Form[Any, Any], answers: Answers) -> Answers:
    """What a form was given before; a captcha is never asked twice."""
    captchas = {key for f in step.fields if isinstance(f, CaptchaField) for key in (f.key, f.id_key)}
    return {key: text for key, text in answers.items() if key not in captchas}


def asked_with(step: Form[Any, Any], answers: Answers) -> Answers:
    """What is left of the answers once something was asked with them."""
    return {**answers, **{f.key: "" for f in step.fields if _is_once(f)}}


def filled(step: Form[Any, Any], answers: Answers) -> Answers:
    """What Back does not lose. What proves something is good once, and not kept."""
    proofs = {f.key for f in step.fields if isinstance(f, SmsCode | CaptchaField) or _is_once(f)}
    return {key: text for key, text in answers.items() if key not in proofs}


def _is_once(field: Field) -> bool:
    return isinstance(field, Typed) and field.once
