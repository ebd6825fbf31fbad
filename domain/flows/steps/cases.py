"""What lies before staff about money: the oldest first, one of them open, with the ways out of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from domain.flows.steps.kind import Kind
from domain.flows.steps.listing import Choose, Lists
from domain.flows.visit import OnDuty
from domain.forms.asking import Onward
from domain.forms.scopes import STAFF, Scope
from domain.payment.cases import OrderCase
from domain.reconciliation.office import BillCase
from domain.refunds.cases import RefundCase
from domain.terminal.outages import Outages
from domain.words import NOTHING, Text

Case = RefundCase | OrderCase | BillCase
C = TypeVar("C", RefundCase, OrderCase, BillCase)


@dataclass(frozen=True, slots=True)
class WayOut:
    """A box of a case. `means` is what it means, in few words; empty where it is told when its network was last asked.

    `says` is what has to be read before it is taken, with the figure: a way that has it is never chosen beforehand.
    `two`: the second of the staff types number and PIN on the form that it leads to.
    """

    id: str
    label: Text
    choose: Choose[Outages, OnDuty]
    means: Text = NOTHING
    says: Text = NOTHING
    two: bool = False


@dataclass(frozen=True, slots=True)
class Cases(Lists[Outages, OnDuty, C], Kind, Generic[C]):
    """`nothing` is said where there are none, `other` is on the button that leads on then, as `begin` says, else by the
    last of `ends`. `caution` is what one has to know before; empty if nothing.
    """

    scope: ClassVar[Scope[Outages, OnDuty]] = STAFF
    title: Text
    rows: Callable[[Outages, OnDuty], tuple[C, ...]]
    ways: Callable[[C], tuple[WayOut, ...]]
    nothing: Text
    ends: tuple[str, ...]
    other: Text
    begin: Callable[[OnDuty], Onward[OnDuty]] | None = None
    caution: Callable[[Outages, OnDuty], Text] | None = None
