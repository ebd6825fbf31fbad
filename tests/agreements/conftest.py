"""The store that tests of the store have."""

from tests.storage.conftest import filed, folder, origin, store

__all__ = ["filed", "folder", "origin", "store"]
