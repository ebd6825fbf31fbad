"""A bill's file, as it comes inside an answer; and who asks."""

from datetime import date

from adapters.payments.unionpay.client import UnionPay
from domain.reconciliation.bill import Broken
from tests.adapters.unionpay.stand import MER_ID, Stand

DAY = date(2026, 11, 22)
TOLD = {"respCode": "00", "merId": MER_ID, "settleDate": "1122", "txnType": "76"}


def answered(stand: Stand, **fields: str) -> object:
    stand.say(TOLD | fields)
    bill = UnionPay(stand.merchant, stand.base_url, stand.now, file_url=stand.base_url)
    try:
        return bill.bill(DAY)
    finally:
        bill.disconnect()


def test_content_that_is_no_base64(stand: Stand) -> None:
    assert answered(stand, fileContent="!") == Broken("its content is no base64")


def test_a_file_of_another_merchant_or_day(stand: Stand) -> None:
    assert answered(stand, merId="777290000000002") == Broken("mismatch: merId")
    assert answered(stand, settleDate="1121") == Broken("mismatch: settleDate")


def test_who_asks_says_so(stand: Stand) -> None:
    answered(stand)
    assert {heard.headers["user-agent"] for heard in stand.script.heard} == {"shebao-kiosk"}
