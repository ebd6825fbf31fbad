"""A terminal without a display is served to its own machine only, and says so."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.simulators.loopback import free_port
from tests.tools.rfb import colours, picture
from ui.display import DisplayError, display, unseen

SIZE = (320, 480)
NO_GPU = Path("/nonexistent")

WINDOW = """
import os
import socket
from ui.display import display
with display(os.environ, (320, 480)) as sentence:
    print(sentence, flush=True)
    import PySide6.QtQuick
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(b'import QtQuick; Window { visible: true; width: 320; height: 480; Rectangle '
                    b'{ width: 99; height: 99; color: "#07C160" } }')
    window = engine.rootObjects()[0]
    window.frameSwapped.connect(lambda: print("drawn", flush=True), Qt.ConnectionType.SingleShotConnection)
    app.exec()
"""


@pytest.fixture
def bare() -> dict[str, str]:
    """The environment of a machine without a display, with a port of its own."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND")
    return {k: v for k, v in os.environ.items() if k not in names} | {"KIOSK_VNC_PORT": str(free_port())}


@pytest.fixture
def served(bare: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A process with a window and no display, that has said where to look and has drawn."""
    with subprocess.Popen([sys.executable, "-c", WINDOW], env=bare, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert f"127.0.0.1::{bare['KIOSK_VNC_PORT']}" in process.stdout.readline()
        assert process.stdout.readline() == "drawn\n"
        yield process
        process.kill()


def listening(port: int) -> set[str]:
    """The addresses (hexadecimal, as in /proc/net/tcp) where `port` is listened on."""
    lines = Path("/proc/net/tcp").read_text().splitlines() + Path("/proc/net/tcp6").read_text().splitlines()
    places = [line.split() for line in lines]
    return {place[1].split(":")[0] for place in places if place[3] == "0A" and place[1].endswith(f":{port:04X}")}


LOOPBACK = {"0100007F", "00000000000000000000000001000000"}


def test_a_viewer_on_this_machine_sees_the_window(served: subprocess.Popen[str], bare: dict[str, str]) -> None:
    width, height, pixels = picture(int(bare["KIOSK_VNC_PORT"]))
    assert (width, height) == SIZE
    assert colours(pixels) == 2


def test_nobody_else_can_connect(served: subprocess.Popen[str], bare: dict[str, str]) -> None:
    places = listening(int(bare["KIOSK_VNC_PORT"]))
    assert places
    assert places <= LOOPBACK


def test_the_display_ends_with_a_killed_terminal(served: subprocess.Popen[str], bare: dict[str, str]) -> None:
    with socket.create_connection(("127.0.0.1", int(bare["KIOSK_VNC_PORT"])), timeout=10) as viewer:
        assert viewer.recv(12)
        served.kill()
        assert viewer.recv(1) == b""


def test_a_taken_port_is_said_in_one_line(bare: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        bare["KIOSK_VNC_PORT"] = str(taken.getsockname()[1])
        with pytest.raises(DisplayError, match="Address already in use"), display(bare, SIZE):
            pass


@pytest.mark.parametrize("port", ["", "0", "65536", "http"])
def test_a_port_that_is_none_is_refused(bare: dict[str, str], port: str) -> None:
    bare["KIOSK_VNC_PORT"] = port
    with pytest.raises(DisplayError, match="KIOSK_VNC_PORT"), display(bare, SIZE):
        pass


def test_qts_own_open_server_is_refused(bare: dict[str, str]) -> None:
    bare["QT_QPA_PLATFORM"] = "vnc:size=320x480"
    with pytest.raises(DisplayError, match="everybody"), display(bare, SIZE):
        pass


@pytest.mark.parametrize(
    "given",
    [{"DISPLAY": ":7"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "eglfs"}],
    ids=lambda given: next(iter(given)),
)
def test_the_display_there_is_stays(bare: dict[str, str], given: dict[str, str], tmp_path: Path) -> None:
    bare |= given
    before = dict(bare)
    with display(bare, SIZE, dri=tmp_path) as sentence:
        assert (sentence, bare) == ("", before)


def test_without_a_gpu_qt_draws_by_software(bare: dict[str, str]) -> None:
    bare["DISPLAY"] = ":7"
    with display(bare, SIZE, dri=NO_GPU):
        assert bare["QT_QUICK_BACKEND"] == "software"


@pytest.mark.parametrize(
    ("environ", "platform"),
    [({}, "offscreen"), ({"DISPLAY": ":1"}, None), ({"QT_QPA_PLATFORM": "eglfs"}, "eglfs")],
)
def test_unseen_needs_no_display(environ: dict[str, str], platform: str | None) -> None:
    unseen(environ)
    assert environ.get("QT_QPA_PLATFORM") == platform
