"""The life of an application: what must hold of its table (docs/lives.md), however it is written."""

from typing import get_type_hints

import pytest

from domain.lives.events import Impossible
from domain.refunds.application import Application
from domain.refunds.events import CameBack, PaidOut, RefundEvent, Sent, Taken
from domain.refunds.life import EVENTS, TRANSITIONS, after
from domain.refunds.states import COUNTED, OPEN, TO_BE_SENT, RefundState
from tests.happening import some

EDGES = [(before, event, then) for before, edges in TRANSITIONS.items() for event, then in edges.items()]


@pytest.mark.parametrize(("before", "event", "then"), EDGES)
def test_what_the_table_knows_happens(before: RefundState | None, event: type[RefundEvent], then: RefundState) -> None:
    assert after(before, some(event)) is then


@pytest.mark.parametrize(
    ("before", "event"),
    [(None, Taken), (RefundState.SUBMITTED, PaidOut), (RefundState.WITHDRAWN, Taken), (RefundState.PAID_OUT, Sent)],
)
def test_what_it_does_not_know_is_a_mistake_of_ours(before: RefundState | None, event: type[RefundEvent]) -> None:
    with pytest.raises(Impossible):
        after(before, some(event))


def test_an_application_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Application)
    for event in EVENTS.values():
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word", "label"} or kept[name] in (kind, kind | None)


def test_what_a_state_means_follows_from_what_may_still_happen() -> None:
    """Open is what may still change, counted what takes from the sum that is left, to be sent what waits for money."""
    assert {state for state in RefundState if TRANSITIONS[state].keys() - {CameBack}} == OPEN
    assert OPEN | {RefundState.PAID_OUT} == COUNTED
    assert {before for before, event, _ in EDGES if event in {Sent, PaidOut}} == TO_BE_SENT
