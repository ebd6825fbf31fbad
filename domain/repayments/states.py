"""The states of a repayment. `domain.repayments.life` is the table of how one leads to another."""

from enum import StrEnum

from domain.words import Text


class RepaymentState(StrEnum):
    ASKED = "asked"
    """its number is fixed; whether the network has it is not known"""
    STOPPED = "stopped"
    """asked for, never answered, and asked for no more: what has become of it is all that the network is still asked"""
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
    SENT_BACK = "sent_back"
    """by the word of two of the staff, who have its number at the merchant's platform"""

    @property
    def label(self) -> Text:
        """As staff read it."""
        return _LABELS[self]


S = RepaymentState

_LABELS = {
    S.ASKED: Text("原路退回，还没有回音"),
    S.STOPPED: Text("没有回音，已停止重发"),
    S.UNDER_WAY: Text("原路退回中"),
    S.ABNORMAL: Text("退款异常，钱还在支付机构"),
    S.SHORT: Text("商户余额不足，充值后自动再退"),
    S.REFUSED: Text("支付机构不受理"),
    S.CLOSED: Text("退款被关闭，充值后换单号再退"),
    S.FAILED: Text("没有退成"),
    S.SET_ASIDE: Text("原路没有退成"),
    S.ENDED: Text("原路没有退成"),
    S.DONE: Text("已原路退回"),
    S.SENT_BACK: Text("已在商户平台退回"),
}

ON_ITS_WAY = frozenset({S.ASKED, S.STOPPED, S.UNDER_WAY, S.ABNORMAL})
"""States in which money may be on its way: there is no other way out for it, and the network is asked."""

LEFT = frozenset({S.SET_ASIDE, S.ENDED})
"""States in which nobody goes on: another try may begin, or another way."""

BY_PEOPLE = LEFT | {S.SENT_BACK}
"""States in which people have taken it out of the network's hands, or may."""

OVER = BY_PEOPLE | {S.DONE}

FOR_PEOPLE = frozenset({S.STOPPED, S.ABNORMAL, S.SHORT, S.REFUSED, S.CLOSED, S.FAILED})
"""States that somebody has to know of."""
