"""A service provider (服务商) acts for the merchant who has authorised it: every call says by which token."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.contract import ALIPAY, AlipaySettings
from adapters.payments.alipay.merchant import AlipayMerchant
from domain.payment.network import Absent, Closed, Paid, Presented, QueryAnswer, RefundDone, Refused, Unclear, Waiting
from domain.reconciliation.bill import Bill, Silent
from domain.runtime import HALL_TIME
from kit.simulators.alipay.demo import demo_merchant
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.payer import Ending, Source
from kit.simulators.runtime import SimulatedRuntime
from tests.adapters.alipay.samples import OK, TRADE, error
from tests.adapters.alipay.stand import METHODS, Stand, ask, asked, order_of
from tests.adapters.stand import NOON, Now, a_refund

TOKEN = "202611BB0000000000000000000000000X42"
ORDER, REFUND = order_of(), a_refund()
Pair = tuple[AlipayMerchant, Alipay]
NO_RIGHT = "20001 aop.invalid-app-auth-token"


@pytest.fixture
def pair_for(
    simulator: AlipaySimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> Callable[[str], Pair]:
    """A client whose application the simulator knows with that token."""
    return lambda token: demo_merchant(simulator, now, make_key=lambda: rsa_keys[1], app_auth_token=token)


def test_a_life_with_a_refund_and_a_bill(simulator: AlipaySimulator, pair_for: Callable[[str], Pair], now: Now) -> None:
    _, alipay = pair_for(TOKEN)
    shown = alipay.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    simulator.scan(shown.code)
    assert alipay.query(ORDER) == Waiting()
    assert simulator.pay(shown.code, Source.CARD) is Ending.PAID
    assert isinstance(alipay.query(ORDER), Paid)
    assert alipay.refund(ORDER, REFUND) == RefundDone()
    now.pass_by(days=1)
    assert alipay.query_refund(ORDER, REFUND) == RefundDone()
    bill = alipay.bill(NOON.astimezone(HALL_TIME).date())
    assert isinstance(bill, Bill)
    assert [row.order for row in bill.rows()] == [ORDER.number, ORDER.number]


def test_a_code_is_taken_back(simulator: AlipaySimulator, pair_for: Callable[[str], Pair]) -> None:
    _, alipay = pair_for(TOKEN)
    shown = alipay.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    assert alipay.close(ORDER) == Absent()
    simulator.scan(shown.code)
    assert alipay.close(ORDER) == Closed()


@pytest.mark.parametrize(("known", "sent"), [(TOKEN, ""), (TOKEN, TOKEN[:-1]), ("", TOKEN)])
def test_a_wrong_mode_is_refused(
    simulator: AlipaySimulator, pair_for: Callable[[str], Pair], now: Now, known: str, sent: str
) -> None:
    merchant, _ = pair_for(known)
    wrong = Alipay(replace(merchant, app_auth_token=sent), simulator.base_url, now)
    assert wrong.create(ORDER, "医疗保险") == Refused("aop.invalid-app-auth-token")
    assert wrong.query(ORDER) == Unclear(NO_RIGHT)
    assert wrong.close(ORDER) == Unclear(NO_RIGHT)
    # It passes with a new token: nothing is sent back in another way because of it.
    assert wrong.refund(ORDER, REFUND) == Unclear(NO_RIGHT)
    assert wrong.query_refund(ORDER, REFUND) == Unclear(NO_RIGHT)
    now.pass_by(days=1)
    assert wrong.bill(NOON.date()) == Silent(NO_RIGHT)


@pytest.mark.parametrize("call", METHODS)
def test_every_call_says_by_which_token(stand: Stand, call: str) -> None:
    client = Alipay(replace(stand.merchant, app_auth_token=TOKEN), stand.base_url, Now())
    ask(client, call)
    ask(stand.client, call)
    of_a_provider, of_a_merchant = map(asked, stand.script.heard)
    assert of_a_provider["app_auth_token"] == TOKEN
    assert "app_auth_token" not in of_a_merchant
    signed = {name: value for name, value in of_a_provider.items() if name != "sign"}
    assert signed == {name: value for name, value in of_a_merchant.items() if name != "sign"} | {
        "app_auth_token": TOKEN
    }


@pytest.mark.parametrize("token", [None, TOKEN])
def test_a_contract_without_a_token_sends_none(stand: Stand, tmp_path: Path, token: str | None) -> None:
    kept = {
        "ours": stand.merchant.private_key,
        "theirs": stand.merchant.alipay_public_key,
        "token": f"{token}\n".encode(),
    }
    for name, content in kept.items():
        (tmp_path / name).write_bytes(content)
    given = AlipaySettings.model_construct(
        app_id=stand.merchant.app_id,
        seller_id=stand.merchant.seller_id,
        private_key_file=tmp_path / "ours",
        alipay_public_key_file=tmp_path / "theirs",
        app_auth_token_file=tmp_path / "token" if token else None,
        notify_url=stand.merchant.notify_url,
        base_url=stand.base_url,
    )
    client = ALIPAY.client(given, SimulatedRuntime(NOON))
    client.query(ORDER)
    assert asked(stand.script.heard[-1]).get("app_auth_token") == token


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, Paid),
        ({"seller_id": "2088100000000001"}, Paid),
        ({"seller_id": "2088100000000002"}, Unclear("mismatch: seller_id")),
        ({"app_id": "2021000000000002"}, Unclear("mismatch: app_id")),
        ({"out_trade_no": "ANOTHER"}, Unclear("mismatch: out_trade_no")),
        ({"total_amount": "380.01"}, Unclear("mismatch: total_amount")),
    ],
)
def test_whose_order_an_answer_is_about(
    stand: Stand, more: dict[str, str], expected: QueryAnswer | type[QueryAnswer]
) -> None:
    client = Alipay(replace(stand.merchant, app_auth_token=TOKEN), stand.base_url, Now())
    stand.say("query", TRADE | more)
    answer = client.query(ORDER)
    assert isinstance(answer, Paid) if expected is Paid else answer == expected


@pytest.mark.parametrize("word", ["aop.invalid-app-auth-token", "aop.app-auth-token-time-out"])
def test_a_token_that_is_over(stand: Stand, word: str) -> None:
    stand.say("create", error(word, "20001"))
    assert stand.client.create(ORDER, "医疗保险") == Refused(word)
    stand.say("create", OK | {"sub_code": word})
    assert stand.client.create(ORDER, "医疗保险") == Unclear("mismatch: out_trade_no")


def test_the_token_is_not_shown(stand: Stand) -> None:
    assert TOKEN not in repr(replace(stand.merchant, app_auth_token=TOKEN))
