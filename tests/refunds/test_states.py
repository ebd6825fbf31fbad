"""The table of an application's life, transition by transition."""

from itertools import product

import pytest

from domain.refunds.states import COUNTED, OPEN, TO_BE_SENT, Event, Impossible, State, after

EDGES = {
    (None, "submit"): "submitted",
    ("submitted", "take"): "taken",
    ("submitted", "withdraw"): "withdrawn",
    ("taken", "approve"): "approved",
    ("taken", "refuse"): "refused",
    ("taken", "withdraw"): "withdrawn",
    ("approved", "send"): "sending",
    ("approved", "return"): "taken",
    ("sending", "pay_out"): "paid_out",
    ("sending", "return"): "taken",
}


@pytest.mark.parametrize(("state", "event"), [*product([None, *State], Event)])
def test_every_pair(state: State | None, event: Event) -> None:
    if (state, event) in EDGES:
        assert after(state, event) == EDGES[state, event]
    else:
        with pytest.raises(Impossible):
            after(state, event)


@pytest.mark.parametrize(
    ("state", "label", "open_", "counted", "to_be_sent"),
    [
        (State.SUBMITTED, "已提交", True, True, False),
        (State.TAKEN, "审核中", True, True, False),
        (State.APPROVED, "审核通过", True, True, True),
        (State.SENDING, "退库中", True, True, True),
        (State.PAID_OUT, "已退费", False, True, False),
        (State.REFUSED, "审核不通过", False, False, False),
        (State.WITHDRAWN, "已撤回", False, False, False),
    ],
)
def test_what_a_state_means(state: State, label: str, open_: bool, counted: bool, to_be_sent: bool) -> None:
    assert state.label == label
    assert (state in OPEN, state in COUNTED, state in TO_BE_SENT) == (open_, counted, to_be_sent)
