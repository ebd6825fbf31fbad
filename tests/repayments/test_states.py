"""The life of a repayment: what must hold of its table (docs/lives.md), however it is written."""

from typing import get_type_hints

import pytest

from domain.lives.events import Impossible
from domain.repayments.events import Again, Closed, Done, Failed, Fixed, Left, Refused, RepaymentEvent, Short
from domain.repayments.life import TRANSITIONS, after
from domain.repayments.repayment import Repayment
from domain.repayments.states import FOR_PEOPLE, LEFT, ON_ITS_WAY, OVER, RepaymentState
from tests.happening import some

EDGES = [(before, event, then) for before, edges in TRANSITIONS.items() for event, then in edges.items()]


@pytest.mark.parametrize(("before", "event", "then"), EDGES)
def test_what_the_table_knows_happens(
    before: RepaymentState | None, event: type[RepaymentEvent], then: RepaymentState
) -> None:
    assert after(before, some(event)) is then


@pytest.mark.parametrize(
    ("before", "event"),
    [
        (None, Done),
        (RepaymentState.DONE, Failed),
        (RepaymentState.UNDER_WAY, Refused),
        (RepaymentState.ABNORMAL, Left),
        (RepaymentState.CLOSED, Again),
    ],
)
def test_what_it_does_not_know_is_a_mistake_of_ours(before: RepaymentState | None, event: type[RepaymentEvent]) -> None:
    with pytest.raises(Impossible):
        after(before, some(event))


def test_a_repayment_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Repayment)
    for _, event, _ in EDGES:
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word"} or kept[name] is kind


def test_there_is_no_other_way_for_money_that_may_be_on_its_way() -> None:
    """It cannot be left, nor refused, where the network may have it; and whatever is left was not on its way."""
    on_its_way = {before for before, event, _ in EDGES if event in {Done, Closed, Failed}}
    assert on_its_way == ON_ITS_WAY
    assert {before for before, event, _ in EDGES if event is Left}.isdisjoint(ON_ITS_WAY | OVER)
    assert {then for _, event, then in EDGES if event is Left} == LEFT
    refused = {before for before, event, _ in EDGES if event in {Refused, Short}}
    assert refused == {RepaymentState.ASKED}, "what the network has had once it cannot refuse to take"


def test_money_can_be_sent_only_once_that_is_written_down() -> None:
    assert {then for _, event, then in EDGES if event in {Fixed, Again}} == {RepaymentState.ASKED}


def test_what_is_over_and_what_needs_people() -> None:
    unused = RepaymentState.SET_ASIDE
    assert {state for state in RepaymentState if not TRANSITIONS[state]} | {unused} == OVER
    assert FOR_PEOPLE.isdisjoint(OVER)
    assert {before for before, event, _ in EDGES if event is Left} < FOR_PEOPLE
