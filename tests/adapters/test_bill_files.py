"""Files of bills as they may come: written out by hand, and with one thing wrong at a time. None is half believed."""

import base64
import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from adapters.payments import unpacking
from adapters.payments.alipay import bill as alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.unionpay import bill as unionpay
from adapters.payments.unpacking import fen, inflated
from adapters.payments.wechat import bill as wechat
from domain.money import Fen
from domain.reconciliation.bill import Bill, Broken, BrokenBill, Kind, Reading, Row, Tally, whole
from domain.runtime import HALL_TIME

DAY = date(2026, 11, 23)
MCHID, MER_ID = "1900000109", "777290000000001"
SELLER = AlipayMerchant("2021000000000109", "2088100000000109", b"", b"", "")

WECHAT = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,"
    "代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,"
    "费率备注\r\n"
    "`2026-11-23 09:30:00,`wx1,`1900000109,`0,`,`42001,`A1,`o1,`NATIVE,`SUCCESS,`OTHERS,`CNY,`878.94,`0.00,`0,`0,`0.00,"
    "`0.00,`,`,`养老保险, 11月,`,`0.00000,`0.60%,`878.94,`0.00,`\r\n"
    "`2026-11-23 10:00:00,`wx1,`1900000109,`0,`,`42001,`A1,`o1,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50001,`R1,"
    "`100.00,`0.00,`ORIGINAL,`PROCESSING,`养老保险,`,`0.00000,`0.60%,`0.00,`100.00,`\r\n"
    "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n"
    "`2.0,`878.94,`100.0,`0.0,`0.0,`878.94,`100.00\r\n"
)
ALIPAY = (
    "#支付宝业务明细查询\r\n"
    "#账号：[20881000000001090156]\r\n"
    "#起始日期：[2026年11月23日 00:00:00]   终止日期：[2026年11月24日 00:00:00]\r\n"
    "#-----------------------------------------业务明细列表----------------------------------------\r\n"
    "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,"
    "支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
    "退款批次号/请求号,服务费（元）,分润（元）,备注\r\n"
    '20261123001\t,A1\t,交易\t,"养老保险,11月",2026-11-23 09:29:00,2026-11-23 09:30:00,\t,\t,\t,\t,*国(188****0000)\t,'
    "878.94,878.94,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,\t,0.00,0.00,\r\n"
    "20261123001\t,A1\t,退款\t,养老保险,2026-11-23 09:29:00,2026-11-23 10:00:00,\t,\t,\t,\t,*国(188****0000)\t,-100.00,"
    "-100.00,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,R1\t,0.00,0.00,\r\n"
    "#-----------------------------------------业务明细列表结束------------------------------------\r\n"
    "#交易合计：1笔，商家实收共878.94元，商家优惠共0.00元\r\n"
    "#退款合计：1笔，商家实收退款共-100.00元，商家优惠退款共0.00元\r\n"
    "#导出时间：[2026年11月24日 05:46:49]\r\n"
)
_ZM = (
    "{code} {ins:11} {ins:11} {trace:06d} {time} {card:19} {fen:012d} 9400 08 {query:21} 00 {order:32} 01 {nought:06d} "
    "{nought:010d} D000000000000 C{fen:012d} 0001 {blank:15} {kind} 00 000000 01 {blank:4} {blank:32} 0 {paid:21} "
    "{mer} 0 {blank:15} 社保费{blank:26} {blank:13} C{fen:012d} {blank:8} {blank:32} {blank:13} {blank:13} {blank:12} "
    "{blank:2} 1 {blank:131}\r\n"
)


def zm_line(**changes: object) -> str:
    usual: dict[str, object] = {"code": "S22", "ins": "00012900", "trace": 1, "time": "1123093000", "blank": ""}
    usual |= {"card": "621700******9991", "fen": 87894, "query": "261123093000000000001", "order": "A1", "nought": 0}
    return _ZM.format_map(usual | {"kind": "01", "paid": "", "mer": MER_ID} | changes)


UNIONPAY = zm_line() + zm_line(
    code="S30", kind="04", order="R1", fen=10000, time="1123100000", query="261123100000000000002"
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=HALL_TIME)


def zipped(**files: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return packed.getvalue()


def read_wechat(text: str) -> Reading:
    return wechat.read(gzip.compress(text.encode("utf-8-sig")), MCHID, DAY)


def read_alipay(text: str) -> Reading:
    packed = zipped(**{"a.csv": "#支付宝业务汇总查询\r\n".encode("gbk"), "b.csv": text.encode("gb18030")})
    return alipay.read(packed, SELLER, DAY)


def read_unionpay(text: str) -> Reading:
    return unionpay.read(zipped(**{f"INN26112388ZM_{MER_ID}": text.encode("gbk")}), MER_ID, DAY)


PAID = Row(Kind.PAYMENT, "A1", "A1", "", Fen(87894), at(9, 30))
BACK = Row(Kind.REFUND, "R1", "A1", "", Fen(10000), at(10))
OWN = Tally(2, Fen(87894), Fen(10000))
GOOD: dict[str, tuple[Callable[[str], Reading], str, list[str], str, Tally | None]] = {
    "wechat": (read_wechat, WECHAT, ["42001", "50001"], "A1", OWN),
    "alipay": (read_alipay, ALIPAY, ["20261123001", "20261123001 R1"], "A1", OWN),
    "unionpay": (read_unionpay, UNIONPAY, ["261123093000000000001", "261123100000000000002"], "", None),
}


@pytest.mark.parametrize(("read", "text", "transactions", "order", "own"), GOOD.values(), ids=GOOD)
def test_a_file_as_the_documentation_has_it(
    read: Callable[[str], Reading], text: str, transactions: list[str], order: str, own: Tally | None
) -> None:
    bill = whole(partial(read, text))
    assert isinstance(bill, Bill)
    paid, back = transactions
    assert list(bill.rows()) == [replace(PAID, transaction=paid), replace(BACK, transaction=back, order=order)]
    assert bill.own == own


def test_an_older_form_of_wechats(monkeypatch: pytest.MonkeyPatch) -> None:
    older = WECHAT.replace("订单金额,申请退款金额,费率备注", "甲,乙,费率备注").replace("应结订单金额", "总金额")
    older = older.replace("手续费总金额,订单总金额,申请退款总金额", "手续费总金额,甲,乙")
    older = older.replace("总交易单数,应结订单总金额,退款总金额", "总交易单数,总交易额,总退款金额")
    bill = whole(partial(read_wechat, older))
    assert isinstance(bill, Bill)
    assert bill.own == OWN


STATES = {
    ("SUCCESS", ""): (Kind.PAYMENT, False),
    ("REFUND", "SUCCESS"): (Kind.REFUND, False),
    ("REFUND", "PROCESSING"): (Kind.REFUND, False),
    ("REFUND", "CHANGE"): (Kind.REFUND, False),
    ("REFUND", "FAIL"): (Kind.REFUND, True),
    ("REVOKED", ""): (Kind.REFUND, False),
}


@pytest.mark.parametrize(("state", "refund_state"), STATES, ids=str)
def test_states_on_wechats_bill(state: str, refund_state: str) -> None:
    text = WECHAT.replace("`REFUND,", f"`{state},").replace("`PROCESSING,", f"`{refund_state},")
    *_, row = list(_upto_broken(read_wechat(text)))
    assert (row.kind, row.failed) == STATES[state, refund_state]


def _upto_broken(reading: Reading) -> list[Row]:
    rows: list[Row] = []
    with suppress(BrokenBill):
        rows.extend(reading)
    return rows


WRONG: dict[str, tuple[str, str, str, str]] = {
    "wechat, of another merchant": ("wechat", "`1900000109", "`1900000108", "another merchant"),
    "wechat, of another day": ("wechat", "`2026-11-23 10", "`2026-11-24 10", "another day"),
    "wechat, a time that is none": ("wechat", "`2026-11-23 10:00:00", "`yesterday", "a time that is none"),
    "wechat, dollars": ("wechat", "`CNY,`0.00", "`USD,`0.00", "another currency"),
    "wechat, an unknown state": ("wechat", "`REFUND", "`LIMBO", "nobody knows"),
    "wechat, a sum in words": ("wechat", "`878.94,`0.00,`\r\n", "`much,`0.00,`\r\n", "a figure that is none"),
    "wechat, thousandths": ("wechat", "`878.94,`0.00,`\r\n", "`878.941,`0.00,`\r\n", "a figure that is none"),
    "wechat, a row without its mark": ("wechat", "`2026-11-23 10", "2026-11-23 10", "cut off"),
    "wechat, one row less": ("wechat", WECHAT.split("\r\n")[2] + "\r\n", "", "its own totals"),
    "wechat, another count": ("wechat", "`2.0,", "`3.0,", "its own totals"),
    "wechat, no totals": ("wechat", "总交易单数", "总数", "columns"),
    "wechat, cut off in front of the figures": ("wechat", WECHAT.split("\r\n")[4] + "\r\n", "", "cut off"),
    "wechat, more behind the totals": ("wechat", "`100.00\r\n", "`100.00\r\n`1\r\n", "goes on"),
    "wechat, a field less": ("wechat", "`wx1,`1900000109,`0,`,`42001,`A1,`o1,`NATIVE,`REFUND", "`REFUND", "cut off"),
    "wechat, a page of HTML": ("wechat", WECHAT, "<html><body>busy</body></html>", "columns"),
    "wechat, nothing": ("wechat", WECHAT, "", "columns"),
    "alipay, of another merchant": ("alipay", "[2088100000000109", "[2088100000000108", "another merchant"),
    "alipay, of another day": ("alipay", "[2026年11月23日", "[2026年11月22日", "another day"),
    "alipay, a trade of another day": ("alipay", "2026-11-23 09:30", "2026-11-22 09:30", "another day"),
    "alipay, a whole month": ("alipay", "11月23日 00:00:00]   终", "11月 00:00:00]   终", "does not say"),
    "alipay, an unknown business": ("alipay", "退款\t", "转账\t", "nobody knows"),
    "alipay, other columns": ("alipay", "商家实收（元）,支付宝红包", "实收,支付宝红包", "columns"),
    "alipay, another count": ("alipay", "#交易合计：1笔", "#交易合计：2笔", "its sums"),
    "alipay, another sum": ("alipay", "商家实收共878.94", "商家实收共878.95", "its sums"),
    "alipay, another sum of refunds": ("alipay", "退款共-100.00", "退款共100.00", "its sums"),
    "alipay, no sums": ("alipay", "#交易合计：", "#合计：", "its sums"),
    "alipay, without an end": ("alipay", ALIPAY[ALIPAY.index("#--", 200) :], "", "cut off"),
    "alipay, a field less": ("alipay", "\t,0.00,R1", "\t,R1", "cut off"),
    "alipay, a quotation without an end": ("alipay", '11月"', "11月", "cut off"),
    "unionpay, of another merchant": ("unionpay", f" {MER_ID} ", " 777290000000002 ", "another merchant"),
    "unionpay, of another day": ("unionpay", "1123100000 ", "1125100000 ", "another day"),
    "unionpay, a day that is none": ("unionpay", "1123100000 ", "1340100000 ", "another day"),
    "unionpay, no time": ("unionpay", "1123100000 ", "           ", "a time that is none"),
    "unionpay, an unknown kind": ("unionpay", " 04 00 ", " 77 00 ", "nobody knows"),
    "unionpay, a sum in words": ("unionpay", " 000000010000 9400", " 00000001000X 9400", "a figure that is none"),
    "unionpay, a field less": ("unionpay", " 9400 08 ", " 08 ", "another merchant"),
    "unionpay, cut off": ("unionpay", UNIONPAY.splitlines()[1], UNIONPAY.splitlines()[1][:-30], "cut off"),
}


@pytest.mark.parametrize(("network", "was", "now", "why"), WRONG.values(), ids=WRONG)
def test_one_thing_wrong(network: str, was: str, now: str, why: str) -> None:
    read, text, *_ = GOOD[network]
    assert was in text
    broken = whole(partial(read, text.replace(was, now)))
    assert isinstance(broken, Broken), broken
    assert why in broken.why


FILES: dict[str, tuple[Callable[[bytes], Reading], bytes]] = {
    "wechat, no gzip behind its mark": (partial(wechat.read, mchid=MCHID, day=DAY), b"\x1f\x8bno gzip at all"),
    "wechat, half a gzip": (partial(wechat.read, mchid=MCHID, day=DAY), gzip.compress(WECHAT.encode())[:200]),
    "wechat, no UTF-8": (partial(wechat.read, mchid=MCHID, day=DAY), WECHAT.encode("gbk")),
    "alipay, no zip": (partial(alipay.read, merchant=SELLER, day=DAY), "下载超时，请重新下载".encode()),
    "alipay, half a zip": (partial(alipay.read, merchant=SELLER, day=DAY), zipped(a=ALIPAY.encode("gbk"))[:300]),
    "alipay, no details": (
        partial(alipay.read, merchant=SELLER, day=DAY),
        zipped(a="#支付宝业务汇总查询".encode("gbk")),
    ),
    "alipay, details twice": (
        partial(alipay.read, merchant=SELLER, day=DAY),
        zipped(a=ALIPAY.encode("gbk"), b=ALIPAY.encode("gbk")),
    ),
    "unionpay, no zip": (partial(unionpay.read, mer_id=MER_ID, day=DAY), b"no zip"),
    "unionpay, no ZM file": (partial(unionpay.read, mer_id=MER_ID, day=DAY), zipped(readme=b"")),
    "unionpay, another merchant's": (
        partial(unionpay.read, mer_id=MER_ID, day=DAY),
        zipped(INN26112388ZM_777290000000002=b""),
    ),
    "unionpay, another day's": (
        partial(unionpay.read, mer_id=MER_ID, day=DAY),
        zipped(INN26112288ZM_777290000000001=b""),
    ),
}


@pytest.mark.parametrize(("read", "content"), FILES.values(), ids=FILES)
def test_what_is_no_file_of_a_bill(read: Callable[[bytes], Reading], content: bytes) -> None:
    assert isinstance(whole(partial(read, content)), Broken)


class TestBounds:
    def test_what_grows_without_end_when_it_is_unpacked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(unpacking, "MOST", 1000)
        text = WECHAT.replace(WECHAT.split("\r\n")[1], "\r\n".join([WECHAT.split("\r\n")[1]] * 10))
        assert whole(partial(read_wechat, text)) == Broken("it is too large")
        with pytest.raises(BrokenBill, match="too large"):
            inflated(zlib.compress(b"0" * 2000))

    def test_a_line_without_end(self) -> None:
        assert whole(partial(read_unionpay, "0" * 100_000)) == Broken("it is too large")

    @pytest.mark.parametrize("content", [b"", zlib.compress(b"0" * 2000)[:-4], base64.b64encode(b"?")])
    def test_what_is_not_packed_well(self, content: bytes) -> None:
        with pytest.raises(BrokenBill):
            inflated(content)


FIGURES = {"0": 0, "0.0": 0, "45.0": 4500, "878.94": 87894, "-100.00": -10000, "+1.5": 150, "0.01000": 1}


@pytest.mark.parametrize("text", FIGURES)
def test_figures(text: str) -> None:
    assert fen(text) == FIGURES[text]


@pytest.mark.parametrize("text", ["", "1,000.00", "1e3", "0.001", "NaN", "１.00", " 1", ".5", "--1"])
def test_no_figures(text: str) -> None:
    with pytest.raises(BrokenBill):
        fen(text)
