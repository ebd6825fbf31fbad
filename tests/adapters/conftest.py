"""Fixtures of the networks' tests."""

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from adapters.payments import line
from tests.adapters.stand import KeyPair, Now


@pytest.fixture(autouse=True)
def _no_waiting_between_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "PAUSE_S", 0.0)


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture(scope="session")
def rsa_keys() -> tuple[RSAPrivateKey, RSAPrivateKey]:
    """The simulated platform's and the demonstration merchant's: made once, and short, for each test parses them."""
    return generate_private_key(65537, 1024), generate_private_key(65537, 1024)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[KeyPair, KeyPair]:
    """The merchant's and the platform's."""
    folder = tmp_path_factory.mktemp("keys")
    return KeyPair.make(folder, "merchant"), KeyPair.make(folder, "platform")
