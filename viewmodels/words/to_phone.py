"""The phases of a paper that goes to a phone, and what is said of each."""

from enum import Enum, auto

from domain.forms.certificates import REFUNDED
from domain.handover import Going
from domain.words import Text
from viewmodels.words.rows import Station

DOWNLOAD = Text("下载至手机")
STEPS = (
    Station(Text("用手机扫码"), Text("用微信扫的，请再点右上角，选“在浏览器打开”")),
    Station(Text("点【下载至手机】"), Text("在手机打开的网页上")),
    Station(Text("查看证明"), Text("在手机的“下载”或“文件”里")),
)


class Phase(Enum):
    CLOSED = auto()
    MAKING = auto()
    """the paper is being set"""
    WAITING = auto()
    TAKEN = auto()
    CUT = auto()
    OVER = auto()
    UNSET = auto()
    """the paper could not be set"""
    REFUNDED = auto()
    """what it is about has been paid back meanwhile"""


AFTER = {Going.WAITING: Phase.WAITING, Going.TAKEN: Phase.TAKEN, Going.CUT: Phase.CUT, Going.OVER: Phase.OVER}
AGAIN = {Phase.CUT, Phase.OVER, Phase.UNSET}
"""Another code may be had."""
TOLD = {
    Phase.MAKING: ("neutral", Text("正在取二维码"), Text("请稍等，不用再点。")),
    Phase.TAKEN: ("good", Text("已下载"), Text("请到手机的“下载”或“文件”里查看。这个二维码不能再用了。")),
    Phase.CUT: (
        "unknown",
        Text("可能没有传完"),
        Text("手机中途断开了，二维码不能再用了。没有收到的，请重新取码。"),
    ),
    Phase.OVER: ("unknown", Text("二维码已失效"), Text("5 分钟内没有下载。还要的话，请重新取码。")),
    Phase.UNSET: ("bad", Text("现在取不了二维码"), Text("请叫工作人员帮忙，也可以打印。")),
    Phase.REFUNDED: ("bad", Text("这张证明不能下载了"), Text("{reason}。", reason=REFUNDED)),
}
"""How it ended, or that it has not begun: its kind, and what is said."""
