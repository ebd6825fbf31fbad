"""The file of a settlement day of the simulated UnionPay (全渠道商户对账文件, ZM).

Written apart from the client's own reading, so that each can find the other's mistakes.
"""

import base64
import zlib
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from domain.runtime import HALL_TIME
from kit.simulators.bills import Bills, Line, bent, cut
from kit.simulators.unionpay.ledger import Account, Ledger
from kit.simulators.unionpay.refusals import badly_formed, no_file
from kit.simulators.unionpay.rules import read_time
from kit.simulators.unionpay.trades import DAY_BEGINS

FIELDS = (
    ("交易代码", 3),
    ("代理机构标识码", 11),
    ("发送机构标识码", 11),
    ("系统跟踪号", 6),
    ("交易传输时间", 10),
    ("账号", 19),
    ("交易金额", 12),
    ("商户类别", 4),
    ("终端类型", 2),
    ("查询流水号", 21),
    ("支付方式（旧）", 2),
    ("商户订单号", 32),
    ("支付卡类型", 2),
    ("原始交易的系统跟踪号", 6),
    ("原始交易日期时间", 10),
    ("商户手续费", 13),
    ("结算金额", 13),
    ("支付方式", 4),
    ("集团商户代码", 15),
    ("交易类型", 2),
    ("交易子类", 2),
    ("业务类型", 6),
    ("账号类型", 2),
    ("账单类型", 4),
    ("账单号码", 32),
    ("交互方式", 1),
    ("原交易查询流水号", 21),
    ("商户代码", 15),
    ("分账入账方式", 1),
    ("二级商户代码", 15),
    ("二级商户简称", 32),
    ("二级商户分账入账金额", 13),
    ("清算净额", 13),
    ("终端号", 8),
    ("商户自定义域", 32),
    ("优惠金额", 13),
    ("发票金额", 13),
    ("分期付款附加手续费", 12),
    ("分期付款期数", 2),
    ("交易介质", 1),
    ("保留使用", 131),
)


def file_of(bills: Bills, ledger: Ledger, account: Account, fields: Mapping[str, str], now: datetime) -> dict[str, str]:
    """The answer that holds a day's file. Raises Refusal."""
    read_time(fields, "txnTime")
    if (fields.get("txnSubType"), fields.get("fileType"), fields.get("bizType")) != ("01", "00", "000000"):
        raise badly_formed("txnSubType, fileType, bizType")
    day = _day(fields.get("settleDate", ""), now)
    took = [line for line in ledger.took(account) if (line.at + DAY_BEGINS).astimezone(HALL_TIME).date() == day]
    if not took or not bills.is_ready(day, now):
        raise no_file()
    named = bills.day(day)
    text = "".join(f"{_row(line, account)}\r\n" for line in bills.lines(took)).encode("gbk")
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as files:
        files.writestr(f"INN{named:%y%m%d}88ZM_{account.mer_id}", cut(text, bills.fault))
        files.writestr(f"INN{named:%y%m%d}88ZME_{account.mer_id}", b"")
    content = base64.b64encode(bent(zlib.compress(packed.getvalue()), bills.fault)).decode()
    return {
        "settleDate": fields["settleDate"],
        "fileType": "00",
        "fileName": f"{account.mer_id}_{day:%Y%m%d}.zip",
        "fileContent": content,
    }


def _day(settle_date: str, now: datetime) -> date:
    """The last day that was called so."""
    today = now.astimezone(HALL_TIME).date()
    for year in (today.year, today.year - 1):
        try:
            day = datetime.strptime(f"{year}{settle_date}", "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        if day <= today:
            return day
    raise badly_formed("settleDate")


def _row(line: Line, account: Account) -> str:
    back, settled = line.is_refund, f"{'D' if line.is_refund else 'C'}{line.fen:012d}"
    told = {
        "交易代码": "S30" if back else "S22",
        "系统跟踪号": line.transaction[-6:],
        "交易传输时间": f"{line.at.astimezone(HALL_TIME):%m%d%H%M%S}",
        "账号": "621700******9991",
        "交易金额": f"{line.fen:012d}",
        "查询流水号": line.transaction,
        "商户订单号": line.number,
        "商户手续费": f"{'C' if back else 'D'}{0:012d}",
        "结算金额": settled,
        "交易类型": "04" if back else "01",
        "交易子类": "00" if back else "07",
        "业务类型": "000000",
        "原交易查询流水号": line.paid,
        "商户代码": account.mer_id,
        "二级商户简称": "社保费",
        "清算净额": settled,
    }
    return " ".join(_wide(told.get(name, ""), width) for name, width in FIELDS)


def _wide(text: str, width: int) -> str:
    return text + " " * (width - len(text.encode("gbk")))
