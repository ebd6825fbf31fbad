"""What holds for every test: no window system, no GPU, stores in memory. Set before any Qt application is made."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from PySide6.QtGui import QGuiApplication

from adapters.assets import reading
from commands import environment
from ui import keyboard
from ui.garbage import YOUNG

MEMORY = Path("/dev/shm")
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 4 * 2**30:
    # A store waits for its disk at every commit, which is half of the time of many a test.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

pytest_plugins = ["tests.told"]

environment.clean(os.environ)
keyboard.prepare(os.environ)
# Hundreds start here: what QML they compile is of this run alone.
COMPILED = tempfile.TemporaryDirectory(prefix="qml-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT"))
os.environ["QML_DISK_CACHE_PATH"] = COMPILED.name

# Nor of what stands in the files of `assets`, which nobody changes once it is read.
reading.parse = cache(reading.parse)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The screens are Qt Quick: no widgets."""
    return QGuiApplication


EACH = 20
"""So many terminals are taken down before what Python has set aside is looked through for what they left."""
_unfreeze, _terminals = gc.unfreeze, count(1)


def sparing() -> None:
    """A fifth of a second for each terminal, most of it for modules, which are nobody's to let go of."""
    if next(_terminals) % EACH == 0:
        _unfreeze()


gc.unfreeze = sparing

# Left to itself it would run on any thread, a server's or xdist's, and free what only the thread of the windows may.
gc.disable()
gc.enable = lambda: None

COLLECTED = pytest.StashKey[int]()
"""How often everything had been looked through when that was last seen to."""
MANY = 15_000
"""More than a test leaves; Python counts what is set aside piece by piece, which takes longer than to collect this."""
SOME, YOUNG_ONES = 2_000, 40
"""So many new objects are looked through, after a test; and after so many times all there is."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests need not be looked through whenever a terminal or Python collects garbage."""
    gc.collect()
    gc.freeze()
    session.config.stash[COLLECTED] = _all_collected()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    yield
    new, _, times = gc.get_count()
    if new > SOME:
        gc.collect(YOUNG if times < YOUNG_ONES else 2)
    # A terminal that has been taken down has collected what it left, and may have let go of what was set aside.
    if _all_collected() != item.config.stash[COLLECTED]:
        if len(gc.get_objects(generation=2)) > MANY:
            gc.collect(YOUNG)
            gc.freeze()
        item.config.stash[COLLECTED] = _all_collected()


def _all_collected() -> int:
    return int(gc.get_stats()[-1]["collections"])
