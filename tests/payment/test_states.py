"""The life of an order: what must hold of its table, however it is written."""

from typing import get_type_hints

import pytest

from domain.lives.events import Impossible
from domain.payment.events import Added, OrderEvent, Paid, Presented, Refunded
from domain.payment.life import TRANSITIONS, after
from domain.payment.order import Order
from domain.payment.states import (
    ALIVE,
    ASKED,
    MONEY_TAKEN,
    OPEN,
    TO_BE_CLOSED,
    UNSETTLED,
    State,
)
from tests.happening import some

EDGES = [(before, event, then) for before, edges in TRANSITIONS.items() for event, then in edges.items()]
"""The table itself is drawn in docs/lives.md, which `tests/domain/test_lives.py` compares with it."""
OVER = {State.POSTED, State.REFUNDED}


@pytest.mark.parametrize(("before", "event", "then"), EDGES)
def test_what_the_table_knows_happens(before: State | None, event: type[OrderEvent], then: State) -> None:
    assert after(before, some(event)) is then


@pytest.mark.parametrize(
    ("before", "event"),
    [(None, Paid), (State.CREATED, Added), (State.CLOSED, Presented), (State.POSTED, Paid), (State.REFUNDED, Refunded)],
)
def test_what_it_does_not_know_is_a_mistake_of_ours(before: State | None, event: type[OrderEvent]) -> None:
    with pytest.raises(Impossible, match=f"{event.word} cannot happen to an order that is {before}"):
        after(before, some(event))


def test_an_order_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Order)
    for event in {event for _, event, _ in EDGES}:
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word"} or kept[name] in (kind, kind | None)


def test_every_event_changes_the_state() -> None:
    assert all(then is not before for before, _, then in EDGES)


def reachable(state: State) -> set[State]:
    found, new = set[State](), {state}
    while new:
        found |= new
        new = {then for before, _, then in EDGES if before in new} - found
    return found


def test_everything_is_reached_and_nothing_is_a_dead_end() -> None:
    assert reachable(State.CREATED) == set(State)
    assert all(reachable(state) & (OVER | {State.CLOSED}) for state in State)


def test_money_is_never_forgotten() -> None:
    assert all(reachable(state) <= MONEY_TAKEN for state in MONEY_TAKEN)
    assert not reachable(State.REFUND_DUE) & {State.POSTED}
    assert reachable(State.POSTED) == {State.POSTED}


def test_who_holds_bills_and_who_is_worked_on() -> None:
    assert set(State) - UNSETTLED == {*OVER, State.CLOSED}
    assert {State.POSTING_FAILED, State.DUPLICATE, State.REFUND_DUE} == UNSETTLED - ALIVE
    assert set(State) - MONEY_TAKEN == ASKED
    assert OPEN | TO_BE_CLOSED == ALIVE - MONEY_TAKEN
