"""Money goes back through the network that took it, once: call by call against a script."""

import re

import pytest

from domain.payment.events import Paid as OrderPaid
from domain.payment.network import RefundDone, RefundPending, Refused, Unclear
from domain.payment.numbers import refund_number as refund_of_order
from domain.payment.order import Order
from domain.refunds.application import Application, Route
from domain.refunds.events import PaidOut, Sent
from domain.refunds.paymaster import TERMINAL, Paymaster, refund_number
from domain.refunds.states import RefundState
from tests.payment.hall import NOON, bill_of
from tests.payment.test_cashier import NO_REFUND, SHOWN
from tests.refunds.bench import Bench, done

ASKED_FOR = ("refund", RefundPending())
UNDER_WAY = ("query_refund", RefundPending())
DONE = ("query_refund", RefundDone())
SILENT = [("query_refund", Unclear("timeout")), ("refund", Unclear("timeout"))]


@pytest.fixture
def order(bench: Bench) -> Order:
    return bench.pay()


@pytest.fixture
def approved(bench: Bench, order: Order) -> Application:
    return bench.approved(bench.applied(bench.item(bench.zhang), 100_00))


def test_nothing_is_sent_before_it_is_approved(bench: Bench, order: Order) -> None:
    applied = bench.applied(bench.item(bench.zhang))
    assert bench.round() == ()
    assert bench.paymaster.tend(applied) == applied
    done(bench.office.take(applied.number))
    assert bench.round() == ()


def test_it_is_written_down_before_the_network_hears_of_it(bench: Bench, approved: Application) -> None:
    seen: list[Application] = []

    def answer() -> Unclear:
        seen.append(bench.hall.store.refunds.get(approved.number))
        return Unclear("timeout")

    bench.network.will(("query_refund", answer), ("refund", Unclear("timeout")))
    (after,) = bench.round()
    assert seen == [after]
    assert (after.state, after.sent_at) == (RefundState.SENDING, NOON)


def test_one_number_and_one_time_however_long_it_takes(bench: Bench, order: Order, approved: Application) -> None:
    bench.network.will(*SILENT, *SILENT, NO_REFUND, ASKED_FOR, UNDER_WAY, DONE)
    for expected in (
        RefundState.SENDING,
        RefundState.SENDING,
        RefundState.SENDING,
        RefundState.SENDING,
        RefundState.PAID_OUT,
    ):
        bench.hall.blink()
        bench.sit_down()
        (after,) = bench.round()
        assert (after.state, after.sent_at) == (expected, NOON)
        bench.hall.later(hours=1)
    assert bench.round() == ()
    assert len(bench.network.refunds) == 8
    assert set(bench.network.refunds) == {refund_number(approved.number, order.number)}
    assert [(s.event, s.who) for s in bench.office.history(approved.number)][-2:] == [
        (Sent, TERMINAL),
        (PaidOut, TERMINAL),
    ]


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ([DONE], RefundState.PAID_OUT),
        ([NO_REFUND, ("refund", RefundDone())], RefundState.PAID_OUT),
        ([("query_refund", Unclear("x")), ("refund", RefundDone())], RefundState.PAID_OUT),
        ([UNDER_WAY], RefundState.SENDING),
        ([NO_REFUND, ASKED_FOR], RefundState.SENDING),
        ([NO_REFUND, ("refund", Unclear("bad signature"))], RefundState.SENDING),
        ([("query_refund", Unclear("x")), ("refund", Refused("INVALID_REQUEST"))], RefundState.SENDING),
        ([NO_REFUND, ("refund", Refused("NOT_ENOUGH"))], RefundState.TAKEN),
        ([("query_refund", Refused("ABNORMAL")), ("refund", Refused("ABNORMAL"))], RefundState.TAKEN),
    ],
)
def test_only_a_sure_word_moves_it(
    bench: Bench, approved: Application, answers: list[tuple[str, object]], state: RefundState
) -> None:
    bench.network.will(*answers)
    (after,) = bench.round()
    assert after.state is state


def test_what_the_network_refuses_comes_back_to_staff(bench: Bench, order: Order, approved: Application) -> None:
    bench.network.will(NO_REFUND, ("refund", Refused("NOT_ENOUGH")))
    bench.round()
    assert bench.office.history(approved.number)[-1].detail == "NOT_ENOUGH"
    bench.hall.later(days=1)
    done(bench.office.approve(approved.number))
    bench.network.will(NO_REFUND, ASKED_FOR, DONE)
    bench.round()
    (after,) = bench.round()
    assert (after.state, after.sent_at) == (RefundState.PAID_OUT, NOON)
    assert len(set(bench.network.refunds)) == 1


def test_what_was_sent_elsewhere_keeps_the_time_that_the_network_knows(bench: Bench, approved: Application) -> None:
    """Refused by the network, then by the bank, then approved for the network again."""
    bench.network.will(NO_REFUND, ("refund", Refused("NOT_ENOUGH")))
    bench.round()
    bench.hall.later(days=1)
    done(bench.office.approve(approved.number, to_bank=True))
    assert done(bench.office.send(approved.number)).sent_at == NOON
    done(bench.office.give_back(approved.number))
    done(bench.office.approve(approved.number))
    bench.network.will(DONE)
    (after,) = bench.round()
    assert (after.state, after.sent_at) == (RefundState.PAID_OUT, NOON)


def test_an_order_that_is_not_posted_waits(bench: Bench) -> None:
    """The tax system has the payment, and the order does not know yet: it may be owed back by itself."""
    bench.network.will(SHOWN)
    order = bench.hall.start()
    order = bench.hall.store.orders.move(order, OrderPaid("42", NOON), NOON)
    bench.hall.store.tax.post(order.number, order.bills, NOON, "wechat")
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    assert bench.round() == (approved,)
    bench.hall.cashier.tend(order)
    bench.network.will(DONE)
    assert [a.state for a in bench.round()] == [RefundState.PAID_OUT]


def test_an_order_of_another_terminal_is_for_staff(bench: Bench) -> None:
    bench.hall.store.tax.post("GZT00020000000000001", (bill_of(bench.zhang),), NOON, "wechat")
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    (back,) = bench.round()
    assert (back.state, back.route, back.sent_at) == (RefundState.TAKEN, Route.NETWORK, None)
    assert bench.office.history(approved.number)[-1].detail == "its order or its network is not in use here"


def test_a_network_that_is_no_longer_in_use(bench: Bench, approved: Application) -> None:
    nobody = Paymaster(bench.hall.store.refunds, bench.hall.store.orders, {}, lambda: NOON)
    bench.network.will(*SILENT)
    (sending,) = bench.round()
    assert nobody.tend(sending) == sending
    bench.network.will(NO_REFUND, ("refund", Refused("NOT_ENOUGH")))
    bench.round()
    again = done(bench.office.approve(approved.number))
    assert nobody.tend(again).state is RefundState.TAKEN


def test_two_at_once(bench: Bench, approved: Application) -> None:
    """A second terminal tends the same application while the first one's question is under way."""
    stale = bench.hall.store.refunds.get(approved.number)

    def meanwhile() -> RefundDone:
        assert bench.paymaster.tend(stale).state is RefundState.PAID_OUT
        return RefundDone()

    bench.network.will(("query_refund", meanwhile), DONE)
    assert [a.state for a in bench.round()] == [RefundState.PAID_OUT]
    events = [step.event for step in bench.office.history(approved.number)]
    assert events.count(Sent) == events.count(PaidOut) == 1


def test_two_bills_of_one_order_go_back_each_by_its_own_number(bench: Bench) -> None:
    order = bench.pay(bill_of(bench.zhang), bill_of(bench.zhang, 12))
    for key in ("2026-11", "2026-12"):
        bench.approved(bench.applied(bench.item(bench.zhang, key)))
    bench.network.will(DONE, DONE)
    assert [a.state for a in bench.round()] == [RefundState.PAID_OUT, RefundState.PAID_OUT]
    assert bench.network.refunds == [refund_number(f"TF202600000{n}", order.number) for n in (1, 2)]


@pytest.mark.parametrize("length", range(20, 33))
def test_the_number_fits_all_networks(length: int) -> None:
    order = ("GZT0001" + "20261123120000" + "12345678901")[:length]
    numbers = {refund_number(f"TF2026{n:06d}", order) for n in (1, 18, 999_999)}
    numbers |= {refund_number("TF20261000000", order)}
    assert len(numbers) == 4
    assert all(re.fullmatch(r"[0-9A-Z]{32}", number) for number in numbers)
    assert refund_of_order(order) not in numbers
