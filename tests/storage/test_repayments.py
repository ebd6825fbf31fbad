"""The book of repayments: who may begin one, who moves first, and a log that cannot be changed unseen."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.lives.events import Impossible
from domain.payment import events as of_orders
from domain.payment.order import Order
from domain.refunds.book import OnItsWay
from domain.refunds.events import Approved, PaidOut, Returned, Sent, Taken
from domain.repayments.events import (
    Abnormal,
    Again,
    Closed,
    Done,
    Failed,
    Left,
    Refused,
    RepaymentEvent,
    Rerouted,
    Short,
    UnderWay,
)
from domain.repayments.repayment import Claim, Overtaken, Repayment
from domain.repayments.states import RepaymentState
from storage.store import Store
from tests.happening import some
from tests.payment.hall import NOON, bill_of, new_order
from tests.storage.test_refunds import DRAFT, ITEM, moved, submitted

NUMBER = "GZT00012026112304000012345678"
WHO = "terminal"


def owed(store: Store) -> Order:
    """An order whose money has to go back."""
    order = new_order(NUMBER, bill_of(1))
    store.orders.add(order)
    for event in (of_orders.Presented, of_orders.Paid, of_orders.NotPosted, of_orders.Owed):
        order = store.orders.move(order, some(event), NOON)
    return order


@pytest.fixture
def claim(store: Store) -> Claim:
    order = owed(store)
    return Claim(order, order.fen, NOON, "缴费未入库")


def begun(store: Store, claim: Claim, number: str = "R1") -> Repayment:
    return store.repayments.begin(claim, number, NOON, NOON, WHO)


def happened(store: Store, repayment: Repayment, *kinds: type[RepaymentEvent]) -> Repayment:
    for kind in kinds:
        repayment = store.repayments.move(repayment, some(kind), NOON, WHO)
    return repayment


def test_one_is_given_back_as_it_was_stored(store: Store, claim: Claim) -> None:
    first = begun(store, claim)
    assert first == Repayment("R1", NUMBER, 1, NUMBER, claim.fen, NOON, RepaymentState.ASKED, NOON)
    abnormal = store.repayments.move(first, Abnormal("5000"), NOON, WHO)
    assert (abnormal.reference, store.repayments.find("R1"), store.repayments.find("R2")) == ("5000", abnormal, None)
    assert store.repayments.of(NUMBER) == (abnormal,) == store.repayments.waiting()
    assert happened(store, abnormal, Done).state is RepaymentState.DONE
    assert store.repayments.waiting() == () and store.problem() is None


@pytest.mark.parametrize(
    ("way", "free"),
    [
        ((), False),
        ((UnderWay,), False),
        ((Abnormal,), False),
        ((Abnormal, Rerouted), False),
        ((Short,), False),
        ((Refused,), False),
        ((Failed,), False),
        ((Done,), False),
        ((Refused, Left), True),
        ((Failed, Left), True),
        ((Closed,), True),
    ],
)
def test_another_one_begins_only_when_the_one_before_is_over(
    store: Store, claim: Claim, way: tuple[type[RepaymentEvent], ...], free: bool
) -> None:
    happened(store, begun(store, claim), *way)
    if free:
        assert begun(store, claim, "R2").serial == 2
        assert [one.state for one in store.repayments.of(NUMBER)][1:] == [RepaymentState.ASKED]
    else:
        with pytest.raises(Overtaken):
            begun(store, claim, "R2")
    assert store.problem() is None


def test_nothing_begins_for_what_need_not_go_back(store: Store, claim: Claim) -> None:
    first = happened(store, begun(store, claim), Short)
    store.orders.move(claim.order, of_orders.Refunded(), NOON)
    with pytest.raises(Overtaken):
        happened(store, first, Again)
    happened(store, first, Left)
    with pytest.raises(Overtaken):
        begun(store, claim, "R2")
    with pytest.raises(Overtaken):
        begun(store, replace(claim, application="TF2026000404"), "R3")


def test_an_application_is_sent_back_only_while_it_is_being_sent(store: Store, claim: Claim) -> None:
    """And it comes back to staff only when nothing of it is on its way: both are one transaction each."""
    draft = replace(DRAFT, item=replace(ITEM, order=NUMBER), account=None)
    application = moved(store, submitted(store, draft), Taken, Approved)
    mine = replace(claim, application=application.number)
    with pytest.raises(Overtaken):
        begun(store, mine)
    application = moved(store, application, Sent)
    repayment = begun(store, mine)
    with pytest.raises(OnItsWay):
        moved(store, application, Returned)
    repayment = happened(store, repayment, Refused)
    application = moved(store, application, Returned)
    (aside,) = store.repayments.of(application.number)
    assert (repayment.state, aside.state) == (RepaymentState.REFUSED, RepaymentState.SET_ASIDE)
    with pytest.raises(Overtaken):
        happened(store, aside, Again)
    moved(store, application, Approved, Sent)
    assert happened(store, aside, Again, Done).state is RepaymentState.DONE
    with pytest.raises(OnItsWay):
        moved(store, store.refunds.get(application.number), Returned)
    moved(store, store.refunds.get(application.number), PaidOut)
    assert store.problem() is None


def test_of_many_threads_one_begins_it(store: Store, claim: Claim) -> None:
    start = Barrier(6)

    def begin(number: int) -> Repayment | Overtaken:
        start.wait()
        try:
            return begun(store, claim, f"R{number}")
        except Overtaken as late:
            return late

    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(begin, range(6)))
    (only,) = store.repayments.of(NUMBER)
    assert [one for one in results if isinstance(one, Repayment)] == [only]


def test_one_that_has_moved_on(store: Store, claim: Claim) -> None:
    first = begun(store, claim)
    happened(store, first, UnderWay)
    with pytest.raises(Overtaken):
        happened(store, first, Done)
    with pytest.raises(KeyError):
        happened(store, replace(first, number="R404"), Done)
    with pytest.raises(Impossible):
        happened(store, store.repayments.of(NUMBER)[0], Refused)


@pytest.mark.sqlite
class TestTheLog:
    @pytest.fixture(autouse=True)
    def _a_life(self, store: Store, claim: Claim) -> None:
        happened(store, begun(store, claim), Abnormal, Rerouted, Closed)
        happened(store, begun(store, claim, "R2"), Short)

    def test_it_cannot_be_changed(self, store: Store) -> None:
        with pytest.raises(IntegrityError, match="never changed"), store.sessions.writing() as session:
            session.execute(text("UPDATE repayment_events SET who = 'x'"))

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ("UPDATE repayment_events SET who = 'x' WHERE serial = 2", "repayment event 2 was changed"),
            ("UPDATE repayment_events SET state = 'done' WHERE serial = 7", "repayment event 7 was changed"),
            ("DELETE FROM repayment_events WHERE serial = 3", "repayment event 3 is missing"),
            ("UPDATE repayments SET state = 'done' WHERE number = 'R2'", "repayment R2 is not what its events say"),
            ("UPDATE repayments SET fen = 1 WHERE number = 'R2'", "repayment R2 is not what its events say"),
            ("UPDATE repayments SET why = '' WHERE number = 'R2'", "repayment R2 is not what its events say"),
            ("UPDATE repayments SET claim = 'x' WHERE number = 'R1'", "repayment R1 is not what its events say"),
        ],
    )
    def test_whatever_is_changed_behind_its_back_is_found(self, store: Store, change: str, found: str) -> None:
        assert store.problem() is None
        with store.sessions.writing() as session:
            for trigger in ("changed", "removed"):
                session.execute(text(f"DROP TRIGGER repayment_events_are_not_{trigger}"))
            session.execute(text(change))
        assert store.repayments.verify_chain() == found == store.problem()
