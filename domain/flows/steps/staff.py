"""Pages of the staff's desk that are no lists."""

from dataclasses import dataclass
from typing import ClassVar

from domain.flows.steps.kind import Kind
from domain.forms.fields import DayField
from domain.terminal.patience import Stay
from domain.words import Text


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """What came of a day: the one that stands in a `field` of a `form`, or today. `ends` lead on, or to other pages."""

    title: Text
    form: str
    field: DayField
    ends: tuple[str, ...]
    loses: ClassVar[bool] = False
    stay: ClassVar[Stay] = Stay.READING

    @property
    def outcomes(self) -> tuple[str, ...]:
        return self.ends


@dataclass(frozen=True, slots=True)
class DeskPage(Kind):
    """A page of the staff's desk; `outcomes` lead on, or to other pages."""

    title: Text
    outcomes: tuple[str, ...]
    loses: ClassVar[bool] = False
    stay: ClassVar[Stay] = Stay.READING


class Devices(DeskPage):
    """How the devices are."""


class Settings(DeskPage):
    """What staff can take out of service, copy and end."""


class Stuck(DeskPage):
    """Where visitors get stuck, as counts without people."""


@dataclass(frozen=True, slots=True)
class Suspend(Kind):
    """Something is taken out of service: what visitors are told, and until when."""

    title: Text
    loses: ClassVar[bool] = False
    outcomes: ClassVar[tuple[str, ...]] = ("suspended",)


@dataclass(frozen=True, slots=True)
class FoundOrders(Kind):
    """Orders that staff looked for, each with its life and its slip."""

    title: Text
    loses: ClassVar[bool] = False
    outcomes: ClassVar[tuple[str, ...]] = ("done",)


@dataclass(frozen=True, slots=True)
class DayPaper(Kind):
    """The paper of that day (日结单), to be looked at and printed."""

    title: Text
    form: str
    field: DayField
    loses: ClassVar[bool] = False
    stay: ClassVar[Stay] = Stay.READING
    outcomes: ClassVar[tuple[str, ...]] = ("done",)
