"""Fixtures of the Alipay tests."""

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.wire import Wire
from adapters.runtime import Machine
from kit.simulators.alipay.demo import demo_merchant
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.loopback import Loopback
from tests.adapters.alipay.counter import Counter
from tests.adapters.alipay.stand import Stand
from tests.adapters.stand import KeyPair, Now, Script


@pytest.fixture
def simulator(now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> Iterator[AlipaySimulator]:
    simulator = AlipaySimulator(now, Machine(), make_key=lambda: rsa_keys[0])
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def pair(
    simulator: AlipaySimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> tuple[AlipayMerchant, Alipay]:
    return demo_merchant(simulator, now, make_key=lambda: rsa_keys[1])


@pytest.fixture
def merchant(pair: tuple[AlipayMerchant, Alipay]) -> AlipayMerchant:
    return pair[0]


@pytest.fixture
def alipay(pair: tuple[AlipayMerchant, Alipay]) -> Alipay:
    return pair[1]


@pytest.fixture
def counter(simulator: AlipaySimulator, merchant: AlipayMerchant, now: Now) -> Iterator[Counter]:
    wire = Wire(merchant, simulator.base_url, now, 5.0)
    yield Counter(wire)
    wire.disconnect()


@pytest.fixture(scope="session")
def _standing(keys: tuple[KeyPair, KeyPair]) -> Iterator[Stand]:
    ours, theirs = keys
    merchant = AlipayMerchant(
        app_id="2021000000000001",
        seller_id="2088100000000001",
        private_key=ours.private.read_bytes(),
        alipay_public_key=theirs.public.read_bytes(),
        notify_url="https://kiosk.example/notify",
    )
    script = Script()
    server = Loopback(script.handle)
    yield Stand(script, server, merchant, ours, theirs)
    server.stop()


@pytest.fixture
def stand(_standing: Stand) -> Stand:
    """A server whose answers openssl signs; it has nothing to say until a test tells it."""
    _standing.script.reset()
    return _standing
