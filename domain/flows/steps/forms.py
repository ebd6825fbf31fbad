"""Forms, and what is picked for one of their fields."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic

from domain.flows.steps.kind import Kind
from domain.forms.asking import Onward, Wrong
from domain.forms.fields import AgencyField, Answers, DayField, Field, MonthField, Picked, Select
from domain.forms.scopes import D, G, Scope
from domain.terminal.patience import Stay
from domain.words import NOTHING, Text


def _always(answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Review:
    """What a form says when all that is in it is shown once more, before it is sent.

    `account` says what the bank account in it is for, `notice` what comes of it. `due` tells by the answers whether the
    form sends anything: where it only leads on to another form, there is nothing to look at yet.
    """

    notice: Text
    account: Text = NOTHING
    due: Callable[[Answers], bool] = _always


@dataclass(frozen=True, slots=True)
class Form(Kind, Generic[D, G]):
    """Fields to fill in, in the guide's order. Once all are right, `ask` says how it ends; it sees `scope` alone.

    `name` is what the answers are kept under. `submit` may depend on what has been given. `other` is a second way on;
    its outcome is the last of `ends`. `lead` stands above the fields, `advice` below them. `prepare` gives answers that
    are filled in at first; it may ask as `ask` does.
    `about` says that it shows who the visitor is (用户信息确认), or the payment that a refund is asked for.
    `review` is there for what is looked at once more before `ask`: what moves money.
    """

    scope: Scope[D, G]
    name: str
    title: Text
    fields: tuple[Field, ...]
    submit: Text | Callable[[G], Text]
    ask: Callable[[D, G, Answers], Onward[G] | Wrong]
    ends: tuple[str, ...]
    other: Text = NOTHING
    lead: Text = Text("请对照证件填写，带 * 的必须填")
    advice: Text = NOTHING
    prepare: Callable[[D, G], Answers] | None = None
    about: bool = False
    review: Review | None = None

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Its ends, then `pick_<field>` for each field that is picked on a screen of its own."""
        return (*self.ends, *(f"pick_{field.key}" for field in self.fields if isinstance(field, Picked)))


@dataclass(frozen=True, slots=True)
class PickMonth(Kind):
    """The month of one field of a form: the year, and its twelve months."""

    title: Text
    form: str
    field: MonthField
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class PickOption(Kind):
    """The options of one field of a form."""

    title: Text
    form: str
    field: Select
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class PickDay(Kind):
    """The day of one field of a form: a month's calendar. A day that is not required can be taken back."""

    title: Text
    form: str
    field: DayField
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class Saved(Kind):
    """A refund application is saved (保存成功！): under which `number`, and where its money goes. No way back."""

    title: Text
    number: Text
    submit: Text
    back: ClassVar[bool] = False
    loses: ClassVar[bool] = False
    stay: ClassVar[Stay] = Stay.DONE
    outcomes: ClassVar[tuple[str, ...]] = ("done",)


@dataclass(frozen=True, slots=True)
class Notice(Kind):
    """What is wrong with the answer to a `field` of a `form`: a sentence, the answer, what to do, and one button.

    The answer is taken back. `named` stands before it.
    """

    title: Text
    heading: Text
    sentence: Text
    named: Text
    advice: Text
    submit: Text
    form: str
    field: AgencyField
    outcomes: ClassVar[tuple[str, ...]] = ("done",)
