"""Who looks on while the terminal is used: told of each touch before and after it, and of each wait."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtQuick import QQuickItem


@dataclass(frozen=True, slots=True)
class Waited:
    """A wait: for what, how many seconds, how often it was looked whether it is there, and whether it came."""

    what: str
    seconds: float
    looks: int
    came: bool


class Witness(Protocol):
    """A guide, a trace or a recorder. `what` is the touch as a walk says it: a control's name, `type:…`, `write:…`."""

    def touches(self, what: str, item: QQuickItem | None) -> None:
        """It is about to be done, to a control where there is one; it may lie beside the terminal, on the dock."""
        ...

    def touched(self, what: str) -> None:
        """It has been done; the next frame shows what came of it."""
        ...

    def waited(self, wait: Waited) -> None:
        """Something was waited for, and came or not."""
        ...


class Nobody:
    """A witness who sees nothing."""

    def touches(self, what: str, item: QQuickItem | None) -> None:
        pass

    def touched(self, what: str) -> None:
        pass

    def waited(self, wait: Waited) -> None:
        pass
