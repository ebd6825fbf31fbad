"""What the plugin leaves alone: who does not ask for the terminal pays nothing for it, and keeps what was theirs."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.checks import PRODUCT
from tests.outsiders.run import ROOT, run

BESIDE = """
import os, sys, warnings

BEFORE = dict(os.environ)

def test_nothing_is_loaded():
    assert not {"PySide6", "main", "kit", "sqlalchemy"} & {*sys.modules}
    warnings.warn("ours would fail for it")

def test_with_it(kiosk):
    kiosk.shows("home")
    assert kiosk.picture().size == (1920, 1080)

def test_all_is_as_it_was():
    assert {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"} == {
        name: value for name, value in BEFORE.items() if name != "PYTEST_CURRENT_TEST"
    }
"""
LOOKS_ON = """
def pytest_kiosk_opened(item, ground):
    print("opened for", item.name, "on", ground.terminal.shell.navigation.screen)

def pytest_kiosk_closing(item, ground):
    print("closing, still", ground.kiosk.has("home"))
"""


def test_it_is_theirs(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nkiosk_size = 1920x1080\n", "utf-8")
    (tmp_path / "conftest.py").write_text(LOOKS_ON, "utf-8")
    (tmp_path / "test_beside.py").write_text(BESIDE, "utf-8")
    done = run(tmp_path, "-s", "-p", "no:pytest-qt", "-p", "no:xdist")
    assert "3 passed, 1 warning" in done.stdout, done.stdout
    assert "opened for test_with_it on home" in done.stdout
    assert "closing, still True" in done.stdout


def test_its_options_cost_no_import() -> None:
    program = "import shebao_kiosk, sys; print(*sorted({'PySide6', 'main', 'kit'} & {*sys.modules}))"
    assert subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, text=True) == "\n"


def test_what_cannot_be_had_is_said_without_a_trace(tmp_path: Path) -> None:
    wrong = "@pytest.mark.kiosk({})\ndef test_{}(kiosk):\n    pass\n"
    cases = (wrong.format(words, at) for at, words in enumerate(("size='12x10'", "language='tlh'")))
    (tmp_path / "test_wrong.py").write_text("import pytest\n" + "".join(cases), "utf-8")
    said = run(tmp_path).stdout
    assert "kiosk: there is no size '12x10', but 1080x1920, 1280x1024, 1920x1080" in said
    assert "kiosk: there is no language 'tlh', but en, xx, zh" in said
    assert "shebao_kiosk/__init__.py:" not in said


def test_a_wheel_has_every_room_and_what_they_read() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    rooms = {*PRODUCT, "assets"} - {"shebao_kiosk"}
    assert {*build["only-include"]} == rooms
    assert {*build["targets"]["sdist"]["only-include"]} == rooms | {"shebao_kiosk"}
