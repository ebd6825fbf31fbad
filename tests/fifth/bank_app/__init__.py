"""A bank's own app: a channel that the guide does not have."""

from typing import TYPE_CHECKING

from domain.flows.channels.channel import Channel, usual
from domain.flows.channels.matters import PAY
from domain.words import Text, Verbatim

if TYPE_CHECKING:
    from domain.flows.engine import Table


def _table() -> "Table":
    from .table import TABLE

    return TABLE


CHANNEL = Channel(
    "bank_app",
    Text("银行APP"),
    Verbatim("银"),
    Text("用银行APP扫码付款"),
    "bank_app.entrance",
    _table,
    {PAY: Text("用银行APP付款")},
    usual(accent="#6A1B9A", deep="#4A148C", accent_ink="#4A148C", tint="#F3E5F5", edge="#CE93D8"),
    tier=Text("缴费等级"),
    links=("bank_app",),
)
