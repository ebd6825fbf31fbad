"""The walks through all flows, by the flow's id; `ASTRAY` by the flow's and what goes wrong on it."""

from kit.walks.h5 import ALIPAY, TAX_APP
from kit.walks.money import ASTRAY, MONEY
from kit.walks.stops import Walk
from kit.walks.unionpay import UNIONPAY
from kit.walks.wechat import WECHAT

WALKS: dict[str, Walk] = {**WECHAT, **ALIPAY, **TAX_APP, **MONEY, **UNIONPAY}

__all__ = ["ASTRAY", "WALKS"]
