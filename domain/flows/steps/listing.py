"""Lists whose rows something can be done with: certificates, accounts, agreements, refunds."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.accounts.account import BankAccount
from domain.agreements.agreement import Agreement
from domain.certificates.certificate import Certificate
from domain.certificates.payments import PaidYear, Settled
from domain.flows.steps.kind import Kind
from domain.flows.visit import Visit
from domain.forms.asking import Done, FrontDesk, Onward, Wrong
from domain.refunds.application import Application, Case, Refundable
from domain.words import NOTHING, Text

Entry = PaidYear | Settled | Certificate | BankAccount | Agreement | Refundable | Application | Case
"""What there are rows of."""
A_PAGE = 4
Choose = Callable[[FrontDesk, Visit, str], Onward | Wrong | Done]
"""What touching a button does; the text is the row's (a year, a voucher, a number), empty for all rows."""


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a row. `confirm` is the question that is asked first; empty if none is."""

    id: str
    label: Text
    choose: Choose
    confirm: Text = NOTHING


def as_it_is(visit: Visit) -> Visit:
    """Nothing is forgotten."""
    return visit


def nothing_known(desk: FrontDesk, visit: Visit) -> Text:
    """There is nothing to beware of."""
    return NOTHING


def nothing_to_do(entry: Entry) -> tuple[Action, ...]:
    """For rows that are only read, or touched as a whole."""
    return ()


@dataclass(frozen=True, slots=True)
class Listing(Kind):
    """Rows with buttons: one for each row (`each`), or those of `actions`; `submit` is a button for all rows.

    `other` is a second way on, whose outcome is the last of `ends`; `anew` is with what it begins. `about`: who the
    visitor is stands above (as in Form). `page` is how many rows there are on a page. `caution` is what one has to know
    before going on; empty if nothing.
    """

    title: Text
    rows: Callable[[FrontDesk, Visit], tuple[Entry, ...]]
    nothing: Text
    ends: tuple[str, ...]
    choose: Choose | None = None
    each: Text = NOTHING
    submit: Text = NOTHING
    other: Text = NOTHING
    anew: Callable[[Visit], Visit] = as_it_is
    actions: Callable[[Entry], tuple[Action, ...]] = nothing_to_do
    about: bool = False
    page: int = A_PAGE
    caution: Callable[[FrontDesk, Visit], Text] = nothing_known

    @property
    def outcomes(self) -> tuple[str, ...]:
        return self.ends

    def buttons(self, entry: Entry) -> tuple[Action, ...]:
        """What can be done with a row."""
        if self.each and self.choose:
            return (Action("do", self.each, self.choose),)
        return self.actions(entry)
