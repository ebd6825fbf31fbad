"""云闪付: the guide's section 四."""

from typing import TYPE_CHECKING

from domain.flows.channels.channel import Channel, dark, high, usual
from domain.flows.channels.matters import PAY
from domain.words import Text, Verbatim

if TYPE_CHECKING:
    from domain.flows.engine import Table


def _table() -> "Table":
    from domain.flows.channels.unionpay.table import TABLE

    return TABLE


UNIONPAY = Channel(
    "unionpay",
    Text("云闪付"),
    Verbatim("云"),
    Text("用银行卡扫码付款"),
    "unionpay.city_service",
    _table,
    {PAY: Text("用银行卡付款，夜间对账时不能办")},
    usual(accent="#BE1622", deep="#940F19", accent_ink="#98101B", tint="#FCEAEB", edge="#EBAAAE"),
    high("#820B16"),
    dark("#FF8A8A", header="#940F19", accent_ink="#FFD0D0", tint="#4A1A1E"),
    tier=Text("缴费基数"),
    closed=Text("正在对账，暂停办理"),
    links=("unionpay",),
)
