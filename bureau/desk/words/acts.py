"""What each end means, beside the box that is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.desk.proposals import Act
from domain.words import Text

MEANINGS: Mapping[Act, Text] = {
    Act.ORDER_POSTED: Text("窗口已经补录入库，有凭证号码"),
    Act.ORDER_SENT_BACK: Text("商户平台上查到已经退给付款人"),
    Act.REFUND_APPROVE: Text("钱照左边写的退，退了不能收回"),
    Act.REFUND_PAID_OUT: Text("银行确实已经付到这个账户"),
    Act.REFUND_NOT_PAID: Text("银行没有付，重新审核"),
    Act.REFUND_CAME_BACK: Text("银行付了又退回来，重新审核"),
    Act.REFUND_SENT_BACK: Text("商户平台上查到已经退给付款人"),
    Act.REFUND_NEVER_SENT: Text("没有回音，对账单里也没有，重新审核"),
    Act.CASE_SENT_BACK: Text("商户平台上查到已经退给付款人"),
    Act.CASE_POSTED: Text("窗口已经补录入库，有凭证号码"),
    Act.CASE_CHECKED: Text("两边都看过，钱不用动"),
    Act.CASE_NOT_OURS: Text("这笔不是终端的生意"),
}
REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to choose: what is sent, what it says, what it means."""

    value: str
    label: Text
    meaning: Text


REFUSAL = Choice(REFUSE, Text("不同意"), Text("一个人就能办，缴费人会看到原因"))


def choice(act: Act) -> Choice:
    return Choice(act, act.label, MEANINGS[act])
