"""The walks through all flows, by the flow's id; `ASTRAY` by the flow's and what goes wrong on it."""

from domain.flows.catalogue import PATHS, Path
from kit.walks import money, wechat
from kit.walks.along import ALONG
from kit.walks.cases import CASES
from kit.walks.desk import DESK
from kit.walks.h5 import ALIPAY, TAX_APP
from kit.walks.money import MONEY
from kit.walks.refunds import REFUNDS
from kit.walks.stops import Walk
from kit.walks.unionpay import COVERED_LATER, UNIONPAY
from kit.walks.wechat import WECHAT

WALKS: dict[str, Walk] = {**WECHAT, **ALIPAY, **TAX_APP, **MONEY, **UNIONPAY}
ASTRAY: dict[str, Walk] = {**money.ASTRAY, **wechat.ASTRAY, **COVERED_LATER, **CASES, **DESK, **REFUNDS, **ALONG}
EVERY: dict[str, Walk] = {**WALKS, **ASTRAY}


def path_of(walk: str) -> Path:
    """The flow that a walk goes along, rightly or not. Raises StopIteration if there is no such walk."""
    return next(path for path in PATHS if f"{walk}.".startswith(f"{path.id}."))


__all__ = ["ASTRAY", "EVERY", "WALKS", "path_of"]
