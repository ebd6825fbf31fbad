"""The walks through all flows, by the flow's id; `ASTRAY` by the flow's and what goes wrong on it."""

from kit.walks.cases import CASES
from kit.walks.h5 import ALIPAY, TAX_APP
from kit.walks.money import ASTRAY as MONEY_ASTRAY
from kit.walks.money import MONEY
from kit.walks.stops import Walk
from kit.walks.unionpay import UNIONPAY
from kit.walks.wechat import WECHAT

WALKS: dict[str, Walk] = {**WECHAT, **ALIPAY, **TAX_APP, **MONEY, **UNIONPAY}
ASTRAY: dict[str, Walk] = {**MONEY_ASTRAY, **CASES}

__all__ = ["ASTRAY", "WALKS"]
