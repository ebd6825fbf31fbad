"""A second client, written by others (`python-alipay-sdk`), gets on with our simulator too."""

import csv
from datetime import date, timedelta, timezone
from io import BytesIO
from typing import Any
from urllib.request import urlopen
from zipfile import ZipFile

import alipay as others  # type: ignore[import-untyped]
import pytest

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from domain.payment.network import Closed, Paid, RefundDone
from domain.reconciliation.bill import Bill
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.payer import Ending, Source
from tests.adapters.alipay.stand import order_of
from tests.adapters.others.clients import python_alipay_of
from tests.adapters.stand import NUMBER, Now, a_refund

YUAN = "380.00"


@pytest.fixture
def other(simulator: AlipaySimulator, merchant: AlipayMerchant, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    return python_alipay_of(simulator, merchant)


def create(other: Any, now: Now) -> str:
    end = (now() + timedelta(minutes=5)).astimezone(timezone(timedelta(hours=8)))
    answer = other.api_alipay_trade_precreate(
        "城乡居民医疗保险", NUMBER, YUAN, time_expire=f"{end:%Y-%m-%d %H:%M:%S}", qr_code_timeout_express="5m"
    )
    assert (answer["code"], answer["out_trade_no"]) == ("10000", NUMBER)
    return str(answer["qr_code"])


def test_create_pay_query_refund(simulator: AlipaySimulator, other: Any, now: Now) -> None:
    assert simulator.pay(create(other, now), Source.CARD) is Ending.PAID
    told = other.api_alipay_trade_query(out_trade_no=NUMBER)
    assert (told["trade_status"], told["total_amount"]) == ("TRADE_SUCCESS", YUAN)
    assert other.api_alipay_trade_query(trade_no=told["trade_no"]) == told
    asked = {"out_trade_no": NUMBER, "out_request_no": "R1", "refund_reason": "缴费未入库"}
    assert other.api_alipay_trade_refund(YUAN, **asked)["fund_change"] == "Y"
    assert other.api_alipay_trade_refund(YUAN, **asked)["fund_change"] == "N"
    now.pass_by(seconds=10)
    refund = other.api_alipay_trade_fastpay_refund_query("R1", out_trade_no=NUMBER)
    assert (refund["refund_status"], refund["refund_amount"]) == ("REFUND_SUCCESS", YUAN)
    assert other.api_alipay_trade_query(out_trade_no=NUMBER)["trade_status"] == "TRADE_CLOSED"
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


def test_a_refund_in_parts(simulator: AlipaySimulator, other: Any, now: Now) -> None:
    simulator.pay(create(other, now), Source.CARD)
    assert "refund_status" not in other.api_alipay_trade_fastpay_refund_query("R1", out_trade_no=NUMBER)
    first, rest = (
        {"out_trade_no": NUMBER, "out_request_no": number, "refund_reason": "缴费未入库"} for number in ("R1", "R2")
    )
    assert other.api_alipay_trade_refund("120.50", **first)["refund_fee"] == "120.50"
    assert other.api_alipay_trade_refund("120.51", **first)["sub_code"] == "ACQ.DISCORDANT_REPEAT_REQUEST"
    assert other.api_alipay_trade_refund(YUAN, **rest)["sub_code"] == "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"
    assert other.api_alipay_trade_query(out_trade_no=NUMBER)["trade_status"] == "TRADE_SUCCESS"
    assert other.api_alipay_trade_refund("259.50", **rest)["refund_fee"] == YUAN
    assert other.api_alipay_trade_query(out_trade_no=NUMBER)["trade_status"] == "TRADE_CLOSED"
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


@pytest.mark.parametrize(
    ("fate", "word"),
    [(RefundFate.SHORT, "SELLER_BALANCE_NOT_ENOUGH"), (RefundFate.REFUSED, "TRADE_NOT_ALLOW_REFUND")],
)
def test_a_refund_that_is_not_taken(
    simulator: AlipaySimulator, other: Any, now: Now, fate: RefundFate, word: str
) -> None:
    simulator.pay(create(other, now), Source.CARD)
    simulator.faults.decide(fate)
    told = other.api_alipay_trade_refund(YUAN, out_trade_no=NUMBER, out_request_no="R1")
    assert (told["code"], told["sub_code"]) == ("40004", f"ACQ.{word}")


def test_create_scan_close_query(simulator: AlipaySimulator, other: Any, now: Now) -> None:
    simulator.scan(create(other, now))
    assert other.api_alipay_trade_query(out_trade_no=NUMBER)["trade_status"] == "WAIT_BUYER_PAY"
    assert other.api_alipay_trade_close(out_trade_no=NUMBER)["out_trade_no"] == NUMBER
    assert other.api_alipay_trade_query(out_trade_no=NUMBER)["trade_status"] == "TRADE_CLOSED"


def test_errors_reach_it_as_errors(other: Any, now: Now) -> None:
    create(other, now)
    for call in (other.api_alipay_trade_query, other.api_alipay_trade_close):
        told = call(out_trade_no=NUMBER)
        assert (told["code"], told["sub_code"]) == ("40004", "ACQ.TRADE_NOT_EXIST")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.BAD_SIGNATURE, others.exceptions.AliPayValidationError),
        (Fault.UNSIGNED, others.exceptions.AliPayException),
    ],
)
def test_it_too_rejects_what_is_not_signed(
    simulator: AlipaySimulator, other: Any, fault: Fault, error: type[Exception]
) -> None:
    simulator.faults.switch(fault)
    with pytest.raises(error):
        other.api_alipay_trade_query(out_trade_no=NUMBER)


def test_what_it_begins_we_can_end(simulator: AlipaySimulator, other: Any, alipay: Alipay, now: Now) -> None:
    code, order = create(other, now), order_of()
    simulator.pay(code, Source.CARD)
    assert isinstance(alipay.query(order), Paid)
    other.api_alipay_trade_refund(YUAN, out_trade_no=NUMBER, out_request_no="R1")
    now.pass_by(seconds=10)
    assert alipay.query_refund(order, a_refund()) == RefundDone()


def test_what_it_closes_is_closed_to_us(simulator: AlipaySimulator, other: Any, alipay: Alipay, now: Now) -> None:
    simulator.scan(create(other, now))
    other.api_alipay_trade_close(out_trade_no=NUMBER)
    assert alipay.query(order_of()) == Closed()


def test_its_bill_is_ours(simulator: AlipaySimulator, other: Any, alipay: Alipay, now: Now) -> None:
    """It knows no bills, so it asks by the interface's name, and Python's own library fetches and unpacks the file."""
    assert simulator.pay(create(other, now), Source.CARD) is Ending.PAID
    now.pass_by(seconds=1)
    other.api_alipay_trade_refund("120.50", out_trade_no=NUMBER, out_request_no="R1")
    now.pass_by(hours=22)
    asked = {"bill_type": "trade", "bill_date": "2026-11-23"}
    told = other.server_api("alipay.data.dataservice.bill.downloadurl.query", biz_content=asked)
    assert told["code"] == "10000"
    with urlopen(told["bill_download_url"], timeout=5) as answer:
        files = ZipFile(BytesIO(answer.read()))
    details = next(name for name in files.namelist() if "汇总" not in name)
    lines = [line for line in files.read(details).decode("gbk").splitlines() if not line.startswith("#")]
    row, back = csv.DictReader(lines)
    assert (row["商户订单号"].strip(), row["订单金额（元）"], row["业务类型"]) == (NUMBER, YUAN, "交易")
    assert (back["退款批次号/请求号"].strip(), back["订单金额（元）"], back["业务类型"]) == ("R1", "-120.50", "退款")
    ours = alipay.bill(date(2026, 11, 23))
    assert isinstance(ours, Bill)
    assert [(one.number, one.fen) for one in ours.rows()] == [(NUMBER, 380_00), ("R1", 120_50)]


def test_no_bill_reaches_it_as_an_error(other: Any, now: Now) -> None:
    asked = {"bill_type": "trade", "bill_date": "2026-11-22"}
    now.at = now.at.replace(hour=1)
    told = other.server_api("alipay.data.dataservice.bill.downloadurl.query", biz_content=asked)
    assert (told["code"], told["sub_code"]) == ("40004", "isp.bill_not_exist")
