"""Data files in TOML, read with types: what is broken is said with file, entry and reason, in English, for staff."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class BrokenData(ValueError):
    """A data file cannot be used: `file, entry: what is wrong`."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file. `where` names it in complaints; every getter raises `error`."""

    values: Mapping[str, object]
    where: str
    error: type[BrokenData] = BrokenData

    @classmethod
    def of(cls, text: str, name: str, error: type[BrokenData] = BrokenData) -> "Table":
        """A whole file. Numbers with a point become Decimal: floats never touch money."""
        try:
            return cls(tomllib.loads(text, parse_float=Decimal), name, error)
        except tomllib.TOMLDecodeError as broken:
            raise error(f"{name}: not TOML: {broken}") from broken

    def wrong(self, what: str) -> BrokenData:
        """The complaint that this table is wrong, to be raised."""
        return self.error(f"{self.where}: {what}")

    def only(self, *known: str) -> None:
        """Refuse keys that nobody reads: they are misspelt."""
        if unknown := sorted(set(self.values) - set(known)):
            raise self.wrong(f"unknown key {', '.join(unknown)}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; `default` where it is not there."""
        value = self._get(key, str, "a text", default)
        if not value and default is None:
            raise self.wrong(f"{key} is empty")
        return value

    def member(self, key: str, kind: type[E]) -> E:
        """A text that is one of the values of `kind`."""
        value = self.text(key)
        if value not in set(kind):
            raise self.wrong(f"{key} is one of {', '.join(kind)}, not {value!r}")
        return kind(value)

    def whole(self, key: str) -> int:
        """A positive whole number."""
        value = self._get(key, int, "a whole number")
        if value <= 0:
            raise self.wrong(f"{key} must be positive")
        return value

    def number(self, key: str) -> Decimal:
        """A positive number."""
        value = self._get(key, Decimal, "a number with a point")
        if value <= 0:
            raise self.wrong(f"{key} must be positive")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where it is not said."""
        return self._get(key, bool, "true or false", False)

    def day(self, key: str) -> date:
        """A date without a time."""
        return self._get(key, date, "a date")

    def time(self, key: str) -> time:
        """A time of day."""
        return self._get(key, time, "a time of day")

    def days(self, key: str) -> tuple[date, date]:
        """A first and a last day, both included."""
        first, last = self._pair(key)
        if last < first:
            raise self.wrong(f"{key} ends before it begins")
        return first, last

    def wholes(self, key: str) -> tuple[int, ...]:
        """Positive whole numbers, each larger than the one before."""
        values = self._list(key, int, "whole numbers")
        if not values or values[0] <= 0 or any(b <= a for a, b in pairwise(values)):
            raise self.wrong(f"{key} must be positive and rising")
        return values

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        """A list of numbers with a point."""
        return self._list(key, Decimal, "numbers with a point")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return self._list(key, str, "texts")

    def table(self, key: str) -> "Table":
        """A table within this one."""
        return Table(self._get(key, dict, "a table"), f"{self.where}, {key}", self.error)

    def tables(self, key: str) -> tuple["Table", ...]:
        """The tables of a list, counted from 1 in complaints; none where the key is not there."""
        if key not in self.values:
            return ()
        entries = self._list(key, dict, "tables")
        return tuple(Table(entry, f"{self.where}, {key} {i}", self.error) for i, entry in enumerate(entries, 1))

    def _pair(self, key: str) -> tuple[date, date]:
        match self._list(key, date, "dates"):
            case (first, last):
                return first, last
            case _:
                raise self.wrong(f"{key} must be two dates")

    def _list(self, key: str, kind: type[T], words: str) -> tuple[T, ...]:
        values = self._get(key, list, f"a list of {words}")
        for value in values:
            self._check(key, value, kind, f"a list of {words}")
        return tuple(values)

    def _get(self, key: str, kind: type[T], words: str, default: T | None = None) -> T:
        if key not in self.values:
            if default is None:
                raise self.wrong(f"{key} is missing")
            return default
        return self._check(key, self.values[key], kind, words)

    def _check(self, key: str, value: object, kind: type[T], words: str) -> T:
        """`isinstance`, without Python's own exceptions to it: a bool is no number, a moment is no date."""
        disguised = (isinstance(value, bool) and kind is not bool) or isinstance(value, datetime)
        if disguised or not isinstance(value, kind):
            raise self.wrong(f"{key} must be {words}, not {value!r}")
        return value
