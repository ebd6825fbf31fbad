"""The life of an agreement: what must hold of its table (docs/lives.md), however it is written."""

from typing import get_type_hints

import pytest

from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.events import AgreementEvent, Confirmed, Refused, Revoked, Signed
from domain.agreements.life import TRANSITIONS, after
from domain.agreements.states import LIVE, AgreementState
from tests.happening import some

EDGES = [(before, event, then) for before, edges in TRANSITIONS.items() for event, then in edges.items()]
EVENTS = {event for _, event, _ in EDGES}


@pytest.mark.parametrize("event", [Signed, Confirmed, Refused, Revoked])
@pytest.mark.parametrize("state", [None, *AgreementState])
def test_what_the_table_does_not_know_changes_nothing(
    state: AgreementState | None, event: type[AgreementEvent]
) -> None:
    known = [then for before, kind, then in EDGES if (before, kind) == (state, event)]
    assert after(state, some(event, reason=Refusal.REFUSED)) == (known[0] if known else None)


def test_what_is_over_stays_so() -> None:
    assert [state for state in AgreementState if not TRANSITIONS[state]] == [
        AgreementState.REJECTED,
        AgreementState.REVOKED,
    ]


def test_an_agreement_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Agreement)
    for event in EVENTS:
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word"} or kept[name] in (kind, kind | None)


def test_what_lives_is_what_may_be_revoked() -> None:
    assert {state for state, events in TRANSITIONS.items() if Revoked in events} == LIVE
    assert set(TRANSITIONS) == {None, *AgreementState}
