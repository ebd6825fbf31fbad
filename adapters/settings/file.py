"""A settings file: what it says, and in which line it says it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from adapters.settings.fault import Fault, SettingsError, Where

PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
"""How tomllib ends a message."""


@dataclass(frozen=True)
class File:
    """A TOML file that was read. `name` is what staff called it."""

    name: str
    text: str
    data: Mapping[str, object]

    @classmethod
    def read(cls, path: Path | None) -> "File":
        """The file; an empty one where none was named. Raises SettingsError."""
        if path is None:
            return cls("settings", "", {})
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise SettingsError([Fault(str(path), "", "there is no such settings file")]) from None
        except OSError as error:
            raise SettingsError([Fault(str(path), "", f"cannot be read: {error.strerror}")]) from None
        try:
            text = content.decode().replace("\r\n", "\n")
            return cls(str(path), text, tomllib.loads(text))
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise SettingsError([Fault(f"{path}:{line}", "", "this line is not UTF-8")]) from None
        except tomllib.TOMLDecodeError as error:
            raise SettingsError([_syntax(str(path), text, str(error))]) from None

    def line(self, where: Where) -> int:
        """The line in which a key begins; of what is missing that of its table, or else the first."""
        return next((self._lines[where[:n]] for n in range(len(where), 0, -1) if where[:n] in self._lines), 1)

    def place(self, line: int) -> str:
        """As a fault names it."""
        return f"{self.name}:{line}" if self.text else self.name

    @cached_property
    def _lines(self) -> Mapping[Where, int]:
        """Every key by the line that it begins in.

        TOML ends a statement with its line, so the first lines of a file are a file themselves wherever no statement is
        cut: what such a file has more than the one before it began in the line after that one.
        """
        lines, found, read = self.text.split("\n"), dict[Where, int](), 0
        for end in range(1, len(lines) + 1):
            try:
                part = tomllib.loads("\n".join(lines[:end]))
            except tomllib.TOMLDecodeError:
                continue
            for where in _keys(part):
                found.setdefault(where, read + 1)
            read = end
        return found


def _keys(value: object, above: Where = ()) -> Iterator[Where]:
    if isinstance(value, dict):
        inner: list[tuple[str | int, object]] = list(value.items())
    else:
        inner = list(enumerate(value)) if isinstance(value, list) else []
    for key, part in inner:
        yield (*above, key)
        yield from _keys(part, (*above, key))


def _syntax(name: str, text: str, message: str) -> Fault:
    """Without a look at what stands there."""
    found = PLACE.search(message)
    lines = text.split("\n")
    line, column = found.groups() if found and found[1] else (len(lines), len(lines[-1]) + 1)
    return Fault(f"{name}:{line}:{column}", "", f"this is no TOML: {PLACE.sub('', message)}")
