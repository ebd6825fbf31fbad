"""A lesson is a process of its own, which learns nothing of the terminal's store, whatever that is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from commands import lessons
from commands.lessons import Lessons

ROOT = Path(__file__).parents[2]
TAUGHT = """
import main
from kit.guide.words import Guide
from kit.teaching.place import place

main.application()
guide = Guide(main.ASSETS / "guide")
with main.playground((1080, 1920), None, lambda t, b: place(t, b, guide, main.MACHINE.uptime)) as ground:
    ground.kiosk.find_shown("lesson.list")
"""


def test_a_flow_that_nobody_teaches_is_named() -> None:
    words = [sys.executable, "main.py", "teach", "unionpay.closed_for_reconciliation"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "unionpay.closed_for_reconciliation is no flow that is taught" in done.stderr


def test_a_lesson_is_told_nothing_of_the_terminal_and_there_is_one_at_a_time(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    (tmp_path / "main.py").write_text(
        f"import os, sys\nopen({str(told)!r}, 'a').write(' '.join(sys.argv[1:]) + ' '"
        " + ' '.join(name for name in os.environ if name.startswith('KIOSK_')) + '\\n')\nsys.stdin.read()\n"
    )
    monkeypatch.setattr(lessons, "MAIN", tmp_path / "main.py")
    monkeypatch.setitem(os.environ, "KIOSK_STORE", str(tmp_path / "real.sqlite"))
    taught = Lessons("1080x1920", True, "zh")
    taught.begin()
    taught.begin()
    qtbot.waitUntil(told.exists)
    running = [taught.running]
    taught.end()
    assert [*running, taught.running] == [True, False]
    assert told.read_text() == "teach --language zh --fullscreen \n"


def test_a_lesson_leaves_nothing_in_the_store_that_its_surroundings_name(tmp_path: Path) -> None:
    store = tmp_path / "hall" / "store.sqlite"
    surroundings = {**os.environ, "KIOSK_STORE": str(store), "QT_QPA_PLATFORM": "offscreen", "KIOSK_PROFILE": "hall"}
    subprocess.run([sys.executable, "-c", TAUGHT], cwd=ROOT, env=surroundings, check=True, capture_output=True)
    assert not store.parent.exists()
