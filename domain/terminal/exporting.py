"""The port of who copies the terminal's logs to a stick, for whoever looks after the machine."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Exported:
    """`file` was written on the medium `medium`: `lines` of log, without `refused` that look like somebody's data."""

    file: str
    medium: str
    lines: int
    refused: int
    size: int
    """in bytes"""


class NoMedium(Exception):
    """Nothing is plugged in that could be written on."""


class NotWritten(Exception):
    """It is there, and could not be written on: full, taken away, or for reading only. Nothing of it is left there."""


class NothingToExport:
    """Implements `Exporting` where there are no logs."""

    def write(self) -> Exported:
        raise NoMedium


class Exporting(Protocol):
    """Takes its time, so off the GUI thread."""

    def write(self) -> Exported:
        """Copy them. Raises NoMedium, NotWritten."""
        ...
