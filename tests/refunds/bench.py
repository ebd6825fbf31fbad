"""A hall where refunds are applied for: desk, office and paymaster over a real store, and a scripted network."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from adapters.assets.refunds import refunds_from_toml
from domain.money import Fen
from domain.payment.network import Paid
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.people.person import Bill
from domain.refunds.account import Account
from domain.refunds.application import Application, Draft, Ground, Refundable, SumKind
from domain.refunds.desk import RefundDesk
from domain.refunds.office import RefundOffice
from domain.refunds.paymaster import Paymaster
from domain.refunds.ways import Ways
from tests.payment.hall import ASSETS, NOON, ZHANG, Hall, bill_of
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.payment.test_cashier import SHOWN

POLICY = refunds_from_toml((ASSETS / "refunds.toml").read_text("utf-8"))
ACCOUNT = Account("贵州银行", "6222020200112233446", "张建国")
PHONE = "13985012345"
STAFF = "GY0107"


def draft_of(
    item: Refundable,
    fen: int | None = None,
    ground: Ground = Ground.DUPLICATE,
    why: str = "",
    account: Account | None = None,
) -> Draft:
    """An application for all of an item, or for `fen` of it: back by its network, if it came by one."""
    asked, to = Fen(item.left if fen is None else fen), account or (None if item.order else ACCOUNT)
    network = None if to else WECHAT
    return Draft(item.person, item, SumKind.CONTRIBUTION, ground, asked, to, PHONE, why, "张建国", network)


@dataclass
class Bench:
    hall: Hall
    network: ScriptedNetwork

    def __post_init__(self) -> None:
        self.sit_down()

    def sit_down(self) -> None:
        """Everybody takes a seat at the store as it is."""
        store, clock = self.hall.store, lambda: self.hall.now
        self.desk = RefundDesk(store.refunds, store.tax, POLICY, Ways((store.orders,), self.hall.networks), clock)
        self.office = RefundOffice(store.refunds, store.repayments, clock, STAFF)
        self.paymaster = Paymaster(store.refunds, store.orders, self.hall.repayer)

    @property
    def zhang(self) -> int:
        return self.hall.person(ZHANG)

    def pay(self, *bills: Bill) -> Order:
        """Bills are paid at this terminal, and posted; without any, this month's."""
        paid = Paid("4200000001", NOON + timedelta(seconds=30))
        self.network.will(SHOWN, ("query", paid))
        order = self.hall.cashier.check(self.hall.start(*(bills or (bill_of(self.zhang),))).number)
        assert order.state is OrderState.POSTED
        return order

    def item(self, person: int, key: str = "") -> Refundable:
        """What can be refunded, the first of it or that of a period."""
        return next(item for item in self.desk.refundable(person) if item.period.key.startswith(key))

    def applied(self, item: Refundable, fen: int | None = None) -> Application:
        return done(self.desk.apply(draft_of(item, fen)))

    def approved(self, application: Application) -> Application:
        done(self.office.take(application.number))
        return done(self.office.approve(application.number))

    def round(self) -> tuple[Application, ...]:
        """One round of the paymaster."""
        return tuple(self.paymaster.tend(application) for application in self.paymaster.due())


def done(answer: object) -> Application:
    """What came of it, which is no problem."""
    assert isinstance(answer, Application), answer
    return answer


def bench_at(origin: Path, folder: Path) -> Bench:
    network = ScriptedNetwork()
    return Bench(Hall(origin, folder, {WECHAT: network}), network)


def other_person(item: Refundable) -> Refundable:
    return replace(item, person=item.person + 1)
