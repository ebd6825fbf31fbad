"""The walks through all flows, by the flow's id."""

from ui.walks.h5 import ALIPAY, TAX_APP
from ui.walks.stops import Walk
from ui.walks.unionpay import UNIONPAY
from ui.walks.wechat import WECHAT

WALKS: dict[str, Walk] = {**WECHAT, **ALIPAY, **TAX_APP, **UNIONPAY}
