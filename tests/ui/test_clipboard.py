"""What a visitor copied or marked is nobody's to paste: asked of a real X server, by another program."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.x11 import display_of_its_own

ROOT = Path(__file__).parents[2]
KEEPS = """
import sys
from PySide6.QtGui import QClipboard, QGuiApplication
from ui import clipboard
app = QGuiApplication([])
board = QGuiApplication.clipboard()
for mode in QClipboard.Mode.Clipboard, QClipboard.Mode.Selection:
    board.setText("520199197803150119", mode)
app.processEvents()
if sys.argv[1] == "wipes":
    clipboard.wipe()
    app.processEvents()
print("there", flush=True)
app.exec()
"""
READS = """
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication([])
board = QGuiApplication.clipboard()
print([board.text(mode) for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)])
"""


@pytest.mark.parametrize(("does", "read"), [("keeps", ["520199197803150119"] * 2), ("wipes", ["", ""])])
def test_nothing_is_there_to_paste_once_it_is_wiped(does: str, read: list[str]) -> None:
    with display_of_its_own() as there:
        environment = {**there, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-c", KEEPS, does]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as terminal:
            assert terminal.stdout is not None
            assert terminal.stdout.readline() == "there\n"
            said = subprocess.check_output([sys.executable, "-c", READS], env=environment, text=True)
            terminal.kill()
    assert said == f"{read}\n"
