"""An acquirer (收单机构接入, accessType 1) takes the money for a merchant: each request says who, and for whom."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import Acquirer, UnionPayMerchant
from domain.payment.network import (
    Absent,
    Paid,
    Presented,
    QueryAnswer,
    RefundAnswer,
    RefundDone,
    RefundPending,
    Refused,
    Unclear,
)
from domain.reconciliation.bill import Bill, Silent
from domain.runtime import HALL_TIME
from kit.simulators.faults import Fault
from kit.simulators.payer import Ending, Source
from kit.simulators.unionpay.demo import demo_merchant
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import FEN, NOON, NUMBER, Now
from tests.adapters.unionpay.stand import MER_ID, REFUND_NUMBER, Stand, unionpay_order, unionpay_refund

BANK = Acquirer("48270000", "9311", "贵阳市税务局社会保险费", "社保费")
OTHER = replace(BANK, code="48270001")
ORDER, REFUND = unionpay_order(), unionpay_refund()
PAID_ORDER = replace(ORDER, transaction="42")
CREATE = {"txnType": "01", "txnSubType": "07", "accessType": "1", "acqInsCode": "48270000"}
WHO = {"accessType": "1", "acqInsCode": "48270000", "merId": MER_ID}
WHOM = {"merCatCode": "9311", "merName": "贵阳市税务局社会保险费", "merAbbr": "社保费"}
TRADE = WHO | {
    "orderId": NUMBER,
    "txnTime": "20261123120000",
    "txnType": "01",
    "respCode": "00",
    "origRespCode": "00",
    "txnAmt": str(FEN),
    "currencyCode": "156",
    "queryId": "42",
    "traceTime": "1123120102",
}
BACK = TRADE | {"orderId": REFUND_NUMBER, "txnType": "04", "origQryId": "42"}
ANOTHER = [
    ({"merId": "777290000000002"}, "merId"),
    ({"acqInsCode": "48270001"}, "acqInsCode"),
    ({"accessType": "0"}, "accessType"),
    ({"orderId": "ANOTHER1"}, "orderId"),
    ({"txnTime": "20261123120001"}, "txnTime"),
    ({"txnAmt": str(FEN + 1)}, "txnAmt"),
]


@pytest.fixture
def pair(
    simulator: UnionPaySimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> tuple[UnionPayMerchant, UnionPay]:
    return demo_merchant(simulator, now, make_key=lambda: rsa_keys[1], acquirer=BANK)


@pytest.fixture
def client(stand: Stand) -> UnionPay:
    return stand.client_of(replace(stand.merchant, acquirer=BANK))


def test_a_life_with_a_refund_and_a_bill(simulator: UnionPaySimulator, unionpay: UnionPay, now: Now) -> None:
    shown = unionpay.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    assert unionpay.query(ORDER) == unionpay.close(ORDER) == Absent()
    assert simulator.pay(shown.code, Source.CARD) is Ending.PAID
    paid = unionpay.query(ORDER)
    assert isinstance(paid, Paid)
    order = replace(ORDER, transaction=paid.transaction)
    assert unionpay.refund(order, REFUND) == RefundPending()
    now.pass_by(seconds=5)
    assert unionpay.query_refund(order, REFUND) == RefundDone()
    now.pass_by(days=1)
    bill = unionpay.bill(NOON.astimezone(HALL_TIME).date())
    assert isinstance(bill, Bill)
    assert [row.number for row in bill.rows()] == [NUMBER, REFUND_NUMBER]


def test_what_is_told_to_another_acquirer_is_not_believed(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    shown = unionpay.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    simulator.pay(shown.code, Source.CARD)
    simulator.faults.switch(Fault.WRONG_MERCHANT)
    assert unionpay.query(ORDER) == Unclear("mismatch: acqInsCode")


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, Paid), *((more, Unclear(f"mismatch: {name}")) for more, name in ANOTHER)],
)
def test_whose_order_an_answer_is_about(
    stand: Stand, client: UnionPay, more: dict[str, str], expected: QueryAnswer | type[QueryAnswer]
) -> None:
    stand.say(TRADE | more)
    answer = client.query(ORDER)
    assert isinstance(answer, Paid) if expected is Paid else answer == expected


@pytest.mark.parametrize(
    ("more", "expected"), [({}, RefundDone()), *((more, Unclear(f"mismatch: {name}")) for more, name in ANOTHER)]
)
def test_whose_refund_an_answer_is_about(
    stand: Stand, client: UnionPay, more: dict[str, str], expected: RefundAnswer
) -> None:
    stand.say(BACK | more)
    assert client.query_refund(PAID_ORDER, REFUND) == expected
    assert client.refund(PAID_ORDER, REFUND) == (RefundPending() if expected == RefundDone() else expected)


def test_an_answer_need_not_say_who_has_asked(stand: Stand, client: UnionPay) -> None:
    stand.say({name: value for name, value in TRADE.items() if name not in {"accessType", "acqInsCode"}})
    assert isinstance(client.query(ORDER), Paid)


def test_a_refusal_to_another_acquirer_is_none(stand: Stand, client: UnionPay) -> None:
    stand.say({"respCode": "11", "acqInsCode": "48270001"})
    assert client.create(ORDER, "医疗保险") == Unclear("mismatch: acqInsCode")
    assert client.refund(PAID_ORDER, REFUND) == Unclear("mismatch: acqInsCode")


def test_what_goes_over_the_wire(stand: Stand, client: UnionPay) -> None:
    """全渠道 5.1.0: who asks stands in every request, the merchant is described where money moves."""
    client.create(ORDER, "医疗保险")
    client.query(ORDER)
    client.refund(PAID_ORDER, REFUND)
    client.query_refund(PAID_ORDER, REFUND)
    names = WHO | WHOM
    said = [dict(parse_qsl(heard.body.decode())) for heard in stand.script.heard]
    assert [{name: one[name] for name in names if name in one} for one in said] == [names, WHO, names, WHO]


@pytest.mark.parametrize("acquirer", [None, OTHER, replace(BANK, abbreviation="九个字的商户简称呀")])
def test_a_wrong_mode_is_refused(
    simulator: UnionPaySimulator, merchant: UnionPayMerchant, unionpay: UnionPay, now: Now, acquirer: Acquirer | None
) -> None:
    shown = unionpay.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    code = "32" if acquirer == OTHER else "10"
    wrong = UnionPay(replace(merchant, acquirer=acquirer), simulator.base_url, now, file_url=simulator.base_url)
    assert wrong.create(unionpay_order("A" * 20), "医疗保险") == Refused(code)
    assert wrong.refund(PAID_ORDER, REFUND) == Refused(code)
    if acquirer is None or acquirer == OTHER:
        assert wrong.query(ORDER) == wrong.close(ORDER) == Unclear(f"respCode {code}")
        assert wrong.query_refund(PAID_ORDER, REFUND) == Unclear(f"respCode {code}")
        assert wrong.bill(NOON.date()) == Silent(f"respCode {code}")
    wrong.disconnect()


def test_a_merchant_who_asks_itself_is_no_acquirer(
    simulator: UnionPaySimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> None:
    merchant, _ = demo_merchant(simulator, now, make_key=lambda: rsa_keys[1])
    wrong = UnionPay(replace(merchant, acquirer=BANK), simulator.base_url, now)
    assert wrong.create(ORDER, "医疗保险") == Refused("10")
    wrong.disconnect()
