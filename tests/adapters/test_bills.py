"""Each network's bill of a day, by its own client from its own simulator, in process and over loopback."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from domain.money import Fen
from domain.payment.network import Paid, PaymentNetwork, Presented, Refund
from domain.payment.order import Network, Order
from domain.reconciliation.bill import (
    Absent,
    Bill,
    BillAnswer,
    BillSource,
    Broken,
    Empty,
    Kind,
    NotReady,
    Silent,
    Tally,
)
from domain.runtime import HALL_TIME
from kit.simulators.bills import BillFault
from kit.simulators.faults import Fault, NetworkFaults
from kit.simulators.networks import DemoNetworks
from kit.simulators.payer import Ending, Source
from kit.simulators.runtime import SimulatedRuntime
from tests.adapters.stand import NOON, an_order
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT

DAY = date(2026, 11, 23)
PAID, BACK = Fen(380_00), Fen(120_50)


@dataclass
class Market:
    """A payer, a merchant, and the three networks on a pretended machine."""

    runtime: SimulatedRuntime
    networks: DemoNetworks
    faults: NetworkFaults
    clients: dict[Network, PaymentNetwork]

    def pays(self, network: Network, number: str = "GZT000120261123120000000000001") -> Order:
        """An order that is paid, as we know it then."""
        order = an_order(number, PAID, self.runtime.now(), network)
        answer = self.clients[network].create(order, "医疗保险")
        assert isinstance(answer, Presented)
        assert self.networks.phone.scan(answer.code)
        assert self.networks.phone.pay(answer.code, Source.CARD) is Ending.PAID
        paid = self.clients[network].query(order)
        assert isinstance(paid, Paid)
        return replace(order, transaction=paid.transaction, paid_at=paid.paid_at)

    def sends_back(self, order: Order, number: str = "RZT000120261123120000000000001") -> None:
        self.clients[order.network].refund(order, Refund(number, BACK, self.runtime.now(), "缴费未入库"))

    def bill(self, network: Network, day: date = DAY) -> BillAnswer:
        source = self.clients[network]
        assert isinstance(source, BillSource)
        return source.bill(day)

    def next_morning(self) -> None:
        self.runtime.pass_by(hours=22)


@pytest.fixture(params=["in process", "loopback"])
def market(request: pytest.FixtureRequest) -> Iterator[Market]:
    runtime, faults = SimulatedRuntime(NOON), NetworkFaults()
    networks = DemoNetworks(runtime.now, runtime, faults)
    if request.param == "in process":
        yield Market(runtime, networks, faults, dict(networks.clients(in_process=True)))
        return
    yield Market(runtime, networks, faults, dict(networks.start()))
    networks.stop()


@pytest.mark.parametrize("network", NETWORKS)
def test_a_payment_and_a_part_that_went_back(market: Market, network: Network) -> None:
    order = market.pays(network)
    market.runtime.pass_by(minutes=5)
    market.sends_back(order)
    market.next_morning()
    bill = market.bill(network)
    assert isinstance(bill, Bill)
    assert bill.own in (Tally(2, PAID, BACK), None)
    assert (bill.own is None) == (network == UNIONPAY)
    rows = sorted(bill.rows(), key=lambda row: row.kind)
    assert list(bill.rows()) == list(bill.rows())
    assert [(row.kind, row.number, row.fen, row.failed) for row in rows] == [
        (Kind.PAYMENT, order.number, PAID, False),
        (Kind.REFUND, "RZT000120261123120000000000001", BACK, False),
    ]
    paid, back = rows
    assert (paid.transaction, paid.at) == (order.transaction, NOON.astimezone(HALL_TIME))
    assert paid.order == order.number
    assert back.order == ("" if network == UNIONPAY else order.number)
    assert back.transaction not in ("", paid.transaction)
    assert timedelta(minutes=5) <= back.at - paid.at <= timedelta(minutes=5, seconds=3)


@pytest.mark.parametrize("network", NETWORKS)
def test_many_payments_are_all_there(market: Market, network: Network) -> None:
    numbers = [f"GZT00012026112312{n:04d}0000000001"[:32] for n in range(30)]
    for number in numbers:
        market.pays(network, number)
        market.runtime.pass_by(seconds=1)
    market.next_morning()
    bill = market.bill(network)
    assert isinstance(bill, Bill)
    assert [row.number for row in bill.rows()] == numbers


NOT_YET = {
    WECHAT: NotReady("STATEMENT_CREATING"),
    ALIPAY: Absent("isp.bill_not_exist"),
    UNIONPAY: Absent("respCode 98"),
}
NOTHING = {WECHAT: Empty(), UNIONPAY: Absent("respCode 98")}


@pytest.mark.parametrize("network", NETWORKS)
def test_before_it_is_ready(market: Market, network: Network) -> None:
    market.pays(network)
    market.runtime.pass_by(hours=21, minutes=59)
    assert market.bill(network) == NOT_YET[network]
    market.runtime.pass_by(minutes=1)
    assert isinstance(market.bill(network), Bill)
    market.networks.bills[network].fault = BillFault.LATE
    assert market.bill(network) == NOT_YET[network]


@pytest.mark.parametrize("network", NETWORKS)
def test_a_day_on_which_nothing_happened(market: Market, network: Network) -> None:
    market.pays(network)
    market.runtime.pass_by(days=2)
    answer = market.bill(network, DAY + timedelta(days=1))
    if network == ALIPAY:
        assert isinstance(answer, Bill)
        assert (list(answer.rows()), answer.own) == ([], Tally())
    else:
        assert answer == NOTHING[network]


BROKEN = {
    (WECHAT, BillFault.OTHER_DAY): "it is of another day",
    (WECHAT, BillFault.BROKEN): "its digest is another",
    (WECHAT, BillFault.TRUNCATED): "a line that is cut off",
    (WECHAT, BillFault.WRONG_TOTAL): "its rows are Tally(count=3, paid=114000, refunded=0), its own totals "
    "Tally(count=3, paid=114001, refunded=0)",
    (ALIPAY, BillFault.OTHER_DAY): "it is of another day",
    (ALIPAY, BillFault.BROKEN): "it cannot be unpacked: ",
    (ALIPAY, BillFault.TRUNCATED): "a line that is cut off",
    (ALIPAY, BillFault.WRONG_TOTAL): "its sums are not those of its rows",
    (UNIONPAY, BillFault.OTHER_DAY): "it is of another day",
    (UNIONPAY, BillFault.BROKEN): "it cannot be unpacked: ",
    (UNIONPAY, BillFault.TRUNCATED): "a line that is cut off",
}


@pytest.mark.parametrize(("network", "fault"), BROKEN, ids=str)
def test_a_bill_that_is_not_to_be_believed(market: Market, network: Network, fault: BillFault) -> None:
    for n in range(3):
        market.pays(network, f"GZT00012026112312000000000000{n}")
    market.next_morning()
    market.networks.bills[network].fault = fault
    answer = market.bill(network)
    assert isinstance(answer, Broken)
    assert answer.why.startswith(BROKEN[network, fault])
    market.networks.bills[network].fault = BillFault.NONE
    assert isinstance(market.bill(network), Bill)


SILENT = [Fault.DOWN, Fault.LOSE_ANSWER, Fault.TRUNCATED, Fault.UNSIGNED, Fault.BAD_SIGNATURE, Fault.SERVER_ERROR]


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("fault", SILENT)
def test_no_answer_is_no_bill(market: Market, network: Network, fault: Fault) -> None:
    market.pays(network)
    market.next_morning()
    market.faults.switch(fault)
    assert isinstance(market.bill(network), Silent)


@pytest.mark.parametrize("network", [WECHAT, ALIPAY])
def test_a_file_that_does_not_come_once_is_fetched_again(market: Market, network: Network) -> None:
    market.pays(network)
    market.next_morning()
    taken = market.faults.take
    calls: list[Fault] = []

    def second_is_lost(*, counts: bool = True) -> Fault:
        calls.append(taken(counts=counts))
        return Fault.LOSE_ANSWER if len(calls) == 2 else Fault.NONE

    market.faults.take = second_is_lost  # type: ignore[method-assign]
    assert isinstance(market.bill(network), Bill)
    assert len(calls) == 3


def test_unionpays_day_ends_an_hour_before_midnight(market: Market) -> None:
    market.runtime.pass_by(hours=10, minutes=59)
    first = market.pays(UNIONPAY, "GZT000120261123225900000000001")
    market.runtime.pass_by(minutes=1)
    second = market.pays(UNIONPAY, "GZT000120261123230000000000002")
    market.runtime.pass_by(days=2)
    for day, order in ((DAY, first), (DAY + timedelta(days=1), second)):
        bill = market.bill(UNIONPAY, day)
        assert isinstance(bill, Bill)
        assert [row.number for row in bill.rows()] == [order.number]


def test_unionpays_day_around_the_new_year(market: Market) -> None:
    market.runtime.pass_by(days=38, hours=11, minutes=30)
    order = market.pays(UNIONPAY, "GZT000120261231233000000000001")
    market.runtime.pass_by(hours=35)
    bill = market.bill(UNIONPAY, date(2027, 1, 1))
    assert isinstance(bill, Bill)
    assert [(row.number, row.at) for row in bill.rows()] == [(order.number, order.created_at.astimezone(HALL_TIME))]
