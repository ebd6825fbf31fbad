"""Orders that WeChat Pay combines (合单支付): each has its own answer, transaction, row on the bill and refunds."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.wire import Reply, Wire
from adapters.runtime import Machine
from domain.money import Fen
from domain.payment.network import (
    Absent,
    CloseAnswer,
    Closed,
    CreateAnswer,
    Paid,
    Presented,
    QueryAnswer,
    RefundDone,
    RefundPending,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.notices import NotBelieved
from domain.payment.order import Combined, Order, Trade
from domain.reconciliation.bill import Bill
from domain.runtime import HALL_TIME
from kit.simulators.faults import Fault
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.notices import sealed
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.others.clients import wechatpayv3_of
from tests.adapters.stand import NOON, Now, a_refund, an_order
from tests.adapters.wechat.stand import Stand

WHAT = "医疗保险"
SUMS = (380_00, 120_50, 400_00)
NUMBERS = tuple(f"GZT000120261123120000{n:08d}" for n in (1, 2, 3))
WHOLE = "GZT00012026112312000000000009"
SUB, SUB_APP = "1900000201", "wx0000000000000201"


def household(now: datetime = NOON) -> tuple[Order, ...]:
    parts = tuple(Trade(number, Fen(fen)) for number, fen in zip(NUMBERS, SUMS, strict=True))
    combined = Combined(WHOLE, Fen(sum(part.fen for part in parts)), parts)
    return tuple(replace(an_order(part.number, part.fen, now), combined=combined) for part in parts)


ONE, OTHER, LAST = FAMILY = household()


def shown(wechat: WeChatPay, family: tuple[Order, ...] = FAMILY) -> str:
    answer = wechat.create(family[0], WHAT)
    assert isinstance(answer, Presented)
    return answer.code


class TestLife:
    def test_one_code_and_a_transaction_each(self, simulator: WeChatSimulator, wechat: WeChatPay, now: Now) -> None:
        assert [wechat.query(one) for one in FAMILY] == [Absent()] * 3
        code = shown(wechat)
        assert [wechat.query(one) for one in FAMILY] == [Waiting()] * 3
        scanned = simulator.scan(code)
        assert scanned and (scanned.fen, scanned.description) == (sum(SUMS), WHAT)
        now.pass_by(seconds=20)
        assert simulator.pay(code, Source.CARD) is Ending.PAID
        paid = [wechat.query(one) for one in FAMILY]
        assert len({answer.transaction for answer in paid if isinstance(answer, Paid) and answer.paid_at == now()}) == 3
        assert simulator.wallet.balances[Source.CARD] == 50_000_00 - sum(SUMS)
        assert simulator.pay(code, Source.CARD) is Ending.ALREADY_PAID
        assert wechat.close(OTHER) == Waiting()

    def test_too_little_money_pays_nobody(self, simulator: WeChatSimulator, wechat: WeChatPay) -> None:
        assert simulator.pay(shown(wechat), Source.CHANGE) is Ending.TOO_LITTLE_MONEY
        assert [wechat.query(one) for one in FAMILY] == [Waiting()] * 3
        assert simulator.wallet.balances[Source.CHANGE] == 200_00

    def test_whichever_is_closed_closes_all(self, simulator: WeChatSimulator, wechat: WeChatPay) -> None:
        code = shown(wechat)
        assert wechat.close(LAST) == Closed()
        assert [wechat.query(one) for one in FAMILY] == [Closed()] * 3
        assert wechat.close(ONE) == Closed()
        assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
        assert wechat.create(OTHER, WHAT) == Refused("ORDER_CLOSED")

    def test_made_again_the_older_code_is_dead(self, simulator: WeChatSimulator, wechat: WeChatPay) -> None:
        old, new = shown(wechat), shown(wechat)
        assert [simulator.pay(code, Source.CARD) for code in (old, new)] == [Ending.EXPIRED, Ending.PAID]
        assert wechat.create(ONE, WHAT) == Unclear("400 ORDERPAID")

    def test_its_numbers_are_taken_for_anything_else(self, wechat: WeChatPay) -> None:
        shown(wechat)
        again = tuple(
            replace(one, combined=replace(one.combined, number=f"{WHOLE}X")) for one in FAMILY if one.combined
        )
        assert wechat.create(again[0], WHAT) == Unclear("400 INVALID_REQUEST 268498688")
        assert wechat.create(household(NOON + timedelta(seconds=1))[0], WHAT) == Unclear(
            "400 INVALID_REQUEST 268498688"
        )

    def test_at_the_password_nothing_is_closed(self, simulator: WeChatSimulator, wechat: WeChatPay) -> None:
        shown(wechat)
        simulator.ledger.type(WHOLE, typing=True)
        assert [wechat.query(one) for one in FAMILY] + [wechat.close(ONE)] == [Waiting()] * 4

    def test_one_goes_back_and_the_others_stay_paid(
        self, simulator: WeChatSimulator, wechat: WeChatPay, now: Now
    ) -> None:
        simulator.pay(shown(wechat), Source.CARD)
        assert wechat.refund(OTHER, a_refund(fen=120_50)) == RefundPending()
        assert wechat.refund(LAST, a_refund("R2", 400_00)) == RefundPending()  # Another order: nobody has to wait.
        now.pass_by(seconds=5)
        assert wechat.query_refund(OTHER, a_refund(fen=120_50)) == RefundDone()
        assert wechat.query_refund(LAST, a_refund("R2", 400_00)) == RefundDone()
        assert simulator.wallet.balances[Source.CARD] == 50_000_00 - 380_00
        assert isinstance(wechat.query(ONE), Paid)
        assert wechat.query(OTHER) == Unclear("refunded elsewhere")
        assert wechat.refund(ONE, a_refund("R3", 380_01)) == Refused("INVALID_REQUEST")

    def test_a_row_each_on_the_bill(self, simulator: WeChatSimulator, wechat: WeChatPay, now: Now) -> None:
        simulator.pay(shown(wechat), Source.CARD)
        wechat.refund(OTHER, a_refund(fen=120_50))
        paid = {one.number: answer for one in FAMILY if isinstance(answer := wechat.query(one), Paid)}
        now.pass_by(days=1)
        bill = wechat.bill(NOON.astimezone(HALL_TIME).date())
        assert isinstance(bill, Bill)
        rows = [(row.number, row.order, row.fen) for row in bill.rows()]
        payments = [(one.number, one.number, one.fen) for one in FAMILY]
        assert sorted(rows) == sorted([*payments, ("R1", OTHER.number, 120_50)])
        told = {row.number: row.transaction for row in bill.rows()}
        assert all(told[number] == answer.transaction for number, answer in paid.items()) and len(paid) == 2

    def test_it_tells_of_all_by_their_number(self, simulator: WeChatSimulator, wechat: WeChatPay) -> None:
        simulator.pay(shown(wechat), Source.CARD)
        headers, body = simulator.notification(WHOLE)
        assert wechat.notified({name.lower(): value for name, value in headers.items()}, body) == WHOLE


AMOUNT = {"total_amount": 120_50, "currency": "CNY", "payer_amount": 120_50, "payer_currency": "CNY"}
PART: dict[str, Any] = {
    "mchid": "1230000109",
    "out_trade_no": OTHER.number,
    "trade_type": "NATIVE",
    "trade_state": "SUCCESS",
    "attach": WHOLE,
    "transaction_id": "4200001234202611230000000002",
    "success_time": "2026-11-23T12:01:02+08:00",
    "amount": AMOUNT,
}
PAID = Paid("4200001234202611230000000002", datetime(2026, 11, 23, 4, 1, 2, tzinfo=UTC))
NOT_IT = PART | {"out_trade_no": ONE.number, "trade_state": "NOTPAY", "amount": {}}


def all_of(*parts: object, **changes: object) -> dict[str, object]:
    whole = {"combine_appid": "wx0000000000000001", "combine_mchid": "1230000109", "combine_out_trade_no": WHOLE}
    return whole | {"sub_orders": list(parts)} | changes


def error(code: str) -> dict[str, str]:
    return {"code": code, "message": "…"}


@pytest.mark.parametrize(
    ("status", "fields", "expected"),
    [
        (200, all_of(PART), PAID),
        (200, all_of(NOT_IT, PART), PAID),
        (200, all_of(PART, NOT_IT | {"trade_state": "SUCCESS"}), PAID),
        (200, all_of(PART | {"trade_state": "NOTPAY"}, NOT_IT | {"trade_state": "SUCCESS"}), Waiting()),
        (200, all_of(PART | {"trade_state": "USERPAYING"}), Waiting()),
        (200, all_of(PART | {"trade_state": "PAYERROR"}), Waiting()),
        (200, all_of(PART | {"trade_state": "ACCEPT"}), Waiting()),
        (200, all_of(PART | {"trade_state": "CLOSED"}), Closed()),
        (200, all_of(PART | {"trade_state": "REFUND"}), Unclear("refunded elsewhere")),
        (200, all_of(PART | {"trade_state": "PAID"}), Unclear("unknown state: PAID")),
        (200, all_of(PART | {"trade_state": None}), Unclear("unknown state: None")),
        (200, all_of(), Unclear("mismatch: sub_orders")),
        (200, all_of(NOT_IT), Unclear("mismatch: sub_orders")),
        (200, all_of(PART, PART), Unclear("mismatch: sub_orders")),
        (200, all_of(PART, PART | {"trade_state": "CLOSED"}), Unclear("mismatch: sub_orders")),
        (200, all_of(OTHER.number, ["SUCCESS"], None), Unclear("mismatch: sub_orders")),
        (200, all_of(sub_orders=PART), Unclear("mismatch: sub_orders")),
        (200, all_of(sub_orders=None), Unclear("mismatch: sub_orders")),
        (200, PART, Unclear("mismatch: combine_out_trade_no")),
        (200, PART | {"combine_out_trade_no": WHOLE}, Unclear("mismatch: combine_appid")),
        (200, all_of(PART, combine_out_trade_no=OTHER.number), Unclear("mismatch: combine_out_trade_no")),
        (200, all_of(PART, combine_mchid="1230000110"), Unclear("mismatch: combine_mchid")),
        (200, all_of(PART, combine_mchid=1230000109), Unclear("mismatch: combine_mchid")),
        (200, all_of(PART, combine_appid="wx0000000000000002"), Unclear("mismatch: combine_appid")),
        (200, all_of(PART | {"mchid": "1230000110"}), Unclear("mismatch: mchid")),
        (200, all_of(PART | {"mchid": "1230000110", "trade_state": "CLOSED"}), Unclear("mismatch: mchid")),
        (200, all_of({name: value for name, value in PART.items() if name != "mchid"}), Unclear("mismatch: mchid")),
        (200, all_of(PART | {"amount": AMOUNT | {"total_amount": 120_51}}), Unclear("mismatch: total_amount")),
        (200, all_of(PART | {"amount": AMOUNT | {"total_amount": sum(SUMS)}}), Unclear("mismatch: total_amount")),
        (200, all_of(PART | {"amount": AMOUNT | {"total_amount": "12050"}}), Unclear("mismatch: total_amount")),
        (200, all_of(PART | {"amount": {"total": 120_50, "currency": "CNY"}}), Unclear("mismatch: total_amount")),
        (200, all_of(PART | {"amount": None}), Unclear("mismatch: total_amount")),
        (200, all_of(PART | {"amount": AMOUNT | {"currency": "HKD"}}), Unclear("mismatch: currency")),
        (200, all_of(PART | {"success_time": "2026-11-23T12:01:02"}), Unclear("unreadable: success_time")),
        (200, all_of(PART | {"transaction_id": ""}), Unclear("unreadable: transaction_id or success_time")),
        (202, error("USERPAYING"), Waiting()),
        (404, error("ORDERNOTEXIST"), Absent()),
        (404, error("NOT_FOUND"), Unclear("404 NOT_FOUND")),
        (400, error("ORDER_CLOSED"), Unclear("400 ORDER_CLOSED")),
        (500, error("SYSTEMERROR"), Unclear("500 SYSTEMERROR")),
    ],
)
def test_what_an_answer_says_of_one(stand: Stand, status: int, fields: object, expected: QueryAnswer) -> None:
    stand.say(status, fields)
    assert stand.client.query(OTHER) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"sub_mchid": SUB}, PAID),
        ({"sub_mchid": SUB, "sub_appid": SUB_APP}, PAID),
        ({}, Unclear("mismatch: sub_mchid")),
        ({"sub_mchid": "1900000202"}, Unclear("mismatch: sub_mchid")),
        ({"sub_mchid": SUB, "sub_appid": "wx0000000000000202"}, Unclear("mismatch: sub_appid")),
        ({"sub_mchid": SUB, "mchid": SUB}, Unclear("mismatch: mchid")),
    ],
)
def test_what_it_says_to_a_service_provider(stand: Stand, part: dict[str, str], expected: QueryAnswer) -> None:
    stand.say(200, all_of(PART | part))
    assert stand.client_of(replace(stand.merchant, sub_mchid=SUB, sub_appid=SUB_APP)).query(OTHER) == expected


@pytest.mark.parametrize(
    ("status", "code", "created", "closed"),
    [
        (400, "INVALID_REQUEST", Refused("INVALID_REQUEST"), Unclear("400 INVALID_REQUEST")),
        (400, "ORDER_CLOSED", Refused("ORDER_CLOSED"), Closed()),
        (403, "NOAUTH", Refused("NOAUTH"), Unclear("403 NOAUTH")),
        (403, "RULELIMIT", Refused("RULELIMIT"), Unclear("403 RULELIMIT")),
        (403, "OUT_TRADE_NO_USED", Unclear("403 OUT_TRADE_NO_USED"), Unclear("403 OUT_TRADE_NO_USED")),
        (403, "TRADE_ERROR", Refused("TRADE_ERROR"), Unclear("403 TRADE_ERROR")),
        (202, "USERPAYING", Unclear("202 USERPAYING"), Waiting()),
        (404, "ORDERNOTEXIST", Unclear("404 ORDERNOTEXIST"), Absent()),
        (500, "SYSTEMERROR", Unclear("500 SYSTEMERROR"), Unclear("500 SYSTEMERROR")),
    ],
)
def test_its_errors(stand: Stand, status: int, code: str, created: CreateAnswer, closed: CloseAnswer) -> None:
    stand.say(status, error(code))
    assert (stand.client.create(ONE, WHAT), stand.client.close(ONE)) == (created, closed)


def test_what_is_told_of_somebody_else_is_not_believed(stand: Stand) -> None:
    def told(content: dict[str, object]) -> tuple[dict[str, str], bytes]:
        account = Account(*("",) * 3, b"", "", api_v3_key=stand.merchant.api_v3_key)
        body = json.dumps({"resource": sealed(account, "n" * 12, "transaction", json.dumps(content).encode())}).encode()
        stand.sign_answers()
        return {name.lower(): value for name, value in stand.script.headers(body).items()}, body

    assert stand.client.notified(*told(all_of(PART))) == WHOLE
    for content, why in (
        (all_of(PART, combine_mchid="1230000110"), "mismatch: combine_mchid"),
        (all_of(PART, combine_appid="wx0000000000000002"), "mismatch: combine_appid"),
        (all_of(PART, combine_out_trade_no=7), "unreadable: combine_out_trade_no"),
    ):
        with pytest.raises(NotBelieved, match=f"^{why}$"):
            stand.client.notified(*told(content))


@pytest.mark.parametrize(
    ("fault", "answers"),
    [
        (Fault.WRONG_AMOUNT, [Unclear("mismatch: total_amount")] * 3),
        (Fault.WRONG_MERCHANT, [Unclear("mismatch: mchid")] * 3),
        (Fault.UNKNOWN_STATE, [Unclear("unknown state: IN_LIMBO")] * 3),
        (Fault.UNEVEN, [Paid, Paid, Waiting()]),
        (Fault.BAD_SIGNATURE, [Unclear("200 bad signature")] * 3),
        (Fault.TRUNCATED, [Unclear("RemoteProtocolError")] * 3),
    ],
)
def test_a_lie_about_what_is_paid(
    simulator: WeChatSimulator, wechat: WeChatPay, fault: Fault, answers: list[object]
) -> None:
    simulator.pay(shown(wechat), Source.CARD)
    simulator.faults.switch(fault)
    told = [wechat.query(one) for one in FAMILY]
    assert [type(one) if isinstance(one, Paid) else one for one in told] == answers


class TestWhatItRefuses:
    """What the real one would not take the simulated one does not."""

    @pytest.fixture
    def wire(self, simulator: WeChatSimulator, merchant: WeChatMerchant, now: Now) -> Wire:
        return Wire(merchant, simulator.base_url, now, lambda: "N", 5.0)

    @pytest.fixture
    def good(self, merchant: WeChatMerchant) -> dict[str, Any]:
        amount = {"total_amount": 100, "currency": "CNY"}
        part = {"mchid": merchant.mchid, "attach": "A", "description": WHAT, "amount": amount}
        return {
            "combine_appid": merchant.appid,
            "combine_mchid": merchant.mchid,
            "combine_out_trade_no": "A00001",
            "time_expire": "2026-11-23T12:05:00+08:00",
            "notify_url": merchant.notify_url,
            "sub_orders": [part | {"out_trade_no": number} for number in ("B00001", "B00002")],
        }

    @pytest.mark.parametrize(
        ("spoil", "code"),
        [
            (lambda whole, part: whole.update(combine_mchid="1230000110"), "MCH_NOT_EXISTS"),
            (lambda whole, part: whole.update(combine_appid="wx0000000000000002"), "APPID_MCHID_NOT_MATCH"),
            (lambda whole, part: whole.update(combine_out_trade_no="A0001"), "PARAM_ERROR"),
            (lambda whole, part: whole.update(time_expire="soon"), "PARAM_ERROR"),
            (lambda whole, part: whole.update(notify_url="http://kiosk.example/notify"), "PARAM_ERROR"),
            (lambda whole, part: whole.update(sub_orders=None), "PARAM_ERROR"),
            (lambda whole, part: whole.update(sub_orders=[part]), "PARAM_ERROR"),
            (lambda whole, part: whole.update(sub_orders=whole["sub_orders"] * 6), "PARAM_ERROR"),
            (lambda whole, part: whole.update(sub_orders=[part, part]), "PARAM_ERROR"),
            (lambda whole, part: part.update(mchid="1230000110"), "MCH_NOT_EXISTS"),
            (lambda whole, part: part.update(sub_mchid="1230000110"), "PARAM_ERROR"),
            (lambda whole, part: part.update(out_trade_no="B0001"), "PARAM_ERROR"),
            (lambda whole, part: part.update(description="医" * 128), "PARAM_ERROR"),
            (lambda whole, part: part.update(attach=""), "PARAM_ERROR"),
            (lambda whole, part: part.pop("attach"), "PARAM_ERROR"),
            (lambda whole, part: part.update(amount={"total": 100, "currency": "CNY"}), "PARAM_ERROR"),
            (lambda whole, part: part.update(amount={"total_amount": 0, "currency": "CNY"}), "PARAM_ERROR"),
        ],
    )
    def test_to_make(
        self, wire: Wire, good: dict[str, Any], spoil: Callable[[dict[str, Any], dict[str, Any]], object], code: str
    ) -> None:
        spoil(good, good["sub_orders"][1])
        assert said(wire, "/v3/combine-transactions/native", good) == (400, code)

    @pytest.mark.parametrize(
        ("numbers", "expected"),
        [
            (("B00001", "B00002"), (204, "")),
            (("B00002", "B00001"), (204, "")),
            (("B00001",), (400, "INVALID_REQUEST")),
            (("B00001", "B00003"), (400, "INVALID_REQUEST")),
            (("B00001", "B00002", "B00003"), (400, "INVALID_REQUEST")),
            ((), (400, "INVALID_REQUEST")),
        ],
    )
    def test_to_close_in_part(
        self, wire: Wire, good: dict[str, Any], numbers: tuple[str, ...], expected: tuple[int, str]
    ) -> None:
        said(wire, "/v3/combine-transactions/native", good)
        parts = [{"mchid": good["combine_mchid"], "out_trade_no": number} for number in numbers]
        asked = {"combine_appid": good["combine_appid"], "sub_orders": parts}
        assert said(wire, "/v3/combine-transactions/out-trade-no/A00001/close", asked) == expected

    def test_to_be_asked_as_of_other_orders(self, wire: Wire, good: dict[str, Any], merchant: WeChatMerchant) -> None:
        said(wire, "/v3/combine-transactions/native", good)
        one = "/v3/pay/transactions/out-trade-no/B00001"
        assert said(wire, f"{one}?mchid={merchant.mchid}") == (404, "ORDER_NOT_EXIST")
        assert said(wire, f"{one}/close", {"mchid": merchant.mchid}) == (404, "ORDER_NOT_EXIST")
        assert said(wire, "/v3/combine-transactions/out-trade-no/B00001") == (404, "ORDER_NOT_EXIST")


def said(wire: Wire, target: str, content: dict[str, Any] | None = None) -> tuple[int, str]:
    answer = wire.call("POST" if content else "GET", target, content)
    assert isinstance(answer, Reply)
    return answer.status, answer.code


def test_a_service_provider_combines_for_its_merchant(
    simulator: WeChatSimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> None:
    key = rsa_keys[1]
    provider = demo_merchant(simulator, now, Machine(), make_key=lambda: key, sub_mchid=SUB, sub_appid=SUB_APP)[1]
    assert provider.combines == 50
    simulator.pay(shown(provider), Source.CARD)
    assert all(isinstance(provider.query(one), Paid) for one in FAMILY)
    assert provider.refund(OTHER, a_refund(fen=120_50)) == RefundPending()
    assert provider.close(ONE) == Waiting()  # Paid: it is closed no more.


class TestSecondClient:
    """PyPI's wechatpayv3 knows how these are made, asked about and closed as well."""

    @pytest.fixture
    def now(self) -> Now:
        """It looks at the real clock, so everybody does."""
        return Now(datetime.now(UTC))

    @pytest.fixture
    def other(self, simulator: WeChatSimulator, merchant: WeChatMerchant) -> Any:
        return wechatpayv3_of(simulator, merchant)

    def made(self, other: Any, merchant: WeChatMerchant, family: tuple[Order, ...]) -> str:
        parts = [
            {
                "mchid": merchant.mchid,
                "attach": WHOLE,
                "amount": {"total_amount": one.fen, "currency": "CNY"},
                "out_trade_no": one.number,
                "description": WHAT,
            }
            for one in family
        ]
        end = family[0].deadline.astimezone(HALL_TIME).isoformat(timespec="seconds")
        status, text = other.combine_pay(WHOLE, parts, time_expire=end)
        assert status == 200
        return str(json.loads(text)["code_url"])

    def test_what_it_makes_we_can_ask_about(
        self, simulator: WeChatSimulator, merchant: WeChatMerchant, wechat: WeChatPay, other: Any, now: Now
    ) -> None:
        family = household(now())
        assert simulator.pay(self.made(other, merchant, family), Source.CARD) is Ending.PAID
        ours = [wechat.query(one) for one in family]
        status, text = other.combine_query(WHOLE)
        theirs = [(part["trade_state"], part["transaction_id"]) for part in json.loads(text)["sub_orders"]]
        assert (status, theirs) == (200, [("SUCCESS", one.transaction) for one in ours if isinstance(one, Paid)])
        status, text = other.refund(
            out_refund_no="R1", amount={"refund": 120_50, "total": 120_50, "currency": "CNY"}, out_trade_no=NUMBERS[1]
        )
        assert (status, json.loads(text)["status"]) == (200, "PROCESSING")

    def test_what_we_make_it_can_close(
        self, simulator: WeChatSimulator, merchant: WeChatMerchant, wechat: WeChatPay, other: Any, now: Now
    ) -> None:
        family = household(now())
        code = shown(wechat, family)
        parts = [{"mchid": merchant.mchid, "out_trade_no": one.number} for one in family]
        assert other.combine_close(WHOLE, parts[:2])[0] == 400
        assert other.combine_close(WHOLE, parts)[0] == 204
        assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
        assert [wechat.query(one) for one in family] == [Closed()] * 3

    def test_it_opens_what_is_told(self, simulator: WeChatSimulator, wechat: WeChatPay, other: Any, now: Now) -> None:
        simulator.pay(shown(wechat, household(now())), Source.CARD)
        told = other.callback(*simulator.notification(WHOLE))["resource"]
        assert [part["out_trade_no"] for part in told["sub_orders"]] == list(NUMBERS)
