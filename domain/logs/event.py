"""An event as it may be written: its fields are all that can be told of it, and each of them is looked at first.

A log is read by whoever looks after the machine, and sent away: nothing of a visitor may get there, whoever errs.
"""

import re
from datetime import date
from enum import Enum
from typing import ClassVar, dataclass_transform

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


@dataclass_transform(frozen_default=True)
class Event:
    """What happened. `told` is its sentence, with the names of fields in braces; a subclass's fields are its facts.

    A field is a number, a date, a member of an enum, a `Sentence`, or a word: letters, digits and a few signs, in one
    piece. What is otherwise is withheld when the event is made.

    It is used as a frozen dataclass is. `dataclass` would write and compile code for each kind, and the first picture
    would wait for that of dozens.
    """

    told: ClassVar[str] = "something happened"
    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._names += tuple(cls.__annotations__)

    def __init__(self, *values: object, **named: object) -> None:
        """Raises TypeError where a field is missing, given twice or unknown."""
        given = dict(zip(self._names, values, strict=False)) | named
        usual = {name: getattr(type(self), name) for name in self._names if hasattr(type(self), name)}
        if len(given) != len(values) + len(named) or {*usual, *given} != {*self._names}:
            raise TypeError(f"{type(self).__name__} has the fields {self._names}")
        vars(self).update((name, fit((usual | given)[name])) for name in self._names)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} has happened: {name} cannot be changed")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={fact!r}' for name, fact in vars(self).items())})"

    def facts(self) -> dict[str, Fact]:
        """Its fields by name."""
        return dict(vars(self))

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
