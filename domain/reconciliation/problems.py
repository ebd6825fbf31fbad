"""Why nothing was done about a case, in sentences for staff."""

from dataclasses import dataclass
from enum import Enum, auto

from domain.words import Text


class Reason(Enum):
    NO_SUCH = auto()
    MOVED_ON = auto()
    """it does not need anybody any more"""
    NOT_SO = auto()
    """it is none of the ways in which this case can be settled"""
    NO_PROOF = auto()
    NO_REASON = auto()
    STRANGE = auto()
    """its network does not know it by any number of ours"""
    SPOKEN = auto()
    """the network has just said what becomes of it"""
    NOT_SURE = auto()
    """the network does not say whether it was paid, and an order of ours could still take it"""
    LIVE = auto()
    """the machine may still move its money"""
    OTHER_VOUCHER = auto()
    """the tax system has it otherwise"""


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """Why nothing was done, in a sentence."""

    reason: Reason
    sentence: Text


NO_SUCH = CaseProblem(Reason.NO_SUCH, Text("没有找到这笔差错"))
MOVED_ON = CaseProblem(Reason.MOVED_ON, Text("这笔差错已经有了结果，不用再办"))
NOT_SURE = CaseProblem(Reason.NOT_SURE, Text("支付渠道没有说清这笔是否付款，现在不能这样记，请过一会儿再办。"))
NOT_SO = CaseProblem(Reason.NOT_SO, Text("这笔差错不能这样记"))
NO_PROOF = CaseProblem(Reason.NO_PROOF, Text("单号不对：应是 8 到 32 位字母和数字，请核对"))
OTHER_PROOF = CaseProblem(Reason.NO_PROOF, Text("单号对不上：应是对方账单上这笔退款的单号，请核对"))
NO_REASON = CaseProblem(Reason.NO_REASON, Text("请写明为什么这样办"))
STRANGE = CaseProblem(Reason.STRANGE, Text("这笔没有本机的单号，问不到，请到商户平台核对"))
SPOKEN = CaseProblem(Reason.SPOKEN, Text("支付渠道刚刚有了明确答复，机器已按它办理，不能再手工记。"))
LIVE = CaseProblem(Reason.LIVE, Text("本机还在办这笔付款或者退费，请先办完那一笔，再来记。"))
OTHER_VOUCHER = CaseProblem(
    Reason.OTHER_VOUCHER, Text("税务系统对不上：这笔费用已由别的凭证入库，或者这个凭证号码是别的缴费的，请核对。")
)
