"""What the first picture is made of: Qt, the shell and Home, nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from domain.flows.channels import CHANNELS

ROOT = Path(__file__).parents[2]
LISTED = """
import sys
import main
from ui.terminal import Terminal

def refuse(_):
    raise RuntimeError("only the first picture is looked at")

app = main.application()
terminal = Terminal(refuse, (1080, 1920), main.MACHINE, demo=True)

def seen():
    print(*sorted(sys.modules))
    app.exit()

terminal.window.root.frameSwapped.connect(seen)
app.exec()
terminal.close()
"""
HEAVY = {"domain", "storage", "adapters", "sqlalchemy", "cryptography", "httpx2", "pydantic", "qrcode", "PIL"}
SHOWN = {
    "domain",
    "domain.runtime",
    "domain.speech",
    "domain.speech.voice",
    "domain.words",
    "domain.flows",
    "domain.flows.channels",
    "domain.flows.ends",
    "domain.logs",
    "domain.logs.event",
    "domain.logs.log",
    "domain.logs.terminal",
    "domain.terminal",
    "domain.terminal.patience",
    "adapters",
    "adapters.runtime",
} | {f"domain.flows.channels.{name}" for name in ("channel", "matters", *CHANNELS)}
"""Home tells the time, how it would read aloud, how long it waits, what it would log, and names the channels: none of
their tables.
"""


def test_nothing_is_loaded_before_the_first_picture_that_it_does_not_show() -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", LISTED], capture_output=True, text=True, env=environ, check=True)
    loaded = set(done.stdout.split())
    assert {"ui", "viewmodels", "PySide6"} <= loaded
    assert {name for name in loaded if name.partition(".")[0] in HEAVY} == SHOWN
