"""Bluetooth: a serial port (RFCOMM) to printers that staff have approved, to no others; and which of them are near.

The printer must have been paired with the terminal by staff (`bluetoothctl`): BlueZ dials nobody it does not know.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Condition

from PySide6.QtBluetooth import (
    QBluetoothAddress,
    QBluetoothDeviceDiscoveryAgent,
    QBluetoothServiceInfo,
    QBluetoothSocket,
    QBluetoothUuid,
)
from PySide6.QtCore import QByteArray, QEventLoop, QObject, Signal, Slot

from adapters.printing.streams import StreamBroken
from domain.runtime import Runtime

CONNECT_S = 8.0
"""How long a connection may take to come about: a page to the printer and a look at its services."""
WRITE_S = 5.0
"""How long a write may take to leave for the printer."""
HANG_UP_S = 2.0
SERIAL_PORT = QBluetoothUuid.ServiceClassUuid.SerialPort
ADDRESS = re.compile(r"[0-9A-F]{2}(:[0-9A-F]{2}){5}")


@dataclass(frozen=True, slots=True)
class Approved:
    """The addresses of the printers that staff have approved. Raises ValueError at one that is none."""

    addresses: frozenset[str]

    def __post_init__(self) -> None:
        for address in self.addresses:
            if not ADDRESS.fullmatch(address):
                raise ValueError(f"{address!r} is no Bluetooth address like 00:1A:7D:DA:71:13")


class NotApproved(StreamBroken):
    """Nobody has approved this address: nothing was sent to it."""


class NoBluetooth(Exception):
    """There is no Bluetooth adapter that is switched on."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What was heard: the approved printers, and how many others. Whose those are is nobody's business."""

    approved: frozenset[str]
    others: int


def nearby(approved: Approved, seconds: float) -> Nearby:
    """Listen for `seconds` who is near; needs a Qt application, and not its thread. Raises NoBluetooth."""
    agent = QBluetoothDeviceDiscoveryAgent()
    agent.setLowEnergyDiscoveryTimeout(round(seconds * 1000))  # so it is called; BlueZ has one search for all
    loop = QEventLoop()
    agent.finished.connect(loop.quit)
    agent.errorOccurred.connect(loop.quit)
    agent.start(QBluetoothDeviceDiscoveryAgent.DiscoveryMethod.ClassicMethod)
    if agent.isActive():
        loop.exec()
    if agent.error() is not QBluetoothDeviceDiscoveryAgent.Error.NoError:
        raise NoBluetooth(agent.error().name)
    # BlueZ tells of every device that it knows; a strength of signal has only one that was heard.
    heard = frozenset(device.address().toString() for device in agent.discoveredDevices() if device.rssi())
    return Nearby(heard & approved.addresses, len(heard - approved.addresses))


class BluetoothStream:
    """Implements `Stream` by a QBluetoothSocket, which cannot wait and so gets a thread with an event loop.

    Needs a Qt application. Raises NotApproved before anything is opened, StreamBroken if there is no connection after
    `patience` seconds.
    """

    def __init__(self, address: str, approved: Approved, runtime: Runtime, patience: float = CONNECT_S) -> None:
        if address not in approved.addresses:
            raise NotApproved
        self._changed = Condition()
        self._open = self._gone = False
        self._arrived = bytearray()
        self._unsent = 0
        self._radio: _Radio | None = None
        self._thread = runtime.start("bluetooth", partial(self._live, address))
        if not self._wait(lambda: self._open, patience):
            self.close()
            raise StreamBroken("no connection")

    def write(self, data: bytes) -> None:
        """As `Stream` says."""
        with self._changed:
            if self._gone or self._radio is None:
                raise StreamBroken("disconnected")
            self._unsent += len(data)
            self._radio.to_send.emit(QByteArray(data))
        if not self._wait(lambda: self._unsent == 0, WRITE_S):
            raise StreamBroken("not taken")

    def read(self, size: int, timeout: float) -> bytes:
        """As `Stream` says."""
        self._wait(lambda: len(self._arrived) >= size, timeout)
        with self._changed:
            taken = bytes(self._arrived[:size])
            del self._arrived[:size]
            if not taken and self._gone:
                raise StreamBroken("disconnected")
            return taken

    def close(self) -> None:
        """As `Stream` says; the printer can be dialled again then."""
        with self._changed:
            self._gone = True
            if self._radio is not None:
                self._radio.hang_up.emit()
        self._thread.join(HANG_UP_S)

    def _wait(self, until: Callable[[], bool], timeout: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: until() or self._gone, timeout) and until()

    def _live(self, address: str) -> None:
        """The thread: everything of Qt begins and ends on it."""
        socket, loop = QBluetoothSocket(QBluetoothServiceInfo.Protocol.RfcommProtocol), QEventLoop()
        radio = _Radio(socket, self._received)
        radio.hang_up.connect(loop.quit)
        socket.connected.connect(self._connected)
        socket.bytesWritten.connect(self._sent)
        socket.disconnected.connect(self._lost)
        socket.errorOccurred.connect(self._lost)
        with self._changed:
            self._radio = radio
        socket.connectToService(QBluetoothAddress(address), QBluetoothUuid(SERIAL_PORT))
        if not self._gone:
            loop.exec()
        socket.close()
        with self._changed:
            self._radio = None

    def _connected(self) -> None:
        with self._changed:
            self._open = True
            self._changed.notify_all()

    def _received(self, data: bytes) -> None:
        with self._changed:
            self._arrived += data
            self._changed.notify_all()

    def _sent(self, size: int) -> None:
        with self._changed:
            self._unsent -= size
            self._changed.notify_all()

    def _lost(self) -> None:
        with self._changed:
            self._gone = True
            self._changed.notify_all()


class _Radio(QObject):
    """Lives with the socket on its thread, and carries over what other threads want of it."""

    to_send = Signal(QByteArray)
    hang_up = Signal()

    def __init__(self, socket: QBluetoothSocket, received: Callable[[bytes], None]) -> None:
        super().__init__()
        self._socket, self._received = socket, received
        self.to_send.connect(self._send)
        socket.readyRead.connect(self._read)

    @Slot(QByteArray)
    def _send(self, data: QByteArray) -> None:
        self._socket.write(data)

    @Slot()
    def _read(self) -> None:
        self._received(bytes(self._socket.readAll().data()))
