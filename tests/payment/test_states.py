"""The life of an order, edge by edge, against a table written apart from the program's own."""

from typing import get_type_hints

import pytest

from domain.lives.events import Impossible
from domain.payment.events import OrderEvent
from domain.payment.life import TRANSITIONS, after
from domain.payment.order import Order
from domain.payment.states import (
    ALIVE,
    ASKED,
    MONEY_TAKEN,
    OPEN,
    TO_BE_CLOSED,
    UNSETTLED,
    OrderState,
)
from tests.happening import some

EDGES = """
none           add            created
created        present        presented
created        refuse         closed
created        no_answer      unknown
created        pay            paid
created        close          closed
created        expire         expiring
presented      no_answer      unknown
presented      pay            paid
presented      close          closed
presented      expire         expiring
unknown        present        presented
unknown        refuse         closed
unknown        waiting        presented
unknown        pay            paid
unknown        close          closed
unknown        expire         expiring
expiring       pay            paid
expiring       close          closed
expiring       give_up        manual_review
manual_review  pay            paid
manual_review  close          closed
closed         pay            late_success
paid           post           posted
paid           refuse_posting posting_failed
paid           find_duplicate duplicate
late_success   post           posted
late_success   refuse_posting posting_failed
late_success   find_duplicate duplicate
posting_failed owe            refund_due
duplicate      owe            refund_due
refund_due     refund         refunded
"""
EVENTS = {kind.word: kind for edges in TRANSITIONS.values() for kind in edges}
STATES = {"none": None, **{state.value: state for state in OrderState}}
ALLOWED = {(STATES[a], EVENTS[b]): OrderState(c) for a, b, c in (line.split() for line in EDGES.split("\n") if line)}
OVER = {OrderState.POSTED, OrderState.REFUNDED}


@pytest.mark.parametrize("event", EVENTS.values())
@pytest.mark.parametrize("state", [None, *OrderState])
def test_every_event_in_every_state(state: OrderState | None, event: type[OrderEvent]) -> None:
    if (state, event) in ALLOWED:
        assert after(state, some(event)) is ALLOWED[state, event]
    else:
        with pytest.raises(Impossible, match=f"{event.word} cannot happen to an order that is {state}"):
            after(state, some(event))


def test_an_order_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Order)
    for event in EVENTS.values():
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word"} or kept[name] in (kind, kind | None)


def test_every_event_changes_the_state() -> None:
    assert all(after is not before for (before, _), after in ALLOWED.items())


def reachable(state: OrderState) -> set[OrderState]:
    found, new = set[OrderState](), {state}
    while new:
        found |= new
        new = {after for (before, _), after in ALLOWED.items() if before in new} - found
    return found


def test_everything_is_reached_and_nothing_is_a_dead_end() -> None:
    assert reachable(OrderState.CREATED) == set(OrderState)
    assert all(reachable(state) & (OVER | {OrderState.CLOSED}) for state in OrderState)


def test_money_is_never_forgotten() -> None:
    assert all(reachable(state) <= MONEY_TAKEN for state in MONEY_TAKEN)
    assert not reachable(OrderState.REFUND_DUE) & {OrderState.POSTED}
    assert reachable(OrderState.POSTED) == {OrderState.POSTED}


def test_who_holds_bills_and_who_is_worked_on() -> None:
    assert set(OrderState) - UNSETTLED == {*OVER, OrderState.CLOSED}
    assert {OrderState.POSTING_FAILED, OrderState.DUPLICATE, OrderState.REFUND_DUE} == UNSETTLED - ALIVE
    assert set(OrderState) - MONEY_TAKEN == ASKED
    assert OPEN | TO_BE_CLOSED == ALIVE - MONEY_TAKEN
