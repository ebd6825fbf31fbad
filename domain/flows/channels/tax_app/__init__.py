"""贵州税务APP: the guide's section 三. It wears what Home wears."""

from typing import TYPE_CHECKING

from domain.flows.channels.channel import Channel
from domain.flows.channels.matters import ACCOUNT, CERTIFICATE, DECLARE, PAY, RECORDS, REFUND
from domain.words import Text, Verbatim

if TYPE_CHECKING:
    from domain.flows.engine import Table


def _table() -> "Table":
    from domain.flows.channels.tax_app.table import TABLE

    return TABLE


TAX_APP = Channel(
    "tax_app",
    Text("贵州税务APP"),
    Verbatim("税"),
    Text("缴费不用登录"),
    "tax_app.download",
    _table,
    {
        PAY: Text("用支付宝付款，缴费不用登录"),
        DECLARE: Text("和支付宝的步骤一样，不用登录"),
        RECORDS: Text("查各个渠道缴过的费，需要登录"),
        CERTIFICATE: Text("和支付宝的步骤一样，需要登录"),
        REFUND: Text("正常缴费退费、特殊缴费退费，需要登录"),
        ACCOUNT: Text("银行账户报告、两两协议签订，需要登录"),
    },
    links=("tax_app",),
)
