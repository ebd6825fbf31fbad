"""What a worker imports while the window is being built: nothing that another thread does to PySide can break it."""

import ast
import builtins
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from viewmodels import pyside

ROOT = Path(__file__).parents[2]

ANOTHER_THREAD = """
# A thread imports a module whose source is slow to read. Meanwhile this one begins to import pydantic, and goes on
# when the other has read: what PySide's hook does on a busy machine now and then, done each time.
import sys, threading
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder

HELD, GOES_ON = "pydantic.errors", "pydantic._internal._validators"
reading_or_done, may_go_on = threading.Event(), threading.Event()

class Slow(Loader):
    def create_module(self, spec): return None
    def exec_module(self, module): module.__file__ = "/nowhere/slow.py"
    def get_source(self, name):
        reading_or_done.set()
        may_go_on.wait()
        return ""

def other():
    import slow
    reading_or_done.set()

thread = threading.Thread(target=other)

class Between(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "slow":
            return ModuleSpec(name, Slow())
        if name not in (HELD, GOES_ON):
            return None
        spec = PathFinder.find_spec(name, path)
        run = spec.loader.exec_module
        def exec_module(module):
            if name == HELD:
                thread.start()
                reading_or_done.wait()
            else:
                may_go_on.set()
                thread.join()
            run(module)
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Between())
import adapters.settings
"""


def told(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_settings_are_read_while_another_thread_imports() -> None:
    done = told("import ui, PySide6.QtCore\n" + ANOTHER_THREAD)
    assert done.returncode == 0, done.stderr[-900:]


def test_the_hook_that_is_taken_out_would_break_that() -> None:
    """An upgrade of PySide that needs the cure no more is noticed here."""
    done = told("import PySide6.QtCore\n" + ANOTHER_THREAD)
    assert "ImportError" in done.stderr


def test_the_hook_stays_out_whatever_of_pyside_is_loaded_later() -> None:
    done = told("""
import builtins, PySide6.QtCore
hooked = builtins.__import__
import ui
plain = builtins.__import__
import PySide6.QtQuick, PySide6.QtPdf, shiboken6, ui.terminal
from PySide6.QtGui import *
assert hooked is builtins.__feature_import__, hooked
assert plain is builtins.__orig_import__ is builtins.__import__, builtins.__import__
""")
    assert done.returncode == 0, done.stderr


def test_a_pool_of_threads_is_not_made_under_the_hook() -> None:
    """Also where no window is: view models alone use workers too."""
    done = told("""
import builtins
from viewmodels.worker import Worker
from PySide6.QtCore import QCoreApplication, QObject
app = QCoreApplication([])
assert builtins.__import__ is not builtins.__orig_import__
worker, owner = Worker(), QObject()
worker.run(owner, lambda: builtins.__import__ is builtins.__orig_import__, lambda plain: app.exit(not plain))
raise SystemExit(app.exec())
""")
    assert done.returncode == 0, done.stderr


def qt_names(file: Path) -> set[str]:
    """The classes of Qt that a module imports when it is loaded."""
    tree = ast.parse(file.read_text("utf-8"))
    froms = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    return {name.name for node in froms if (node.module or "").startswith("PySide6.") for name in node.names}


def test_every_class_of_qt_that_a_worker_shares_is_made_before_there_is_one() -> None:
    files = [file for room in ("ui", "viewmodels", "adapters") for file in (ROOT / room).rglob("*.py")]
    users = Counter(name for file in files for name in qt_names(file))
    workers = {name for file in (ROOT / "adapters").rglob("*.py") for name in qt_names(file)}
    shared = {name for name in workers if users[name] > 1}
    tree = ast.parse(Path(pyside.__file__).read_text("utf-8"))
    made = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("PySide6.")
        for name in node.names
    }
    assert shared <= made


@pytest.mark.parametrize("name", ["QBuffer", "QSizeF", "QPdfDocument", "QImage"])
def test_they_are_made_then(name: str) -> None:
    done = told(f"""
from viewmodels.pyside import make_shared_types
make_shared_types()
from PySide6 import QtCore, QtGui, QtPdf
assert any("{name}" in vars(module) for module in (QtCore, QtGui, QtPdf))
""")
    assert done.returncode == 0, done.stderr


def test_this_process_imports_plainly() -> None:
    assert builtins.__import__ is vars(builtins)["__orig_import__"]
