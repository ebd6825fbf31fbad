"""The kinds of step. Each is a frozen value that says what is shown and declares how it can end.

A screen that does not fit gets a new kind, not a flag. `title` and `notes` are the guide's words.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from domain.forms.asking import Ask
from domain.forms.fields import AgencyField, Field, Select
from domain.insurance import Scheme
from domain.payment.order import Network
from domain.visit import Visit

ALONE_S = 120
"""How long a screen may be left alone before the visit ends at Home."""
RESULT_ALONE_S = 60


@dataclass(frozen=True, slots=True)
class Entrance:
    """How one gets here on the phone (功能入口): the taps in order, a remark, and the other way in."""

    title: str
    taps: tuple[str, ...]
    remark: str
    enter: str
    other: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("enter", "other")


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to fill in, in the guide's order. Once all are right, `ask` says how it ends.

    `name` is what the answers are kept under. `other` is a second way on; its outcome is the last of `ends`.
    `advice` stands below the fields.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    submit: str
    ask: Ask
    ends: tuple[str, ...]
    other: str = ""
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
    """One function of a menu; its outcome is its id. `scheme` is what choosing it decides."""

    id: str
    title: str
    caption: str
    icon: str
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class MenuGroup:
    title: str
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """What one can do, in groups under bar headings."""

    title: str
    groups: tuple[MenuGroup, ...]
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S

    @property
    def outcomes(self) -> tuple[str, ...]:
        return tuple(item.id for group in self.groups for item in group.items)


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


@dataclass(frozen=True, slots=True)
class PickAgency:
    """City, then the agency (社保经办机构) for the chosen insurance; `into` puts its code where it belongs."""

    title: str
    into: Callable[[Visit, str], Visit] = into_choice
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


@dataclass(frozen=True, slots=True)
class PickTier:
    """缴费档次 with amounts; choosing records the choice (BR10)."""

    title: str
    submit: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("picked",)


@dataclass(frozen=True, slots=True)
class PickBills:
    """Rows of what is owed, to be ticked (补缴明细确认)."""

    title: str
    submit: str
    nothing: str
    back: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("pay", "nothing")


@dataclass(frozen=True, slots=True)
class Records:
    """Rows to read, and nothing to decide."""

    title: str
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
    """支付结果: what became of the order, as the store has it. No way back after payment."""

    title: str
    method: str
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


Step = (
    Entrance
    | Form
    | PickOption
    | Menu
    | Confirm
    | PickAgency
    | PickPeriod
    | PickTier
    | PickBills
    | Records
    | PickMethod
    | PayByQr
    | Result
    | Recorded
)
