"""The real command ends cleanly whenever it is told to, and says so when its display has gone."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ui.display import display
from ui.signals import ENDING

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


@contextmanager
def running(folder: Path, **environ: str) -> Iterator[tuple["subprocess.Popen[str]", socket.socket]]:
    """The terminal as a supervisor starts it, with the line on which it tells how it is."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        (folder / "notify").unlink(missing_ok=True)
        line.bind(str(folder / "notify"))
        line.settimeout(PATIENCE_S)
        given = {"NOTIFY_SOCKET": str(folder / "notify"), "WATCHDOG_USEC": "300000"}
        with subprocess.Popen(
            [sys.executable, ROOT / "main.py", "run"],
            env=os.environ | {"KIOSK_STORE": str(folder / "demo.sqlite")} | given | environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as program:
            try:
                yield program, line
            finally:
                program.kill()


def tells(line: socket.socket, word: str) -> None:
    while not line.recv(1000).decode().startswith(word):
        pass


def without_display() -> dict[str, str]:
    """The environment of a machine without a display, with a port of its own for one."""
    bare = {n: v for n, v in os.environ.items() if n not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return bare | {"KIOSK_VNC_PORT": str(trial.getsockname()[1])}


def children() -> set[int]:
    """The processes that this one's main thread has started."""
    return {int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}


@pytest.mark.parametrize("number", ENDING)
def test_in_service_it_says_so_lives_and_ends_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with running(tmp_path, **OFFSCREEN) as (program, line):
        tells(line, "READY=1")
        tells(line, "WATCHDOG=1")
        program.send_signal(number)
        tells(line, "STOPPING=1")
        assert program.communicate(timeout=PATIENCE_S)[0] == ""
        assert program.returncode == 0


def test_before_anything_is_open_it_ends_cleanly(tmp_path: Path) -> None:
    """The first sign of life comes from the loop's first turn, while store and networks are being opened."""
    with running(tmp_path, **OFFSCREEN) as (program, line):
        tells(line, "WATCHDOG=1")
        program.terminate()
        assert program.communicate(timeout=PATIENCE_S)[0] == ""
        assert program.returncode == 0


def test_a_display_that_goes_is_a_failure(tmp_path: Path) -> None:
    bare, others = without_display(), children()
    with (
        display(bare, (1080, 1920)),
        running(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=bare["DISPLAY"]) as (program, line),
    ):
        tells(line, "READY=1")
        [server] = children() - others - {program.pid}
        os.kill(server, signal.SIGKILL)
        program.communicate(timeout=PATIENCE_S)
        assert program.returncode not in (0, -signal.SIGSEGV, -signal.SIGABRT)


def test_a_second_one_on_the_same_store_ends_at_once_in_one_line(tmp_path: Path) -> None:
    with running(tmp_path, **OFFSCREEN) as (first, line):
        tells(line, "READY=1")
        second = subprocess.run(
            [sys.executable, ROOT / "main.py", "run"],
            env=os.environ | OFFSCREEN | {"KIOSK_STORE": str(tmp_path / "demo.sqlite")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE_S,
        )
        assert second.returncode == 1
        [told] = second.stderr.splitlines()
        why = f"another program runs on the store {tmp_path}/demo.sqlite: end that one first"
        assert json.loads(told)["why"] == why
        assert first.poll() is None
