"""What may become of a refund between the terminal, the simulated WeChat Pay and the payer, and where it is sent on."""

import base64
import json

import pytest

from adapters.assets.banks import banks_from_toml
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.rerouting import BANK_TYPES
from domain.payment.network import (
    Absent,
    Presented,
    RefundAbnormal,
    RefundAnswer,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
)
from domain.refunds.account import Account
from kit.simulators.faults import RefundFate
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import FEN, Now, a_refund, an_order, openssl
from tests.adapters.wechat.stand import Stand
from tests.payment.hall import ASSETS

ORDER, REFUND = an_order(), a_refund()
FULL = 50_000_00
CARD = Account("ICBC", "6222020200112233446", "张建国")
LOCAL = Account("GZRCU", "6217790000000000016", "张建国")


@pytest.fixture(autouse=True)
def _paid(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    shown = wechat.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    assert simulator.pay(shown.code, Source.CARD) is Ending.PAID


@pytest.mark.parametrize(
    ("fate", "asked", "told"),
    [
        (RefundFate.DONE, RefundPending(), RefundDone()),
        (RefundFate.UNDER_WAY, RefundPending(), RefundPending()),
        (RefundFate.CLOSED, RefundPending(), RefundClosed()),
        (RefundFate.ABNORMAL, RefundPending(), RefundAbnormal(f"5000{2:024d}")),
        (RefundFate.REFUSED, Refused("USER_ACCOUNT_ABNORMAL"), Absent()),
        (RefundFate.SHORT, RefundShort("NOT_ENOUGH"), Absent()),
    ],
)
def test_what_becomes_of_it(
    simulator: WeChatSimulator, wechat: WeChatPay, now: Now, fate: RefundFate, asked: RefundAnswer, told: RefundAnswer
) -> None:
    simulator.faults.decide(fate)
    assert wechat.refund(ORDER, REFUND) == asked
    now.pass_by(days=3)
    assert wechat.query_refund(ORDER, REFUND) == told
    there = FULL if fate is RefundFate.DONE else FULL - FEN
    assert simulator.wallet.balances[Source.CARD] == there


def test_what_is_closed_stays_closed_and_another_number_is_taken(
    simulator: WeChatSimulator, wechat: WeChatPay, now: Now
) -> None:
    simulator.faults.decide(RefundFate.CLOSED)
    wechat.refund(ORDER, REFUND)
    now.pass_by(days=7)
    simulator.faults.decide(RefundFate.DONE)
    assert wechat.refund(ORDER, REFUND) == RefundClosed()
    assert wechat.refund(ORDER, a_refund("R2")) == RefundPending()
    now.pass_by(seconds=3)
    assert wechat.query_refund(ORDER, REFUND) == RefundClosed()
    assert wechat.query_refund(ORDER, a_refund("R2")) == RefundDone()
    assert simulator.wallet.balances[Source.CARD] == FULL


@pytest.fixture
def stuck(simulator: WeChatSimulator, wechat: WeChatPay, now: Now) -> str:
    """WeChat's own number of a refund that could not be handed over."""
    simulator.faults.decide(RefundFate.ABNORMAL)
    wechat.refund(ORDER, REFUND)
    now.pass_by(seconds=3)
    told = wechat.query_refund(ORDER, REFUND)
    assert isinstance(told, RefundAbnormal)
    return told.reference


def test_what_could_not_be_handed_over_may_be_all_the_same(
    simulator: WeChatSimulator, wechat: WeChatPay, stuck: str
) -> None:
    """The payer has a new card: nobody asked for anything."""
    simulator.ledger.turn(REFUND.number, RefundFate.DONE)
    assert wechat.query_refund(ORDER, REFUND) == RefundDone()
    assert simulator.wallet.balances[Source.CARD] == FULL


def test_it_is_sent_on_to_a_bank_account_once(
    simulator: WeChatSimulator, wechat: WeChatPay, now: Now, stuck: str
) -> None:
    assert wechat.reroute(ORDER, REFUND, stuck, CARD) == RefundPending()
    assert wechat.reroute(ORDER, REFUND, stuck, CARD) == Refused("INVALID_REQUEST")
    now.pass_by(seconds=3)
    assert wechat.query_refund(ORDER, REFUND) == RefundDone()
    assert simulator.ledger.sent_on == [(CARD.number, CARD.holder, FEN)]
    assert simulator.wallet.balances[Source.CARD] == FULL - FEN


def test_where_its_bank_does_not_take_part_it_comes_back_to_the_merchant(
    simulator: WeChatSimulator, wechat: WeChatPay, now: Now, stuck: str
) -> None:
    """That is no refund: the money still has to go out, another way."""
    assert wechat.reroute(ORDER, REFUND, stuck, LOCAL) == RefundPending()
    now.pass_by(seconds=3)
    assert wechat.query_refund(ORDER, REFUND) == RefundFailed("returned to the merchant")
    assert simulator.ledger.sent_on == []


def test_only_what_is_abnormal_is_sent_on(wechat: WeChatPay, now: Now) -> None:
    wechat.refund(ORDER, REFUND)
    assert wechat.reroute(ORDER, REFUND, "5000", CARD) == Absent()
    now.pass_by(seconds=3)
    assert wechat.reroute(ORDER, REFUND, f"5000{2:024d}", CARD) == Refused("INVALID_REQUEST")


def test_card_and_name_leave_sealed_for_the_platform(stand: Stand) -> None:
    """Opened by openssl with the platform's key; nothing of them can be read on the way."""
    stand.say(404, {"code": "RESOURCE_NOT_EXISTS"})
    stand.client.reroute(ORDER, REFUND, "5000", CARD)
    (heard,) = stand.script.heard
    assert heard.target == "/v3/refund/domestic/refunds/5000/apply-abnormal-refund"
    assert heard.headers["wechatpay-serial"] == "PUB_KEY_ID_01"
    content = json.loads(heard.body)
    key = str(stand.platform_keys.private)
    opened = {
        name: openssl(
            *("pkeyutl", "-decrypt", "-inkey", key, "-pkeyopt", "rsa_padding_mode:oaep"),
            given=base64.b64decode(content.pop(name)),
        ).decode()
        for name in ("bank_account", "real_name")
    }
    assert opened == {"bank_account": CARD.number, "real_name": CARD.holder}
    assert content == {"out_refund_no": REFUND.number, "type": "USER_BANK_CARD", "bank_type": "ICBC_DEBIT"}
    assert CARD.number not in str(heard)


def test_the_banks_to_which_it_can_be_sent_are_banks_of_ours() -> None:
    banks = banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))
    assert BANK_TYPES.keys() <= {bank.code for bank in banks.all}
    assert len(BANK_TYPES) == 11 and all(BANK_TYPES[code] == f"{code}_DEBIT" for code in BANK_TYPES)
