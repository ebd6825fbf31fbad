"""The phases of paying by code, as the visitor is told of them."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.payment.cashier import PAYABLE_FOR, AlreadyPaid, PaidOtherwise
from domain.payment.clocks import ClockWrong
from domain.payment.order import BillBusy, Order
from domain.payment.states import MONEY_TAKEN
from domain.people.person import Person
from domain.words import NOTHING, Text
from viewmodels.words import channels, sentences


class Phase(StrEnum):
    """What the visitor is told. Only WAITING and SILENT show a code that can be paid."""

    CREATING = "creating"
    WAITING = "waiting"
    SILENT = "silent"
    UNKNOWN = "unknown"
    """this terminal cannot write down what the network says"""
    CLOSING = "closing"
    DROPPING = "dropping"
    """no code has come, and the order is being closed: there has been nothing to pay by"""
    EXPIRED = "expired"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"


OPEN = {Phase.WAITING, Phase.SILENT, Phase.UNKNOWN}
"""While the order may still be paid as it was meant to be."""
ASKING = {*OPEN, Phase.UNCONFIRMED}
"""While the network is asked again and again."""
BUSY = {Phase.CREATING, Phase.DROPPING, Phase.CLOSING}
"""While the visitor can do nothing but wait."""
CLOSING = {Phase.CLOSING, Phase.DROPPING}
"""While the network is asked to close the order."""
ENDED = {Phase.EXPIRED, Phase.FAILED}
"""There is no code to be paid any more."""
GETTING_CODE = Text("正在取得付款码，请稍等")
CANCELLING = Text("正在取消，请稍等")
CANCELLED = Text("已取消，没有扣款")
SAYS: dict[Phase, Text] = {
    Phase.CREATING: GETTING_CODE,
    Phase.DROPPING: GETTING_CODE,
    Phase.WAITING: Text("正在等待您付款"),
    Phase.SILENT: Text("网络不稳定，正在查询付款结果"),
    Phase.UNKNOWN: Text("本机暂时查不到付款结果，正在恢复。\n已付款的会自动入账，请勿重复付款。"),
    Phase.CLOSING: Text("正在核对付款结果，请稍等"),
    Phase.EXPIRED: Text("付款码已失效，没有扣款"),
    Phase.UNCONFIRMED: Text("暂时查不到付款结果。如果手机上已经付款，系统会继续核对，请勿重复付款。"),
}
PRIMARY = {Phase.EXPIRED: Text("重新取得付款码"), Phase.FAILED: Text("再试一次"), Phase.UNCONFIRMED: Text("知道了")}
ALREADY_PAID = Text("这笔费用已经缴过了，不用再缴。")
PAID_OTHERWISE = Text("这笔费用刚才已经在{where}付过款了，不用再付。\n这个付款码已经收回，请不要再扫。")
CLOCK_WRONG = Text("本机时间不准，暂时不能缴费，没有扣款。\n请到大厅窗口办理，或请工作人员校准时间。")
POSTING_UNDER_WAY = Text("这笔费用已经付款，正在入账，请勿重复付款。")
NOTHING_TAKEN = Text("没有取得付款码，没有扣款。请稍后再试，也可以到大厅窗口办理。")
BILL_BUSY = Text("这笔费用有一个付款码还没有失效，请几分钟以后再试，请勿重复付款。")


def primary(phase: Phase) -> Text:
    """What the main button does."""
    return PRIMARY.get(phase, Text("查询付款结果"))


def secondary(phase: Phase) -> Text:
    """What the other button does; empty where there is none."""
    if phase is Phase.UNCONFIRMED:
        return NOTHING
    return Text("暂不缴费") if phase in ENDED else Text("取消付款")


def why_no_code(error: Exception, now: datetime, family: tuple[Person, ...] = ()) -> Text:
    """Why there is no order to be paid, or none any more; `now` is the hall's time. Of a `family`, because of whom."""
    why, about = _why(error, now), _about(error)
    whose = next((person.name for person in family if person.id in about), "")
    return Text("{name}：{why}", name=whose, why=why) if whose else why


def _about(error: Exception) -> frozenset[int]:
    """Whose bills it is about."""
    match error:
        case AlreadyPaid(bills=bills) | BillBusy(order=Order(bills=bills)):
            return frozenset(bill.person for bill in bills)
    return frozenset()


def _why(error: Exception, now: datetime) -> Text:
    match error:
        case PaidOtherwise(order=paid):
            return PAID_OTHERWISE.of(where=channels.name(paid.channel))
        case ClockWrong():
            return CLOCK_WRONG
        case AlreadyPaid():
            return ALREADY_PAID
        case BillBusy(order=holder):
            return _busy(holder, now)
    return sentences.TAX_UNREACHABLE


def unrecalled(order: Order, now: datetime, recalls: bool) -> Text:
    """Said of a code that lives on although its visitor has turned away; empty where its network `recalls`."""
    if recalls:
        return NOTHING
    return Text(
        "付款码要到 {void_at} 才失效，在那以前请不要再扫它。如果手机上已经付款，系统会自动入账。",
        void_at=_void_at(order, now),
    )


def _busy(holder: Order | None, now: datetime) -> Text:
    """Who else holds the bill, and for how long: one debt is paid in one channel at a time."""
    if holder is not None and holder.state in MONEY_TAKEN:
        return POSTING_UNDER_WAY
    if holder is None or holder.created_at + PAYABLE_FOR < now:
        return BILL_BUSY
    where, until = channels.name(holder.channel), _void_at(holder, now)
    return Text("这笔费用在{where}有一个付款码还没有失效，{until} 以后再试，请勿重复付款。", where=where, until=until)


def _void_at(order: Order, now: datetime) -> str:
    """The first whole minute at which the code is surely void: nobody comes back too early."""
    last = (order.created_at + PAYABLE_FOR).astimezone(now.tzinfo)
    return f"{last + timedelta(minutes=1) if last.second or last.microsecond else last:%H:%M}"
