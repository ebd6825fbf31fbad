"""A device, as staff know it, and what a look at it finds. A store, a network and a clock are devices as well."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.health.last_tests import End, LastTest
from domain.words import NOTHING, Text


class Kind(StrEnum):
    """What it is; in the order in which those are told that are well."""

    NETWORK = "network"
    BUREAU = "bureau"
    STORE = "store"
    KEYS = "keys"
    CLOCK = "clock"
    DISK = "disk"
    PRINTER = "printer"
    READER = "reader"
    SCREEN = "screen"
    SOUND = "sound"

    @property
    def alternative(self) -> bool:
        """Whether one of them is enough for what they serve: a network, a printer."""
        return self in {Kind.NETWORK, Kind.PRINTER}


SO = Text("{device}{state}")
PRINTER = "printer."
"""What stands before a printer's own key."""


class Can(StrEnum):
    """Whether something can be done; the worst last."""

    YES = "yes"
    DOUBT = "doubt"
    """it can, and somebody should see to it soon"""
    NO = "no"


class State(StrEnum):
    """How it is. Words of CEN/XFS (CWA 16926, WFS_PTR_PAPER*, WFS_STAT_DEV*) and UPOS where they have one.

    XFS's `retracted` is missing: nothing here presents a paper and takes it back.
    """

    OK = "ok"
    LOW = "low"
    """it runs out soon: paper, ink, disk, the days of a certificate"""
    STRAYED = "strayed"
    """a clock that is off, and may still be used"""
    DOUBTED = "doubted"
    """it answers, and its last answer was not to be believed"""
    UNKNOWN = "unknown"
    """it answers, and not in a way that is understood"""
    OUT = "out"
    JAM = "jam"
    COVER = "cover"
    OFFLINE = "offline"
    """it does not answer, or is not there"""
    WRONG = "wrong"
    """it is there and must not be used: damaged, out of date, off by minutes"""

    @property
    def can(self) -> Can:
        """Whether what it is for can be done with it."""
        if self is State.OK:
            return Can.YES
        return Can.DOUBT if self in {State.LOW, State.STRAYED, State.DOUBTED} else Can.NO


class Service(StrEnum):
    """What devices are for: the three questions that staff have first."""

    MONEY = "money"
    SLIPS = "slips"
    CERTIFICATES = "certificates"

    @property
    def label(self) -> Text:
        return {
            Service.MONEY: Text("收款"),
            Service.SLIPS: Text("凭条"),
            Service.CERTIFICATES: Text("证明"),
        }[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a look finds: `word` says the state ("缺纸"), `detail` a figure or so ("剩 212 GB")."""

    state: State
    word: Text
    detail: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Check:
    """A device and how it is looked at. `look` may raise nothing; it `waits` if it takes longer than a moment.

    Where it reads what the device said last, `ask` asks the device itself, for who wants to know now.

    `key` is its name for programs ("printer.a4"), the same for good. `serves` is what cannot be done without it, or
    without another of its kind. `every_s`: so often it is looked at. `timed`: how long that lasts is its figure.
    """

    key: str
    kind: Kind
    name: Text
    look: Callable[[], Finding]
    serves: frozenset[Service] = frozenset()
    every_s: float = 5.0
    waits: bool = False
    timed: bool = False
    ask: Callable[[], Finding] | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A device as it was found last. Times are aware.

    `since` it has been in this state; `checked` is when it was looked at; `steps` say what to do, three at most.
    `tested` is how its latest test ended, None as long as there was none.
    """

    key: str
    kind: Kind
    name: Text
    found: Finding
    since: datetime
    checked: datetime
    serves: frozenset[Service] = frozenset()
    steps: tuple[Text, ...] = field(default=())
    tested: LastTest | None = None

    @property
    def printer(self) -> str:
        """What the press calls it; empty if it is no printer."""
        return self.key.removeprefix(PRINTER) if self.kind is Kind.PRINTER else ""

    @property
    def passes(self) -> bool:
        """Whether the look was passed: what runs low still does."""
        return self.found.state.can is not Can.NO

    @property
    def doubted(self) -> bool:
        """Whether its latest test failed, and a look finds it well (`domain.health.doubts`)."""
        return self.tested is not None and self.tested.end is End.FAILED and self.found.state is State.DOUBTED

    @property
    def told(self) -> Text:
        """It and its state, in a few words."""
        return SO.of(device=self.name, state=self.found.word)

    @property
    def verdict(self) -> Text:
        """In the row of the staff's page, with its date and time."""
        if self.doubted:
            return Text("查过正常")
        return Text("已通过") if self.passes else Text("没有通过")
