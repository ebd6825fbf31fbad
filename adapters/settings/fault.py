"""What is wrong with settings, as staff read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.ports import ForStaff

Where = tuple[str | int, ...]
"""A key with the tables above it: `("staff", 0, "number")`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `place` is `FILE:LINE` or a variable's name, `key` the dotted key if there is one.

    Values are never repeated: what stands in the wrong place may be a secret.
    """

    place: str
    key: str
    wrong: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.place, self.key, self.wrong)))


class SettingsError(ForStaff):
    """The settings cannot be used; the text has a line for each of the `faults`."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def dotted(where: Where) -> str:
    """A key as staff read it: `staff.0.number`."""
    return ".".join(map(str, where))
