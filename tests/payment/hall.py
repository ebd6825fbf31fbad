"""A hall for tests of payment: a real store with a few people, a clock that can be set, a tax system that can fail."""

import logging
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from itertools import count
from logging import LogRecord
from pathlib import Path
from typing import Any

from adapters import janitor
from adapters.assets.policy import policy_from_toml
from domain.money import Fen
from domain.payment.cashier import Cashier
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network, Order, OrderBook
from domain.payment.states import OrderState
from domain.payment.watch import Watch
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from domain.ports import PostingRefused, TaxSystem, Unreachable
from domain.refunds.paymaster import Paymaster
from domain.repayments.repayer import Repayer
from kit.people.people import DemoPerson
from kit.people.reading import people_from_toml
from kit.people.store import fill
from kit.simulators.runtime import SimulatedRuntime
from storage import open_store
from tests.payment.script import WECHAT

ASSETS = Path(__file__).parents[2] / "assets"
BOOK = policy_from_toml({file.name: file.read_text("utf-8") for file in (ASSETS / "policy").glob("*.toml")})
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
PEOPLE = people_from_toml((ASSETS / "demo" / "people.toml").read_text("utf-8"), NOON.date())
ZHANG, LI, ZHOU = (next(p for p in PEOPLE if p.name == name) for name in ("张建国", "李桂兰", "周海涛"))
"""Somebody who can pay this month, somebody with arrears, somebody whose payments are not taken."""


def bill_of(person: int, month: int = 11, fen: int = 87894) -> Bill:
    """A month's flexible pension."""
    period = Period(2026, month)
    return Bill(person, Scheme.FLEXIBLE, Insurance.PENSION, period, "520102P", "60", Fen(439470), Fen(fen))


def new_order(number: str, *bills: Bill, at: datetime = NOON) -> Order:
    fen = Fen(sum(bill.fen for bill in bills))
    return Order(number, WECHAT, "wechat", 1, bills, fen, OrderState.CREATED, at, at + timedelta(minutes=5))


class Mood(Enum):
    """How the tax system takes a posting."""

    FINE = auto()
    DOWN = auto()
    LOST = auto()
    """It is entered, and the answer is lost."""


@dataclass
class MoodyTax:
    """The store's tax system behind a line that can fail. `asked` is called whenever it is asked who has paid."""

    behind: TaxSystem
    mood: Mood = Mood.FINE
    asked: Callable[[], object] = lambda: None

    def paid(self, person: int) -> frozenset[str]:
        self.asked()
        if self.mood is Mood.DOWN:
            raise Unreachable
        return self.behind.paid(person)

    def posted_by_hand(self, *given: Any) -> None:
        if self.mood is Mood.DOWN:
            raise Unreachable
        self.behind.posted_by_hand(*given)

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        if self.mood is Mood.DOWN:
            raise Unreachable
        voucher = self.behind.post(number, bills, paid_at, channel)
        if self.mood is Mood.LOST:
            raise Unreachable
        return voucher

    def __getattr__(self, name: str) -> object:
        return getattr(self.behind, name)


class RefusedAndSilent(MoodyTax):
    """Refuses to post, and then does not answer who has paid."""

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        self.mood = Mood.DOWN
        raise PostingRefused("no")


def template(folder: Path) -> Path:
    """A store with the demonstration's people in it, to be copied."""
    store = open_store(folder / "hall.sqlite", folder / "hall.key", make_key=True)
    fill(store, PEOPLE, BOOK, NOON.date())
    store.close()
    return folder


def _let_out(record: LogRecord) -> bool:
    if record.exc_info and record.exc_info[1]:
        raise record.exc_info[1]
    return True


@dataclass
class Hall:
    """A copy of the `origin` store in `folder`. `reopen` is what a restart of the terminal does.

    Whoever moves `now` lets that time pass; back it is the clock alone that is set. `passed` are the seconds until it
    was `looked` at last.
    """

    origin: Path
    folder: Path
    networks: Mapping[Network, PaymentNetwork]
    now: datetime = NOON
    wrap_book: Callable[[OrderBook], OrderBook] = lambda book: book
    wrap_tax: Callable[[TaxSystem], TaxSystem] = lambda tax: tax
    numbers: "count[int]" = field(default_factory=count)
    passed: float = 0.0
    looked: datetime = NOON

    def __post_init__(self) -> None:
        self._copy()
        self.open()

    def open(self) -> None:
        self.store = open_store(self.folder / "hall.sqlite", self.folder / "hall.key")
        self.seat()

    def reopen(self) -> None:
        """The program starts again."""
        self.store.close()
        self.open()

    def seat(self) -> None:
        """A new cashier sits down at the store as it is."""
        self.tax = MoodyTax(self.store.tax)
        self.repayer = Repayer(self.store.repayments, self.networks, lambda: self.now)
        self.cashier = Cashier(
            self.wrap_book(self.store.orders),
            self.wrap_tax(self.tax),  # type: ignore[arg-type]
            self.networks,
            lambda: self.now,
            lambda at: f"GZT0001{at:%Y%m%d%H%M%S}{next(self.numbers):08d}",
            Watch(self.uptime, lambda n: 0),
            self.repayer,
        )

    def uptime(self) -> float:
        """Seconds that have passed."""
        self.passed += max(0.0, (self.now - self.looked).total_seconds())
        self.looked = self.now
        return self.passed

    def blink(self) -> None:
        """Like `reopen` for the file: all connections end and new ones begin. Compiled statements stay: it is quick."""
        self.store.close()
        self.seat()

    def renew(self) -> None:
        """Another day in another hall, with the store as it was copied at first; quick as well."""
        self.store.close()
        self._copy()
        self.now = self.looked = NOON
        self.seat()

    def _copy(self) -> None:
        for file in self.origin.iterdir():
            shutil.copy(file, self.folder)

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    def person(self, who: DemoPerson) -> int:
        found = self.store.tax.find_person(who.kind, who.number, who.name)
        assert found is not None
        return found.id

    def start(self, *bills: Bill) -> Order:
        return self.cashier.start(WECHAT, "wechat", 1, bills or (bill_of(self.person(ZHANG)),), "养老保险")

    def sweep(self) -> tuple[Order, ...]:
        """A round of the janitor, due or not, who lets out what he only logs elsewhere; what there was, as it is."""
        self.cashier.watch.hurry()
        looked_at = self.cashier.unsettled()
        paymaster = Paymaster(self.store.refunds, self.store.orders, self.repayer)
        logging.getLogger(janitor.log.name).addFilter(_let_out)
        try:
            janitor.Janitor(self.cashier, paymaster, SimulatedRuntime(self.now)).sweep()
        finally:
            logging.getLogger(janitor.log.name).removeFilter(_let_out)
        return tuple(self.store.orders.get(order.number) for order in looked_at)

    def state(self, order: Order) -> OrderState:
        return self.store.orders.get(order.number).state
