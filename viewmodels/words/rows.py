"""The rows that screens repeat, as values; a view model says them by `said_rows`."""

from dataclasses import dataclass

from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value on a summary; `quiet` is a remark in the place of a value."""

    key: Text
    value: Text
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A row to read: what it is, how it stands, what it says, and the sum it is about if there is one.

    How it stands is `good`, or `bad`, or has been taken back (`over`), or is still open.
    """

    title: Text
    state: Text
    good: bool
    pairs: tuple[Pair, ...]
    amount: str = ""
    id: str = ""
    actions: "tuple[Button, ...]" = ()
    bad: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a row."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Member:
    """One of a household: who, what for, and how much."""

    id: str
    name: Text
    number: Text
    what: Text
    amount: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be touched."""

    id: str
    title: Text
    caption: Text = NOTHING
    icon: str = ""
    chosen: bool = False
    enabled: bool = True
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """Something on the way of what takes days: `done`, where it is `now`, or neither yet."""

    title: Text
    caption: Text
    done: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    title: Text
    rows: tuple[Row, ...]
