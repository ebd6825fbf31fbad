"""A BlueZ for python3-dbusmock, run by Debian's Python: one adapter, and devices whose serial port is a local socket.

Parameters: `adapter`, whether there is one, and `devices`: for each its address, whether it is heard, and the path of
its socket; without one it is not reached, and at MUTE nothing comes of it. Prints `ready`.
"""

import socket
from typing import Any

import dbus  # type: ignore[import-not-found]  # Debian's python3-dbus, not ours
from dbusmock import mockobject  # type: ignore[import-not-found]
from dbusmock.templates import bluez5  # type: ignore[import-not-found]

BUS_NAME, MAIN_OBJ, SYSTEM_BUS, IS_OBJECT_MANAGER = bluez5.BUS_NAME, bluez5.MAIN_OBJ, True, True
AddAdapter, AddDevice = bluez5.AddAdapter, bluez5.AddDevice
DEVICE, PROFILES, PROFILE = bluez5.DEVICE_IFACE, bluez5.PROFILE_MANAGER_IFACE, "org.bluez.Profile1"
BUS = "org.freedesktop.DBus"
MUTE = "mute"


def RegisterProfile(profiles: Any, path: str, uuid: str, options: dict[str, Any]) -> None:
    profiles.path = path


def ConnectProfile(device: Any, uuid: str) -> None:
    """Dial the device's socket and hand the connection over, as bluetoothd does."""
    if not device.line:
        raise dbus.exceptions.DBusException("Page Timeout", name="org.bluez.Error.Failed")
    if device.line == MUTE:
        return
    path = mockobject.objects["/org/bluez"].path
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(device.line)
        given: tuple[object, ...] = (device.path, dbus.types.UnixFd(line.fileno()), {})
        bus = device.connection
        bus.call_async(owner(bus, path), path, PROFILE, "NewConnection", "oha{sv}", given, None, None)


def owner(bus: Any, path: str) -> str:
    """Who has registered a profile: its process is in the path, dbusmock does not tell who called."""
    for name in bus.list_names():
        if name.startswith(":") and path.split("/")[3].endswith(
            str(bus.call_blocking(BUS, "/", BUS, "GetConnectionUnixProcessID", "s", (name,)))
        ):
            return str(name)
    raise LookupError(path)


def load(mock: Any, parameters: dict[str, Any]) -> None:
    mockobject.objects["/"] = mock
    bluez5.load(mock, {})
    mockobject.objects["/org/bluez"].AddMethod(PROFILES, "RegisterProfile", "osa{sv}", "", RegisterProfile)
    if parameters["adapter"]:
        mock.AddAdapter("hci0", "terminal")
    for address, heard, line in parameters["devices"]:
        device = mockobject.objects[mock.AddDevice("hci0", address, "Somebody's")]
        device.line = line
        device.AddMethod(DEVICE, "ConnectProfile", "s", "", ConnectProfile)
        if not heard:
            del device.props[DEVICE]["RSSI"]
    print("ready", flush=True)
