"""What UnionPay is asked (ACP 5.1.0): the fields of each request, without `certId` and signature.

A transaction is known there by `orderId` and `txnTime` together: both come from what is stored, never from the clock.
"""

import base64
from datetime import date, datetime

from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.signing import VERSION
from domain.payment.network import Refund
from domain.payment.order import Order
from domain.runtime import HALL_TIME

RENMINBI = "156"
PAYMENT = "01"
REFUND = "04"
DIRECT, ACQUIRER = "0", "1"
"""普通商户直连接入, 收单机构接入."""


def apply_code(order: Order, description: str, merchant: UnionPayMerchant) -> dict[str, str]:
    """申请二维码 (主扫). The description travels as `reqReserved`, which comes back in queries and in the daily file.

    It is base64, as UnionPay advises: as it is, it must not hold `&`, braces, brackets or quotes.
    """
    return _common(merchant, order.trade.number, order.created_at) | {
        "txnType": PAYMENT,
        "txnSubType": "07",
        "channelType": "08",
        "txnAmt": str(order.trade.fen),
        "currencyCode": RENMINBI,
        "payTimeout": stamp(order.deadline),
        "backUrl": merchant.back_url,
        "reqReserved": base64.b64encode(description.encode()).decode(),
        **_described(merchant),
    }


def query(number: str, at: datetime, merchant: UnionPayMerchant) -> dict[str, str]:
    """交易状态查询, about a payment or a refund: `number` and `at` are those it was sent with."""
    return _common(merchant, number, at) | {"txnType": "00", "txnSubType": "00"}


def send_back(order: Order, refund: Refund, merchant: UnionPayMerchant) -> dict[str, str]:
    """退货, of all or a part of a payment."""
    return _common(merchant, refund.number, refund.at) | {
        "txnType": REFUND,
        "txnSubType": "00",
        "channelType": "08",
        "txnAmt": str(refund.fen),
        "currencyCode": RENMINBI,
        "origQryId": order.transaction or "",
        "backUrl": merchant.back_url,
        **_described(merchant),
    }


def bill_of(day: date, now: datetime, merchant: UnionPayMerchant) -> dict[str, str]:
    """文件传输: the bill of a settlement day. It is about no order, and has none."""
    common = _common(merchant, "", now)
    del common["orderId"]
    return common | {"txnType": "76", "txnSubType": "01", "fileType": "00", "settleDate": f"{day:%m%d}"}


def stamp(at: datetime) -> str:
    """Beijing's wall clock as UnionPay writes it, yyyyMMddHHmmss."""
    return f"{at.astimezone(HALL_TIME):%Y%m%d%H%M%S}"


def access(merchant: UnionPayMerchant) -> dict[str, str]:
    """Who asks: the merchant itself, or its acquirer."""
    acquirer = merchant.acquirer
    return {"accessType": ACQUIRER, "acqInsCode": acquirer.code} if acquirer else {"accessType": DIRECT}


def _common(merchant: UnionPayMerchant, number: str, at: datetime) -> dict[str, str]:
    return {
        "version": VERSION,
        "encoding": "UTF-8",
        "signMethod": merchant.sign_method,
        "bizType": "000000",
        **access(merchant),
        "merId": merchant.mer_id,
        "orderId": number,
        "txnTime": stamp(at),
    }


def _described(merchant: UnionPayMerchant) -> dict[str, str]:
    """What an acquirer says of its merchant wherever money moves."""
    acquirer = merchant.acquirer
    if acquirer is None:
        return {}
    return {"merCatCode": acquirer.category, "merName": acquirer.name, "merAbbr": acquirer.abbreviation}
