"""The kinds of field. A field is a value: its label, whether it is required, how it is typed, what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.accounts.banks import Banks
from domain.people.insurance import Period
from domain.people.offices import Offices
from domain.words import NOTHING, Text, Verbatim

Answers = Mapping[str, str]
"""What was typed or chosen, by the field's key; a field that is not there was left empty."""


@dataclass(frozen=True, slots=True)
class Given:
    """What options and checks may look at: the answers so far, the hall's day, the offices, the banks."""

    answers: Answers
    today: date
    offices: Offices
    banks: Banks


Check = Callable[[str, Given], Text | None]
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
    AMOUNT = "amount"
    """the large keypad with a point"""


def _as_it_is(text: str, answers: Answers) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Typed:
    """A line to type. `check` judges what `tidy` leaves; it is shown `grouped` while it is typed, `masked` after that.

    `doubt` is what is unlikely about an answer that is not wrong: it is said once, and taken if it is submitted again.

    `expected(answers)` is how many characters it has in the end, where that is known; `told` what is known of what has
    been typed so far. What proves who somebody is is good `once`: it is never kept, nor left for another try.
    """

    key: str
    label: Text
    check: Check = lambda text, given: None
    required: bool = True
    hint: Text = NOTHING
    longest: int = 64
    pad: Callable[[Answers], Pad] = lambda answers: Pad.WORDS
    tidy: Callable[[str], str] = str.strip
    grouped: Callable[[str, Answers], str] = _as_it_is
    masked: Callable[[str], str] = str
    expected: Callable[[Answers], int | None] = lambda answers: None
    told: Callable[[str, Given], Text] = lambda text, given: NOTHING
    doubt: Check = lambda text, given: None
    once: bool = False

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        text = self.tidy(given.answers.get(self.key, ""))
        if text:
            return self.check(text, given)
        return Text("请输入{label}", label=self.label) if self.required else None


def digits(key: str, label: Text, length: int, check: Check, hint: Text = NOTHING) -> Typed:
    """A number of `length` digits at most, typed on the large keypad."""
    return Typed(
        key, label, check, hint=hint, longest=length, pad=lambda answers: Pad.DIGITS, expected=lambda answers: length
    )


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from."""

    id: str
    title: Text
    caption: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Select:
    """One of some options, picked on a screen of its own. `first` is chosen from the start; `clears` depend on it."""

    key: str
    label: Text
    options: Callable[[Given], tuple[Option, ...]]
    required: bool = True
    hint: Text = Text("请选择")
    first: str = ""
    clears: tuple[str, ...] = ()

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        return Text("请选择{label}", label=self.label) if self.required and not self.shown(given) else None

    def shown(self, given: Given) -> Text:
        """The chosen option as the form shows it; empty if none is, or if it is no longer offered."""
        chosen = given.answers.get(self.key, self.first)
        return next((option.title for option in self.options(given) if option.id == chosen), NOTHING)


@dataclass(frozen=True, slots=True)
class AgencyField:
    """社保经办机构: the city first, then the agency, on a screen of its own."""

    key: str
    label: Text
    required: bool = True
    hint: Text = Text("先选地市，再选经办机构")

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        return None if self.shown(given) else Text("请选择{label}", label=self.label)

    def shown(self, given: Given) -> Text:
        """The chosen agency's name; empty if none is chosen."""
        code = given.answers.get(self.key, "")
        return Verbatim(given.offices.name(code)) if code else NOTHING


@dataclass(frozen=True, slots=True)
class SmsCode:
    """短信验证码: six digits that come to the phone of the field `phone` when they are asked for."""

    key: str
    label: Text
    phone: str
    required: bool = True
    hint: Text = Text("6 位数字")

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        text = given.answers.get(self.key, "")
        if not text:
            return Text("请输入{label}", label=self.label)
        return None if len(text) == CODE_LENGTH and text.isdecimal() and text.isascii() else Text("验证码是 6 位数字")


CODE_LENGTH = 6
RESEND = timedelta(seconds=60)
"""How long before another code is sent to the same phone."""


@dataclass(frozen=True, slots=True)
class AuthorityField:
    """主管税务机关: the city first, then the county's tax authority, on a screen of its own."""

    key: str
    label: Text
    required: bool = True
    hint: Text = Text("先选地市，再选税务机关")

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        return None if self.shown(given) else Text("请选择{label}", label=self.label)

    def shown(self, given: Given) -> Text:
        """The authority's name; empty if none is chosen."""
        return Verbatim(given.offices.authority(given.answers.get(self.key, "")))


@dataclass(frozen=True, slots=True)
class MonthField:
    """A month, picked on a screen of its own; the answer is its key (`2026-11`). `first(today)` is chosen at first.

    `since` is the month that it must not be before; both together are no more than `longest` months.
    """

    key: str
    label: Text
    first: Callable[[date], Period]
    since: "MonthField | None" = None
    longest: int = 0
    required: bool = True
    hint: Text = Text("请选择年月")

    def chosen(self, given: Given) -> Period:
        """The month that is chosen."""
        return self.of(given.answers, given.today)

    def of(self, answers: Answers, today: date) -> Period:
        """The month that is chosen by some answers."""
        answer = answers.get(self.key, "")
        return Period.of(answer) if answer else self.first(today)

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        month, this_month = self.chosen(given), Period(given.today.year, given.today.month)
        if month > this_month:
            return Text("还没有到{month}，请改选", month=month.label)
        if self.since is None:
            return None
        begin = self.since.chosen(given)
        if month < begin:
            return Text("结束的年月早于开始的年月，请改选")
        if month.ordinal - begin.ordinal >= self.longest:
            return Text("一次最多查 {longest} 个月，请改选", longest=self.longest)
        return None

    def shown(self, given: Given) -> Text:
        """The chosen month as the form shows it."""
        return self.chosen(given).label


@dataclass(frozen=True, slots=True)
class CaptchaField:
    """图形验证码: what is seen in a picture that is drawn for this form. Under `id_key` is which picture it was."""

    key: str
    label: Text
    required: bool = True
    hint: Text = Text("图中的数字")
    longest: int = 4

    @property
    def id_key(self) -> str:
        return f"{self.key}.id"

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        return None if given.answers.get(self.key, "") else Text("请输入{label}", label=self.label)


@dataclass(frozen=True, slots=True)
class CountyField:
    """行政区划: the city first, then the county, on a screen of its own. Another choice empties what `clears` names."""

    key: str
    label: Text
    required: bool = True
    hint: Text = Text("先选地市，再选区县")
    clears: tuple[str, ...] = ()

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        return Text("请选择{label}", label=self.label) if self.required and not self.shown(given) else None

    def shown(self, given: Given) -> Text:
        """City and county by name; empty if none is chosen."""
        county = given.answers.get(self.key, "")
        city = given.offices.city_of(county)
        return Verbatim(city.name + given.offices.county(county)) if city else NOTHING


@dataclass(frozen=True, slots=True)
class DayField:
    """A day, picked from a calendar; the answer is in ISO form. `check` judges it."""

    key: str
    label: Text
    check: Callable[[date, Given], Text | None] = lambda day, given: None
    required: bool = True
    hint: Text = Text("请选择日期")

    def chosen(self, given: Given) -> date | None:
        """The day that is chosen."""
        answer = given.answers.get(self.key, "")
        return date.fromisoformat(answer) if answer else None

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        day = self.chosen(given)
        if day is None:
            return Text("请选择{label}", label=self.label) if self.required else None
        return self.check(day, given)

    def shown(self, given: Given) -> Text:
        """The day as the form shows it; empty if none is chosen."""
        day = self.chosen(given)
        return Text("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day) if day else NOTHING


TICKED = "yes"


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to be ticked. `paragraphs` under `heading` are what is agreed to by that; a required one has to be."""

    key: str
    label: Text
    text: Text
    required: bool = False
    hint: Text = NOTHING
    heading: Text = NOTHING
    paragraphs: tuple[Text, ...] = ()
    untold: Text = Text("请先阅读并勾选")

    def problem(self, given: Given) -> Text | None:
        """What is wrong with the answer; None if nothing is."""
        return self.untold if self.required and not is_ticked(self, given.answers) else None


def is_ticked(field: Tick, answers: Answers) -> bool:
    return answers.get(field.key, "") == TICKED


Field = (
    Typed | Select | AgencyField | SmsCode | AuthorityField | MonthField | CaptchaField | CountyField | DayField | Tick
)
Picked = Select | AgencyField | AuthorityField | MonthField | CountyField | DayField
"""Those that have a screen of their own."""
