"""What holds for every test: no window system, no GPU, stores in memory. Set before any Qt application is made."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from PySide6.QtGui import QGuiApplication

from commands import environment
from ui import keyboard

MEMORY = Path("/dev/shm")
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 4 * 2**30:
    # A store waits for its disk at every commit, which is half of the time of many a test.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

pytest_plugins = ["tests.told"]

environment.clean(os.environ)
keyboard.prepare(os.environ)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The screens are Qt Quick: no widgets."""
    return QGuiApplication


COLLECTED = pytest.StashKey[int]()
"""How often everything had been looked through when that was last seen to."""


def pytest_collection_finish(session: pytest.Session) -> None:
    set_aside(session.config)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    yield
    # A terminal that has been taken down has collected what it left, and has let go of what was set aside. Whether it
    # has is asked only then, for Python counts that piece by piece.
    if _all_collected() != item.config.stash[COLLECTED]:
        set_aside(item.config)


def _all_collected() -> int:
    return int(gc.get_stats()[-1]["collections"])


def set_aside(config: pytest.Config) -> None:
    """Thousands of tests need not be looked through whenever a terminal or Python collects garbage."""
    if gc.get_freeze_count() == 0:
        gc.collect()
        gc.freeze()
    config.stash[COLLECTED] = _all_collected()
