"""An event as it may be written: its fields are all that can be told of it, and each of them is looked at first.

A log is read by whoever looks after the machine, and sent away: nothing of a visitor may get there, whoever errs.
"""

import re
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from typing import ClassVar

WITHHELD = "?"
"""Stands where something may not be written."""
LONGEST = 300
"""Characters of one field."""
MOST = 10**10
"""No count and no length of ours is so large: such a figure may be a number of somebody's."""

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,99}")
_SOMEBODY = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15,19}|1[3-9][0-9]{9})(?![0-9A-Za-z])")
"""What looks like a number of an identity card, a bank card or a phone. Numbers of orders begin with letters."""
_FOREIGN = re.compile(r"[^ -~]+")

Fact = str | int | float | bool


class Sentence(str):
    """A sentence of ours in English. What is not ASCII (a name), or looks like somebody's number, is left out of it."""

    __slots__ = ()

    def __new__(cls, text: object) -> "Sentence":
        plain = _SOMEBODY.sub(WITHHELD, _FOREIGN.sub(WITHHELD, str(text)))
        return super().__new__(cls, plain[:LONGEST])


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. `told` is its sentence, with the names of fields in braces; a subclass's fields are its facts.

    A field is a number, a date, a member of an enum, a `Sentence`, or a word: letters, digits and a few signs, in one
    piece. What is otherwise is withheld when the event is made.
    """

    told: ClassVar[str] = "something happened"

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, fit(getattr(self, field.name)))

    def facts(self) -> dict[str, Fact]:
        """Its fields by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        return self.told.format(**self.facts())

    @classmethod
    def kind(cls) -> str:
        """What it is called in the log: `PrinterIs` is `printer_is`."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()


def tells_of_somebody(line: str) -> bool:
    """Whether something in a line looks like a number of an identity card, a bank card or a phone."""
    return _SOMEBODY.search(line) is not None


def fit(value: object) -> Fact:
    """As it may be written."""
    match value:
        case bool() | float() | Sentence():
            return value
        case int():
            return value if abs(value) < MOST else WITHHELD
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case str() if value == "" or (_WORD.fullmatch(value) and not _SOMEBODY.search(value)):
            return value
    return WITHHELD
