"""A hall with its store."""

from tests.payment.conftest import hall, network, origin

__all__ = ["hall", "network", "origin"]
