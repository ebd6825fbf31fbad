"""An accessibility bus of one's own, and a terminal on it: real programs, and all that they start ends with them.

Debian packages: dbus-daemon, at-spi2-core; and tigervnc-standalone-server, for an X server that the terminal starts.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from kit.simulators.loopback import free_port

ROOT = Path(__file__).parents[2]
CONFIGURATION = Path("/usr/share/defaults/at-spi2/accessibility.conf")
"""By which at-spi-bus-launcher starts the bus in a session."""
REGISTRY = Path("/usr/libexec/at-spi2-registryd")
FOREIGN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND")


@contextmanager
def bus() -> Iterator[str]:
    """The address of an accessibility bus with its registry, where nobody is yet. Raises AssertionError."""
    for needed in (CONFIGURATION, REGISTRY):
        assert needed.exists(), f"{needed} is missing: apt-get install at-spi2-core"
    assert shutil.which("dbus-daemon"), "there is no dbus-daemon: apt-get install dbus-daemon"
    words = ["dbus-daemon", f"--config-file={CONFIGURATION}", "--nofork", "--nopidfile", "--print-address"]
    with running(words, {"PATH": os.defpath}) as daemon:
        assert daemon.stdout
        address = daemon.stdout.readline().strip()
        with running([str(REGISTRY)], {"PATH": os.defpath, "AT_SPI_BUS_ADDRESS": address}) as registry:
            assert registry.stdout
            assert "running" in registry.stdout.readline()
            yield address


@contextmanager
def started(words: Sequence[str], address: str, folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A terminal that can be read on the bus of that address, its store in `folder`."""
    assert shutil.which("Xvnc"), "there is no Xvnc: apt-get install tigervnc-standalone-server"
    own = {
        "AT_SPI_BUS_ADDRESS": address,
        "KIOSK_VNC_PORT": str(free_port()),
        "KIOSK_STORE": str(folder / "demo.sqlite"),
    }
    rest = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    with running([sys.executable, *words], rest | own) as terminal:
        yield terminal


@contextmanager
def running(words: Sequence[str], environment: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A program that is told to end (SIGTERM), and waited for."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(words, cwd=ROOT, env=environment, text=True, **pipes) as program:  # type: ignore[call-overload]
        try:
            yield program
        finally:
            program.terminate()
