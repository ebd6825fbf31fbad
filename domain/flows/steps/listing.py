"""Lists whose rows something can be done with: certificates, accounts, agreements, refunds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from domain.accounts.account import BankAccount
from domain.agreements.agreement import Agreement
from domain.certificates.certificate import Certificate
from domain.certificates.payments import PaidYear, Settled
from domain.flows.steps.kind import Kind
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.scopes import D, G, Scope
from domain.refunds.application import Application, Refundable
from domain.words import NOTHING, Text

E = TypeVar("E")
Entry = PaidYear | Settled | Certificate | BankAccount | Agreement | Refundable | Application
"""What there are rows of."""
A_PAGE = 4
Choose = Callable[[D, G, str], Onward[G] | Wrong | Done]
"""What touching a button does; the text is the row's (a year, a voucher, a number), empty for all rows."""


@dataclass(frozen=True, slots=True)
class Action(Generic[D, G]):
    """A button of a row. `confirm` is the question that is asked first; empty if none is."""

    id: str
    label: Text
    choose: Choose[D, G]
    confirm: Text = NOTHING


def nothing_to_do(entry: Entry) -> tuple[Action[Any, Any], ...]:
    """For rows that are only read, or touched as a whole."""
    return ()


class Lists(Generic[D, G, E]):
    """What lists and cases have in common: what lies there, what one has to know of it, and the way on."""

    __slots__ = ()
    rows: Callable[[D, G], tuple[E, ...]]
    ends: tuple[str, ...]
    begin: Callable[[G], Onward[G]] | None
    caution: Callable[[D, G], Text] | None

    def read(self, desk: D, given: G) -> tuple[tuple[E, ...], Text]:
        """What lies there, and what one has to know. On a worker. Raises Unreachable."""
        return self.rows(desk, given), self.caution(desk, given) if self.caution else NOTHING

    def on(self, given: G) -> Onward[G]:
        """The way on that does nothing here."""
        return self.begin(given) if self.begin else Onward(self.ends[-1], given)

    @property
    def outcomes(self) -> tuple[str, ...]:
        return self.ends


@dataclass(frozen=True, slots=True)
class Listing(Lists[D, G, Entry], Kind):
    """Rows with buttons: one for each row (`each`), or those of `actions`; `submit` is a button for all rows.

    Whatever it asks sees `scope` alone. `other` is a second way on: `begin` says how, else it is the last of `ends`.
    `about`: who the visitor is stands above (as in Form). `page` is how many rows there are on a page. `caution` is
    what one has to know before going on; empty if nothing. `note` is what the guide notes of such a list.
    """

    scope: Scope[D, G]
    title: Text
    rows: Callable[[D, G], tuple[Entry, ...]]
    nothing: Text
    ends: tuple[str, ...]
    choose: Choose[D, G] | None = None
    each: Text = NOTHING
    submit: Text = NOTHING
    other: Text = NOTHING
    begin: Callable[[G], Onward[G]] | None = None
    actions: Callable[[Entry], tuple[Action[D, G], ...]] = nothing_to_do
    about: bool = False
    page: int = A_PAGE
    note: Text = NOTHING
    caution: Callable[[D, G], Text] | None = None

    def buttons(self, entry: Entry) -> tuple[Action[D, G], ...]:
        """What can be done with a row."""
        if self.each and self.choose:
            return (Action("do", self.each, self.choose),)
        return self.actions(entry)
