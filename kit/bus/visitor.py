"""Somebody who has nothing but the accessibility bus: they read, and press what is called so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, dropwhile, takewhile
from threading import Event
from time import monotonic
from typing import TypeVar

from kit.bus.atspi import PATIENCE_S, AtSpi, Gone, State, Thing

T = TypeVar("T")
LOOK_S = 0.05
"""Between one look at the tree and the next, as long as what is waited for is not there."""
TO_BE_PRESSED = {"push button", "radio button", "check box", "text"}
DOCK = "演示台"


@dataclass(frozen=True, slots=True)
class Visitor:
    """At the one terminal on the bus; what they wait for comes within `patience_s`."""

    bus: AtSpi
    patience_s: float = PATIENCE_S

    def screen(self) -> list[Thing]:
        """What the terminal shows, in the order of reading."""
        return self._wait(
            lambda: [one for program in self.bus.applications() for one in self.bus.whole(program, but=DOCK)],
            "the tree",
        )

    def all_that_can_be_asked(self) -> set[str]:
        """Of everything that there is, also beyond what can be seen."""
        return self._wait(
            lambda: {text for one in self.bus.applications() for text in self.bus.within(one)}, "the tree"
        )

    def reads(self, name: str, role: str) -> Thing:
        """Wait until the terminal has a thing of that name and role."""
        return self._wait(
            lambda: next((one for one in self._terminal() if (one.role, one.name) == (role, name)), None), name
        )

    def arrives(self, title: str) -> None:
        """Wait for a screen by its heading."""
        self.reads(title, "heading")

    def presses(self, *names: str, under: str = "") -> None:
        """One control of the terminal after the other, once it is there and in use; the first after a heading."""
        for name in names:
            self._press(name, lambda: dropwhile(lambda one: under not in ("", one.name), self._terminal()))

    def does_beside(self, *names: str) -> None:
        """The same at the dock: its people and its phone."""
        for name in names:
            self._press(name, self._dock)

    def _press(self, name: str, things: Callable[[], Iterator[Thing]]) -> None:
        def pressed() -> bool | None:
            for one in things():
                if one.role in TO_BE_PRESSED and one.name == name and State.ENABLED in one.states:
                    self.bus.press(one)
                    return True
            return None

        self._wait(pressed, f"to press {name}")

    def _terminal(self) -> Iterator[Thing]:
        """What is read before the dock."""
        return takewhile(lambda one: one.name != DOCK, self._all())

    def _dock(self) -> Iterator[Thing]:
        return (one for one in self._all() if DOCK in one.panels)

    def _all(self) -> Iterator[Thing]:
        return chain.from_iterable(self.bus.shown(program) for program in self.bus.applications())

    def _wait(self, condition: Callable[[], T | None], what: str) -> T:
        """Look until it is there; what goes while it is read is read anew. Raises AssertionError."""
        tick, until = Event(), monotonic() + self.patience_s
        while monotonic() < until:
            try:
                if (found := condition()) is not None:
                    return found
            except Gone:
                continue
            tick.wait(LOOK_S)
        raise AssertionError(f"{what}: not there; the bus says {[(one.role, one.name) for one in self.screen()]}")
