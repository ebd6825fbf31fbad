"""支付宝: the guide's section 二."""

from typing import TYPE_CHECKING

from domain.flows.channels.channel import Channel, dark, high, usual
from domain.flows.channels.matters import CERTIFICATE, DECLARE, PAY, RECORDS
from domain.words import Text, Verbatim

if TYPE_CHECKING:
    from domain.flows.engine import Table


def _table() -> "Table":
    from domain.flows.channels.alipay.table import TABLE

    return TABLE


ALIPAY = Channel(
    "alipay",
    Text("支付宝"),
    Verbatim("支"),
    Text("用支付宝扫码付款"),
    "alipay.city_hall",
    _table,
    {
        PAY: Text("用支付宝付款，也可以补缴"),
        DECLARE: Text("灵活就业养老，先选所属期再选档次"),
        RECORDS: Text("查各个渠道缴过的费"),
        CERTIFICATE: Text("缴费证明按年份，完税证明按每笔缴费"),
    },
    usual(accent="#1360D6", deep="#0D4AAB", accent_ink="#0C469F", tint="#E7F0FD", edge="#A4C3F2"),
    high("#083B8C"),
    dark("#6FA8FF", header="#0D4AAB", accent_ink="#C3DAFF", tint="#16305A"),
)
