"""Why nothing was done about an application, and the one way in which applications are moved by people."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from domain.refunds.application import Application, Route
from domain.refunds.book import AlreadyApplied, OnItsWay, Overtaken, RefundBook
from domain.refunds.events import Addressed, CameBack, PaidOut, RefundEvent, Sent
from domain.refunds.life import TRANSITIONS
from domain.refunds.states import RefundState
from domain.words import Text

ATTEMPTS = 5


class Reason(Enum):
    NOT_YOURS = auto()
    """no such application or payment of this person; which of the two is not told"""
    NOT_PAID = auto()
    ALREADY_APPLIED = auto()
    TOO_MUCH = auto()
    NOT_POSITIVE = auto()
    NOT_ELIGIBLE = auto()
    NO_EXPLANATION = auto()
    NO_REASON = auto()
    MOVED_ON = auto()
    """the application's state does not allow it"""
    BY_NETWORK = auto()
    """the terminal sends this one back itself"""
    ON_ITS_WAY = auto()
    """its money may be on its way through the network"""
    BY_BANK = auto()
    """two of the staff say what a bank has done"""
    NO_PROOF = auto()
    SPOKEN = auto()
    """the network has just said what became of it"""
    NOT_SILENT = auto()
    """its network has answered, or has not been silent for a day"""
    NO_BILL = auto()
    """a bill that could have it is not there yet"""
    IN_BILL = auto()
    """a bill has it, or a refund of its payment that may be it"""
    NO_ACCOUNT = auto()
    """there is no account that it could be paid to"""


@dataclass(frozen=True, slots=True)
class RefundProblem:
    """Why nothing was done, in a sentence."""

    reason: Reason
    sentence: Text


UNEXPLAINED = Text("选“其他”的，请填写退费说明")
NO_SUCH = RefundProblem(Reason.NOT_YOURS, Text("没有找到这份退费申请"))
SENT_BY_NETWORK = RefundProblem(Reason.BY_NETWORK, Text("这笔退费由终端经原支付渠道退回，不需要人工标记"))
ON_ITS_WAY = RefundProblem(Reason.ON_ITS_WAY, Text("这笔退费可能正在原路退回，没有结果以前不能改由别的方式退"))
BY_BANK = RefundProblem(Reason.BY_BANK, Text("这笔退费由银行付款，要由两个人记下银行付没付"))
NO_PROOF = RefundProblem(Reason.NO_PROOF, Text("单号不对：应是 8 到 32 位字母和数字，请核对"))
OTHER_PROOF = RefundProblem(Reason.NO_PROOF, Text("单号对不上：应是这笔退款在商户平台的单号，请核对"))
NO_REASON = RefundProblem(Reason.NO_REASON, Text("请写明为什么这样办"))
SPOKEN = RefundProblem(Reason.SPOKEN, Text("支付渠道刚刚有了明确答复，由机器按它办理，不能再手工记。"))
NOT_SILENT = RefundProblem(Reason.NOT_SILENT, Text("这笔退费不是一天以上没有回音，不能停止重发"))
NOT_STOPPED = RefundProblem(Reason.NOT_SILENT, Text("这笔退费还在重发，或者已经有了回音，不能这样记"))
IN_BILL = RefundProblem(Reason.IN_BILL, Text("对账单里有这笔付款的退款，请到商户平台核对，照那里的退款单号记"))
NO_ACCOUNT = RefundProblem(Reason.NO_ACCOUNT, Text("这笔退费不能原路退回，请填写收款的银行账户"))
BY_NETWORK = (Sent, PaidOut, CameBack)
"""What only the paymaster does with what goes back through its network, or what no network does."""


def applied(number: str) -> RefundProblem:
    """An open application holds its bill."""
    return RefundProblem(
        Reason.ALREADY_APPLIED, Text("这笔缴费已有退费申请（{number}）正在办理，不能重复申请", number=number)
    )


def no_bill(day: date) -> RefundProblem:
    """The bill of a day could have it, and is not there yet."""
    sentence = Text("{month}月{day}日的对账单还没有核对完，请等它到了再记", month=day.month, day=day.day)
    return RefundProblem(Reason.NO_BILL, sentence)


def find(book: RefundBook, number: str) -> Application | None:
    """The application; None if there is none of this number."""
    try:
        return book.get(number.strip())
    except KeyError:
        return None


def move(
    book: RefundBook, application: Application, event: RefundEvent, at: datetime, who: str
) -> Application | RefundProblem:
    """Move it if what it has become allows it; else say what it has become."""
    for _ in range(ATTEMPTS):
        if type(event) not in TRANSITIONS[application.state]:
            break
        if isinstance(event, BY_NETWORK) and application.route is Route.NETWORK:
            return SENT_BY_NETWORK
        if isinstance(event, Addressed) and _being_paid(application):
            break
        try:
            return book.move(application, event, at, who)
        except Overtaken:
            application = book.get(application.number)
        except OnItsWay:
            return ON_ITS_WAY
        except AlreadyApplied as other:
            return applied(other.number)
    return moved_on(application, type(event))


def moved_on(application: Application, event: type[RefundEvent]) -> RefundProblem:
    """What it has become does not allow it."""
    sentence = Text("该申请的状态是“{state}”，不能{event}", state=application.state.label, event=event.label)
    return RefundProblem(Reason.MOVED_ON, sentence)


def _being_paid(application: Application) -> bool:
    """Whether a bank may be paying it just now: then its account stays what it is."""
    return application.state is RefundState.SENDING and application.route is Route.BANK
