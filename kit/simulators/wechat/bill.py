"""The trade bill of the simulated WeChat Pay (API v3, 交易账单, ALL), and the answers that lead to it.

Written apart from the client's own reading, so that each can find the other's mistakes.
"""

import gzip
import hashlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from domain.runtime import HALL_TIME
from kit.simulators.bills import Bills, Line, bent, cut
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.ledger import Ledger
from kit.simulators.wechat.refusals import bad_parameter, invalid_request, no_bill, not_made_yet
from kit.simulators.wechat.rules import check_sub

ADDRESS_LIVES = timedelta(minutes=5)
FILE = "/v3/billdownload/file"
NAMES = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
    "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注"
)
TOTALS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额"


def apply(bills: Bills, ledger: Ledger, account: Account, query: Mapping[str, str], here: str, now: datetime) -> Any:
    """The answer to an application for a bill; `here` is what the address of its file begins with. Raises Refusal."""
    try:
        day = date.fromisoformat(query.get("bill_date", ""))
    except ValueError:
        raise bad_parameter("bill_date") from None
    check_sub(query, account)
    if query.get("bill_type", "ALL") != "ALL" or query.get("tar_type", "GZIP") != "GZIP":
        raise bad_parameter("bill_type, tar_type")
    if day >= now.astimezone(HALL_TIME).date():
        raise invalid_request("bill_date")
    if not bills.is_ready(day, now):
        raise not_made_yet()
    took = [line for line in ledger.took(account) if line.at.astimezone(HALL_TIME).date() == day]
    if not took:
        raise no_bill()
    text = cut(_text(bills.lines(took), account, bills.more()).encode("utf-8-sig"), bills.fault)
    packed = "tar_type" in query
    file = gzip.compress(text, compresslevel=1) if packed else text
    token = bills.put(file, now + ADDRESS_LIVES)
    digest = hashlib.sha1(bent(text, bills.fault), usedforsecurity=False).hexdigest()
    address = f"{here}{FILE}?token={token}" + ("&tartype=gzip" if packed else "")
    return {"hash_type": "SHA1", "hash_value": digest, "download_url": address}


def _text(lines: list[Line], account: Account, more: int) -> str:
    paid = sum(line.fen for line in lines if not line.is_refund)
    refunded = sum(line.fen for line in lines if line.is_refund)
    sums = (str(len(lines)), _yuan(paid), _yuan(refunded), "0.00", "0.00000", _yuan(paid + more), _yuan(refunded))
    rows = [NAMES, *(_row(line, account) for line in lines), TOTALS, _fields(sums)]
    return "\r\n".join(rows) + "\r\n"


def _row(line: Line, account: Account) -> str:
    back = line.is_refund
    paid, refunded = ("0.00", _yuan(line.fen)) if back else (_yuan(line.fen), "0.00")
    fields = [
        f"{line.at.astimezone(HALL_TIME):%Y-%m-%d %H:%M:%S}",
        account.appid,
        account.mchid,
        account.sub_mchid or "0",
        "",
    ]
    fields += [line.paid if back else line.transaction, line.order, "o-simulated-phone", "NATIVE"]
    fields += ["REFUND" if back else "SUCCESS", "OTHERS", "CNY", paid, "0.00"]
    fields += [line.transaction, line.number] if back else ["0", "0"]
    fields += [refunded, "0.00", "ORIGINAL" if back else "", _state(line) if back else "", "社保费, 演示", ""]
    return _fields([*fields, "0.00000", "0.00%", paid, refunded, ""])


def _state(line: Line) -> str:
    """退款状态: SUCCESS, PROCESSING, FAIL; a bill has a word of its own for what was closed."""
    return "FAIL" if line.state == "CLOSED" else line.state


def _fields(fields: "list[str] | tuple[str, ...]") -> str:
    return ",".join(f"`{field}" for field in fields)


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"
