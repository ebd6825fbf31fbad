"""The business bill of the simulated Alipay (账单, trade), and the answer that leads to it.

Written apart from the client's own reading, so that each can find the other's mistakes.
"""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from domain.runtime import HALL_TIME
from kit.simulators.alipay.ledger import Account, Ledger
from kit.simulators.alipay.refusals import bad_bill_date, no_bill
from kit.simulators.alipay.rules import text
from kit.simulators.alipay.trades import stamp, yuan
from kit.simulators.bills import Bills, Line, bent, cut

ADDRESS_LIVES = timedelta(seconds=30)
FILE = "/downloadBillFile.resource"
TOO_LATE = "下载超时，请重新下载"
RULE = "-" * 41
NAMES = (
    "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,"
    "支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
    "退款批次号/请求号,服务费（元）,分润（元）,备注"
)
SHOPS = (
    "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,"
    "分润（元）,实收净额（元）"
)


def address(
    bills: Bills, ledger: Ledger, account: Account, fields: dict[str, Any], here: str, now: datetime
) -> dict[str, str]:
    """The answer that has the address of a bill; `here` is what that begins with. Raises Refusal."""
    if text(fields, "bill_type", 20) != "trade":
        raise bad_bill_date()
    try:
        day = date.fromisoformat(text(fields, "bill_date", 15))
    except ValueError:
        raise bad_bill_date() from None
    if day >= now.astimezone(HALL_TIME).date():
        raise bad_bill_date()
    if not bills.is_ready(day, now):
        raise no_bill()
    took = [line for line in ledger.took(account) if line.at.astimezone(HALL_TIME).date() == day]
    file = bent(_packed(bills, bills.lines(took), account, bills.day(day), now), bills.fault)
    token = bills.put(file, now + ADDRESS_LIVES)
    told = {"bill_download_url": f"{here}{FILE}?bizType=trade&fileType=csv.zip&token={token}"}
    return told if took else told | {"bill_file_code": "EMPTY_DATA_WITH_BILL_FILE"}


def _packed(bills: Bills, lines: list[Line], account: Account, day: date, now: datetime) -> bytes:
    whose = f"{account.seller_id}0156"
    details = "".join(f"{line}\r\n" for line in _details(lines, whose, day, now, bills.more()))
    shops = "".join(f"{line}\r\n" for line in _shops(lines, whose, day, now))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as files:
        for name, content in (
            (f"{whose}_{day:%Y%m%d}_业务明细", details),
            (f"{whose}_{day:%Y%m%d}_业务明细(汇总)", shops),
        ):
            files.writestr(f"{name}.csv", cut(content.encode("gbk"), bills.fault))
    return packed.getvalue()


def _head(whose: str, day: date) -> list[str]:
    until = day + timedelta(days=1)
    days = f"#起始日期：[{day:%Y年%m月%d日} 00:00:00]   终止日期：[{until:%Y年%m月%d日} 00:00:00]"
    return [f"#账号：[{whose}]", days]


def _details(lines: list[Line], whose: str, day: date, now: datetime, more: int) -> list[str]:
    paid = [line.fen for line in lines if not line.is_refund]
    back = [line.fen for line in lines if line.is_refund]
    return [
        "#支付宝业务明细查询",
        *_head(whose, day),
        f"#{RULE}业务明细列表{RULE}",
        NAMES,
        *map(_row, lines),
        f"#{RULE}业务明细列表结束{RULE}",
        f"#交易合计：{len(paid)}笔，商家实收共{yuan(sum(paid) + more)}元，商家优惠共0.00元",
        f"#退款合计：{len(back)}笔，商家实收退款共{_signed(-sum(back))}元，商家优惠退款共0.00元",
        f"#导出时间：[{now.astimezone(HALL_TIME):%Y年%m月%d日 %H:%M:%S}]",
    ]


def _row(line: Line) -> str:
    amount = _signed(-line.fen if line.is_refund else line.fen)
    fields = [f"{line.transaction}\t", f"{line.order}\t", "退款" if line.is_refund else "交易", "社保费（演示）"]
    fields += [stamp(line.at), stamp(line.at), "\t", "\t", "\t", "\t", "*示(188****0000)\t", amount, amount]
    fields += ["0.00"] * 5 + ["", "0.00\t", "0.00", f"{line.number}\t" if line.is_refund else "\t", "0.00", "0.00", ""]
    return ",".join(fields)


def _shops(lines: list[Line], whose: str, day: date, now: datetime) -> list[str]:
    refunds = sum(line.is_refund for line in lines)
    net = _signed(sum(-line.fen if line.is_refund else line.fen for line in lines))
    sums = ["合计", "", str(len(lines) - refunds), str(refunds), net, net, "0.00", "0.00", "0.00", "0.00", "0.00", net]
    return [
        "#支付宝业务汇总查询",
        *_head(whose, day),
        f"#{RULE}业务汇总列表{RULE}",
        SHOPS,
        ",".join(sums),
        f"#{RULE}业务汇总列表结束{RULE}",
        f"#导出时间：[{now.astimezone(HALL_TIME):%Y年%m月%d日 %H:%M:%S}]",
    ]


def _signed(fen: int) -> str:
    return f"-{yuan(-fen)}" if fen < 0 else yuan(fen)
