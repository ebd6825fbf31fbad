"""A terminal's books on a real store, and networks whose bills say what a test lets them say."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from domain.money import Fen
from domain.payment import events
from domain.payment.events import OrderEvent
from domain.payment.order import Combined, Network, Order
from domain.payment.states import OrderState
from domain.people.insurance import Period
from domain.reconciliation.bill import BillAnswer, Kind, Reading, Row, tally, whole
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import Case
from domain.reconciliation.reconciler import Reconciler
from domain.reconciliation.report import Report
from domain.repayments.events import RepaymentEvent
from domain.repayments.numbers import number_of
from domain.repayments.repayment import Claim, Repayment
from domain.runtime import HALL_TIME
from storage import open_store
from storage.store import Store
from tests.happening import some
from tests.payment.hall import bill_of

DAY = date(2026, 11, 23)
WECHAT, UNIONPAY = Network("wechat"), Network("unionpay")
TERMINAL = "T0001"
FEN = Fen(878_94)


def at(hour: int = 12, minute: int = 0, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HALL_TIME)


def number(serial: int, terminal: str = TERMINAL) -> str:
    return f"GZ{terminal}{20261123120000 + serial:014d}{serial:08d}"


def a_row(order: Order, kind: Kind = Kind.PAYMENT, **changes: object) -> Row:
    """The row that agrees with an order."""
    there = order.trade
    row = Row(kind, there.number, there.number, order.transaction or f"4200{order.number[-8:]}", there.fen, at())
    return replace(row, **changes)  # type: ignore[arg-type]


def a_bill(*rows: Row) -> BillAnswer:
    def read() -> Reading:
        yield from rows
        return tally(rows)

    return whole(read)


MORNING = at(10, 6, DAY + timedelta(days=1))
"""When the bill of the day can be there."""


@dataclass
class ScriptedSource:
    """Says what it is told to of a day, or nothing of any other; `asked` are the days that it was asked about."""

    day_begins: timedelta
    bills: dict[date, BillAnswer] = field(default_factory=dict)
    asked: list[date] = field(default_factory=list)

    def bill(self, day: date) -> BillAnswer:
        self.asked.append(day)
        return self.bills[day]


@dataclass
class CountingHouse:
    """`now` is the clock; `answers` is what becomes of an order whose network is asked, by its number."""

    folder: Path
    store: Store
    now: datetime = MORNING
    answers: dict[str, Callable[[Order], Order]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wechat, self.unionpay = ScriptedSource(timedelta(0)), ScriptedSource(timedelta(hours=-1))
        self.sit_down()

    def sit_down(self) -> None:
        self.reconciler = Reconciler(
            self.store.books,
            self.store.reports,
            self.store.cases,
            {WECHAT: self.wechat, UNIONPAY: self.unionpay},
            self._ask,
            lambda: self.now,
            TERMINAL,
        )

    def reopen(self) -> None:
        """The program starts again."""
        self.store.close()
        self.store = open_store(self.folder / "hall.sqlite", self.folder / "hall.key")
        self.sit_down()

    def order(self, serial: int, *happened: type[OrderEvent], network: Network = WECHAT, **learnt: object) -> Order:
        """An order of the day to which this has happened, for a month that nobody else pays."""
        bill = replace(bill_of(1), period=Period(1000 + serial // 12, serial % 12 + 1))
        made = learnt.pop("made", at(11, 58))
        combined = learnt.pop("combined", None)
        assert isinstance(made, datetime) and (combined is None or isinstance(combined, Combined))
        new = Order(number(serial), network, "wechat", 1, (bill,), FEN, OrderState.CREATED, made, at(12, 3))
        new = replace(new, combined=combined)
        self.store.orders.add(new)
        told = {"transaction": f"4200{serial:08d}", "paid_at": at(), "owed_at": at(12, 1)} | learnt
        for event in happened:
            new = self.store.orders.move(new, some(event, **told), at(12, 30))
        return new

    def paid(self, serial: int, **learnt: object) -> Order:
        network = learnt.pop("network", WECHAT)
        assert isinstance(network, str)
        return self.order(serial, events.Presented, events.Paid, events.Posted, network=Network(network), **learnt)

    def sends_back(
        self, claim: Claim, *happened: type[RepaymentEvent], until: datetime | None = None, **learnt: object
    ) -> Repayment:
        """The next try of a claim, begun at one o'clock, to which this has happened."""
        serial = len(self.store.repayments.of(claim.key)) + 1
        tried = self.store.repayments.begin(claim, number_of(claim, serial), at(13), at(13), "terminal")
        for event in happened:
            told = some(event, **{"reference": "5000", "why": "gone"} | learnt)
            tried = self.store.repayments.move(tried, told, until or at(13, 30), "terminal")
        return tried

    def closed(self, serial: int) -> Order:
        return self.order(serial, events.Presented, events.Expired, events.Closed)

    def says(self, *rows: Row, day: date = DAY) -> None:
        self.wechat.bills[day] = a_bill(*rows)

    def reconciles(self, day: date = DAY) -> Report:
        return self.reconciler.reconcile(WECHAT, day)

    def cases(self) -> list[Case]:
        return list(self.store.cases.open())

    def _ask(self, number: str) -> Order:
        self.asked.append(number)
        order = self.store.orders.known_as(number)[0]
        return self.answers[number](order) if number in self.answers else order

    def takes(self, order: Order) -> Order:
        """What an order does whose network says that it is paid."""
        order = self.store.orders.move(order, events.Paid(f"4200{order.trade.number[-8:]}", at()), self.now)
        return self.store.orders.move(order, events.Posted("52"), self.now)


def figures(report: Report) -> dict[str, int]:
    """How many are in each bucket that is not empty."""
    return {str(bucket): report.of(bucket).count for bucket in Bucket if report.of(bucket).count}


def open_house(origin: Path, folder: Path) -> CountingHouse:
    for file in origin.iterdir():
        shutil.copy(file, folder)
    return CountingHouse(folder, open_store(folder / "hall.sqlite", folder / "hall.key"))
