"""The table of an application's life, transition by transition."""

from itertools import product
from typing import get_type_hints

import pytest

from domain.lives.events import Impossible
from domain.refunds.application import Application
from domain.refunds.events import RefundEvent
from domain.refunds.life import EVENTS, after
from domain.refunds.states import COUNTED, OPEN, TO_BE_SENT, RefundState
from tests.happening import some

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


@pytest.mark.parametrize(("state", "event"), [*product([None, *RefundState], EVENTS.values())])
def test_every_pair(state: RefundState | None, event: type[RefundEvent]) -> None:
    if (state, event.word) in EDGES:
        assert after(state, some(event)) == EDGES[state, event.word]
    else:
        with pytest.raises(Impossible):
            after(state, some(event))


def test_an_application_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Application)
    for event in EVENTS.values():
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word", "label"} or kept[name] in (kind, kind | None)


@pytest.mark.parametrize(
    ("state", "label", "open_", "counted", "to_be_sent"),
    [
        (RefundState.SUBMITTED, "已提交", True, True, False),
        (RefundState.TAKEN, "审核中", True, True, False),
        (RefundState.APPROVED, "审核通过", True, True, True),
        (RefundState.SENDING, "退库中", True, True, True),
        (RefundState.PAID_OUT, "已退费", False, True, False),
        (RefundState.REFUSED, "审核不通过", False, False, False),
        (RefundState.WITHDRAWN, "已撤回", False, False, False),
    ],
)
def test_what_a_state_means(state: RefundState, label: str, open_: bool, counted: bool, to_be_sent: bool) -> None:
    assert state.label == label
    assert (state in OPEN, state in COUNTED, state in TO_BE_SENT) == (open_, counted, to_be_sent)
