"""The kinds of field. A field is a value: its label, whether it is required, how it is typed, what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.offices import Offices

Answers = Mapping[str, str]
"""What was typed or chosen, by the field's key; a field that is not there was left empty."""


@dataclass(frozen=True, slots=True)
class Given:
    """What options and checks may look at: the answers so far, the hall's day, the offices."""

    answers: Answers
    today: date
    offices: Offices


Check = Callable[[str, Given], str | None]
"""What is wrong with a text that is not empty, as a sentence for the field; None if nothing is."""


class Pad(StrEnum):
    """What a field is typed on."""

    WORDS = "words"
    """the keyboard, Pinyin first"""
    LETTERS = "letters"
    """the keyboard, Latin capitals and digits first"""
    DIGITS = "digits"
    """the large keypad"""
    DIGITS_X = "digits_x"
    """the large keypad with X"""


def _as_it_is(text: str, answers: Answers) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Typed:
    """A line to type. `check` judges what `tidy` leaves; it is shown `grouped` while it is typed, `masked` after that.

    `expected(answers)` is how many characters it has in the end, where that is known.
    """

    key: str
    label: str
    check: Check = lambda text, given: None
    required: bool = True
    hint: str = ""
    longest: int = 64
    pad: Callable[[Answers], Pad] = lambda answers: Pad.WORDS
    tidy: Callable[[str], str] = str.strip
    grouped: Callable[[str, Answers], str] = _as_it_is
    masked: Callable[[str], str] = str
    expected: Callable[[Answers], int | None] = lambda answers: None

    def problem(self, given: Given) -> str | None:
        """What is wrong with the answer; None if nothing is."""
        text = self.tidy(given.answers.get(self.key, ""))
        if text:
            return self.check(text, given)
        return f"请输入{self.label}" if self.required else None


def digits(key: str, label: str, length: int, check: Check, hint: str = "") -> Typed:
    """A number of `length` digits at most, typed on the large keypad."""
    return Typed(
        key, label, check, hint=hint, longest=length, pad=lambda answers: Pad.DIGITS, expected=lambda answers: length
    )


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from."""

    id: str
    title: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Select:
    """One of some options, picked on a screen of its own. `first` is chosen from the start; `clears` depend on it."""

    key: str
    label: str
    options: Callable[[Given], tuple[Option, ...]]
    required: bool = True
    hint: str = "请选择"
    first: str = ""
    clears: tuple[str, ...] = ()

    def problem(self, given: Given) -> str | None:
        """What is wrong with the answer; None if nothing is."""
        return f"请选择{self.label}" if self.required and not self.shown(given) else None

    def shown(self, given: Given) -> str:
        """The chosen option as the form shows it; empty if none is, or if it is no longer offered."""
        chosen = given.answers.get(self.key, self.first)
        return next((option.title for option in self.options(given) if option.id == chosen), "")


@dataclass(frozen=True, slots=True)
class AgencyField:
    """社保经办机构: the city first, then the agency, on a screen of its own."""

    key: str
    label: str
    required: bool = True
    hint: str = "先选地市，再选经办机构"

    def problem(self, given: Given) -> str | None:
        """What is wrong with the answer; None if nothing is."""
        return None if self.shown(given) else f"请选择{self.label}"

    def shown(self, given: Given) -> str:
        """The chosen agency's name; empty if none is chosen."""
        code = given.answers.get(self.key, "")
        return given.offices.name(code) if code else ""


@dataclass(frozen=True, slots=True)
class SmsCode:
    """短信验证码: six digits that come to the phone of the field `phone` when they are asked for."""

    key: str
    label: str
    phone: str
    required: bool = True
    hint: str = "6 位数字"

    def problem(self, given: Given) -> str | None:
        """What is wrong with the answer; None if nothing is."""
        text = given.answers.get(self.key, "")
        if not text:
            return f"请输入{self.label}"
        return None if len(text) == CODE_LENGTH and text.isdecimal() and text.isascii() else "验证码是 6 位数字"


CODE_LENGTH = 6
RESEND = timedelta(seconds=60)
"""How long before another code is sent to the same phone."""
Field = Typed | Select | AgencyField | SmsCode
