"""Bluetooth without a radio: a BlueZ by python3-dbusmock on a bus of its own, and a process that knows no other bus.

Qt reads the bus's address once in a process; so what is tried of QtBluetooth is tried in new ones.
Debian packages: dbus-daemon, python3-dbusmock.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

T = TypeVar("T")
TEMPLATE = Path(__file__).with_name("bluez_template.py")
DBUS_MOCK = ["/usr/bin/python3", "-P", "-m", "dbusmock", "--template", str(TEMPLATE), "--parameters"]
BLUETOOTHD = "5.66"
"""Qt asks bluetoothd itself for its version, which ours cannot tell; from 5.46 on it leaves sockets to BlueZ."""
PATIENCE = 20.0


@dataclass(frozen=True)
class Device:
    """`line` is the socket where its serial port is answered; empty if it is out of reach, `mute` to let one wait."""

    address: str
    heard: bool = True
    line: str = ""


@contextmanager
def bluez(*devices: Device, adapter: bool = True) -> Iterator[str]:
    """The address of a bus where there is a BlueZ that knows these devices."""
    with bus() as address:
        known = [(device.address, device.heard, device.line) for device in devices]
        parameters = json.dumps({"adapter": adapter, "devices": known})
        environment = {"DBUS_SYSTEM_BUS_ADDRESS": address, "PATH": os.defpath}
        with _running([*DBUS_MOCK, parameters], environment) as mock:
            assert mock.stdout is not None
            assert "ready\n" in mock.stdout  # reads lines until it comes, or the end
            yield address


@contextmanager
def bus() -> Iterator[str]:
    """The address of a bus where there is nobody."""
    with _running(["dbus-daemon", "--session", "--nofork", "--print-address"], {"PATH": os.defpath}) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()


@contextmanager
def _running(words: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as program:
        try:
            yield program
        finally:
            program.terminate()


def elsewhere(bus: str, what: Callable[..., T], *arguments: object) -> T:
    """`what` gives, in a new process whose system bus is `bus`, beside a Qt application and not on its thread."""
    with ProcessPoolExecutor(1, get_context("spawn"), _join, (bus,)) as pool:
        return pool.submit(_beside_qt, what, arguments).result(PATIENCE)


def _join(bus: str) -> None:
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = bus
    os.environ["BLUETOOTH_FORCE_DBUS_LE_VERSION"] = BLUETOOTHD


def _beside_qt(what: Callable[..., T], arguments: tuple[object, ...]) -> T:
    application = QCoreApplication([])
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(what, *arguments)
        done.add_done_callback(lambda _: application.quit())
        if not done.done():
            application.exec()
        return done.result()
