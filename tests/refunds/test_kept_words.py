"""Words that stores and their logs of refunds have been written with: whoever changes one cannot read what there is."""

from collections.abc import Iterable

from domain.refunds.application import Ground, Kind, Route, SumKind
from domain.refunds.life import EVENTS as REFUND_EVENTS
from domain.refunds.states import RefundState
from domain.repayments.life import TRANSITIONS as REPAYMENTS
from domain.repayments.states import RepaymentState

KEPT: dict[str, Iterable[str]] = {
    "submit take withdraw address approve refuse send return pay_out send_back never_send come_back": REFUND_EVENTS,
    "fix under_way abnormal done short refuse close fail send_back stop never_send reroute again leave": {
        event.word: event for edges in REPAYMENTS.values() for event in edges
    },
    "submitted taken approved sending paid_out refused withdrawn": RefundState,
    "asked stopped under_way abnormal short refused closed failed set_aside ended done sent_back": RepaymentState,
    "duplicate overpaid miscollected out_of_scope employed elsewhere supported deceased emigrated drawing "
    "other": Ground,
    "contribution late_fee interest": SumKind,
    "normal special": Kind,
    "network bank": Route,
}


def test_a_word_stays_as_it_was_written() -> None:
    assert {" ".join(map(str, kept)): kept for kept in KEPT.values()} == KEPT
