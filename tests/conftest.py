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

environment.clean(os.environ)
keyboard.prepare(os.environ)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The screens are Qt Quick: no widgets."""
    return QGuiApplication


def pytest_collection_finish() -> None:
    set_aside()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    yield
    if gc.get_freeze_count() == 0:  # A terminal has been taken down, and has collected what it left.
        set_aside()


def set_aside() -> None:
    """Thousands of tests need not be looked through whenever a terminal or Python collects garbage."""
    gc.collect()
    gc.freeze()
