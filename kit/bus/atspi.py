"""AT-SPI by D-Bus alone: what a screen reader asks a program for, and the one thing that it does there.

jeepney speaks D-Bus: pure Python without a C library or a loop of its own. pyatspi would bring GLib, GObject and a
registry of their types for the same five calls.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped]

REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
TEXT = "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"
PATIENCE_S = 20.0


class State(IntEnum):
    """Some of `AtspiStateType`: the places of their bits."""

    ACTIVE = 1
    CHECKED = 4
    ENABLED = 8
    FOCUSED = 12
    SHOWING = 25
    CHECKABLE = 41


class Gone(Exception):
    """What was asked about is not there any more; the message is the bus's own."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the tree as it was read: whose it is and where; `panels` are the names of those that it is in."""

    bus: str
    path: str
    role: str
    name: str
    description: str
    states: frozenset[State]
    panels: tuple[str, ...] = ()


class AtSpi:
    """An accessibility bus."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def applications(self) -> list[Thing]:
        """The programs that can be read."""
        return [self._read(*one) for one in self._children(REGISTRY, ROOT)]

    def shown(self, thing: Thing) -> Iterator[Thing]:
        """What can be seen in a thing, in the order of reading; each is asked for when it is wanted. Raises Gone."""
        panels = (*thing.panels, thing.name) if thing.role == "panel" else thing.panels
        for bus, path in self._children(thing.bus, thing.path):
            states = self._states(bus, path)
            if State.SHOWING in states:
                child = self._read(bus, path, states, panels)
                yield child
                yield from self.shown(child)

    def within(self, thing: Thing) -> Iterator[str]:
        """All that anybody can get out of a thing by asking, whether it can be seen or not. Raises Gone."""
        for bus, path in self._children(thing.bus, thing.path):
            child = self._read(bus, path)
            yield from (child.name, child.description)
            if TEXT in self._call(bus, path, ACCESSIBLE, "GetInterfaces"):
                yield self._call(bus, path, TEXT, "GetText", "ii", 0, -1)
            yield from self.within(child)

    def press(self, thing: Thing) -> None:
        """Do what a finger does. Raises Gone, or KeyError if it cannot be pressed."""
        names = [name for name, _, _ in self._call(thing.bus, thing.path, ACTION, "GetActions")]
        at = {name: at for at, name in enumerate(names)}["Press"]
        self._call(thing.bus, thing.path, ACTION, "DoAction", "i", at)

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        return list(self._call(bus, path, ACCESSIBLE, "GetChildren"))

    def _states(self, bus: str, path: str) -> frozenset[State]:
        low, high = self._call(bus, path, ACCESSIBLE, "GetState")
        bits = low | high << 32
        return frozenset(state for state in State if bits >> state & 1)

    def _read(self, bus: str, path: str, states: frozenset[State] = frozenset(), panels: tuple[str, ...] = ()) -> Thing:
        role = self._call(bus, path, ACCESSIBLE, "GetRoleName")
        _, name = self._call(bus, path, PROPERTIES, "Get", "ss", ACCESSIBLE, "Name")
        _, description = self._call(bus, path, PROPERTIES, "Get", "ss", ACCESSIBLE, "Description")
        return Thing(bus, path, role, name, description, states, panels)

    def _call(self, bus: str, path: str, interface: str, method: str, signature: str = "", *body: object) -> Any:
        message = new_method_call(DBusAddress(path, bus, interface), method, signature or None, body)
        answer = self._connection.send_and_get_reply(message, timeout=PATIENCE_S)
        if answer.header.message_type is MessageType.error:
            raise Gone(f"{bus} {path} {method}: {answer.body}")
        return answer.body[0] if answer.body else None


@contextmanager
def at_spi(address: str) -> Iterator[AtSpi]:
    """Whoever is on the bus of that address."""
    with open_dbus_connection(address) as connection:
        yield AtSpi(connection)
