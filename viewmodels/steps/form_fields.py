"""The fields of a form as screens show them."""

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


def expected(field: Field | None, answers: Answers) -> int | None:
    """How many characters it has in the end, where that is known."""
    match field:
        case Typed():
            return field.expected(answers)
        case SmsCode():
            return CODE_LENGTH
    return None


def is_empty(field: Field, answers: Answers) -> bool:
    """Whether it has still to be filled in; a box need not be ticked."""
    if isinstance(field, Tick):
        return False
    preset = isinstance(field, Picked) and not (isinstance(field, Select) and not field.first)
    return not answers.get(field.key) and not preset


def shown(field: Field, given: Given, active: bool) -> str:
    """A field as it is shown: in groups while it is typed, masked once it is left, a choice by its name."""
    text = given.answers.get(field.key, "")
    match field:
        case Typed() if active:
            return field.grouped(text, given.answers)
        case Typed():
            return field.masked(text)
        case SmsCode() | CaptchaField() | Tick():
            return text
    return field.shown(given)
