"""What staff are told when they ask about an order by hand, what is logged of it, and what becomes of the order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.payment import events
from domain.payment.events import OrderEvent
from domain.payment.network import Absent, Closed, Paid, QueryAnswer, Unclear, Waiting
from domain.payment.order import Network
from domain.payment.states import OrderState
from domain.reconciliation.bill import Kind
from domain.reconciliation.cases import CaseState, Subject
from domain.reconciliation.inquiry import Inquiry, NotHere
from tests.desk import on_duty
from tests.happening import some
from tests.payment.hall import LI, NOON, ZHANG, Hall, bill_of, template
from tests.payment.script import UNIONPAY, WECHAT, ScriptedNetwork
from tests.payment.test_cashier import SHOWN
from tests.refunds.bench import STAFF

PAID = Paid("4200", NOON)
SAID: dict[str, QueryAnswer] = {
    "paid, transaction 4200, at 2026-11-23T04:00:00+00:00": PAID,
    "not paid yet": Waiting(),
    "closed: it can no longer be paid": Closed(),
    "never heard of": Absent(),
    "unclear: ReadTimeout": Unclear("ReadTimeout"),
}
CLOSED: tuple[type[OrderEvent], ...] = (events.Expired, events.Closed)
UNPAID: tuple[type[OrderEvent], ...] = (*CLOSED, events.StillUnpaid)
POSTED: tuple[type[OrderEvent], ...] = (events.Paid, events.Posted)


@pytest.fixture
def network() -> ScriptedNetwork:
    return ScriptedNetwork()


@pytest.fixture
def hall(origin_of_a_hall: Path, network: ScriptedNetwork, tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(origin_of_a_hall, tmp_path, {WECHAT: network})
    yield hall
    assert not network.script
    assert hall.store.problem() is None
    hall.store.close()


@pytest.fixture(scope="module")
def origin_of_a_hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("hall"))


def inquiry(hall: Hall) -> Inquiry:
    return Inquiry(hall.store.orders, hall.networks, hall.store.cases, hall.cashier.claimed, lambda: hall.now)


@pytest.mark.parametrize("happened", [CLOSED, UNPAID, POSTED], ids=["closed", "unpaid", "posted"])
@pytest.mark.parametrize("said", SAID)
def test_an_answer(hall: Hall, network: ScriptedNetwork, said: str, happened: tuple[type[OrderEvent], ...]) -> None:
    network.will(SHOWN)
    order = hall.start()
    for event in happened:
        order = hall.store.orders.move(order, some(event, transaction="4200", paid_at=NOON), NOON)
    is_late = SAID[said] is PAID and happened is not POSTED
    network.will(*[("query", SAID[said])] * (2 if is_late else 1))
    told = inquiry(hall).ask(on_duty(hall), order.number)
    assert (told.answer, told.before.state) == (SAID[said], order.state)
    assert told.order == hall.store.orders.get(order.number)
    assert told.order.state is (OrderState.POSTED if is_late else order.state)
    (step,) = hall.store.cases.history(Subject(WECHAT, Kind.PAYMENT, order.number).number)
    assert (step.state, step.who, step.detail, step.at) == (CaseState.LOOKED_INTO, STAFF, said, hall.now)
    assert hall.store.cases.open() == ()


def test_who_is_not_here(hall: Hall, network: ScriptedNetwork) -> None:
    with pytest.raises(NotHere):
        inquiry(hall).ask(on_duty(hall), "GZT000120261123120000000000001")
    network.will(SHOWN)
    order = hall.start()
    elsewhere: dict[Network, ScriptedNetwork] = {UNIONPAY: ScriptedNetwork(UNIONPAY)}
    without = Inquiry(hall.store.orders, elsewhere, hall.store.cases, hall.cashier.claimed, lambda: hall.now)
    with pytest.raises(NotHere):
        without.ask(on_duty(hall), order.number)
    assert hall.store.cases.get(Subject(WECHAT, Kind.PAYMENT, order.number).number) is None


def test_one_code_for_two_is_asked_about_by_what_the_payer_has(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN)
    people = [(bill_of(hall.person(one)),) for one in (ZHANG, LI)]
    one, other = hall.cashier.start_combined(WECHAT, "wechat", 1, people, "社保费")
    network.will(("query", PAID), ("query", PAID))
    told = inquiry(hall).ask(on_duty(hall), one.trade.number)
    assert told.order.state is OrderState.POSTED
    assert {hall.store.orders.get(order.number).state for order in (one, other)} == {OrderState.POSTED, OrderState.PAID}
    assert hall.store.cases.history(Subject(WECHAT, Kind.PAYMENT, one.trade.number).number)
