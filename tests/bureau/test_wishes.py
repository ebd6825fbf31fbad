"""What the bureau's staff and bills decide about an order happens at its terminal, and is there again as a copy."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.bureau.belonging import word
from adapters.bureau.courier import LOOK_S, WORD_S
from bureau.fleet import EnrolledFleet
from bureau.minding import Minding
from domain.desk.fleet import Health
from domain.health import looks
from domain.health.device import State
from domain.payment.cashier import UNKNOWN_FOR, Cashier
from domain.payment.network import Closed, Paid, Presented, Unclear, Waiting
from domain.payment.office import OrderProblem, SettlingOffice
from domain.payment.states import OrderState
from domain.payment.watch import Watch
from domain.repayments.repayer import Repayer
from domain.terminal.suspensions import WHOLE, Message, Suspension
from domain.words import NOTHING
from tests.bureau.conftest import Served
from tests.bureau.till import Till
from tests.health.sample import checkup, checkup_of, device
from tests.payment.hall import NOON, bill_of
from tests.payment.script import WECHAT, ScriptedNetwork

MakeTill = Callable[[str], Till]


@pytest.fixture
def till(served: Served, tmp_path: Path) -> Till:
    return Till(served, "T0001", tmp_path / "T0001")


def given_up(at: Till, served: Served) -> str:
    """An order that no machine decides about any more; its number."""
    at.network.will(
        ("create", Presented("weixin://1")), ("query", Unclear("?")), ("close", Unclear("?")), ("query", Unclear("?"))
    )
    order = at.start(bill_of(at.person()))
    at.cashier.cancel(order.number)
    served.clock.at += UNKNOWN_FOR + timedelta(hours=1)
    at.reopen()
    at.network.will(("query", Unclear("?")), ("close", Unclear("?")), ("query", Unclear("?")))
    at.sweep()
    assert at.store.orders.get(order.number).state is OrderState.MANUAL_REVIEW
    at.courier.go()
    return order.number


def settling(served: Served, network: ScriptedNetwork) -> SettlingOffice:
    """As two of the bureau's staff have it."""
    store, clock, orders = served.offices.store, served.clock, served.offices.orders
    networks = {WECHAT: network}
    watch, repayer = Watch(clock.uptime, lambda n: 0), Repayer(store.repayments, networks, clock.now)
    cashier = Cashier(orders, store.tax, networks, clock.now, lambda at: "", watch, repayer)
    return SettlingOffice(orders, cashier, "1001+1002")


@pytest.mark.parametrize("end", [OrderState.SENT_BACK, OrderState.POSTED_BY_HAND])
def test_what_two_of_the_bureaus_staff_end_their_terminal_ends(till: Till, served: Served, end: OrderState) -> None:
    number, here = given_up(till, served), ScriptedNetwork()
    office, orders = settling(served, here), served.offices.orders
    here.will(("query", Unclear("?")))
    if end is OrderState.SENT_BACK:
        done = office.sent_back(number, "50000408942018111907145868882", "付款人来大厅要求")
    else:
        done = office.posted_by_hand(number, "529999999999999999", "窗口已入账")
    assert not isinstance(done, OrderProblem)
    assert done.state is end
    assert orders.get(number).state is OrderState.MANUAL_REVIEW, "it is its terminal's"
    here.will(*[("query", Unclear("?"))] * 9)
    assert isinstance(office.sent_back(number, "50000408942018111907145868889", "再来一次"), OrderProblem)
    served.clock.at += timedelta(minutes=2)
    till.network.will(("query", Unclear("?")))
    till.reopen()
    till.courier.go()
    assert till.store.orders.get(number).state is end
    till.courier.go()
    assert orders.get(number).state is end
    assert [step.who for step in orders.history(number)][-1] == "1001+1002"
    assert not served.offices.wishes.about(number)


def test_what_a_bill_tells_of_an_order_its_terminal_asks_about(till: Till, served: Served) -> None:
    till.network.will(("create", Presented("weixin://1")), ("query", Waiting()), ("close", Closed()))
    order = till.start(bill_of(till.person()))
    till.cashier.cancel(order.number)
    till.courier.go()
    minding = Minding(served.offices, served.clock)
    assert minding._claimed(order.number).state is OrderState.CLOSED
    till.network.will(("query", Paid("4200000001", NOON)))
    till.reopen()
    till.courier.go()
    till.courier.go()
    assert served.offices.store.orders.get(order.number).state is OrderState.POSTED


def test_it_is_heard_of_once_a_minute_and_at_once_when_something_is_otherwise(
    till: Till, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:

    def uptime() -> float:
        return (served.clock.at - NOON).total_seconds()

    monkeypatch.setattr(till.courier, "_uptime", uptime)
    fleet, heard = EnrolledFleet(served.offices.terminals), []

    def round_after(seconds: int) -> None:
        served.clock.at += timedelta(seconds=seconds)
        till.cut.asked.clear()
        till.courier.go()
        heard.append(any(path.endswith("/word") for path in till.cut.asked))

    for seconds in (0, 5, 35, 5, 5):
        round_after(seconds)
    assert heard == [True, False, False, True, False]
    till.health = word(checkup(printer_a4=State.OUT))
    round_after(5)
    round_after(5)
    assert heard[-2:] == [True, False]
    (state,) = fleet.terminals()
    assert (state.health, str(state.word)) == (Health.DOUBT, "printer.a4缺纸")
    served.clock.at += timedelta(seconds=WORD_S + 10)
    assert state.at(served.clock.now()).health is Health.DOUBT, "between two words nobody misses it"


def test_a_line_that_is_down_is_seen_with_the_next_look_and_that_it_is_back(till: Till, served: Served) -> None:
    look = looks.bureau(till.remote.greet, lambda: NOTHING).look
    assert look().state is State.OK
    till.cut.down = True
    till.cut.asked.clear()
    assert look().state is State.OK and not till.cut.asked, "it was heard just now, and is not asked again"
    served.clock.at += timedelta(seconds=LOOK_S)
    till.courier.go()
    assert look().state is State.OFFLINE and till.remote.line.silent
    till.cut.down = False
    assert look().state is State.OK and not till.remote.line.silent


def test_how_a_terminal_is_stands_in_its_word(till: Till, served: Served) -> None:
    found = checkup_of(
        [
            *(device("network.wechat"), device("store"), device("clock")),
            device("printer.热敏打印机", State.OUT, minutes=5),
            device("reader.1", State.OFFLINE, minutes=1),
        ]
    )
    till.remote.copies.word(word(found))
    (state,) = EnrolledFleet(served.offices.terminals).terminals()
    assert (state.name, state.health, str(state.word), state.takes_money) == (
        "T0001",
        Health.BROKEN,
        "printer.热敏打印机缺纸",
        True,
    )
    assert str(state.detail) == "reader.1没有应答"
    assert str(state.last) == "printer.热敏打印机缺纸，11:55 起，reader.1没有应答，11:59 起"
    assert state.at(served.clock.now() + timedelta(minutes=2)).health is Health.SILENT
    till.remote.copies.word(word(checkup(network_wechat=State.OFFLINE)))
    (state,) = EnrolledFleet(served.offices.terminals).terminals()
    assert (state.health, state.takes_money) == (Health.DOUBT, True)
    till.remote.copies.word('{"health": "doubt", "word": "打印机缺纸", "takes_money": true}')
    (state,) = EnrolledFleet(served.offices.terminals).terminals()
    assert (state.health, str(state.word), str(state.last)) == (Health.DOUBT, "打印机缺纸", ""), "of an older terminal"
    till.remote.copies.word(word(replace(checkup(store=State.WRONG), complete=False)))
    (state,) = EnrolledFleet(served.offices.terminals).terminals()
    assert (state.health, state.takes_money) == (Health.FINE, True), "it has only begun to look"
    closed = Suspension(WHOLE, Message.MAINTENANCE, NOON, NOON + timedelta(hours=1), "0001")
    till.remote.copies.word(word(replace(checkup(), suspended=(closed,))))
    (state,) = EnrolledFleet(served.offices.terminals).terminals()
    told = (state.health, str(state.word), state.takes_money)
    assert told == (Health.OFF, "本机暂停，设备检修，13:00 恢复", True), "people have closed it: that is no fault"
    till.remote.copies.word("what is this")
    (state,) = EnrolledFleet(served.offices.terminals).terminals()
    assert state.health is Health.DOUBT
