"""支付, by the view model alone: a scripted network decides how the order goes, and what the visitor is told."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from domain.flows.channels.wechat.table import TABLE as WECHAT
from domain.flows.steps import PayByQr
from domain.flows.visit import Paying, Visit
from domain.payment.network import Absent, Closed, Paid, Presented, Refused, Unclear, Waiting
from domain.payment.states import OrderState
from domain.people.insurance import Scheme
from tests.payment.hall import ZHANG, Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import pays
from viewmodels.making import paying
from viewmodels.parts import Parts
from viewmodels.steps.pay_by_qr import PayByQrViewModel
from viewmodels.words.phases import Phase

Until = Callable[[Callable[[], bool]], None]
CODE = "weixin://wxpay/bizpayurl?pr=abc"
PAID = Paid("4200001", datetime(2026, 11, 23, 4, 1, tzinfo=UTC))


@pytest.fixture
def visit(hall: Hall) -> Visit:
    person = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert person is not None
    return pays("wechat", person, Paying(Scheme.FLEXIBLE, bills=(bill_of(person.id),)))


@pytest.fixture
def pay(visit: Visit, parts: Parts, ended: Ended) -> Callable[[], PayByQrViewModel]:
    step = WECHAT.screens["wechat.pay"].step
    assert isinstance(step, PayByQr)
    return lambda: paying.pay_by_qr(step, visit, parts, ended)


Pay = Callable[[], PayByQrViewModel]


def presented(pay: Pay, network: ScriptedNetwork, until: Until) -> PayByQrViewModel:
    network.will(("create", Presented(CODE)))
    vm = pay()
    until(lambda: vm.state.phase is Phase.WAITING)
    return vm


def test_the_code_is_shown_as_it_came(pay: Pay, network: ScriptedNetwork, until: Until) -> None:
    vm = presented(pay, network, until)
    assert vm.property("code") == CODE
    assert vm.property("clock") == "05:00"
    assert vm.holds


def test_paid(pay: Pay, network: ScriptedNetwork, until: Until, ended: Ended) -> None:
    vm = presented(pay, network, until)
    network.will(("query", PAID))
    vm.check()
    until(lambda: ended.outcome == "paid")
    assert vm.state.order and ended.visit.paying.order == vm.state.order.number


def test_silence_keeps_the_code_and_says_so(pay: Pay, network: ScriptedNetwork, until: Until) -> None:
    vm = presented(pay, network, until)
    network.will(("query", Unclear("timeout")))
    vm.check()
    until(lambda: vm.state.phase is Phase.SILENT)
    assert vm.property("code") == CODE
    network.will(("query", Waiting()))
    vm.check()
    until(lambda: vm.state.phase is Phase.WAITING)


def test_cancelled_and_closed(pay: Pay, network: ScriptedNetwork, until: Until, ended: Ended, hall: Hall) -> None:
    vm = presented(pay, network, until)
    network.will(("query", Waiting()), ("close", Closed()))
    vm.cancel()
    until(lambda: ended.outcome == "cancelled")
    assert [order.state for order in hall.store.orders.all()] == [OrderState.CLOSED]


def test_cancelled_too_late(pay: Pay, network: ScriptedNetwork, until: Until, ended: Ended) -> None:
    vm = presented(pay, network, until)
    network.will(("query", Waiting()), ("close", Waiting()), ("query", PAID))
    vm.cancel()
    until(lambda: ended.outcome == "paid")


def test_cancelled_into_silence(pay: Pay, network: ScriptedNetwork, until: Until, ended: Ended) -> None:
    vm = presented(pay, network, until)
    network.will(("query", Unclear("timeout")), ("close", Unclear("timeout")), ("query", Unclear("timeout")))
    vm.leave("left")
    until(lambda: vm.state.phase is Phase.UNCONFIRMED)
    assert ended.outcome is None
    vm.primary()
    assert ended.outcome == "left"


def test_expired_and_asked_for_again(pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall) -> None:
    vm = presented(pay, network, until)
    network.will(("query", Waiting()), ("close", Closed()))
    hall.later(minutes=5, seconds=1)
    vm.watch.tick()
    until(lambda: vm.state.phase is Phase.EXPIRED)
    assert vm.property("code") == ""
    network.will(("create", Presented(CODE)))
    vm.primary()
    until(lambda: vm.state.phase is Phase.WAITING)


def test_no_code_and_nothing_taken(pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall) -> None:
    network.will(("create", Refused("NO_AUTH")))
    vm = pay()
    until(lambda: vm.state.phase is Phase.FAILED)
    assert "还没有扣款" in vm.property("says")
    assert [order.state for order in hall.store.orders.all()] == [OrderState.CLOSED]


def test_no_answer_when_the_code_is_asked_for(pay: Pay, network: ScriptedNetwork, until: Until) -> None:
    network.will(("create", Unclear("timeout")), ("query", Absent()), ("close", Absent()))
    vm = pay()
    until(lambda: vm.state.phase is Phase.FAILED)


def test_leaving_while_the_code_is_under_way(pay: Pay, network: ScriptedNetwork, until: Until, ended: Ended) -> None:
    network.will(("create", Presented(CODE)), ("query", Waiting()), ("close", Closed()))
    vm = pay()
    vm.leave("left")
    until(lambda: ended.outcome == "left")


def test_a_bill_that_another_order_holds(pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall) -> None:
    network.will(("create", Presented(CODE)))
    hall.start(bill_of(hall.person(ZHANG)))
    vm = pay()
    until(lambda: vm.state.phase is Phase.FAILED)
    assert "请勿重复付款" in vm.property("says")
