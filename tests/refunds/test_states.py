"""The life of an application: what must hold of its table (docs/lives.md), however it is written."""

from dataclasses import replace
from typing import get_type_hints

import pytest

from domain.lives.events import Impossible
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.refunds.application import Application, Draft, Ground, Refundable, Route, SumKind
from domain.refunds.events import CameBack, PaidOut, RefundEvent, Sent, Taken
from domain.refunds.life import EVENTS, TRANSITIONS, after
from domain.refunds.states import COUNTED, OPEN, TO_BE_SENT, RefundState
from tests.happening import some
from tests.payment.hall import NOON
from tests.refunds.bench import ACCOUNT

ITEM = Refundable(
    *(1, Scheme.FLEXIBLE, Insurance.PENSION, Period(2026, 11), "520102P", "52", "wechat", NOON.date(), Fen(5))
)
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


@pytest.mark.parametrize("state", RefundState)
@pytest.mark.parametrize("route", Route)
def test_what_is_sent_by_its_network_goes_back_whatever_account_was_asked_for(state: RefundState, route: Route) -> None:
    """From its approval on, if it was approved before accounts were asked for by ways. A new account it does go to."""
    asked = Draft(1, ITEM, SumKind.CONTRIBUTION, Ground.OTHER, Fen(5), ACCOUNT, "13985012345")
    sent = Application("TF2026000001", asked, state, route, NOON, account=ACCOUNT)
    assert sent.goes_back is (route is Route.NETWORK and state.value in {"approved", "sending", "paid_out"})
    brought = replace(sent, draft=replace(asked, account=None))
    assert (brought.goes_back, replace(brought, account=None).goes_back) == (False, True)


def test_what_a_state_means_follows_from_what_may_still_happen() -> None:
    """Open is what may still change, counted what takes from the sum that is left, to be sent what waits for money."""
    assert {state for state in RefundState if TRANSITIONS[state].keys() - {CameBack}} == OPEN
    assert OPEN | {RefundState.PAID_OUT} == COUNTED
    assert {before for before, event, _ in EDGES if event in {Sent, PaidOut}} == TO_BE_SENT
