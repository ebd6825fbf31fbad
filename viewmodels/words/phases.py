"""The phases of paying by code, as the visitor is told of them."""

from enum import StrEnum

from domain.words import Text


class Phase(StrEnum):
    """What the visitor is told. Only WAITING and SILENT show a code that can be paid."""

    CREATING = "creating"
    WAITING = "waiting"
    SILENT = "silent"
    UNKNOWN = "unknown"
    """this terminal cannot write down what the network says"""
    CLOSING = "closing"
    EXPIRED = "expired"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"


ASKING = {Phase.WAITING, Phase.SILENT, Phase.UNKNOWN, Phase.UNCONFIRMED}
"""While the network is asked again and again."""
SAYS = {
    Phase.CREATING: Text("正在取得付款码，请稍等"),
    Phase.WAITING: Text("正在等待您付款"),
    Phase.SILENT: Text("网络不稳定，正在查询付款结果"),
    Phase.UNKNOWN: Text("本机暂时查不到付款结果，正在恢复。\n已付款的会自动入账，请勿重复付款。"),
    Phase.CLOSING: Text("正在核对付款结果，请稍等"),
    Phase.EXPIRED: Text("付款码已失效，没有扣款"),
    Phase.UNCONFIRMED: Text("暂时查不到付款结果。如果手机上已经付款，系统会继续核对，请勿重复付款。"),
}
ALREADY_PAID = Text("这笔费用已经缴过了，不用再缴。")
POSTING_UNDER_WAY = Text("这笔费用已经付款，正在入账，请勿重复付款。")
NOTHING_TAKEN = Text("没有取得付款码，没有扣款。请稍后再试，也可以到大厅窗口办理。")
BILL_BUSY = Text("这笔费用有一个付款码还没有失效，请几分钟以后再试，请勿重复付款。")
