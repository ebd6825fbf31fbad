"""The life of an agreement: every event in every state."""

from typing import get_type_hints

import pytest

from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.events import Confirmed, Refused, Revoked, Signed
from domain.agreements.life import TRANSITIONS, after
from domain.agreements.states import LIVE, AgreementState
from tests.happening import some

NOTHING = None
EVENTS = (Signed, Confirmed, Refused, Revoked)


@pytest.mark.parametrize(
    ("state", "sign", "confirm", "refuse", "revoke"),
    [
        (None, AgreementState.PENDING, NOTHING, NOTHING, NOTHING),
        (AgreementState.PENDING, NOTHING, AgreementState.VERIFIED, AgreementState.REJECTED, AgreementState.REVOKED),
        (AgreementState.VERIFIED, NOTHING, NOTHING, NOTHING, AgreementState.REVOKED),
        (AgreementState.REJECTED, NOTHING, NOTHING, NOTHING, NOTHING),
        (AgreementState.REVOKED, NOTHING, NOTHING, NOTHING, NOTHING),
    ],
)
def test_what_follows(
    state: AgreementState | None,
    sign: AgreementState | None,
    confirm: AgreementState | None,
    refuse: AgreementState | None,
    revoke: AgreementState | None,
) -> None:
    followed = [after(state, some(event, reason=Refusal.REFUSED)) for event in EVENTS]
    assert followed == [sign, confirm, refuse, revoke]


def test_an_agreement_has_a_place_for_all_that_events_teach() -> None:
    kept = get_type_hints(Agreement)
    for event in EVENTS:
        for name, kind in get_type_hints(event).items():
            assert name in {"detail", "word"} or kept[name] in (kind, kind | None)


def test_what_lives_is_what_may_be_revoked() -> None:
    assert {state for state, events in TRANSITIONS.items() if Revoked in events} == LIVE
    assert set(TRANSITIONS) == {None, *AgreementState}


def test_states_in_the_guides_words() -> None:
    assert [state.label for state in AgreementState] == ["待验证", "验证成功", "验证失败", "已撤销"]
