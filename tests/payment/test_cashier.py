"""Every way an order can go, with a real store and a network that follows a script."""

from datetime import timedelta

import pytest

from domain.payment import events
from domain.payment.cashier import GRACE, PAYABLE_FOR, UNKNOWN_FOR, AlreadyPaid
from domain.payment.events import OrderEvent
from domain.payment.network import (
    Absent,
    Closed,
    Paid,
    Presented,
    RefundDone,
    RefundPending,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.order import BillBusy, Order
from domain.payment.states import OrderState
from domain.ports import Unreachable
from tests.payment.hall import NOON, ZHANG, ZHOU, Hall, Mood, RefusedAndSilent, bill_of
from tests.payment.script import ScriptedNetwork

CODE = "weixin://wxpay/bizpayurl?pr=1"
SHOWN = ("create", Presented(CODE))
PAID = ("query", Paid("4200000001", NOON + timedelta(seconds=30)))
WAITING = ("query", Waiting())
SILENT = ("query", Unclear("timeout"))
NO_REFUND = ("query_refund", Absent())


class Crash(Exception):
    """The terminal loses its power."""


def crash() -> None:
    raise Crash


def paid_order(hall: Hall, network: ScriptedNetwork, who: int | None = None) -> Order:
    network.will(SHOWN, PAID)
    order = hall.start(bill_of(who)) if who else hall.start()
    return hall.cashier.check(order.number)


class TestAPaymentThatGoesWell:
    def test_shown_waited_for_paid_posted(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, PAID)
        order = hall.start()
        assert (order.state, order.code, order.fen) == (OrderState.PRESENTED, CODE, 87894)
        assert hall.cashier.check(order.number) == order
        done = hall.cashier.check(order.number)
        assert (done.state, done.transaction, done.paid_at) == (OrderState.POSTED, "4200000001", PAID[1].paid_at)
        assert done.voucher and hall.cashier.get(order.number) == done
        assert order.bills[0].key in hall.store.tax.paid(hall.person(ZHANG))

    def test_it_is_over(self, hall: Hall, network: ScriptedNetwork) -> None:
        done = paid_order(hall, network)
        assert hall.cashier.check(done.number) == hall.cashier.cancel(done.number) == done
        assert hall.sweep() == ()


class TestSilence:
    def test_unknown_is_neither_paid_nor_failed_and_ends_with_the_next_answer(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        network.will(SHOWN, SILENT, SILENT, WAITING, SILENT, PAID)
        order = hall.start()
        seen = [hall.cashier.check(order.number).state for _ in range(5)]
        assert seen == [
            OrderState.UNKNOWN,
            OrderState.UNKNOWN,
            OrderState.PRESENTED,
            OrderState.UNKNOWN,
            OrderState.POSTED,
        ]

    def test_a_creation_without_an_answer_is_never_shown_but_closed(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(("create", Unclear("timeout")), WAITING, WAITING, ("close", Closed()))
        order = hall.start()
        assert (order.state, order.code) == (OrderState.UNKNOWN, None)
        assert hall.cashier.check(order.number).state is OrderState.UNKNOWN
        assert hall.cashier.cancel(order.number).state is OrderState.CLOSED

    def test_closing_goes_on_through_silence_and_keeps_the_bill(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, SILENT, ("close", Unclear("timeout")), SILENT)
        order = hall.cashier.cancel(hall.start().number)
        assert order.state is OrderState.EXPIRING
        with pytest.raises(BillBusy, match=order.number):
            hall.start()
        network.will(WAITING, ("close", Closed()))
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]
        network.will(SHOWN)
        assert hall.start().state is OrderState.PRESENTED

    def test_people_are_called_only_after_hours_of_trying(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, SILENT, ("close", Unclear("timeout")), SILENT)
        order = hall.start()
        hall.later(days=3)
        hall.reopen()
        assert [o.state for o in hall.sweep()] == [OrderState.EXPIRING]
        hall.now += UNKNOWN_FOR + timedelta(seconds=1)
        network.will(SILENT, ("close", Unclear("timeout")), SILENT)
        assert [o.state for o in hall.sweep()] == [OrderState.MANUAL_REVIEW]
        with pytest.raises(BillBusy):
            hall.start(*order.bills)

    @pytest.mark.parametrize(
        ("answers", "end"),
        [
            ([SILENT, ("close", Unclear("timeout")), SILENT], OrderState.MANUAL_REVIEW),
            ([WAITING, ("close", Closed())], OrderState.CLOSED),
            ([("query", Closed())], OrderState.CLOSED),
            ([PAID], OrderState.POSTED),
        ],
    )
    def test_the_network_may_speak_again_after_that(
        self, hall: Hall, network: ScriptedNetwork, answers: list[tuple[str, object]], end: OrderState
    ) -> None:
        network.will(SHOWN)
        order = hall.start()
        for event in (events.Expired(hall.now), events.GivenUp()):
            order = hall.store.orders.move(order, event, hall.now)
        network.will(*answers)
        assert [o.state for o in hall.sweep()] == [end]


class TestAskedBeforeItWasAnswered:
    @pytest.mark.parametrize(
        ("answer", "then"),
        [(SHOWN[1], OrderState.PRESENTED), (Refused("NO_AUTH"), OrderState.CLOSED), (Unclear("x"), OrderState.UNKNOWN)],
    )
    def test_an_order_whose_code_comes_late(
        self, hall: Hall, network: ScriptedNetwork, answer: object, then: OrderState
    ) -> None:
        """The janitor has looked after it meanwhile, and heard nothing."""

        def late() -> object:
            (order,) = hall.store.orders.unsettled()
            hall.store.orders.move(order, events.Unanswered(), hall.now)
            return answer

        network.will(("create", late))
        assert hall.start().state is then


class TestNobodyCanPay:
    def test_a_refused_creation(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(("create", Refused("NO_AUTH")), SHOWN)
        assert hall.start().state is OrderState.CLOSED
        assert hall.start().state is OrderState.PRESENTED

    def test_closed_by_the_network_itself(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, ("query", Closed()))
        assert hall.cashier.check(hall.start().number).state is OrderState.CLOSED

    def test_closed_at_the_deadline_and_not_before(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, WAITING, ("close", Closed()))
        hall.start()
        hall.now += PAYABLE_FOR - timedelta(seconds=1)
        assert [o.state for o in hall.sweep()] == [OrderState.PRESENTED]
        hall.later(seconds=1)
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]

    def test_never_heard_of_is_no_confirmation_while_a_shown_code_lives(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        never = ("query", Absent()), ("close", Absent()), ("query", Absent())
        network.will(SHOWN, *never)
        order = hall.cashier.cancel(hall.start().number)
        assert order.state is OrderState.EXPIRING
        hall.now = order.created_at + PAYABLE_FOR
        network.will(*never[:2])
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]


class TestPaidAtTheLastMoment:
    def test_between_the_question_and_the_closing(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, ("close", Waiting()), PAID)
        assert hall.cashier.cancel(hall.start().number).state is OrderState.POSTED

    def test_while_the_password_is_typed_it_stays_expiring(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, ("close", Waiting()), WAITING, PAID)
        order = hall.cashier.cancel(hall.start().number)
        assert order.state is OrderState.EXPIRING
        assert hall.cashier.check(order.number).state is OrderState.POSTED

    def test_after_the_closing(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, ("close", Closed()), WAITING, PAID)
        order = hall.cashier.cancel(hall.start().number)
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]
        assert [o.state for o in hall.sweep()] == [OrderState.POSTED]
        assert hall.state(order) is OrderState.POSTED

    def test_a_closed_order_is_watched_until_an_answer_that_was_given_after_its_code(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        network.will(SHOWN, WAITING, ("close", Closed()), ("query", Closed()), SILENT)
        hall.cashier.cancel(hall.start().number)
        hall.now += PAYABLE_FOR + GRACE - timedelta(seconds=1)
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]
        hall.later(seconds=1)
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]
        network.will(("query", Closed()))
        assert [o.state for o in hall.sweep()] == [OrderState.UNPAID]
        assert hall.sweep() == ()

    def test_late_money_keeps_others_from_paying_until_it_is_posted(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, ("close", Closed()), PAID)
        order = hall.cashier.cancel(hall.start().number)
        hall.tax.mood = Mood.DOWN
        assert [o.state for o in hall.sweep()] == [OrderState.LATE_SUCCESS]
        with pytest.raises(BillBusy, match=order.number):
            hall.start()


class TestTwoOrdersForOneBill:
    def start_both(self, hall: Hall, network: ScriptedNetwork) -> tuple[Order, Order]:
        network.will(SHOWN, WAITING, ("close", Closed()), SHOWN)
        first = hall.cashier.cancel(hall.start().number)
        return first, hall.start()

    @pytest.mark.parametrize("late_first", [True, False])
    def test_whichever_posts_first_wins_and_the_other_is_sent_back(
        self, hall: Hall, network: ScriptedNetwork, late_first: bool
    ) -> None:
        orders = self.start_both(hall, network)
        winner, loser = orders if late_first else orders[::-1]
        network.will(PAID, PAID)
        assert hall.cashier.check(winner.number).state is OrderState.POSTED
        assert hall.cashier.check(loser.number).state is OrderState.REFUND_DUE
        network.will(NO_REFUND, ("refund", RefundDone()))
        assert [o.state for o in hall.sweep()] == [OrderState.REFUNDED]
        assert hall.state(winner) is OrderState.POSTED

    def test_late_money_takes_no_bill_from_an_order_that_is_being_paid(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        first, second = self.start_both(hall, network)
        hall.tax.mood = Mood.DOWN
        network.will(PAID)
        assert hall.cashier.check(first.number).state is OrderState.LATE_SUCCESS
        with pytest.raises(BillBusy, match=second.number):
            hall.start()

    def test_a_bill_that_is_posted_is_refused_before_the_network_hears_of_it(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        paid_order(hall, network)
        with pytest.raises(AlreadyPaid):
            hall.start()
        assert [o.state for o in hall.store.orders.all()] == [OrderState.POSTED, OrderState.CLOSED]

    def test_the_bills_are_held_while_the_tax_system_is_asked(self, hall: Hall, network: ScriptedNetwork) -> None:
        bill = bill_of(hall.person(ZHANG))
        busy: list[str] = []

        def somebody_else_starts() -> None:
            hall.tax.asked = lambda: None
            with pytest.raises(BillBusy) as error:
                hall.start(bill)
            busy.append(error.value.number)

        hall.tax.asked = somebody_else_starts
        network.will(SHOWN)
        assert [hall.start(bill).number] == busy

    def test_a_silent_tax_system_starts_nothing_and_holds_nothing(self, hall: Hall, network: ScriptedNetwork) -> None:
        hall.tax.mood = Mood.DOWN
        with pytest.raises(Unreachable):
            hall.start()
        hall.tax.mood = Mood.FINE
        network.will(SHOWN)
        assert hall.start().state is OrderState.PRESENTED

    def test_every_person_of_an_order_is_asked_about(self, hall: Hall, network: ScriptedNetwork) -> None:
        paid_order(hall, network)
        with pytest.raises(AlreadyPaid):
            hall.start(bill_of(hall.person(ZHOU)), bill_of(hall.person(ZHANG)))


class TestPosting:
    def test_silence_changes_nothing(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID)
        order = hall.start()
        hall.tax.mood = Mood.DOWN
        assert hall.cashier.check(order.number).state is OrderState.PAID
        assert [o.state for o in hall.sweep()] == [OrderState.PAID]
        hall.tax.mood = Mood.FINE
        assert [o.state for o in hall.sweep()] == [OrderState.POSTED]

    def test_a_lost_answer_posts_once(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID)
        order = hall.start()
        hall.tax.mood = Mood.LOST
        assert hall.cashier.check(order.number).state is OrderState.PAID
        hall.tax.mood = Mood.FINE
        (done,) = hall.sweep()
        assert done.voucher == hall.store.tax.post(order.number, order.bills, hall.now, order.channel)

    def test_a_refusal_that_cannot_be_explained_yet_is_asked_for_again(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        network.will(SHOWN, PAID)
        order = hall.start()
        hall.wrap_tax = RefusedAndSilent  # type: ignore[assignment]
        hall.reopen()
        assert hall.cashier.check(order.number).state is OrderState.PAID

    def test_money_goes_before_orders_that_the_network_is_silent_about(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        network.will(SHOWN, SHOWN, PAID)
        waiting = hall.start(bill_of(hall.person(ZHANG), month=12))
        paid = hall.start()
        hall.tax.mood = Mood.DOWN
        hall.cashier.check(paid.number)
        hall.tax.mood = Mood.FINE
        network.will(SILENT)
        swept = hall.sweep()
        assert [(o.number, o.state) for o in swept] == [
            (paid.number, OrderState.POSTED),
            (waiting.number, OrderState.UNKNOWN),
        ]


class TestRefund:
    def test_refused_by_the_tax_system_and_sent_back(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = paid_order(hall, network, hall.person(ZHOU))
        assert order.state is OrderState.REFUND_DUE
        network.will(NO_REFUND, ("refund", RefundPending()))
        assert [o.state for o in hall.sweep()] == [OrderState.REFUND_DUE]
        network.will(("query_refund", RefundPending()))
        assert [o.state for o in hall.sweep()] == [OrderState.REFUND_DUE]
        network.will(("query_refund", RefundDone()))
        assert [o.state for o in hall.sweep()] == [OrderState.REFUNDED]

    def test_silence_repeats_the_same_refund(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = paid_order(hall, network, hall.person(ZHOU))
        silent = ("query_refund", Unclear("timeout")), ("refund", Unclear("timeout"))
        network.will(*silent, *silent, ("query_refund", Unclear("timeout")), ("refund", RefundDone()))
        for _ in range(3):
            hall.reopen()
            hall.sweep()
        assert hall.state(order) is OrderState.REFUNDED
        assert set(network.refunds) == {f"R{order.number[1:]}"} and len(network.refunds) == 6

    def test_a_refused_refund_stays_owed(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = paid_order(hall, network, hall.person(ZHOU))
        network.will(NO_REFUND, ("refund", Refused("NOT_ENOUGH")))
        hall.sweep()
        assert hall.state(order) is OrderState.REFUND_DUE


class TestSomebodyElseWasFaster:
    def test_two_threads_see_the_same_payment(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        order = hall.start()

        def the_janitor_sees_it_first() -> Paid:
            assert hall.cashier.check(order.number).state is OrderState.POSTED
            return PAID[1]

        network.will(("query", the_janitor_sees_it_first), PAID)
        assert hall.cashier.check(order.number).state is OrderState.POSTED

    def test_the_janitor_closes_what_a_visitor_looks_at(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        order = hall.start()

        def the_janitor_closes_it() -> Unclear:
            assert hall.cashier.cancel(order.number).state is OrderState.CLOSED
            return Unclear("timeout")

        network.will(("query", the_janitor_closes_it), WAITING, ("close", Closed()), WAITING)
        assert hall.cashier.check(order.number).state is OrderState.CLOSED

    @pytest.mark.parametrize(
        ("answer", "end"),
        [
            (Presented(CODE), OrderState.PRESENTED),
            (Refused("NO_AUTH"), OrderState.CLOSED),
            (Unclear("timeout"), OrderState.UNKNOWN),
        ],
    )
    def test_the_janitor_asks_while_an_order_is_being_created(
        self, hall: Hall, network: ScriptedNetwork, answer: object, end: OrderState
    ) -> None:
        def the_janitor_asks() -> object:
            assert [o.state for o in hall.sweep()] == [OrderState.UNKNOWN]
            return answer

        network.will(("create", the_janitor_asks), SILENT)
        assert hall.start().state is end

    def test_who_is_always_too_late_says_how_the_order_stands(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        order = hall.start()
        moves: list[OrderEvent] = [events.Unanswered(), events.Waiting()]

        def it_moves() -> object:
            stored = hall.store.orders.get(order.number)
            event = moves[stored.state is OrderState.UNKNOWN]
            hall.store.orders.move(stored, event, hall.now)
            return PAID[1]

        network.will(*[("query", it_moves)] * 5)
        assert hall.cashier.check(order.number).state is OrderState.UNKNOWN


class TestAfterACrash:
    def test_before_the_network_heard_of_it(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(("create", crash))
        with pytest.raises(Crash):
            hall.start()
        hall.reopen()
        never = ("query", Absent())
        network.will(never)
        assert [o.state for o in hall.sweep()] == [OrderState.CREATED]
        hall.now += PAYABLE_FOR
        network.will(never, ("close", Absent()))
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]

    def test_before_the_code_was_kept(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(("create", crash))
        with pytest.raises(Crash):
            hall.start()
        hall.reopen()
        hall.now += PAYABLE_FOR
        network.will(WAITING, ("close", Closed()))
        assert [o.state for o in hall.sweep()] == [OrderState.CLOSED]

    def test_a_network_that_is_not_used_any_more_stops_nobody(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, SHOWN, PAID)
        hall.start(bill_of(hall.person(ZHANG), month=12))
        order = hall.start()
        hall.tax.mood = Mood.DOWN
        hall.cashier.check(order.number)
        hall.networks = {}
        hall.reopen()
        assert [o.state for o in hall.sweep()] == [OrderState.POSTED, OrderState.PRESENTED]
