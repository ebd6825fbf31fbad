"""The kinds of step. Each is a frozen value that says what is shown and declares how it can end.

A screen that does not fit gets a new kind, not a flag. `title` and `notes` are the guide's words.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from domain.forms.asking import Ask
from domain.forms.fields import AgencyField, Field, Select
from domain.insurance import Insurance, Scheme
from domain.payment.order import Network
from domain.visit import Visit

ALONE_S = 120
"""How long a screen may be left alone before the visit ends at Home."""
RESULT_ALONE_S = 60


class Link(StrEnum):
    """What a code on an entrance leads to, in the phone's browser or app."""

    OFFICIAL_ACCOUNT = "official_account"
    TAX_APP = "tax_app"
    UNIONPAY = "unionpay"


class Needs(StrEnum):
    """What a function asks of a visitor before it begins."""

    NOTHING = "nothing"
    NAME = "name"
    """to say who they are"""
    LOGIN = "login"
    """to prove it by their account (guide 三(一))"""


@dataclass(frozen=True, slots=True)
class Entrance:
    """How one gets here on the phone (功能入口): the taps in order, a remark, a code to scan, and the other way in.

    `scan` says what the code of `link` is scanned with and for; `needs` is what the other way is for.
    """

    title: str
    taps: tuple[str, ...]
    remark: str
    enter: str
    other: str = ""
    link: Link | None = None
    scan: str = ""
    needs: Needs = Needs.NOTHING
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        return ("enter", "other") if self.other else ("enter",)


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to fill in, in the guide's order. Once all are right, `ask` says how it ends.

    `name` is what the answers are kept under. `other` is a second way on; its outcome is the last of `ends`.
    `lead` stands above the fields, `advice` below them.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    submit: str
    ask: Ask
    ends: tuple[str, ...]
    other: str = ""
    lead: str = "请对照证件填写，带 * 的必须填"
    advice: str = ""
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Its ends, then `pick_<field>` for each field that is picked on a screen of its own."""
        return (*self.ends, *(f"pick_{field.key}" for field in self.fields if isinstance(field, Select | AgencyField)))


@dataclass(frozen=True, slots=True)
class PickOption:
    """The options of one field of a form."""

    title: str
    form: str
    field: Select
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One function of a menu; its outcome is its id, or `<id>_first` where something is needed before.

    `scheme` and `insurance` are what choosing it decides.
    """

    id: str
    title: str
    caption: str
    icon: str
    scheme: Scheme | None = None
    insurance: Insurance | None = None
    needs: Needs = Needs.NOTHING

    @property
    def outcomes(self) -> tuple[str, ...]:
        return (self.id,) if self.needs is Needs.NOTHING else (self.id, f"{self.id}_first")


@dataclass(frozen=True, slots=True)
class MenuGroup:
    title: str
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """What one can do, in groups under bar headings; `lead` is said as long as it is not known who the visitor is."""

    title: str
    groups: tuple[MenuGroup, ...]
    lead: str = ""
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        return tuple(outcome for group in self.groups for item in group.items for outcome in item.outcomes)


class Kept(StrEnum):
    """What choosing a tier leaves behind, paid or not (guide 一(二), 一(四))."""

    DECLARED = "declared"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Confirm:
    """缴费信息确认: a form whose choices depend on each other. `labels` name its fields in the guide's order."""

    title: str
    scheme: Scheme
    fields: tuple[str, ...]
    kept: Kept
    stop: str
    notes: tuple[str, ...] = ()
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Residents' arrears are listed on a screen of their own; flexible workers' are months of this form."""
        listed = ("arrears",) if self.scheme is Scheme.RESIDENT else ()
        return ("pay", "stop", *listed, "pick_agency", "pick_period", "pick_tier")


def into_choice(visit: Visit, agency: str) -> Visit:
    """The agency is where the chosen insurance is paid; a tier of another place does not hold any more."""
    return replace(visit, choice=replace(visit.choice, agency=agency, tier=None, recorded=False))


def of_choice(visit: Visit) -> str:
    """The code of the agency where the chosen insurance is paid; empty if none is chosen."""
    return visit.choice.agency or ""


@dataclass(frozen=True, slots=True)
class PickAgency:
    """City, then the agency (社保经办机构) for the chosen insurance.

    `into` puts its code where it belongs, `chosen` is the one that is there.
    """

    title: str
    into: Callable[[Visit, str], Visit] = into_choice
    chosen: Callable[[Visit], str] = of_choice
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class PickPeriod:
    """费款所属期 or 缴费年份: one of the periods that may be paid."""

    title: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


class Periods(StrEnum):
    """How a Query offers what is paid for."""

    NONE = "none"
    LISTED = "listed"
    """each month that can be ticked; those of 补缴 only where there are any (guide 二(三) 注意事项)"""
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Query:
    """查询缴费: for when and for which insurance, in the guide's order. An empty label leaves its question out.

    Under the heading `enrolled` stand all enrolments (参保信息), medical ones without their agency (BR5).
    """

    title: str
    periods: Periods
    period: str
    insurance: str
    submit: str
    enrolled: str = ""
    notes: tuple[str, ...] = ()
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("next",)


@dataclass(frozen=True, slots=True)
class PickEnrolment:
    """参保信息 at the chosen agency, a row for each period: one of them, then on; none sends back to the agency."""

    title: str
    submit: str
    nothing: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("next", "again")


@dataclass(frozen=True, slots=True)
class PickTier:
    """缴费档次 with amounts; choosing records the choice (BR10). `stop` ends with that, and nothing is paid."""

    title: str
    submit: str
    stop: str = ""
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        return ("picked", "stop") if self.stop else ("picked",)


@dataclass(frozen=True, slots=True)
class PickBills:
    """Rows of what is owed, to be ticked (补缴明细确认)."""

    title: str
    submit: str
    nothing: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("pay", "nothing")


class Of(StrEnum):
    """What Records are of."""

    TIERS = "tiers"
    PAYMENTS = "payments"


@dataclass(frozen=True, slots=True)
class Records:
    """Rows to read, and nothing to decide."""

    title: str
    of: Of
    nothing: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("done",)


@dataclass(frozen=True, slots=True)
class PickMethod:
    """选择缴款方式: the methods of this channel, the first one chosen, and the amount again.

    Should the amount not hold any more (the day has turned), it goes back to the confirmation of the scheme.
    """

    title: str
    methods: tuple[str, ...]
    submit: str
    notes: tuple[str, ...] = ()
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("next", "changed_flexible", "changed_resident")


@dataclass(frozen=True, slots=True)
class Summary:
    """What is to be paid, to be read once more before going on. `heading` says which look it is.

    Should the amount not hold any more (the day has turned), it goes back to where the tier is chosen.
    """

    title: str
    heading: str
    submit: str
    notes: tuple[str, ...] = ()
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("next", "changed")


@dataclass(frozen=True, slots=True)
class Notice:
    """What is wrong with the answer to a `field` of a `form`: a sentence, the answer, what to do, and one button.

    The answer is taken back. `named` stands before it.
    """

    title: str
    heading: str
    sentence: str
    named: str
    advice: str
    submit: str
    form: str
    field: AgencyField
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("done",)


@dataclass(frozen=True, slots=True)
class ConfirmAgency:
    """再次确认经办机构信息: the agency once more; yes, or choose again."""

    title: str
    question: str
    submit: str
    cancel: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("next", "again")


@dataclass(frozen=True, slots=True)
class PayByQr:
    """The order's code on the screen until the network says how it ended. `taps` are the phone's three steps."""

    title: str
    network: Network
    app: str
    taps: tuple[str, ...]
    notes: tuple[str, ...] = ()
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("paid", "cancelled", "left")


@dataclass(frozen=True, slots=True)
class Result:
    """支付结果: what became of the order, as the store has it. No way back after payment.

    `refund_days` are the working days that the guide gives a refund, first and last; None where it gives none.
    """

    title: str
    method: str
    refund_days: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    back: ClassVar[bool] = False
    alone_s: ClassVar[int] = RESULT_ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("done",)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A choice was recorded and nothing was paid: where the guide stops (一(二), 一(四)); `pay` is the way on."""

    title: str
    sentence: str
    advice: str
    pay: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("done", "pay")


@dataclass(frozen=True, slots=True)
class Way:
    """A channel in which something can be done, and what is different there."""

    channel: str
    differs: str


@dataclass(frozen=True, slots=True)
class PickChannel:
    """What one came for, and the channels that can do it. Its outcomes are their names."""

    title: str
    ways: tuple[Way, ...]
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        return tuple(way.channel for way in self.ways)


@dataclass(frozen=True, slots=True)
class Closed:
    """A channel takes no business now: why, until when, and the channels that do. `open` once it does again."""

    title: str
    headline: str
    notes: tuple[str, ...]
    ways: tuple[str, ...]
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        return ("open", "done", *self.ways)


SHOWN_WHILE_CLOSED = (Result, Closed)
"""What a channel still shows while it takes no business: how a payment ended is told whenever it ends."""

Step = (
    Entrance
    | Form
    | PickOption
    | Menu
    | Confirm
    | PickAgency
    | PickPeriod
    | Query
    | PickEnrolment
    | PickTier
    | PickBills
    | Records
    | PickMethod
    | Summary
    | Notice
    | ConfirmAgency
    | PayByQr
    | Result
    | Recorded
    | PickChannel
    | Closed
)
