"""A household is paid by one code: each of its orders is booked or sent back by itself, and none of it is lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.payment import events, household
from domain.payment.cashier import GRACE, PAYABLE_FOR, UNKNOWN_FOR, AlreadyPaid, PaidOtherwise
from domain.payment.network import Absent, Closed, Paid, RefundDone, Waiting
from domain.payment.order import BillBusy, Network, Order, OrderBook
from domain.payment.states import OrderState
from domain.people.person import Bill
from domain.ports import TaxSystem
from domain.repayments.states import RepaymentState
from kit.people.people import DemoPerson
from kit.simulators.payer import Source
from tests.payment.hall import LI, NOON, ZHANG, ZHOU, Hall, Mood, bill_of, new_order
from tests.payment.script import NETWORKS, WECHAT, ScriptedNetwork
from tests.payment.simulated import Day
from tests.payment.test_cashier import CODE, NO_REFUND, PAID, SHOWN, SILENT, WAITING, Crash

S = OrderState
FAMILY = (ZHANG, LI, ZHOU)
"""The last one's payments are not taken."""
LATE = ("query", Paid("4200000001", NOON + PAYABLE_FOR + timedelta(seconds=40)))
CLOSED = ("close", Closed())


def bills(hall: Hall, *family: DemoPerson) -> tuple[tuple[Bill, ...], ...]:
    people = [hall.person(one) for one in family or (ZHANG, LI)]
    return tuple((bill_of(person, fen=100_00 * n),) for n, person in enumerate(people, start=1))


def start(hall: Hall, *family: DemoPerson) -> tuple[Order, ...]:
    return hall.cashier.start_combined(WECHAT, "wechat", 1, bills(hall, *family), "社保费")


def states(hall: Hall, orders: tuple[Order, ...]) -> list[OrderState]:
    return [hall.state(order) for order in orders]


def vouchers(hall: Hall, orders: tuple[Order, ...]) -> list[str]:
    """Under which each bill is in the tax system."""
    payments = [p for order in orders for p in hall.store.tax.payments(order.bills[0].person) if p.order]
    assert len({payment.order for payment in payments}) == len(payments)
    return [payment.voucher for payment in payments]


class TestOneCode:
    def test_an_order_each_and_one_code_for_the_sum(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        one, other = start(hall)
        assert (one.fen, other.fen, one.trade.fen) == (100_00, 200_00, 300_00)
        assert one.trade == other.trade and one.trade.number not in {one.number, other.number}
        assert {one.code, other.code} == {CODE} and (one.state, other.state) == (S.PRESENTED, S.PRESENTED)
        assert hall.store.orders.known_as(one.trade.number) == tuple(sorted((one, other), key=lambda o: o.number))

    def test_one_alone_is_an_order_as_ever(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        (alone,) = start(hall, ZHANG)
        assert alone.combined is None and (alone.trade.number, alone.trade.fen) == (alone.number, alone.fen)
        assert hall.store.orders.known_as(alone.number) == (alone,)

    def test_where_a_bill_is_held_nobody_is_begun_with(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        held = hall.start(*bills(hall, LI)[0])
        with pytest.raises(BillBusy) as busy:
            start(hall, ZHANG, LI)
        assert busy.value.order == held and hall.store.orders.all() == (held,)

    def test_where_a_bill_is_paid_nobody_can_pay(self, hall: Hall, network: ScriptedNetwork) -> None:
        ((_,), (paid,)) = bills(hall)
        hall.store.tax.post("A1", (paid,), NOON, "elsewhere")
        with pytest.raises(AlreadyPaid):
            start(hall)
        assert [order.state for order in hall.store.orders.all()] == [S.CLOSED, S.CLOSED]
        assert not hall.store.orders.holding(bill for (bill,) in bills(hall))


class TestPaid:
    def test_one_answer_is_for_all_and_each_is_booked(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID)
        orders = start(hall)
        assert hall.cashier.check(orders[0].number).state is S.POSTED
        assert states(hall, orders) == [S.POSTED, S.PAID]  # Told by the same answer, and not yet booked.
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED] and len(set(vouchers(hall, orders))) == 2

    def test_who_is_refused_gets_their_own_money_back(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID, NO_REFUND, ("refund", RefundDone()))
        orders = start(hall, *FAMILY)
        hall.cashier.check(orders[1].number)
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED, S.REFUNDED]
        back = hall.store.repayments.last(orders[2].number)
        assert back and (back.fen, back.state) == (300_00, RepaymentState.DONE)
        assert not any(hall.store.repayments.of(order.number) for order in orders[:2])

    def test_paid_elsewhere_while_the_code_was_there(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID, NO_REFUND, ("refund", RefundDone()))
        orders = start(hall)
        hall.store.tax.post("A1", orders[0].bills, NOON, "elsewhere")
        hall.cashier.check(orders[1].number)
        hall.sweep()
        assert states(hall, orders) == [S.REFUNDED, S.POSTED]
        assert S.DUPLICATE in [step.state for step in hall.store.orders.history(orders[0].number)]

    def test_a_lost_answer_of_the_tax_system_books_once(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID)
        orders = start(hall)
        hall.tax.mood = Mood.LOST
        hall.cashier.check(orders[0].number)
        hall.sweep()
        assert states(hall, orders) == [S.PAID, S.PAID]
        booked = vouchers(hall, orders)
        hall.tax.mood = Mood.FINE
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]
        assert vouchers(hall, orders) == booked == [hall.store.orders.get(o.number).voucher for o in orders]

    @pytest.mark.parametrize("booked", [0, 1, 2])
    def test_a_crash_between_the_bookings_books_none_twice(
        self, hall: Hall, network: ScriptedNetwork, booked: int
    ) -> None:
        network.will(SHOWN, PAID)
        orders = start(hall)
        hall.wrap_tax = lambda tax: CrashesAfter(tax, booked)  # type: ignore[assignment,return-value]
        hall.seat()
        with pytest.raises(Crash):
            for order in orders:
                hall.cashier.check(order.number)
        before = vouchers(hall, orders)
        assert len(before) == booked
        hall.wrap_tax = lambda tax: tax
        hall.blink()
        hall.sweep()
        after = vouchers(hall, orders)
        assert states(hall, orders) == [S.POSTED, S.POSTED] and len(after) == 2 and {*before} <= {*after}

    def test_silence_about_all_and_then_an_answer(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, SILENT, SILENT, PAID)
        orders = start(hall)
        hall.sweep()
        assert states(hall, orders) == [S.UNKNOWN, S.UNKNOWN]
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]


class CrashesAfter:
    """The power is cut when so many bills have been booked, before anybody hears of the last."""

    def __init__(self, behind: TaxSystem, left: int) -> None:
        self._behind, self._left = behind, left

    def post(self, *asked: object) -> str:
        if self._left == 0:
            raise Crash
        self._left -= 1
        voucher = self._behind.post(*asked)  # type: ignore[arg-type]
        if self._left == 0:
            raise Crash
        return voucher

    def __getattr__(self, name: str) -> object:
        return getattr(self._behind, name)


SECOND = ("query", Paid("4200000002", NOON + timedelta(seconds=1)))


class TestEachByItself:
    """At a network that combines orders by itself, what it says of one it says of no other."""

    @pytest.fixture(autouse=True)
    def combines(self, network: ScriptedNetwork) -> None:
        network.combines = 2

    def test_a_number_and_a_sum_each(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        one, other = orders = start(hall)
        assert [(order.trade.number, order.trade.fen) for order in orders] == [
            (one.number, 100_00),
            (other.number, 200_00),
        ]
        assert one.whole == other.whole and one.whole.fen == 300_00 and (one.shared, other.shared) == (None, None)
        assert one.combined and one.combined.parts == (one.trade, other.trade)
        assert hall.store.orders.known_as(one.whole.number) == tuple(sorted(orders, key=lambda order: order.number))
        assert hall.store.orders.known_as(other.number) == (other,)
        hall.reopen()
        assert [hall.store.orders.get(order.number) for order in orders] == list(orders)
        for number, found in ((one.whole.number, set(orders)), (other.number, {other})):
            assert {*hall.store.orders.ending(number[-8:], 8)} == found

    def test_more_than_it_combines_are_one_order_of_ours(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        orders = start(hall, *FAMILY)
        assert {order.trade for order in orders} == {orders[0].whole} and all(order.shared for order in orders)

    def test_each_is_paid_by_its_own_answer(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID, SECOND)
        orders = start(hall)
        found = household.check(hall.cashier, [order.number for order in orders])
        assert [(order.state, order.transaction) for order in found] == [
            (S.POSTED, PAID[1].transaction),
            (S.POSTED, "4200000002"),
        ]
        assert len(set(vouchers(hall, orders))) == 2

    def test_what_is_said_of_one_books_no_other(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID, WAITING)
        orders = start(hall)
        household.check(hall.cashier, [order.number for order in orders])
        assert states(hall, orders) == [S.POSTED, S.PRESENTED] and len(vouchers(hall, orders)) == 1
        assert [order.number for order in hall.cashier.unsettled()] == [orders[1].number], "it is asked about at once"
        network.will(SECOND)
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]

    def test_silence_about_one(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID, SILENT, SECOND)
        orders = start(hall)
        household.check(hall.cashier, [order.number for order in orders])
        assert states(hall, orders) == [S.POSTED, S.UNKNOWN]
        assert [order.number for order in hall.cashier.unsettled()] == [orders[1].number], "it is asked about at once"
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]

    def test_one_that_stays_unpaid_is_for_people(self, hall: Hall, network: ScriptedNetwork) -> None:
        """The other is paid, so the network closes nothing."""
        network.will(SHOWN, PAID, WAITING)
        orders = start(hall)
        household.check(hall.cashier, [order.number for order in orders])
        refuses = (WAITING, ("close", Waiting()), WAITING)
        hall.now += PAYABLE_FOR + timedelta(seconds=1)
        network.will(*refuses)
        hall.sweep()
        hall.now += UNKNOWN_FOR + timedelta(seconds=1)
        network.will(*refuses)
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.MANUAL_REVIEW] and len(vouchers(hall, orders)) == 1

    @pytest.mark.parametrize("booked", [0, 1])
    def test_a_crash_before_the_other_is_heard_of(self, hall: Hall, network: ScriptedNetwork, booked: int) -> None:
        network.will(SHOWN, PAID)
        orders = start(hall)
        hall.wrap_tax = lambda tax: CrashesAfter(tax, booked)  # type: ignore[assignment,return-value]
        hall.seat()
        with pytest.raises(Crash):
            hall.cashier.check(orders[0].number)
        hall.wrap_tax = lambda tax: tax
        hall.blink()
        assert states(hall, orders) == [S.PAID, S.PRESENTED] and len(vouchers(hall, orders)) == booked
        network.will(SECOND)
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED] and len(vouchers(hall, orders)) == 2

    def test_one_is_sent_back_whole(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.combines = 3
        network.will(SHOWN, PAID, SECOND, ("query", Paid("4200000003", NOON)), NO_REFUND, ("refund", RefundDone()))
        orders = start(hall, *FAMILY)
        household.check(hall.cashier, [order.number for order in orders])
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED, S.REFUNDED]
        back = hall.store.repayments.last(orders[2].number)
        assert back and (back.fen, hall.store.orders.get(back.order).trade.fen) == (300_00, 300_00)

    def test_called_off_for_one_it_is_for_all(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, CLOSED, ("query", Closed()))
        orders = start(hall)
        household.cancel(hall.cashier, [order.number for order in orders])
        assert states(hall, orders) == [S.CLOSED, S.CLOSED]

    def test_late_money_each_by_its_own_answer(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, CLOSED, ("query", Closed()), LATE, WAITING, CLOSED)
        orders = start(hall)
        household.cancel(hall.cashier, [order.number for order in orders])
        hall.now += PAYABLE_FOR + GRACE + timedelta(seconds=1)
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.UNPAID]
        network.will(("query", Paid("4200000002", NOON + PAYABLE_FOR)))
        assert hall.cashier.claimed(orders[1].number).state is S.POSTED

    def test_how_it_was_combined_is_how_it_is_asked_about(self, hall: Hall, network: ScriptedNetwork) -> None:
        """Whatever the network can do since."""
        network.combines = 0
        network.will(SHOWN, PAID)
        orders = start(hall)
        network.combines = 10
        hall.blink()
        hall.cashier.check(orders[0].number)
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]
        assert {hall.store.orders.get(order.number).transaction for order in orders} == {PAID[1].transaction}


class TestOver:
    def test_called_off(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, ("query", Absent()), CLOSED, ("query", Closed()))
        orders = start(hall)
        for order in orders:
            hall.cashier.cancel(order.number)
        assert states(hall, orders) == [S.CLOSED, S.CLOSED]
        assert not hall.store.orders.holding(bill for (bill,) in bills(hall))

    def test_paid_after_the_first_was_closed(self, hall: Hall, network: ScriptedNetwork) -> None:
        """The money is for all, however each of them stood."""
        network.will(SHOWN, ("query", Absent()), CLOSED, PAID)
        orders = start(hall)
        hall.cashier.cancel(orders[0].number)
        hall.cashier.cancel(orders[1].number)
        assert states(hall, orders) == [S.LATE_SUCCESS, S.POSTED]
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]

    def test_late_money_for_all(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, ("query", Absent()), CLOSED, ("query", Closed()), LATE)
        orders = start(hall)
        hall.now += PAYABLE_FOR + timedelta(seconds=1)
        hall.sweep()
        assert states(hall, orders) == [S.CLOSED, S.CLOSED]
        hall.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]

    def test_whom_staff_have_settled_is_left_alone(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID)
        orders = start(hall)
        book = hall.store.orders
        stuck = book.move(book.move(orders[0], events.Expired(NOON), NOON), events.GivenUp(), NOON)
        book.decide(stuck, events.SentBack("B2345678", "-"), NOON, "2001+2002")
        hall.cashier.check(orders[1].number)
        assert states(hall, orders) == [S.SENT_BACK, S.POSTED]

    def test_a_crash_after_the_first_has_its_code(self, hall: Hall, network: ScriptedNetwork) -> None:
        """Nobody has seen the code, and no order goes on with it."""
        network.will(SHOWN)
        hall.wrap_book = CrashesAtTheSecond  # type: ignore[assignment]
        hall.seat()
        with pytest.raises(Crash):
            start(hall)
        hall.wrap_book = lambda book: book
        hall.blink()
        orders = hall.store.orders.all()
        assert sorted(order.state for order in orders) == [S.CREATED, S.PRESENTED]
        hall.now += PAYABLE_FOR + timedelta(seconds=1)
        network.will(WAITING, CLOSED, ("query", Closed()))
        hall.sweep()
        assert states(hall, orders) == [S.CLOSED, S.CLOSED]


class CrashesAtTheSecond:
    """An order book, until the power is cut at the second move."""

    def __init__(self, behind: OrderBook) -> None:
        self._behind, self._moves = behind, 0

    def move(self, *asked: object) -> Order:
        self._moves += 1
        if self._moves > 1:
            raise Crash
        return self._behind.move(*asked)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        return getattr(self._behind, name)


class TestBeforeTheCode:
    """What the screen asks."""

    def asks(self, hall: Hall, orders: tuple[Order, ...], cancel: bool = False) -> list[OrderState]:
        numbers = [order.number for order in orders]
        found = (household.cancel if cancel else household.check)(hall.cashier, numbers)
        assert [order.number for order in found] == numbers
        return [order.state for order in found]

    def otherwise(self, hall: Hall, network: ScriptedNetwork) -> tuple[Order, tuple[Order, ...]]:
        """Late money for the bill of one, while the code for both is on the screen."""
        network.will(SHOWN, WAITING, CLOSED, SHOWN, PAID)
        other = hall.start(*bills(hall)[1])
        hall.cashier.cancel(other.number)
        orders = start(hall)
        return hall.cashier.claimed(other.number), orders

    def test_one_question_while_it_is_not_paid(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING)
        assert self.asks(hall, start(hall)) == [S.PRESENTED, S.PRESENTED]

    def test_all_are_booked_once_it_is(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID)
        assert self.asks(hall, start(hall)) == [S.POSTED, S.POSTED]

    def test_all_are_called_off(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, WAITING, CLOSED, ("query", Closed()))
        assert self.asks(hall, start(hall), cancel=True) == [S.CLOSED, S.CLOSED]

    def test_a_bill_that_was_paid_otherwise_is_told_once_all_are_over(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        paid, orders = self.otherwise(hall, network)
        assert (paid.state, states(hall, orders)) == (S.POSTED, [S.PRESENTED, S.EXPIRING])
        network.will(WAITING, CLOSED, ("query", Closed()))
        with pytest.raises(PaidOtherwise) as told:
            self.asks(hall, orders, cancel=True)
        assert told.value.order == paid and states(hall, orders) == [S.CLOSED, S.CLOSED]

    def test_where_money_was_taken_that_is_told_instead(self, hall: Hall, network: ScriptedNetwork) -> None:
        _, orders = self.otherwise(hall, network)
        book = hall.store.orders
        stuck = book.move(book.move(orders[0], events.Expired(NOON), NOON), events.GivenUp(), NOON)
        book.decide(stuck, events.SentBack("B2345678", "-"), NOON, "2001+2002")
        network.will(("query", Closed()))
        assert self.asks(hall, orders) == [S.SENT_BACK, S.CLOSED]

    @pytest.mark.parametrize(
        ("stand", "first"),
        [
            ((S.CLOSED, S.PRESENTED, S.EXPIRING), S.PRESENTED),
            ((S.EXPIRING, S.CLOSED), S.EXPIRING),
            ((S.PRESENTED, S.POSTED), S.POSTED),
            ((S.UNPAID, S.CLOSED), S.UNPAID),
        ],
    )
    def test_by_whom_one_knows_how_it_stands(self, stand: tuple[OrderState, ...], first: OrderState) -> None:
        orders = [replace(new_order("GZ1"), state=state) for state in stand]
        assert household.foremost(orders).state is first


@pytest.mark.parametrize("name", NETWORKS)
class TestAtEachNetwork:
    def test_screen_and_janitor_hear_of_it_at_the_same_time(self, hall: Hall, name: Network) -> None:
        day = Day(hall)
        orders = day.cashier.start_combined(name, name, 1, bills(hall), "社保费")
        day.pays(orders[0])
        looks = [lambda number=order.number: day.cashier.check(number) for order in orders]
        with ThreadPoolExecutor(6) as pool:
            list(pool.map(lambda look: look(), looks * 3))
        assert states(hall, orders) == [S.POSTED, S.POSTED] and len(vouchers(hall, orders)) == 2
        assert hall.store.orders.verify_chain() is None

    def test_two_booked_and_one_sent_back_in_part(self, hall: Hall, name: Network) -> None:
        day = Day(hall)
        parts = bills(hall, *FAMILY)
        orders = day.cashier.start_combined(name, name, parts[0][0].person, parts, "社保费")
        before = day.phone.balance(Source.CARD)
        day.pays(orders[0])
        assert day.phone.balance(Source.CARD) == before - 600_00
        for _ in range(8):
            day.runtime.pass_by(seconds=120)
            day.janitor.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED, S.REFUNDED]
        assert day.phone.balance(Source.CARD) == before - 300_00

    def test_two_are_sent_back_one_after_the_other(self, hall: Hall, name: Network) -> None:
        """WeChat Pay takes no second refund of one order within a minute: it is asked again."""
        day = Day(hall)
        parts = bills(hall, *FAMILY)
        orders = day.cashier.start_combined(name, name, parts[0][0].person, parts, "社保费")
        hall.store.tax.post("A1", parts[0], NOON, "elsewhere")
        before = day.phone.balance(Source.CARD)
        day.pays(orders[1])
        for _ in range(12):
            day.runtime.pass_by(seconds=120)
            day.janitor.sweep()
        assert states(hall, orders) == [S.REFUNDED, S.POSTED, S.REFUNDED]
        assert day.phone.balance(Source.CARD) == before - 200_00

    def test_what_the_network_tells_is_about_all(self, hall: Hall, name: Network) -> None:
        day = Day(hall)
        orders = day.cashier.start_combined(name, name, 1, bills(hall), "社保费")
        day.pays(orders[0])
        day.janitor.hear(name, orders[0].whole.number)
        day.janitor.sweep(())
        day.janitor.sweep()
        assert states(hall, orders) == [S.POSTED, S.POSTED]
