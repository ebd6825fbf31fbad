"""The store that tests of the screens have."""

from tests.screens.conftest import filled, store

__all__ = ["filled", "store"]
