"""The states of a repayment. `domain.repayments.life` is the table of how one leads to another."""

from enum import StrEnum


class RepaymentState(StrEnum):
    ASKED = "asked"
    """its number is fixed; whether the network has it is not known"""
    UNDER_WAY = "under_way"
    ABNORMAL = "abnormal"
    """it has left the merchant and could not be handed over: it lies at the network, and may still arrive"""
    SHORT = "short"
    """the merchant's account holds too little: nothing was taken, and the same is asked again"""
    REFUSED = "refused"
    """the network will not: it has never had it"""
    CLOSED = "closed"
    """the network had it and gave it up: it asks for another number"""
    FAILED = "failed"
    """the network had it and says that it failed, or that the money is with the merchant again"""
    SET_ASIDE = "set_aside"
    """nobody goes on with it; its number is as good as new"""
    ENDED = "ended"
    """over without success: its number is spent"""
    DONE = "done"


S = RepaymentState

ON_ITS_WAY = frozenset({S.ASKED, S.UNDER_WAY, S.ABNORMAL})
"""States in which money may be on its way: there is no other way out for it, and the network is asked."""

LEFT = frozenset({S.SET_ASIDE, S.ENDED})
"""States in which nobody goes on: another try may begin, or another way."""

OVER = LEFT | {S.DONE}

FOR_PEOPLE = frozenset({S.ABNORMAL, S.SHORT, S.REFUSED, S.CLOSED, S.FAILED})
"""States that somebody has to know of."""
