"""Figures of different rooms that have to fit each other, whoever changes one of them."""

import pytest

from adapters.payments.line import PAUSE_S, PAUSES_S, TRIES, WAIT_S
from adapters.staff import DOOR_FREE, DOOR_LONGEST_S, FIRST_WAIT_S, FREE, LOCK
from domain.flows.catalogue import SCREENS
from domain.flows.engine import channel_of
from domain.forms.staff import OUTAGES
from domain.payment.cases import TOO_LONG
from domain.payment.cashier import GRACE, PAYABLE_FOR, UNKNOWN_FOR
from domain.terminal.outages import KEPT
from domain.terminal.patience import LEAST_HELD_S, Stay
from tests.alone import PATIENCE
from ui.healing import LEAVE_S, WAITS_S

RULES = {
    "late money is looked for as long as a code may live": PAYABLE_FOR < GRACE,
    "people are called when nothing can come by itself any more": GRACE < UNKNOWN_FOR < TOO_LONG,
    "the pauses of a call take no more than they may": 1.5 * PAUSE_S * (2 ** (TRIES - 1) - 1) < PAUSES_S,
    "a call to a network ends in ten seconds": TRIES * WAIT_S + PAUSES_S <= 10,
    "a visitor who can go back is asked before it is over": all(
        screen.step.loses for at, screen in SCREENS.items() if screen.step.back and channel_of(at) != "staff"
    ),
    "a paper is read longer than a form, and a result is read quickly": PATIENCE.before(Stay.DONE)
    < PATIENCE.before(Stay.THINKING) + PATIENCE.answer_s
    < PATIENCE.before(Stay.READING),
    "a screen is held for longer than its code can be paid": PAYABLE_FOR.total_seconds()
    < LEAST_HELD_S
    < PATIENCE.held_s,
    "service is back within ten seconds": list(WAITS_S) == sorted(WAITS_S) and WAITS_S[-1] < 10,
    "every try is made before the process gives up, within a minute": sum(WAITS_S) < LEAVE_S < 60,
    "a number waits before it is locked, and the door after it": FREE < DOOR_FREE <= LOCK,
    "the door's first wait is not its longest": FIRST_WAIT_S < DOOR_LONGEST_S,
    "what staff are shown of outages is kept": OUTAGES <= KEPT,
}


@pytest.mark.parametrize("rule", RULES)
def test_figures_fit(rule: str) -> None:
    assert RULES[rule]
