"""How the printers are, as a test says it."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.printing.printer import Condition


@dataclass
class News:
    """A `PrinterNews`; by key."""

    known: dict[str, Condition]
    asked: int = 0
    """How often somebody wanted to know more."""

    def conditions(self) -> Mapping[str, Condition]:
        return self.known

    def look_at(self, key: str) -> Condition:
        return self.known[key]

    def look_again(self) -> None:
        self.asked += 1
