"""Fixtures of the WeChat tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import stamina
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from adapters.payments.wechat import WeChatPay
from adapters.payments.wechat_merchant import WeChatMerchant
from adapters.simulators.loopback import Loopback
from adapters.simulators.wechat import WeChatSimulator
from adapters.simulators.wechat_demo import demo_merchant
from tests.adapters.wechat_stand import KeyPair, Now, Script, Stand


@pytest.fixture(autouse=True)
def _no_waiting_between_tries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture(scope="session")
def rsa_keys() -> tuple[RSAPrivateKey, RSAPrivateKey]:
    """The simulated platform's and the demonstration merchant's: made once, and short, for each test parses them."""
    return generate_private_key(65537, 1024), generate_private_key(65537, 1024)


@pytest.fixture
def simulator(now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> Iterator[WeChatSimulator]:
    simulator = WeChatSimulator(now, make_key=lambda: rsa_keys[0])
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def pair(
    simulator: WeChatSimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> tuple[WeChatMerchant, WeChatPay]:
    return demo_merchant(simulator, now, make_key=lambda: rsa_keys[1])


@pytest.fixture
def merchant(pair: tuple[WeChatMerchant, WeChatPay]) -> WeChatMerchant:
    return pair[0]


@pytest.fixture
def wechat(pair: tuple[WeChatMerchant, WeChatPay]) -> WeChatPay:
    return pair[1]


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[KeyPair, KeyPair]:
    """The merchant's and the platform's."""
    folder: Path = tmp_path_factory.mktemp("keys")
    return KeyPair.make(folder, "merchant"), KeyPair.make(folder, "platform")


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
