"""By VNC the terminal and the demonstration's dock are both there, and as large as the served screen."""

import os
import select
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from commands.house import SIZES
from tests.tools.rfb import PIXEL, picture
from tests.ui.test_display import free_port
from ui.display import viewed

ROOT = Path(__file__).parents[2]
DOCK = bytes.fromhex("992c5a")
"""The colour of the dock's heading, as it comes over the wire: blue, green, red."""
NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND")
PATIENCE_S = 60
"""How long a start may take, and how long the dock after it."""


def heading(width: int, pixels: bytes) -> list[bool]:
    """For each column of the topmost row but five, whether it is the dock's heading."""
    row = pixels[5 * width * PIXEL : 6 * width * PIXEL]
    return [row[at : at + 3] == DOCK for at in range(0, len(row), PIXEL)]


@pytest.mark.parametrize("layout", SIZES)
def test_terminal_and_dock_are_both_on_the_screen(layout: str, tmp_path: Path) -> None:
    port = free_port()
    environ = {k: v for k, v in os.environ.items() if k not in NO_DISPLAY}
    notify = tmp_path / "notify"
    own = {"KIOSK_VNC_PORT": str(port), "KIOSK_STORE": str(tmp_path / "demo.sqlite"), "NOTIFY_SOCKET": str(notify)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(notify))
        command = [sys.executable, "main.py", "run", "--size", layout]
        with subprocess.Popen(command, cwd=ROOT, env=environ | own, stdout=subprocess.DEVNULL) as process:
            try:
                assert select.select([line.fileno()], [], [], PATIENCE_S)[0], "it did not come up"
                until = monotonic() + PATIENCE_S
                columns: list[bool] = []
                while not any(columns) and monotonic() < until:
                    width, height, pixels = picture(port)
                    columns = heading(width, pixels)
            finally:
                process.send_signal(signal.SIGTERM)
    size = SIZES[layout]
    assert (width, height) == viewed(size, dock=True)
    begins = columns.index(True)
    assert abs(begins - size[0] * height / size[1]) < 10, "the terminal fills the left, as high as the screen"
    assert any(columns[-4:]), "and the dock the right"
