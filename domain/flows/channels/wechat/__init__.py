"""微信: the guide's section 一."""

from typing import TYPE_CHECKING

from domain.flows.channels.channel import Channel, dark, high, usual
from domain.flows.channels.matters import CERTIFICATE, DECLARE, PAY, RECORDS
from domain.words import Text, Verbatim

if TYPE_CHECKING:
    from domain.flows.engine import Table


def _table() -> "Table":
    from domain.flows.channels.wechat.table import TABLE

    return TABLE


WECHAT = Channel(
    "wechat",
    Text("微信"),
    Verbatim("微"),
    Text("用微信扫码付款"),
    "wechat.official_account",
    _table,
    {
        PAY: Text("用微信付款，也可以代他人缴费、补缴"),
        DECLARE: Text("灵活就业养老，选好的档次可以查询"),
        RECORDS: Text("查灵活就业养老选过的档次"),
        CERTIFICATE: Text("缴费证明按起止年月，完税证明可以补开"),
    },
    usual(accent="#0B7A43", deep="#075C32", accent_ink="#07572F", tint="#E6F4EB", edge="#9CCFB2"),
    high("#00512A"),
    dark("#4CC98A", header="#075C32", accent_ink="#B9EBD0", tint="#17382A"),
    links=("official_account",),
)
