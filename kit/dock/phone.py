"""What the simulated phone shows, and what it says."""

from dataclasses import dataclass
from enum import StrEnum

from domain.payment.order import Network
from domain.words import NOTHING, Text
from kit.simulators.browser import WebPage
from kit.simulators.payer import Ending, Scanned, Source


class Page(StrEnum):
    IDLE = "idle"
    PAYING = "paying"
    ENDED = "ended"


ENDINGS = {
    Ending.PAID: Text("支付成功"),
    Ending.TOO_LITTLE_MONEY: Text("余额不足，请换一个付款账号"),
    Ending.EXPIRED: Text("二维码已失效"),
    Ending.ALREADY_PAID: Text("这个订单已经付过了"),
}
APPS = {Network("wechat"): Text("微信支付"), Network("alipay"): Text("支付宝"), Network("unionpay"): Text("云闪付")}
SOURCE_LABELS = {
    Network("wechat"): Text("付款账号"),
    Network("alipay"): Text("付款方式"),
    Network("unionpay"): Text("选择一张余额充足的银行卡"),
}
SOURCES = {
    Source.CHANGE: Text("零钱"),
    Source.BALANCE: Text("余额"),
    Source.CARD: Text("银行卡 8888"),
    Source.EMPTY_CARD: Text("银行卡 1203"),
}


@dataclass(frozen=True, slots=True)
class State:
    """The phone's page; `digits` counts the password typed so far (any six will do). `web` has a button to touch."""

    page: Page = Page.IDLE
    code: str = ""
    scanned: Scanned | None = None
    source: Source = Source.CARD
    digits: int = 0
    says: Text = NOTHING
    well: bool = False
    web: WebPage | None = None
