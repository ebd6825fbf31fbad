"""The walks through all flows, by the flow's id; `ASTRAY` by the flow's and what goes wrong on it."""

from ui.walks.h5 import ALIPAY, TAX_APP
from ui.walks.money import ASTRAY, MONEY
from ui.walks.stops import Walk
from ui.walks.unionpay import UNIONPAY
from ui.walks.wechat import WECHAT

WALKS: dict[str, Walk] = {**WECHAT, **ALIPAY, **TAX_APP, **MONEY, **UNIONPAY}

__all__ = ["ASTRAY", "WALKS"]
