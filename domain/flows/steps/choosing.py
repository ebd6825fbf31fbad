"""What is to be paid: insurance, agency, periods, tier."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Protocol

from domain.flows.steps.kind import Kind
from domain.flows.visit import Visit
from domain.people.insurance import Scheme
from domain.words import NOTHING, Text


class Kept(StrEnum):
    """What choosing a tier leaves behind, paid or not (guide 一(二), 一(四))."""

    DECLARED = "declared"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Confirm(Kind):
    """缴费信息确认: a form whose choices depend on each other. `labels` name its fields in the guide's order."""

    title: Text
    scheme: Scheme
    fields: tuple[Text, ...]
    kept: Kept
    stop: Text
    notes: tuple[Text, ...] = ()

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Residents' arrears are listed on a screen of their own; flexible workers' are months of this form."""
        listed = ("arrears",) if self.scheme is Scheme.RESIDENT else ()
        return ("pay", "stop", *listed, "pick_agency", "pick_period", "pick_tier")


class Place(Protocol):
    """Where in a visit a chosen office is kept."""

    def put(self, visit: Visit, code: str) -> Visit: ...

    def get(self, visit: Visit) -> str:
        """Its code; empty if none is chosen."""
        ...


@dataclass(frozen=True, slots=True)
class ChoicePlace:
    """In what is chosen to be paid; a tier of another place does not hold any more."""

    def put(self, visit: Visit, code: str) -> Visit:
        paying = visit.paying
        choice = replace(paying.choice, agency=code, tier=None, recorded=False)
        return replace(visit, business=replace(paying, choice=choice))

    def get(self, visit: Visit) -> str:
        return visit.paying.choice.agency or ""


@dataclass(frozen=True, slots=True)
class PickAgency(Kind):
    """City, then the agency (社保经办机构) for the chosen insurance. `place` is where its code is kept."""

    title: Text
    place: Place = ChoicePlace()
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class PickAuthority(Kind):
    """City, then the county's tax authority (主管税务机关). `place` is where the county's code is kept."""

    title: Text
    place: Place
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class PickCounty(Kind):
    """City, then county (行政区划). `place` is where the county's code is kept."""

    title: Text
    place: Place
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class PickPeriod(Kind):
    """费款所属期 or 缴费年份: one of the periods that may be paid."""

    title: Text
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


class Periods(StrEnum):
    """How a Query offers what is paid for."""

    NONE = "none"
    LISTED = "listed"
    """each month that can be ticked; those of 补缴 only where there are any (guide 二(三) 注意事项)"""
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Query(Kind):
    """查询缴费: for when and for which insurance, in the guide's order. An empty label leaves its question out.

    Under the heading `enrolled` stand all enrolments (参保信息), medical ones without their agency (BR5).
    """

    title: Text
    periods: Periods
    period: Text
    insurance: Text
    submit: Text
    enrolled: Text = NOTHING
    notes: tuple[Text, ...] = ()
    outcomes: ClassVar[tuple[str, ...]] = ("next",)


@dataclass(frozen=True, slots=True)
class PickEnrolment(Kind):
    """参保信息 at the chosen agency, a row for each period: one of them, then on; none sends back to the agency."""

    title: Text
    submit: Text
    nothing: Text
    outcomes: ClassVar[tuple[str, ...]] = ("next", "again")


@dataclass(frozen=True, slots=True)
class PickTier(Kind):
    """缴费档次 with amounts; choosing records the choice (BR10). `stop` ends with that, and nothing is paid."""

    title: Text
    submit: Text
    stop: Text = NOTHING

    @property
    def outcomes(self) -> tuple[str, ...]:
        return ("picked", "stop") if self.stop else ("picked",)


@dataclass(frozen=True, slots=True)
class PickBills(Kind):
    """Rows of what is owed, to be ticked (补缴明细确认)."""

    title: Text
    submit: Text
    nothing: Text
    outcomes: ClassVar[tuple[str, ...]] = ("pay", "nothing")


@dataclass(frozen=True, slots=True)
class ConfirmAgency(Kind):
    """再次确认经办机构信息: the agency once more; yes, or choose again."""

    title: Text
    question: Text
    submit: Text
    cancel: Text
    outcomes: ClassVar[tuple[str, ...]] = ("next", "again")


@dataclass(frozen=True, slots=True)
class Recorded(Kind):
    """A choice was recorded and nothing was paid: where the guide stops (一(二), 一(四)); `pay` is the way on."""

    title: Text
    sentence: Text
    advice: Text
    pay: Text
    outcomes: ClassVar[tuple[str, ...]] = ("done", "pay")
