"""What a network said, as a word for the log, and that word in a sentence for staff."""

from domain.payment.network import Absent, CloseAnswer, QueryAnswer, RefundAnswer
from domain.words import Text, Verbatim

SAID: dict[str, Text] = {
    "Waiting": Text("还没有付款"),
    "Paid": Text("已经付款"),
    "Closed": Text("没有付款，已经关闭"),
    "Absent": Text("没有这笔订单"),
    "RefundPending": Text("正在退款"),
    "RefundDone": Text("已经退回付款人"),
    "RefundAbnormal": Text("退款异常，钱还在支付渠道"),
    "RefundClosed": Text("退款被关闭，没有退"),
    "RefundFailed": Text("退款没有退成"),
    "RefundShort": Text("商户余额不足，没有退"),
    "NoRefund": Text("没有这笔退款"),
    "Refused": Text("没有退款，或者不予退款"),
}
UNCLEAR = Text("没有明确答复")
REASONS: dict[str, Text] = {
    "timeout": Text("没有应答"),
    "refunded elsewhere": Text("付过款，钱已经从别处退回，或者正在退"),
    "not in use here": Text("这个支付渠道本机已经不用"),
}
"""What unclear answers are known to mean."""


def word(answer: QueryAnswer | CloseAnswer | RefundAnswer, *, of_refund: bool = False) -> str:
    """`Paid`, or `Unclear: timeout` where a reason or a code is known; `of_refund`: what was asked about was one."""
    name = "NoRefund" if of_refund and isinstance(answer, Absent) else type(answer).__name__
    why = getattr(answer, "reason", "") or getattr(answer, "code", "")
    return f"{name}: {why}" if why else name


def sentence(said: str) -> Text:
    """A word of the log, for staff."""
    name, _, why = said.partition(": ")
    if name not in SAID:
        return REASONS.get(why, UNCLEAR)
    return Text("{said}（{why}）", said=SAID[name], why=Verbatim(why)) if why else SAID[name]
