"""The store that tests of the store have."""

from tests.storage.conftest import folder, origin, store

__all__ = ["folder", "origin", "store"]
