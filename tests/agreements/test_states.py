"""The life of an agreement: every event in every state."""

import pytest

from domain.agreements.states import LIVE, TRANSITIONS, Event, State, after

NOTHING = None


@pytest.mark.parametrize(
    ("state", "confirm", "refuse", "revoke"),
    [
        (State.PENDING, State.VERIFIED, State.REJECTED, State.REVOKED),
        (State.VERIFIED, NOTHING, NOTHING, State.REVOKED),
        (State.REJECTED, NOTHING, NOTHING, NOTHING),
        (State.REVOKED, NOTHING, NOTHING, NOTHING),
    ],
)
def test_what_follows(state: State, confirm: State | None, refuse: State | None, revoke: State | None) -> None:
    assert [after(state, event) for event in (Event.CONFIRM, Event.REFUSE, Event.REVOKE)] == [confirm, refuse, revoke]


def test_what_lives_is_what_may_be_revoked() -> None:
    assert {state for state, events in TRANSITIONS.items() if Event.REVOKE in events} == LIVE
    assert set(TRANSITIONS) == set(State)


def test_states_in_the_guides_words() -> None:
    assert [state.label for state in State] == ["待验证", "验证成功", "验证失败", "已撤销"]
