"""Fixtures of the UnionPay tests."""

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import SIGNER, UnionPayMerchant
from adapters.runtime import Machine
from kit.simulators.loopback import Loopback
from kit.simulators.unionpay.demo import demo_merchant
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import NOON, KeyPair, Now, Script
from tests.adapters.unionpay.openssl_ca import MERCHANT, UNIONPAY, Certified, Registry
from tests.adapters.unionpay.stand import MER_ID, Stand


@pytest.fixture
def simulator(now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> Iterator[UnionPaySimulator]:
    simulator = UnionPaySimulator(now, Machine(), make_key=lambda: rsa_keys[0])
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def pair(
    simulator: UnionPaySimulator, now: Now, rsa_keys: tuple[RSAPrivateKey, RSAPrivateKey]
) -> tuple[UnionPayMerchant, UnionPay]:
    return demo_merchant(simulator, now, make_key=lambda: rsa_keys[1])


@pytest.fixture
def merchant(pair: tuple[UnionPayMerchant, UnionPay]) -> UnionPayMerchant:
    return pair[0]


@pytest.fixture
def unionpay(pair: tuple[UnionPayMerchant, UnionPay]) -> Iterator[UnionPay]:
    yield pair[1]
    pair[1].disconnect()


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    return Registry.make(tmp_path_factory.mktemp("ca"))


@pytest.fixture(scope="session")
def root_keys(tmp_path_factory: pytest.TempPathFactory) -> KeyPair:
    return KeyPair.make(tmp_path_factory.mktemp("root"), "root")


@pytest.fixture(scope="session")
def root(registry: Registry, root_keys: KeyPair) -> Certified:
    return registry.certify(root_keys, "/CN=A Root", kind="root")


@pytest.fixture(scope="session")
def _standing(registry: Registry, root: Certified, keys: tuple[KeyPair, KeyPair]) -> Iterator[Stand]:
    ours = registry.certify(keys[0], MERCHANT, root)
    theirs = registry.certify(keys[1], UNIONPAY, root)
    merchant = UnionPayMerchant(
        mer_id=MER_ID,
        certificate=ours.pem,
        private_key=ours.keys.private.read_bytes(),
        roots=(root.pem,),
        signer=SIGNER,
        back_url="https://kiosk.example/notify",
    )
    script = Script()
    server = Loopback(script.handle)
    yield Stand(script, server, merchant, ours, theirs)
    server.stop()


@pytest.fixture
def stand(_standing: Stand) -> Stand:
    """A server whose answers openssl signs; its script is unsigned, and its clock at noon, until a test says else."""
    _standing.script.reset()
    _standing.now.at = NOON
    return _standing
