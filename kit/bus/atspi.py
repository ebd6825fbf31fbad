"""AT-SPI by D-Bus alone: what a screen reader asks a program for, and the one thing that it does there.

jeepney speaks D-Bus: pure Python without a C library or a loop of its own. pyatspi would bring GLib, GObject and a
registry of their types for the same five calls.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call  # type: ignore[import-untyped]
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


class Call(NamedTuple):
    """What is asked of one thing."""

    bus: str
    path: str
    interface: str
    method: str
    signature: str = ""
    body: tuple[object, ...] = ()

    def message(self) -> Message:
        """As it goes over the bus."""
        return new_method_call(
            DBusAddress(self.path, self.bus, self.interface), self.method, self.signature or None, self.body
        )


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
            states = _states(self._call(bus, path, ACCESSIBLE, "GetState"))
            if State.SHOWING in states:
                child = self._read(bus, path, states, panels)
                yield child
                yield from self.shown(child)

    def whole(self, thing: Thing, but: str = "") -> list[Thing]:
        """The same, asked for many at a time, and without the panel called `but`. Raises Gone."""
        below: dict[tuple[str, str], list[Thing]] = {}
        level = [thing]
        while level:
            those = self._ask([Call(one.bus, one.path, ACCESSIBLE, "GetChildren") for one in level])
            inner = [(above, bus, path) for above, found in zip(level, those, strict=True) for bus, path in found]
            states = self._ask([Call(bus, path, ACCESSIBLE, "GetState") for _, bus, path in inner])
            showing = [
                (above, bus, path, its)
                for (above, bus, path), bits in zip(inner, states, strict=True)
                if State.SHOWING in (its := _states(bits))
            ]
            told = iter(self._ask([ask for _, bus, path, _ in showing for ask in _read(bus, path)]))
            level = []
            for (above, bus, path, its), role, (_, name), (_, description) in zip(
                showing, told, told, told, strict=True
            ):
                if (role, name) != ("panel", but):
                    panels = (*above.panels, above.name) if above.role == "panel" else above.panels
                    level.append(Thing(bus, path, role, name, description, its, panels))
                    below.setdefault((above.bus, above.path), []).append(level[-1])

        def flat(one: Thing) -> Iterator[Thing]:
            for child in below.get((one.bus, one.path), ()):
                yield child
                yield from flat(child)

        return [*flat(thing)]

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

    def _read(self, bus: str, path: str, states: frozenset[State] = frozenset(), panels: tuple[str, ...] = ()) -> Thing:
        role, (_, name), (_, description) = self._ask(_read(bus, path))
        return Thing(bus, path, role, name, description, states, panels)

    def _call(self, bus: str, path: str, interface: str, method: str, signature: str = "", *body: object) -> Any:
        return self._ask([Call(bus, path, interface, method, signature, body)])[0]

    def _ask(self, calls: Sequence[Call]) -> list[Any]:
        """All of them before the first answer is waited for. Raises Gone."""
        waiting = {}
        for at, call in enumerate(calls):
            serial = next(self._connection.outgoing_serial)
            self._connection.send(call.message(), serial=serial)
            waiting[serial] = at
        answers: list[Any] = [None] * len(calls)
        gone = ""
        while waiting:
            answer = self._connection.receive(timeout=PATIENCE_S)
            serial = answer.header.fields.get(HeaderFields.reply_serial)
            if serial not in waiting:
                continue  # a signal, or an answer that came after its patience
            at = waiting.pop(serial)
            if answer.header.message_type is MessageType.error:
                gone = f"{calls[at].bus} {calls[at].path} {calls[at].method}: {answer.body}"
            answers[at] = answer.body[0] if answer.body else None
        if gone:
            raise Gone(gone)
        return answers


def _read(bus: str, path: str) -> list[Call]:
    """What is asked of everything: its role, its name and its description."""
    role = Call(bus, path, ACCESSIBLE, "GetRoleName")
    said = (Call(bus, path, PROPERTIES, "Get", "ss", (ACCESSIBLE, what)) for what in ("Name", "Description"))
    return [role, *said]


def _states(bits: Sequence[int]) -> frozenset[State]:
    low, high = bits
    both = low | high << 32
    return frozenset(state for state in State if both >> state & 1)


@contextmanager
def at_spi(address: str) -> Iterator[AtSpi]:
    """Whoever is on the bus of that address."""
    with open_dbus_connection(address) as connection:
        yield AtSpi(connection)
