"""The payment networks that there are. A new one is a folder beside the others, and a line here."""

from typing import Any

from adapters.payments.alipay.contract import ALIPAY
from adapters.payments.contract import Contract
from adapters.payments.unionpay.contract import UNIONPAY
from adapters.payments.wechat.contract import WECHAT
from domain.payment.order import Network

CONTRACTS: dict[Network, Contract[Any]] = {}
"""By network, in the order of the settings' documentation."""


def add(contract: Contract[Any]) -> None:
    """One more. To be called before settings are read: what there is to be set is asked once."""
    CONTRACTS[contract.network] = contract


for _contract in (WECHAT, ALIPAY, UNIONPAY):
    add(_contract)
