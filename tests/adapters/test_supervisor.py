"""What the supervisor of the process is told, over a socket as systemd's."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.supervisor import Supervisor


@pytest.fixture
def line(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        yield line


def test_it_is_told(line: socket.socket) -> None:
    supervisor = Supervisor({"NOTIFY_SOCKET": line.getsockname()})
    assert supervisor.there and not Supervisor({}).there
    supervisor.ready()
    supervisor.alive()
    supervisor.status("out of service:\nit is locked")
    supervisor.stopping()
    told = [line.recv(1000).decode() for _ in range(4)]
    assert told[:2] == ["READY=1", "WATCHDOG=1"]
    assert told[2].splitlines()[0] == "STATUS=out of service: it is locked"
    assert told[3] == "STOPPING=1"


def test_the_kernel_keeps_abstract_names() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(f"\0kiosk-{os.getpid()}")
        Supervisor({"NOTIFY_SOCKET": f"@kiosk-{os.getpid()}"}).ready()
        assert line.recv(100) == b"READY=1"


@pytest.mark.parametrize(
    ("environ", "beat"),
    [
        ({}, 0),
        ({"WATCHDOG_USEC": "30000000"}, 0),
        ({"NOTIFY_SOCKET": "/nowhere"}, 0),
        ({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "30000000"}, 10_000),
        ({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 10_000),
        ({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, 0),
        ({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "soon"}, 0),
    ],
)
def test_how_often_a_sign_of_life_is_given(environ: dict[str, str], beat: int) -> None:
    assert Supervisor(environ).beat_ms == beat


@pytest.mark.parametrize("environ", [{}, {"NOTIFY_SOCKET": "/nowhere"}])
def test_without_one_nothing_happens(environ: dict[str, str]) -> None:
    Supervisor(environ).ready()
