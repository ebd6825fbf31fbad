"""How many wrong PINs came in a row, by staff number, in a small file that outlives a restart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from adapters.files import write

NAME = "staff-tries.json"
"""Beside the store."""
MOST = 9999
"""No series is counted further: a number is locked long before, and the door waits no longer than it waits by then."""


class TriesUnknown(Exception):
    """The file cannot be read or written, or something else stands in it. The text says which, and nothing of it."""


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row: at the `door`, whatever the number, and by number, the last one tried at the end."""

    door: int
    numbers: Mapping[str, int]

    def of(self, number: str) -> int:
        """In a row for this number."""
        return self.numbers.get(number, 0)

    def with_one_more(self, number: str) -> "Tries":
        """After another wrong one."""
        return Tries(min(self.door + 1, MOST), self._others(number) | {number: min(self.of(number) + 1, MOST)})

    def without(self, number: str) -> "Tries":
        """As if there had been none for this number, and none at the door lately."""
        return Tries(0, self._others(number))

    def _others(self, number: str) -> dict[str, int]:
        return {other: times for other, times in self.numbers.items() if other != number}


def read(path: Path) -> Tries:
    """What is in the file; none where there is no file. Raises TriesUnknown."""
    try:
        kept = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Tries(0, {})
    except OSError as error:
        raise TriesUnknown(f"{path.name} cannot be read: {error.strerror}") from None
    except ValueError:
        raise TriesUnknown(f"{path.name} is damaged") from None
    match kept:
        case {"door": int(door), "numbers": dict(numbers)} if _are_counts(door, *numbers.values()):
            return Tries(door, numbers)
    raise TriesUnknown(f"{path.name} is damaged")


def keep(path: Path, tries: Tries) -> None:
    """Write the file anew, whole or not at all, for the one who had it. Raises TriesUnknown."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(path, json.dumps({"door": tries.door, "numbers": dict(tries.numbers)}))
    except OSError as error:
        raise TriesUnknown(f"{path.name} cannot be written: {error.strerror}") from None


def _are_counts(*values: object) -> bool:
    return all(type(value) is int and 0 <= value <= MOST for value in values)
