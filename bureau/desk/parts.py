"""What the desk is made of, and what stands behind its pages: the same offices that a terminal's staff have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import NoReturn, Protocol

from domain.accounts.banks import Banks
from domain.desk.fleet import Fleet, TerminalState
from domain.payment.cashier import Cashier
from domain.payment.network import PaymentNetwork
from domain.payment.office import CaseFile, OrderOffice, SettlingOffice
from domain.payment.order import Network, OrderBook
from domain.payment.watch import Watch
from domain.reconciliation.office import CaseOffice, SettlingCases
from domain.refunds.office import RefundOffice, ReviewOffice
from domain.refunds.settling import SettlingRefunds
from domain.repayments.repayer import Repayer
from domain.runtime import Runtime
from domain.words import Catalogues, Text
from storage.bureau.calls import StoredCalls
from storage.bureau.desk_orders import DeskOrders
from storage.bureau.desk_sessions import StoredSessions
from storage.bureau.desk_tries import StoredTries
from storage.bureau.proposals import StoredProposals
from storage.bureau.staff import StoredStaff
from storage.bureau.takings import StoredTakings
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """`networks` are those that the bureau has keys of, `place` is what the bureau is called on the page.

    `orders` are the terminals'; without them the store's own.
    """

    store: Store
    networks: Mapping[Network, PaymentNetwork]
    fleet: Fleet
    banks: Banks
    runtime: Runtime
    catalogues: Catalogues
    place: Text
    orders: "Orders | None" = None


class Orders(OrderBook, CaseFile, Protocol):
    """What staff see of orders, and where they decide about them."""


@dataclass(frozen=True)
class Desk:
    """All that the pages ask. Every method may block on the store or a network; safe from several threads."""

    parts: Parts
    staff: StoredStaff = field(init=False)
    sessions: StoredSessions = field(init=False)
    tries: StoredTries = field(init=False)
    proposals: StoredProposals = field(init=False)
    takings: StoredTakings = field(init=False)
    calls: StoredCalls = field(init=False)

    def __post_init__(self) -> None:
        store = self.parts.store
        books = {
            "staff": StoredStaff(store.sessions, store.sealer),
            "sessions": StoredSessions(store.sessions, store.sealer, self.parts.runtime.token),
            "tries": StoredTries(store.sessions, store.sealer),
            "proposals": StoredProposals(store.sessions, store.sealer),
            "takings": StoredTakings(store.sessions),
            "calls": StoredCalls(store.sessions),
        }
        for name, book in books.items():
            object.__setattr__(self, name, book)

    def now(self) -> datetime:
        """In the hall's time."""
        return self.parts.runtime.now()

    @cached_property
    def cashier(self) -> Cashier:
        """Who asks the networks, and goes on by their answers. No order begins here."""
        store, networks, runtime = self.parts.store, self.parts.networks, self.parts.runtime
        watch = Watch(runtime.uptime, runtime.below)
        repayer = Repayer(store.repayments, networks, runtime.now)
        return Cashier(self.book, store.tax, networks, runtime.now, _no_number, watch, repayer)

    @property
    def book(self) -> Orders:
        """The orders that there are."""
        store = self.parts.store
        return self.parts.orders or DeskOrders(store.sessions, store.sealer)

    def terminals(self) -> tuple[TerminalState, ...]:
        """As they have to be taken now."""
        now = self.now()
        return tuple(one.at(now) for one in self.parts.fleet.terminals())

    def orders(self, who: str) -> OrderOffice:
        return OrderOffice(self.book, self.cashier, who)

    def refunds(self, who: str) -> ReviewOffice:
        store = self.parts.store
        return ReviewOffice(store.refunds, store.repayments, self.now, who)

    def cases(self, who: str) -> CaseOffice:
        store = self.parts.store
        return CaseOffice(store.ledger, self.cashier, store.refunds, who)

    def settling_orders(self, both: str) -> SettlingOffice:
        return SettlingOffice(self.book, self.cashier, both)

    def settling_refunds(self, both: str) -> SettlingRefunds:
        store, repayer = self.parts.store, self.cashier.repayer
        return SettlingRefunds(store.refunds, self.book, repayer, store.books, store.reports, both)

    def paying_refunds(self, both: str) -> RefundOffice:
        store = self.parts.store
        return RefundOffice(store.refunds, store.repayments, self.now, both)

    def settling_cases(self, first: str, second: str) -> SettlingCases:
        return SettlingCases(self.cases(first), second)


def _no_number(at: datetime) -> NoReturn:
    raise RuntimeError("no order begins at the desk")
