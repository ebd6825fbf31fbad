"""The life of an order: what must hold of its table, however it is written."""

from typing import get_type_hints

import pytest

from domain.lives.events import Impossible
from domain.payment.events import Added, Asked, OrderEvent, Paid, PostedByHand, Presented, Refunded, SentBack
from domain.payment.life import TRANSITIONS, after
from domain.payment.order import Order
from domain.payment.states import (
    ALIVE,
    ASKED,
    FOR_STAFF,
    MONEY_TAKEN,
    OPEN,
    TO_BE_CLOSED,
    UNSETTLED,
    WAITING,
    OrderState,
)
from tests.happening import some

EDGES = [(before, event, then) for before, edges in TRANSITIONS.items() for event, then in edges.items()]
"""The table itself is drawn in docs/lives.md, which `tests/domain/test_lives.py` compares with it."""
OVER = {
    OrderState.POSTED,
    OrderState.REFUNDED,
    OrderState.UNPAID,
    OrderState.SENT_BACK,
    OrderState.POSTED_BY_HAND,
}


@pytest.mark.parametrize(("before", "event", "then"), EDGES)
def test_what_the_table_knows_happens(before: OrderState | None, event: type[OrderEvent], then: OrderState) -> None:
    assert after(before, some(event)) is then


@pytest.mark.parametrize(
    ("before", "event"),
    [
        (None, Paid),
        (OrderState.CREATED, Added),
        (OrderState.CLOSED, Presented),
        (OrderState.POSTED, Paid),
        (OrderState.REFUNDED, Refunded),
    ],
)
def test_what_it_does_not_know_is_a_mistake_of_ours(before: OrderState | None, event: type[OrderEvent]) -> None:
    with pytest.raises(Impossible, match=f"{event.word} cannot happen to an order that is {before}"):
        after(before, some(event))


def test_an_order_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Order)
    for event in {event for _, event, _ in EDGES}:
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word"} or kept[name] in (kind, kind | None)


def test_every_event_changes_the_state_but_that_staff_had_the_network_asked() -> None:
    assert {event for before, event, then in EDGES if then is before} == {Asked}


def test_people_end_what_is_for_them_and_nothing_else() -> None:
    """Nor is there anything after an end of theirs."""
    for event in (Asked, SentBack, PostedByHand):
        assert {before for before, kind, _ in EDGES if kind is event} == FOR_STAFF
    assert [TRANSITIONS[end] for end in (OrderState.SENT_BACK, OrderState.POSTED_BY_HAND)] == [{}, {}]


def reachable(state: OrderState) -> set[OrderState]:
    found, new = set[OrderState](), {state}
    while new:
        found |= new
        new = {then for before, _, then in EDGES if before in new} - found
    return found


def test_everything_is_reached_and_nothing_is_a_dead_end() -> None:
    assert reachable(OrderState.CREATED) == set(OrderState)
    assert all(reachable(state) & OVER for state in OrderState)


def test_money_is_never_forgotten() -> None:
    assert all(reachable(state) <= MONEY_TAKEN for state in MONEY_TAKEN)
    assert not reachable(OrderState.REFUND_DUE) & {OrderState.POSTED}
    assert reachable(OrderState.POSTED) == {OrderState.POSTED}


def test_who_holds_bills_and_who_is_worked_on() -> None:
    assert set(OrderState) - UNSETTLED == OVER
    returned = {OrderState.POSTING_FAILED, OrderState.DUPLICATE, OrderState.REFUND_DUE}
    assert returned | {OrderState.CLOSED} == UNSETTLED - ALIVE
    assert set(OrderState) - MONEY_TAKEN == ASKED | {OrderState.UNPAID}
    assert ASKED | {OrderState.REFUND_DUE} == WAITING and WAITING <= UNSETTLED
    assert OPEN | TO_BE_CLOSED == ALIVE - MONEY_TAKEN
