"""Fixtures of the WeChat tests."""

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.runtime import Machine
from kit.simulators.loopback import Loopback
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import KeyPair, Now, Script
from tests.adapters.wechat.stand import Stand


@pytest.fixture
def simulator(now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> Iterator[WeChatSimulator]:
    simulator = WeChatSimulator(now, Machine(), make_key=lambda: rsa_keys[0])
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def pair(
    simulator: WeChatSimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> tuple[WeChatMerchant, WeChatPay]:
    return demo_merchant(simulator, now, Machine(), make_key=lambda: rsa_keys[1])


@pytest.fixture
def merchant(pair: tuple[WeChatMerchant, WeChatPay]) -> WeChatMerchant:
    return pair[0]


@pytest.fixture
def wechat(pair: tuple[WeChatMerchant, WeChatPay]) -> WeChatPay:
    return pair[1]


@pytest.fixture(scope="session")
def _standing(keys: tuple[KeyPair, KeyPair]) -> Iterator[Stand]:
    ours, theirs = keys
    merchant = WeChatMerchant(
        mchid="1230000109",
        appid="wx0000000000000001",
        serial="5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
        private_key=ours.private.read_bytes(),
        api_v3_key=b"0123456789abcdef0123456789abcdef",
        platform_keys={"PUB_KEY_ID_01": theirs.public.read_bytes()},
        notify_url="https://kiosk.example/notify",
    )
    script = Script()
    server = Loopback(script.handle)
    yield Stand(script, server, merchant, ours, theirs)
    server.stop()


@pytest.fixture
def stand(_standing: Stand) -> Stand:
    """A server whose answers openssl signs; its script is unsigned until a test says otherwise."""
    _standing.script.reset()
    return _standing
