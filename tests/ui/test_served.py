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
from kit.simulators.loopback import free_port
from tests.tools.rfb import PIXEL, picture
from ui.display import display, viewed

ROOT = Path(__file__).parents[2]
DOCK = bytes.fromhex("992c5a")
"""The colour of the dock's heading, as it comes over the wire: blue, green, red."""
LAPTOP = (1366, 768)
NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND")
PATIENCE_S = 60
"""How long a start may take, and how long the dock after it."""


def heading(width: int, pixels: bytes) -> list[bool]:
    """For each column of the topmost row but five, whether it is the dock's heading."""
    row = pixels[5 * width * PIXEL : 6 * width * PIXEL]
    return [row[at : at + 3] == DOCK for at in range(0, len(row), PIXEL)]


def look(environ: dict[str, str], tmp_path: Path, layout: str, port: int) -> tuple[int, int]:
    """How large the served screen is, once the terminal fills its left, as high as it is, and the dock the rest."""
    size = SIZES[layout]
    notify = tmp_path / "notify"
    own = {"KIOSK_STORE": str(tmp_path / "demo.sqlite"), "NOTIFY_SOCKET": str(notify)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(notify))
        command = [sys.executable, "main.py", "run", "--size", layout]
        with subprocess.Popen(command, cwd=ROOT, env=environ | own, stdout=subprocess.DEVNULL) as process:
            try:
                assert select.select([line.fileno()], [], [], PATIENCE_S)[0], "it did not come up"
                until = monotonic() + PATIENCE_S
                begins = ends = False
                while not (begins and ends) and monotonic() < until:
                    width, height, pixels = picture(port)
                    columns = heading(width, pixels)
                    begins = any(columns) and abs(columns.index(True) - size[0] * height / size[1]) < 10
                    ends = any(columns[-4:])
            finally:
                process.send_signal(signal.SIGTERM)
    assert (begins, ends) == (True, True)
    return width, height


def without_display(port: int) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in NO_DISPLAY} | {"KIOSK_VNC_PORT": str(port)}


@pytest.mark.parametrize("layout", SIZES)
def test_terminal_and_dock_are_both_on_the_screen(layout: str, tmp_path: Path) -> None:
    port = free_port()
    assert look(without_display(port), tmp_path, layout, port) == viewed(SIZES[layout], dock=True)


def test_a_laptop_s_screen_is_taken_as_it_is(tmp_path: Path) -> None:
    port = free_port()
    environ = without_display(port)
    with display(environ, LAPTOP):
        assert look(environ, tmp_path, "1080x1920", port) == LAPTOP
