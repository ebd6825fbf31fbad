"""The order book: who holds a bill, who moves an order first, and a log that cannot be changed unseen."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.lives.events import Impossible
from domain.money import Fen
from domain.payment import events
from domain.payment.events import OrderEvent
from domain.payment.order import BillBusy, Combined, Order, Overtaken, Trade
from domain.payment.states import UNSETTLED, OrderState
from domain.refunds.events import Taken
from storage.store import Store
from tests.happening import some
from tests.payment.hall import NOON, bill_of, new_order

T = TypeVar("T")
FIRST, SECOND = "GZT00010000000000001", "GZT00010000000000002"
Way = tuple[type[OrderEvent], ...]
CLOSING: Way = (events.Expired, events.Closed)


def moved(store: Store, order: Order, *happened: type[OrderEvent]) -> Order:
    for event in happened:
        order = store.orders.move(order, some(event, deadline=order.deadline), NOON)
    return order


def at_once(jobs: list[Callable[[], T]]) -> list[T | Exception]:
    """The results of jobs that begin together in threads of their own, in order."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], T]) -> T | Exception:
        start.wait()
        try:
            return job()
        except (BillBusy, Overtaken) as error:
            return error

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@pytest.fixture
def order(store: Store) -> Order:
    order = new_order(FIRST, bill_of(1))
    store.orders.add(order)
    return order


class TestKeeping:
    def test_an_order_is_given_back_as_it_was_stored(self, store: Store) -> None:
        beijing = NOON.astimezone(timezone(timedelta(hours=8))).replace(microsecond=123456)
        order = new_order(FIRST, bill_of(1, 11), replace(bill_of(1, 12), base=None), at=beijing)
        store.orders.add(order)
        stored = store.orders.get(FIRST)
        assert stored == order
        assert (stored.created_at.tzinfo, stored.created_at.hour) == (UTC, 4)

    def test_a_time_without_a_zone_is_refused(self, store: Store) -> None:
        with pytest.raises(Exception, match="a time without a zone"):
            store.orders.add(new_order(FIRST, bill_of(1), at=datetime(2026, 11, 23)))  # noqa: DTZ001
        assert store.orders.all() == ()

    def test_an_unknown_number(self, store: Store, order: Order) -> None:
        with pytest.raises(KeyError):
            store.orders.get(SECOND)
        with pytest.raises(KeyError):
            store.orders.move(replace(order, number=SECOND), some(events.Presented), NOON)

    @pytest.mark.parametrize("bills", [[bill_of(2)], [bill_of(3), bill_of(3)]])
    def test_a_number_or_a_bill_twice(self, store: Store, order: Order, bills: list) -> None:  # type: ignore[type-arg]
        number = FIRST if len(bills) == 1 else SECOND
        with pytest.raises(ValueError, match="is there already, or has a bill twice"):
            store.orders.add(new_order(number, *bills))
        assert store.orders.all() == (order,)

    def test_what_is_left_to_do(self, store: Store) -> None:
        """One order in each state, each made a minute after the other."""
        way: dict[OrderState, list[type[OrderEvent]]] = {
            OrderState.CREATED: [],
            OrderState.PRESENTED: [events.Presented],
            OrderState.UNKNOWN: [events.Unanswered],
        }
        way[OrderState.EXPIRING], way[OrderState.CLOSED] = [events.Expired], [*CLOSING]
        way[OrderState.UNPAID] = [*CLOSING, events.StillUnpaid]
        way[OrderState.MANUAL_REVIEW] = [events.Expired, events.GivenUp]
        way[OrderState.PAID], way[OrderState.LATE_SUCCESS] = [events.Paid], [*CLOSING, events.Paid]
        way[OrderState.POSTED], way[OrderState.DUPLICATE] = (
            [events.Paid, events.Posted],
            [events.Paid, events.FoundDuplicate],
        )
        way[OrderState.POSTING_FAILED] = [events.Paid, events.NotPosted]
        way[OrderState.REFUND_DUE] = [events.Paid, events.NotPosted, events.Owed]
        way[OrderState.REFUNDED] = [*way[OrderState.REFUND_DUE], events.Refunded]
        way[OrderState.SENT_BACK] = [*way[OrderState.MANUAL_REVIEW], events.Asked, events.SentBack]
        way[OrderState.POSTED_BY_HAND] = [*way[OrderState.REFUND_DUE], events.PostedByHand]
        for n, (state, happened) in enumerate(way.items()):
            new = new_order(f"GZT0001{n:013d}", bill_of(n), at=NOON + timedelta(minutes=-n))
            store.orders.add(new)
            assert moved(store, new, *happened).state is state
        assert set(way) == set(OrderState)
        left = [order.state for order in store.orders.unsettled()]
        assert left == [state for state in reversed(way) if state in UNSETTLED]

    def test_who_holds_a_bill(self, store: Store, order: Order) -> None:
        other = new_order(SECOND, bill_of(8), bill_of(9))
        store.orders.add(other)
        assert store.orders.holding(order.bills) == (order,)
        assert store.orders.holding((bill_of(9), bill_of(10))) == (other,)
        assert store.orders.holding((*order.bills, bill_of(8))) == (order, other)
        moved(store, other, *CLOSING)
        assert store.orders.holding(other.bills) == ()


class TestMoving:
    def test_what_an_event_teaches_is_kept(self, store: Store, order: Order) -> None:
        paid_at = NOON + timedelta(seconds=9)
        shown = store.orders.move(order, events.Presented("weixin://1"), NOON)
        paid = store.orders.move(shown, events.Paid("42", paid_at), NOON)
        posted = store.orders.move(paid, events.Posted("52"), NOON)
        assert posted == store.orders.get(FIRST)
        assert posted == replace(
            order, state=OrderState.POSTED, code="weixin://1", transaction="42", paid_at=paid_at, voucher="52"
        )

    def test_an_event_without_what_it_teaches_or_with_more_is_none(self, store: Store, order: Order) -> None:
        """Mypy knows as well: each of these would be reported if it were not said to be wrong."""
        with pytest.raises(TypeError):
            store.orders.move(order, events.Paid("42"), NOON)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            store.orders.move(order, events.Presented("weixin://1", fen=1), NOON)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            store.orders.move(order, events.Presented("weixin://1"), NOON, fen=1)  # type: ignore[call-arg]
        with pytest.raises(Impossible):
            store.orders.move(order, Taken(), NOON)  # type: ignore[arg-type]
        assert store.orders.get(FIRST) == order

    def test_an_order_that_has_moved_on(self, store: Store, order: Order) -> None:
        shown = moved(store, order, events.Presented)
        with pytest.raises(Overtaken, match=FIRST):
            store.orders.move(order, events.Unanswered(), NOON)
        assert store.orders.get(FIRST) == shown

    def test_an_impossible_event_leaves_no_trace(self, store: Store, order: Order) -> None:
        with pytest.raises(Impossible):
            store.orders.move(order, events.Refunded(), NOON)
        assert store.orders.get(FIRST) == order and store.orders.verify_chain() is None

    def test_of_many_threads_one_moves_it(self, store: Store, order: Order) -> None:
        kinds = [events.Presented, events.Unanswered, events.Paid, events.Closed] * 3
        results = at_once([lambda kind=kind: moved(store, order, kind) for kind in kinds])  # type: ignore[misc]
        winners = [result for result in results if isinstance(result, Order)]
        assert winners == [store.orders.get(FIRST)]
        assert [type(r) for r in results].count(Overtaken) == 11


class TestHoldingBills:
    @pytest.mark.parametrize(
        "way", [(), (events.Presented,), (events.Expired,), (events.Paid,), (events.Expired, events.GivenUp)]
    )
    def test_a_live_order_holds_its_bills(self, store: Store, order: Order, way: Way) -> None:
        moved(store, order, *way)
        with pytest.raises(BillBusy, match=FIRST):
            store.orders.add(new_order(SECOND, bill_of(2), bill_of(1)))
        store.orders.add(new_order(SECOND, bill_of(2)))

    @pytest.mark.parametrize("way", [CLOSING, (events.Paid, events.Posted), (events.Paid, events.NotPosted)])
    def test_an_order_that_is_over_holds_none(self, store: Store, order: Order, way: Way) -> None:
        moved(store, order, *way)
        store.orders.add(new_order(SECOND, bill_of(1)))

    def test_late_money_takes_back_what_is_free(self, store: Store) -> None:
        first = new_order(FIRST, bill_of(1), bill_of(2))
        store.orders.add(first)
        closed = moved(store, first, *CLOSING)
        second = new_order(SECOND, bill_of(1))
        store.orders.add(second)
        late = moved(store, closed, events.Paid)
        assert late.state is OrderState.LATE_SUCCESS
        with pytest.raises(BillBusy, match=SECOND):
            store.orders.add(new_order("GZT00010000000000003", bill_of(1)))
        with pytest.raises(BillBusy, match=FIRST):
            store.orders.add(new_order("GZT00010000000000003", bill_of(2)))
        moved(store, late, events.FoundDuplicate)
        store.orders.add(new_order("GZT00010000000000003", bill_of(2)))

    def test_of_many_threads_one_gets_the_bill(self, store: Store) -> None:
        orders = [new_order(f"GZT0001{n:013d}", bill_of(1)) for n in range(12)]
        results = at_once([lambda order=order: store.orders.add(order) for order in orders])  # type: ignore[misc]
        (winner,) = store.orders.all()
        busy = [result.number for result in results if isinstance(result, BillBusy)]
        assert busy == [winner.number] * 11

    @pytest.mark.sqlite
    def test_the_database_itself_insists(self, store: Store, order: Order) -> None:
        store.orders.add(new_order(SECOND, bill_of(2)))
        with pytest.raises(IntegrityError, match="UNIQUE"), store.sessions.writing() as session:
            session.execute(text("UPDATE order_lines SET bill_key = :key"), {"key": bill_of(1).key})


@pytest.mark.sqlite
class TestTheLog:
    @pytest.fixture(autouse=True)
    def _a_few_events(self, store: Store) -> None:
        for n in range(3):
            order = new_order(f"GZT0001{n:013d}", bill_of(n))
            store.orders.add(order)
            moved(store, order, events.Presented, events.Paid, events.Posted)
        assert store.orders.verify_chain() is None

    @pytest.mark.parametrize(
        ("change", "why"),
        [
            ("UPDATE order_events SET detail = 'x'", "never changed"),
            ("DELETE FROM order_events WHERE serial = 12", "never removed"),
            ("INSERT OR REPLACE INTO order_events SELECT * FROM order_events", "only added at the end"),
        ],
    )
    def test_the_database_itself_lets_nothing_be_changed(self, store: Store, change: str, why: str) -> None:
        with pytest.raises(IntegrityError, match=why), store.sessions.writing() as session:
            session.execute(text(change))

    @pytest.mark.parametrize(
        ("changes", "found"),
        [
            (["UPDATE order_events SET detail = 'x' WHERE serial = 5"], "event 5 was changed"),
            (["UPDATE order_events SET at = '2026-11-23 04:00:00.000001' WHERE serial = 1"], "event 1 was changed"),
            (["UPDATE order_events SET state = 'paid' WHERE serial = 8"], "event 8 was changed"),
            (["UPDATE order_events SET learnt = '{}' WHERE serial = 9"], "event 9 was changed"),
            (["UPDATE order_events SET hash = zeroblob(32) WHERE serial = 12"], "event 12 was changed"),
            (["DELETE FROM order_events WHERE serial = 1"], "event 1 is missing"),
            (["DELETE FROM order_events WHERE serial = 6"], "event 6 is missing"),
            (["DELETE FROM order_events WHERE serial = 12"], "events after event 11 are missing"),
            (["DELETE FROM order_events"], "events after event 0 are missing"),
            (
                [f"UPDATE order_events SET serial = {a} WHERE serial = {b}" for a, b in [(99, 2), (2, 3), (3, 99)]],
                "event 2 was changed",
            ),
            (
                [
                    "DELETE FROM order_events WHERE serial > 10",
                    "UPDATE counters SET value = 10 WHERE name = 'order_events'",
                ],
                "order GZT00010000000000002 is not what its events say",
            ),
            (["UPDATE orders SET state = 'refunded' WHERE number LIKE '%1'"], "is not what its events say"),
            (["UPDATE orders SET fen = 1 WHERE number LIKE '%1'"], "is not what its events say"),
            (["UPDATE orders SET voucher = 'x' WHERE number LIKE '%1'"], "is not what its events say"),
            (["UPDATE order_lines SET fen = 1 WHERE order_number LIKE '%1'"], "is not what its events say"),
            (["DELETE FROM order_lines WHERE order_number LIKE '%1'"], "is not what its events say"),
            (
                [
                    "INSERT INTO orders SELECT 'GZX', network, channel, payer, fen, state, created_at, deadline, code, "
                    '"transaction", paid_at, voucher, owed_at, proof, reason_sealed, combined, combined_fen, '
                    "combined_parts FROM orders LIMIT 1"
                ],
                "there are orders that no event tells of",
            ),
        ],
    )
    def test_whatever_is_changed_behind_its_back_is_found(self, store: Store, changes: list[str], found: str) -> None:
        assert found in found_after(store, *changes)

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ("UPDATE order_events SET who = '0001' WHERE who = '0001+0002'", "event 16 was changed"),
            ("UPDATE order_events SET who = NULL WHERE who = '0001+0002'", "event 16 was changed"),
            ("UPDATE orders SET proof = '1' WHERE proof IS NOT NULL", "is not what its events say"),
            ("UPDATE orders SET reason_sealed = NULL WHERE proof IS NOT NULL", "is not what its events say"),
            ("UPDATE orders SET reason_sealed = x'00' WHERE proof IS NOT NULL", "is not what its events say"),
        ],
    )
    def test_so_is_what_people_have_decided(self, store: Store, change: str, found: str) -> None:
        order = new_order("GZT00010000000000009", bill_of(9))
        store.orders.add(order)
        order = moved(store, order, events.Expired, events.GivenUp)
        decided = store.orders.decide(order, some(events.SentBack), NOON, "0001+0002")
        assert (store.orders.get(order.number), decided.reason) == (decided, "资料不全")
        assert found in found_after(store, change)

    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE orders SET combined_parts = NULL",
            "UPDATE orders SET combined_parts = replace(combined_parts, '10000', '1')",
            "UPDATE orders SET combined = 'GZX' WHERE combined IS NOT NULL",
        ],
    )
    def test_so_is_how_it_was_combined(self, store: Store, change: str) -> None:
        parts = tuple(Trade(f"GZT0001000000000001{n}", Fen(100_00)) for n in (1, 2))
        combined = Combined("GZT00010000000000010", Fen(200_00), parts)
        orders = [
            replace(new_order(part.number, bill_of(n)), combined=combined) for n, part in enumerate(parts, start=101)
        ]
        store.orders.add(*orders)
        assert [store.orders.get(order.number) for order in orders] == orders
        assert "is not what its events say" in found_after(store, change)


def found_after(store: Store, *changes: str) -> str:
    """What is found wrong once something was changed that the database itself would not let be changed."""
    with store.sessions.writing() as session:
        for trigger in session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars():
            session.execute(text(f"DROP TRIGGER {trigger}"))
        for change in changes:
            session.execute(text(change))
    problem = store.orders.verify_chain()
    assert problem is not None and store.problem() == problem
    return problem
