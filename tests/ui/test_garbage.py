"""What a visitor leaves is gone soon, whenever it is let go of."""

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage


class Theirs:
    """Something that refers to itself, as a screen and its parts do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qapp: object) -> Iterator[Garbage]:
    garbage = Garbage()
    yield garbage
    garbage.stop()


def test_what_is_let_go_of_after_all_was_looked_through_is_gone_soon(garbage: Garbage, qtbot: QtBot) -> None:
    garbage.collect()
    kept = [Theirs()]
    garbage.collect()  # The visit has ended; a thread still had it.
    kept.clear()
    qtbot.waitUntil(lambda: not [one for one in gc.get_objects() if type(one) is Theirs], timeout=20_000)
