"""From the amount to what became of it."""

from dataclasses import dataclass
from typing import ClassVar

from domain.flows.steps.kind import Kind
from domain.payment.order import Network
from domain.terminal.patience import Stay
from domain.words import NOTHING, Text, Verbatim


@dataclass(frozen=True, slots=True)
class PickMethod(Kind):
    """选择缴款方式: the methods of this channel, the first one chosen, and the amount again.

    Should the amount not hold any more (the day has turned), it goes back to the confirmation of the scheme.
    `together`: who pays for another resident may pay for others as well.
    """

    title: Text
    methods: tuple[Text, ...]
    submit: Text
    notes: tuple[Text, ...] = ()
    together: Text = NOTHING
    outcomes: ClassVar[tuple[str, ...]] = ("next", "changed_flexible", "changed_resident", "household")


@dataclass(frozen=True, slots=True)
class Household(Kind):
    """给一家人缴费: everybody who is paid for by one code, each with an amount of their own.

    No way back: what was typed for all of them would be lost. Whoever is too many can be removed.
    """

    title: Text
    submit: Text
    notes: tuple[Text, ...] = ()
    back: ClassVar[bool] = False
    outcomes: ClassVar[tuple[str, ...]] = ("next", "add")


@dataclass(frozen=True, slots=True)
class Summary(Kind):
    """What is to be paid, to be read once more before going on. `heading` says which look it is.

    Should the amount not hold any more (the day has turned), it goes back to where the tier is chosen.
    """

    title: Text
    heading: Text
    submit: Text
    notes: tuple[Text, ...] = ()
    outcomes: ClassVar[tuple[str, ...]] = ("next", "changed")


@dataclass(frozen=True, slots=True)
class App:
    """What a visitor pays by on the phone: its name, its character, and the three `taps` from opening it to paying.

    `scan` is what its button that scans is called; empty where that stands behind a plus sign.
    """

    name: Text
    glyph: Verbatim
    taps: tuple[Text, Text, Text]
    scan: Text = Text("扫一扫")


@dataclass(frozen=True, slots=True)
class PayByQr(Kind):
    """The order's code on the screen until the network says how it ended. `app` scans it."""

    title: Text
    network: Network
    app: App
    notes: tuple[Text, ...] = ()
    outcomes: ClassVar[tuple[str, ...]] = ("paid", "cancelled", "left")


@dataclass(frozen=True, slots=True)
class HouseholdResult(Kind):
    """支付结果 of a household: what became of each one's order, as the store has it."""

    title: Text
    method: Text
    refund_days: tuple[int, int]
    notes: tuple[Text, ...] = ()
    back: ClassVar[bool] = False
    loses: ClassVar[bool] = False
    stay: ClassVar[Stay] = Stay.DONE
    outcomes: ClassVar[tuple[str, ...]] = ("done", "another")


@dataclass(frozen=True, slots=True)
class Result(Kind):
    """支付结果: what became of the order, as the store has it. No way back after payment.

    `another`: something else for the same visitor, who need not say again who they are.

    `refund_days` are the working days that the guide gives a refund, first and last; None where it gives none.
    """

    title: Text
    method: Text
    refund_days: tuple[int, int] | None = None
    notes: tuple[Text, ...] = ()
    back: ClassVar[bool] = False
    loses: ClassVar[bool] = False
    stay: ClassVar[Stay] = Stay.DONE
    outcomes: ClassVar[tuple[str, ...]] = ("done", "another")
