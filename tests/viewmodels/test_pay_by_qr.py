"""支付, by the view model alone: a scripted network decides how the order goes, and what the visitor is told."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from PySide6.QtCore import QTimer

from domain.flows.channels.wechat.table import TABLE as WECHAT
from domain.flows.steps import PayByQr
from domain.flows.visit import Paying, Visit
from domain.payment import events
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
    assert (vm.property("says"), vm.property("secondaryEnabled")) == ("正在取消，请稍等", False)
    until(lambda: ended.outcome == "cancelled")
    assert [order.state for order in hall.store.orders.all()] == [OrderState.CLOSED]
    assert ended.visit.paying.remark == "已取消，没有扣款"


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


class Held:
    """An answer that comes when it is let go."""

    def __init__(self, answer: object) -> None:
        self._answer, self._go = answer, Event()

    def __call__(self) -> object:
        assert self._go.wait(20.0)
        return self._answer

    def go(self) -> None:
        self._go.set()


class TestImpatience:
    """Whoever cancels is told within ten seconds what is known, and the answer still counts when it comes."""

    def cancelling(self, pay: Pay, network: ScriptedNetwork, until: Until, *answers: object) -> PayByQrViewModel:
        vm = presented(pay, network, until)
        network.will(*zip(("query", "close", "query"), answers, strict=False))
        vm.cancel()
        assert vm.state.phase is Phase.CLOSING and not vm.property("primaryEnabled")
        return vm

    def lose_patience(self, vm: PayByQrViewModel) -> None:
        (patience,) = (one for one in vm.watch.findChildren(QTimer) if one.isActive() and one.interval() == 10_000)
        patience.timeout.emit()

    def test_a_silent_network(self, pay: Pay, network: ScriptedNetwork, until: Until, ended: Ended) -> None:
        held = Held(Unclear("timeout"))
        vm = self.cancelling(pay, network, until, held, Unclear("timeout"), Unclear("timeout"))
        self.lose_patience(vm)
        assert vm.state.phase is Phase.UNCONFIRMED and vm.property("primaryEnabled")
        assert "请勿重复付款" in vm.property("says") and vm.property("code") == ""
        held.go()
        until(lambda: not network.script)
        vm.primary()
        assert ended.outcome == "cancelled" and not ended.visit.paying.remark

    @pytest.mark.parametrize(("answer", "outcome"), [(PAID, "paid"), (Closed(), "cancelled")])
    def test_an_answer_that_comes_later(
        self, pay: Pay, network: ScriptedNetwork, until: Until, ended: Ended, answer: object, outcome: str
    ) -> None:
        held = Held(answer)
        vm = self.cancelling(pay, network, until, held)
        self.lose_patience(vm)
        assert ended.outcome is None
        held.go()
        until(lambda: ended.outcome == outcome)

    def test_no_code_yet(self, pay: Pay, network: ScriptedNetwork, until: Until) -> None:
        held = Held(Unclear("timeout"))
        network.will(("create", Unclear("timeout")), ("query", held), ("close", Unclear("timeout")))
        vm = pay()
        until(lambda: vm.state.phase is Phase.DROPPING)
        assert (vm.property("says"), vm.property("notes")) == ("正在取得付款码，请稍等", [])
        self.lose_patience(vm)
        assert vm.state.phase is Phase.FAILED and "还没有扣款" in vm.property("says")
        held.go()
        until(lambda: not network.script)

    def test_nobody_is_impatient_once_it_is_known(
        self, pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall
    ) -> None:
        vm = presented(pay, network, until)
        network.will(("query", Waiting()), ("close", Closed()))
        hall.later(minutes=5)
        vm.watch.tick()
        until(lambda: vm.state.phase is Phase.EXPIRED)
        self.lose_patience(vm)
        assert vm.state.phase is Phase.EXPIRED


class TestAskedAgain:
    """By the order's own timer: often at first, and then as its network wants it."""

    def pause(self, vm: PayByQrViewModel) -> int:
        """Milliseconds until the next question, of a till on which two seconds take an hour."""
        (poll,) = (one for one in vm.watch.findChildren(QTimer) if one.isActive() and one.interval() >= 3_600_000)
        return poll.interval() // 1_800_000

    @pytest.mark.parametrize(("age", "pause"), [(0, 2), (59, 2), (60, 5), (66, 15), (85, 30), (290, 30)])
    def test_after(self, pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall, age: int, pause: int) -> None:
        vm = presented(pay, network, until)
        assert self.pause(vm) == 2
        hall.later(seconds=age)
        network.will(("query", Waiting()))
        vm.check()
        until(lambda: not network.script)
        until(lambda: self.pause(vm) == pause)


def test_time_runs_by_what_nobody_can_set(pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall) -> None:
    vm = presented(pay, network, until)
    for wrong in (timedelta(days=1), timedelta(days=-2)):
        hall.now += wrong
        hall.looked = hall.now
        vm.watch.tick()
        assert vm.state.phase is Phase.WAITING and vm.property("clock") == "05:00"
    hall.later(minutes=4)
    vm.watch.tick()
    assert vm.property("clock") == "01:00"


def test_a_bill_that_is_paid_by_another_order_meanwhile(
    pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall, ended: Ended
) -> None:
    network.will(("create", Presented(CODE)), ("query", Waiting()), ("close", Closed()))
    late = hall.cashier.cancel(hall.start(bill_of(hall.person(ZHANG))).number)
    vm = presented(pay, network, until)
    network.will(("query", PAID), ("query", Waiting()))
    hall.cashier.check(late.number)
    vm.check()
    until(lambda: vm.state.phase is Phase.FAILED)
    assert vm.property("code") == "" and "已经在微信付过款了" in vm.property("says")
    vm.leave("left")
    assert ended.outcome == "left"


def test_an_order_that_somebody_else_brings_to_its_end(
    pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall
) -> None:
    """The janitor, by the network's own clock. No code that may be void stays on the screen."""
    vm = presented(pay, network, until)
    assert vm.state.order
    hall.store.orders.move(vm.state.order, events.Expired(hall.now), hall.now)
    network.will(("query", Waiting()))
    vm.check()
    until(lambda: vm.state.phase is Phase.UNCONFIRMED)
    assert vm.property("code") == ""


@pytest.mark.parametrize("off", [timedelta(minutes=8), timedelta(minutes=-8), timedelta(days=300)])
def test_a_clock_that_is_wrong_takes_no_money_until_it_is_right(
    pay: Pay, network: ScriptedNetwork, until: Until, hall: Hall, off: timedelta
) -> None:
    network.shows = hall.now - off
    vm = pay()
    until(lambda: vm.state.phase is Phase.FAILED)
    assert "本机时间不准" in vm.property("says") and "没有扣款" in vm.property("says")
    assert hall.store.orders.all() == ()
    network.shows = hall.now
    network.will(("create", Presented(CODE)))
    vm.primary()
    until(lambda: vm.state.phase is Phase.WAITING)
