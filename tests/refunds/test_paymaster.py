"""Money goes back through the network that took it, once: call by call against a script."""

import pytest

from domain.payment.events import Paid as OrderPaid
from domain.payment.network import (
    Absent,
    RefundAbnormal,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
)
from domain.payment.order import Order
from domain.refunds.application import Application, Route
from domain.refunds.book import OnItsWay
from domain.refunds.events import PaidOut, Returned, Sent, Taken
from domain.refunds.paymaster import Paymaster
from domain.refunds.states import RefundState
from domain.repayments.numbers import refund_number
from domain.repayments.repayer import RENEWED_AFTER, TERMINAL, TOP_UP, Repayer
from domain.repayments.states import RepaymentState
from tests.payment.hall import NOON, bill_of
from tests.payment.test_cashier import NO_REFUND, SHOWN
from tests.refunds.bench import STAFF, Bench, done, draft_of

ASKED_FOR = ("refund", RefundPending())
UNDER_WAY = ("query_refund", RefundPending())
DONE = ("query_refund", RefundDone())
SILENT = [("query_refund", Unclear("timeout")), ("refund", Unclear("timeout"))]
REFUSED = [NO_REFUND, ("refund", Refused("USER_ACCOUNT_ABNORMAL"))]
SHORT = [NO_REFUND, ("refund", RefundShort("NOT_ENOUGH"))]
ABNORMAL = ("query_refund", RefundAbnormal("5000"))
CLOSED = ("query_refund", RefundClosed())
FAILED = ("query_refund", RefundFailed("64"))


@pytest.fixture
def order(bench: Bench) -> Order:
    return bench.pay()


@pytest.fixture
def approved(bench: Bench, order: Order) -> Application:
    return bench.approved(bench.applied(bench.item(bench.zhang), 100_00))


def repayments(bench: Bench, application: Application) -> list[tuple[str, RepaymentState]]:
    return [(one.number, one.state) for one in bench.hall.store.repayments.of(application.number)]


def test_nothing_is_sent_before_it_is_approved(bench: Bench, order: Order) -> None:
    applied = bench.applied(bench.item(bench.zhang))
    assert bench.round() == ()
    assert bench.paymaster.tend(applied) == applied
    done(bench.office.take(applied.number))
    assert bench.round() == ()


def test_it_is_written_down_with_its_number_before_the_network_hears_of_it(bench: Bench, approved: Application) -> None:
    seen: list[object] = []

    def answer() -> Unclear:
        seen.append(bench.hall.store.refunds.get(approved.number))
        seen.append(bench.hall.store.repayments.find(bench.network.refunds[0]))
        return Unclear("timeout")

    bench.network.will(("query_refund", answer), ("refund", Unclear("timeout")))
    (after,) = bench.round()
    repayment = bench.hall.store.repayments.last(approved.number)
    assert seen == [after, repayment] and repayment is not None
    assert (after.state, after.sent_at, repayment.at) == (RefundState.SENDING, NOON, NOON)


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
        ([ABNORMAL], RefundState.SENDING),
        ([CLOSED], RefundState.SENDING),
        ([NO_REFUND, ASKED_FOR], RefundState.SENDING),
        ([NO_REFUND, ("refund", RefundAbnormal("5000"))], RefundState.SENDING),
        ([NO_REFUND, ("refund", Unclear("bad signature"))], RefundState.SENDING),
        ([("query_refund", Unclear("x")), ("refund", Refused("INVALID_REQUEST"))], RefundState.SENDING),
        ([("query_refund", Refused("x")), ("refund", Refused("INVALID_REQUEST"))], RefundState.SENDING),
        (SHORT, RefundState.SENDING),
        (REFUSED, RefundState.TAKEN),
        ([NO_REFUND, ("refund", Absent())], RefundState.TAKEN),
        ([FAILED], RefundState.TAKEN),
    ],
)
def test_only_a_sure_word_moves_it(
    bench: Bench, approved: Application, answers: list[tuple[str, object]], state: RefundState
) -> None:
    bench.network.will(*answers)
    (after,) = bench.round()
    assert after.state is state


@pytest.mark.parametrize("answers", [[UNDER_WAY], [ABNORMAL], SILENT, [NO_REFUND, ASKED_FOR]])
def test_there_is_no_second_way_while_the_first_is_open(
    bench: Bench, approved: Application, answers: list[tuple[str, object]]
) -> None:
    """Nobody can take it back from the network, whoever asks."""
    bench.network.will(*answers)
    (sending,) = bench.round()
    with pytest.raises(OnItsWay):
        bench.hall.store.refunds.move(sending, Returned(), NOON, STAFF)
    assert bench.hall.store.refunds.get(approved.number) == sending


def test_abnormal_is_no_end(bench: Bench, approved: Application) -> None:
    bench.network.will(NO_REFUND, ASKED_FOR, ABNORMAL, ABNORMAL, UNDER_WAY, DONE)
    states = [bench.round()[0].state for _ in range(5)]
    assert states == [*[RefundState.SENDING] * 4, RefundState.PAID_OUT]
    assert len(set(bench.network.refunds)) == 1


def test_what_the_network_refuses_comes_back_and_is_asked_by_the_same_number(
    bench: Bench, approved: Application
) -> None:
    """Nothing of it is there: whoever asks again does not give another number (both networks' own advice)."""
    bench.network.will(*REFUSED)
    bench.round()
    assert bench.office.history(approved.number)[-1].detail == "USER_ACCOUNT_ABNORMAL"
    bench.hall.later(days=1)
    done(bench.office.approve(approved.number))
    bench.network.will(NO_REFUND, ASKED_FOR, DONE)
    bench.round()
    (after,) = bench.round()
    assert after.state is RefundState.PAID_OUT
    (only,) = bench.hall.store.repayments.of(approved.number)
    assert set(bench.network.refunds) == {only.number} and only.at == bench.hall.now


def test_what_failed_for_good_is_asked_by_another_number(bench: Bench, order: Order, approved: Application) -> None:
    """It failed late, and the query says so: to ask again by that number would only be answered that it is there."""
    bench.network.will(NO_REFUND, ASKED_FOR, FAILED)
    bench.round()
    bench.hall.later(hours=2)
    (back,) = bench.round()
    assert (back.state, bench.office.history(approved.number)[-1].detail) == (RefundState.TAKEN, "64")
    done(bench.office.approve(approved.number))
    bench.network.will(NO_REFUND, ASKED_FOR, DONE)
    bench.round()
    assert bench.round()[0].state is RefundState.PAID_OUT
    first = refund_number(approved.number, order.number)
    second = f"{first[0]}A{first[2:]}"
    assert repayments(bench, approved) == [(first, RepaymentState.ENDED), (second, RepaymentState.DONE)]


def test_what_is_closed_gets_another_number_once_there_was_time_to_top_up(bench: Bench, approved: Application) -> None:
    bench.network.will(NO_REFUND, ASKED_FOR, CLOSED)
    bench.round()
    bench.round()
    assert bench.round()[0].state is RefundState.SENDING
    bench.hall.now += RENEWED_AFTER
    bench.network.will(NO_REFUND, ASKED_FOR, DONE)
    bench.round()
    assert bench.round()[0].state is RefundState.PAID_OUT
    (first, closed), (second, paid) = repayments(bench, approved)
    assert first != second and (closed, paid) == (RepaymentState.ENDED, RepaymentState.DONE)


def test_an_account_with_too_little_is_asked_by_the_same_number_until_it_is_filled(
    bench: Bench, approved: Application
) -> None:
    bench.network.will(*SHORT)
    bench.round()
    assert bench.round()[0].state is RefundState.SENDING
    bench.hall.now += TOP_UP
    bench.network.will(*SHORT)
    bench.round()
    bench.hall.now += TOP_UP
    bench.network.will(NO_REFUND, ("refund", RefundDone()))
    assert bench.round()[0].state is RefundState.PAID_OUT
    assert len(set(bench.network.refunds)) == 1


def test_what_went_out_all_the_same_is_found_by_its_number(bench: Bench, approved: Application) -> None:
    """Refused by the network, then approved for it again: it has known it all along."""
    bench.network.will(*REFUSED)
    bench.round()
    done(bench.office.approve(approved.number))
    bench.network.will(DONE)
    assert [a.state for a in bench.round()] == [RefundState.PAID_OUT]
    assert done(bench.office.book.get(approved.number)).route is Route.NETWORK


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
    approved = bench.approved(bench.hall.store.refunds.submit(draft_of(bench.item(bench.zhang)), NOON, "visitor"))
    (back,) = bench.round()
    assert (back.state, back.route, back.sent_at) == (RefundState.TAKEN, Route.NETWORK, None)
    assert bench.office.history(approved.number)[-1].detail == "its order or its network is not in use here"


def test_a_network_that_is_no_longer_in_use(bench: Bench, approved: Application) -> None:
    store = bench.hall.store
    nobody = Paymaster(store.refunds, store.orders, Repayer(store.repayments, {}, lambda: NOON))
    bench.network.will(*SILENT)
    (sending,) = bench.round()
    assert nobody.tend(sending) == sending
    bench.network.will(*REFUSED)
    bench.round()
    again = done(bench.office.approve(approved.number))
    assert nobody.tend(again).state is RefundState.TAKEN


def test_a_refund_that_was_being_sent_before_repayments_were_kept(bench: Bench, approved: Application) -> None:
    """Its number and its time are those that the network has known it by."""
    book = bench.hall.store.refunds
    book.move(approved, Sent(NOON), NOON, TERMINAL)
    bench.hall.later(days=3)
    bench.network.will(DONE)
    assert [a.state for a in bench.round()] == [RefundState.PAID_OUT]
    (only,) = bench.hall.store.repayments.of(approved.number)
    assert only.at == NOON


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


def test_staff_who_are_quicker(bench: Bench, approved: Application) -> None:
    """The first number is closed. Before a second one is used, staff take the application back: none is used."""
    bench.network.will(CLOSED)
    (closed,) = bench.round()
    bench.hall.now += RENEWED_AFTER
    taken = bench.hall.store.refunds.move(closed, Returned(), bench.hall.now, STAFF)
    assert bench.paymaster.tend(closed) == taken
    assert [state for _, state in repayments(bench, approved)] == [RepaymentState.ENDED]


def test_two_bills_of_one_order_go_back_each_by_its_own_number(bench: Bench) -> None:
    order = bench.pay(bill_of(bench.zhang), bill_of(bench.zhang, 12))
    for key in ("2026-11", "2026-12"):
        bench.approved(bench.applied(bench.item(bench.zhang, key)))
    bench.network.will(DONE, DONE)
    assert [a.state for a in bench.round()] == [RefundState.PAID_OUT, RefundState.PAID_OUT]
    assert bench.network.refunds == [refund_number(f"TF202600000{n}", order.number) for n in (1, 2)]
    assert bench.office.history("TF2026000001")[1].event is Taken
