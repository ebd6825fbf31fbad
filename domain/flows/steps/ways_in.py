"""Ways in: how one gets here, what one can do, and what is closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.flows.steps.kind import Kind
from domain.people.insurance import Insurance, Scheme
from domain.words import NOTHING, Text


class Needs(StrEnum):
    """What a function asks of a visitor before it begins."""

    NOTHING = "nothing"
    NAME = "name"
    """to say who they are"""
    LOGIN = "login"
    """to prove it by their account (guide 三(一))"""


@dataclass(frozen=True, slots=True)
class Entrance(Kind):
    """How one gets here on the phone (功能入口): the taps in order, a code to scan, the other way in; perhaps a remark.

    `link` is one of its channel's links, `scan` says what its code is scanned with and for; `needs` is what the other
    way is for, `other_for` the matters that it is the usual way to. `located`: the remark is about where one is.
    """

    title: Text
    taps: tuple[Text, ...]
    remark: Text
    enter: Text
    other: Text = NOTHING
    link: str = ""
    scan: Text = NOTHING
    needs: Needs = Needs.NOTHING
    located: bool = False
    other_for: tuple[str, ...] = ()

    @property
    def outcomes(self) -> tuple[str, ...]:
        return ("enter", "other") if self.other else ("enter",)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One function of a menu; its outcome is its id, or `<id>_first` where something is needed before.

    `scheme` and `insurance` are what choosing it decides. `prints`: it ends at a printer, so that has to be ready.
    """

    id: str
    title: Text
    caption: Text
    icon: str
    scheme: Scheme | None = None
    insurance: Insurance | None = None
    needs: Needs = Needs.NOTHING
    prints: bool = False

    @property
    def outcomes(self) -> tuple[str, ...]:
        return (self.id,) if self.needs is Needs.NOTHING else (self.id, f"{self.id}_first")


@dataclass(frozen=True, slots=True)
class MenuGroup:
    title: Text
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class Menu(Kind):
    """What one can do, in groups under bar headings; `lead` is said as long as it is not known who the visitor is.

    `serves`: by matter, the functions that it may mean.
    """

    title: Text
    groups: tuple[MenuGroup, ...]
    lead: Text = NOTHING
    serves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def outcomes(self) -> tuple[str, ...]:
        return tuple(outcome for group in self.groups for item in group.items for outcome in item.outcomes)


@dataclass(frozen=True, slots=True)
class Way:
    """A channel in which something can be done, and what is different there."""

    channel: str
    differs: Text


@dataclass(frozen=True, slots=True)
class PickChannel(Kind):
    """What one came for, and the channels that can do it. Its outcomes are their names."""

    title: Text
    ways: tuple[Way, ...]

    @property
    def outcomes(self) -> tuple[str, ...]:
        return tuple(way.channel for way in self.ways)


@dataclass(frozen=True, slots=True)
class Closed(Kind):
    """A channel takes no business now: why, until when, and the channels that do. `open` once it does again."""

    title: Text
    headline: Text
    notes: tuple[Text, ...]
    ways: tuple[str, ...]

    @property
    def outcomes(self) -> tuple[str, ...]:
        return ("open", "done", *self.ways)
