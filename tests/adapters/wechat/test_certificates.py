"""Certificate mode: platform certificates are fetched, and one follows the other while the terminal goes on."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.platform import Certificate, PlatformKeys
from adapters.payments.wechat.wire import AGAIN_S, EVERY_S
from domain.payment.network import Closed, Paid, Presented, RefundAbnormal, RefundPending, Refused, Unclear, Waiting
from domain.refunds.account import Account
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.frame import Asked, Told
from kit.simulators.keys import key_of, sign
from kit.simulators.payer import Ending, Source
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.wechat.accounts import Account as Known
from kit.simulators.wechat.certificates import certified, listed
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import FEN, NOON, NUMBER, Script, a_refund, an_order
from tests.adapters.wechat.stand import Stand

ORDER, REFUND = an_order(), a_refund()
LIST = "/v3/certificates"
NOTHING = "no platform certificate"


class Counting(WeChatSimulator):
    """Notes what it was asked."""

    paths: tuple[str, ...] = ()

    def answer(self, asked: Asked) -> Told | None:
        self.paths = (*self.paths, asked.path)
        return super().answer(asked)

    @property
    def lists(self) -> int:
        return self.paths.count(LIST)


@dataclass
class Till:
    """A merchant and a network that signs by certificates, on a pretended machine, with HTTP between them."""

    runtime: SimulatedRuntime
    simulator: Counting
    merchant: WeChatMerchant
    wechat: WeChatPay

    def again(self, **change: Any) -> WeChatPay:
        """Another start of the terminal."""
        now, merchant = self.runtime.now, replace(self.merchant, **change)
        return WeChatPay(merchant, self.simulator.base_url, now, lambda: "N", runtime=self.runtime)


def opened(with_certificates: bool) -> Till:
    runtime, serial = SimulatedRuntime(NOON), iter(range(9))
    simulator = Counting(
        runtime.now, runtime, make_key=lambda: key_of(f"wechat {next(serial)}"), certified=with_certificates
    )
    simulator.start()
    merchant, wechat = demo_merchant(simulator, runtime.now, runtime, make_key=lambda: key_of("merchant"))
    return Till(runtime, simulator, merchant, wechat)


@pytest.fixture
def till() -> Iterator[Till]:
    till = opened(with_certificates=True)
    yield till
    till.simulator.stop()


def shown(wechat: WeChatPay) -> str:
    answer = wechat.create(ORDER, "医疗保险")
    assert isinstance(answer, Presented)
    return answer.code


def test_the_first_call_fetches_them_and_the_next_does_not(till: Till) -> None:
    code = shown(till.wechat)
    assert till.simulator.paths == (LIST, "/v3/pay/transactions/native")
    assert till.wechat.query(ORDER) == Waiting()
    assert till.simulator.pay(code, Source.CARD) is Ending.PAID
    assert isinstance(till.wechat.query(ORDER), Paid)
    assert till.simulator.lists == 1


def test_they_are_fetched_again_while_nobody_pays(till: Till) -> None:
    """By the janitor's greeting, which comes every ten minutes: at least every twelve hours."""
    assert EVERY_S <= 12 * 3600 - 600
    for passed, lists in ((0, 1), (1, 1), (EVERY_S - 2, 1), (1, 2), (600, 2), (EVERY_S, 3)):
        till.runtime.pass_by(seconds=passed)
        till.wechat.greet()
        assert till.simulator.lists == lists
    assert till.wechat.time() == till.runtime.now()


def test_one_follows_the_other(till: Till) -> None:
    shown(till.wechat)
    old = till.simulator.platform_serial
    till.simulator.announce()
    till.runtime.pass_by(seconds=EVERY_S)
    till.wechat.greet()
    assert till.wechat.query(ORDER) == Waiting()
    till.simulator.switch()
    assert till.simulator.platform_serial != old
    assert till.wechat.query(ORDER) == Waiting()
    till.runtime.pass_by(days=2)
    till.wechat.greet()
    assert till.wechat.query(ORDER) == Waiting()
    assert till.simulator.lists == 3


def test_one_that_was_not_announced_is_fetched_at_once_and_the_answer_is_believed(till: Till) -> None:
    shown(till.wechat)
    till.simulator.announce()
    till.simulator.switch()
    till.runtime.pass_by(seconds=AGAIN_S)
    assert (till.wechat.query(ORDER), till.simulator.lists) == (Waiting(), 2)


def test_it_is_not_fetched_more_often_than_that(till: Till) -> None:
    till.runtime.pass_by(seconds=100)
    shown(till.wechat)
    till.simulator.announce()
    till.simulator.switch()
    assert till.wechat.query(ORDER) == Unclear("200 unknown serial")
    assert (till.simulator.lists, till.wechat.query(ORDER)) == (1, Unclear("200 unknown serial"))
    till.runtime.pass_by(seconds=AGAIN_S - 1)
    assert (till.simulator.lists, till.wechat.query(ORDER)) == (1, Unclear("200 unknown serial"))
    till.runtime.pass_by(seconds=1)
    for _ in range(3):
        assert till.wechat.query(ORDER) == Waiting()
        assert till.simulator.lists == 2, "what is known is not fetched again"
        till.runtime.pass_by(seconds=AGAIN_S)


@pytest.mark.parametrize(
    "fault", [Fault.DOWN, Fault.SERVER_ERROR, Fault.BAD_SIGNATURE, Fault.UNSIGNED, Fault.TRUNCATED]
)
def test_without_them_nothing_is_asked(till: Till, fault: Fault) -> None:
    till.simulator.faults.switch(fault)
    assert till.wechat.create(ORDER, "医疗保险") == Refused(NOTHING)
    assert till.wechat.query(ORDER) == till.wechat.close(ORDER) == Unclear(NOTHING)
    assert till.wechat.refund(ORDER, REFUND) == Unclear(NOTHING)
    assert set(till.simulator.paths) == {LIST}
    till.simulator.faults.switch(Fault.NONE)
    shown(till.wechat)


def test_a_fetch_that_fails_takes_nothing_away(till: Till) -> None:
    shown(till.wechat)
    till.simulator.faults.switch(Fault.BAD_SIGNATURE)
    till.runtime.pass_by(seconds=EVERY_S)
    till.wechat.greet()
    till.simulator.faults.switch(Fault.NONE)
    assert till.wechat.query(ORDER) == Waiting()
    till.wechat.greet()
    assert till.simulator.lists == 3, "it is tried again at the next greeting"


def test_another_key_opens_none(till: Till) -> None:
    assert till.again(api_v3_key=bytes(32)).create(ORDER, "医疗保险") == Refused(NOTHING)


def test_one_of_the_settings_is_where_it_begins(till: Till) -> None:
    (first,) = till.simulator.certificates
    begun = till.again(platform_keys={first.serial: first.pem})
    assert isinstance(begun.create(ORDER, "医疗保险"), Presented)
    assert till.simulator.lists == 0
    begun.greet()
    assert till.simulator.lists == 1


def test_with_a_public_key_there_are_none() -> None:
    till = opened(with_certificates=False)
    till.wechat.greet()
    shown(till.wechat)
    assert till.simulator.lists == 0
    assert till.again(platform_keys={}).create(ORDER, "医疗保险") == Refused(NOTHING)
    till.simulator.stop()


def test_an_abnormal_refund_is_sealed_with_the_newest(till: Till) -> None:
    assert till.simulator.pay(shown(till.wechat), Source.CARD) is Ending.PAID
    till.runtime.pass_by(seconds=EVERY_S)
    till.simulator.announce()
    till.simulator.switch()
    till.wechat.greet()
    till.simulator.faults.decide(RefundFate.ABNORMAL)
    till.wechat.refund(ORDER, REFUND)
    till.runtime.pass_by(seconds=5)
    abnormal = till.wechat.query_refund(ORDER, REFUND)
    assert isinstance(abnormal, RefundAbnormal)
    card = Account("ICBC", "6222020200112233446", "张建国")
    assert till.wechat.reroute(ORDER, REFUND, abnormal.reference, card) == RefundPending()
    assert till.simulator.ledger.sent_on == [("6222020200112233446", "张建国", FEN)]


def test_a_notification_is_believed_by_them(till: Till) -> None:
    till.simulator.pay(shown(till.wechat), Source.CARD)
    headers, body = till.simulator.notification(NUMBER)
    assert till.wechat.notified({name.lower(): value for name, value in headers.items()}, body) == NUMBER


@pytest.mark.parametrize(
    ("serial", "hours", "believed"),
    [
        ("A1", 0, True),
        ("A1", 24, True),
        ("A1", 25, False),
        ("B2", 0, False),
        ("B2", 1, True),
        ("B2", 25, True),
        ("C", 0, False),
    ],
)
def test_each_is_believed_in_its_time(serial: str, hours: int, believed: bool) -> None:
    hour, key = timedelta(hours=1), key_of("merchant").public_key()
    old = Certificate("A1", key, NOON - hour, NOON + 24 * hour)
    new = Certificate("B2", key, NOON + hour, NOON + 99 * hour)
    keys = PlatformKeys({})
    keys.learn({"A1": old}, NOON)
    keys.learn({"B2": new}, NOON)
    assert (keys.key(serial, NOON + hours * hour) is not None) == believed
    keys.learn({}, NOON + 25 * hour)
    assert keys.key("A1", NOON) is None


def _other(answer: dict[str, Any], **change: Any) -> dict[str, Any]:
    (one,) = answer["data"]
    return {"data": [one | change]}


SPOILS: list[tuple[Callable[[dict[str, Any]], Any], bool]] = [
    (lambda answer: answer, True),
    (lambda answer: {"data": []}, False),
    (lambda answer: {}, False),
    (lambda answer: [], False),
    (lambda answer: {"data": [1]}, False),
    (lambda answer: {"data": answer["data"][0]}, False),
    (lambda answer: _other(answer, serial_no="51"), False),
    (lambda answer: _other(answer, serial_no="no serial"), False),
    (lambda answer: _other(answer, effective_time="2026-11-23T00:00:00"), False),
    (lambda answer: _other(answer, expire_time="2027-11-23T00:00:00"), False),
    (lambda answer: _other(answer, effective_time="2026-11-24T00:00:00+08:00"), False),
    (lambda answer: _other(answer, expire_time="2026-11-23T00:00:00+08:00"), False),
    (lambda answer: _other(answer, encrypt_certificate={}), False),
    (
        lambda answer: _other(
            answer, encrypt_certificate=answer["data"][0]["encrypt_certificate"] | {"nonce": "a" * 12}
        ),
        False,
    ),
    (
        lambda answer: _other(
            answer, encrypt_certificate=answer["data"][0]["encrypt_certificate"] | {"associated_data": "transaction"}
        ),
        False,
    ),
]


@pytest.mark.parametrize(("spoil", "believed"), SPOILS)
def test_which_lists_are_believed(stand: Stand, spoil: Callable[[dict[str, Any]], Any], believed: bool) -> None:
    assert is_learnt(stand, key_of("wechat"), key_of("wechat"), spoil) == believed


def test_a_list_that_somebody_else_has_signed(stand: Stand) -> None:
    assert not is_learnt(stand, key_of("wechat"), key_of("merchant"), lambda answer: answer)


def test_a_certificate_for_a_short_key(stand: Stand) -> None:
    short = generate_private_key(65537, 1024)
    assert not is_learnt(stand, short, short, lambda answer: answer)


def is_learnt(stand: Stand, key: RSAPrivateKey, signer: RSAPrivateKey, spoil: Callable[[dict[str, Any]], Any]) -> bool:
    """Whether a certificate for a key is believed, as a list tells of it that was spoilt so and signed then."""
    runtime = SimulatedRuntime(NOON)
    one = certified(key, NOON - timedelta(days=1), 0x5157)
    known = Known("", "", "", b"", "", api_v3_key=stand.merchant.api_v3_key)
    answer = spoil(listed([one], known, NOON, lambda: runtime.token(12).hex()))

    def headers(body: bytes) -> dict[str, str]:
        timestamp = str(int(NOON.timestamp()))
        return {
            "Wechatpay-Serial": one.serial,
            "Wechatpay-Timestamp": timestamp,
            "Wechatpay-Nonce": "salt",
            "Wechatpay-Signature": sign(signer, f"{timestamp}\nsalt\n".encode() + body + b"\n"),
        }

    script: Script = stand.script
    script.body, script.headers = json.dumps(answer).encode(), headers
    client = stand.client_of(replace(stand.merchant, platform_keys={}))
    client.greet()
    script.status, script.body = 204, b""
    return client.close(ORDER) == Closed()
