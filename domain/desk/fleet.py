"""The terminals as the bureau knows them: a port of whoever hears from them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.words import NOTHING, Text

SILENT_AFTER = timedelta(minutes=1)
"""Whoever was not heard of for so long is out of touch (失联)."""


class Health(StrEnum):
    """How a terminal is, the worst last."""

    FINE = "fine"
    OFF = "off"
    """taken out of service by people"""
    DOUBT = "doubt"
    """it serves, and needs somebody soon"""
    HEALING = "healing"
    """it has stopped, and tries to come back by itself"""
    BROKEN = "broken"
    """something that it does is off"""
    SILENT = "silent"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Health.FINE: Text("正常"),
    Health.OFF: Text("人工停用"),
    Health.DOUBT: Text("要留意"),
    Health.HEALING: Text("正在恢复"),
    Health.BROKEN: Text("有故障"),
    Health.SILENT: Text("失联"),
}
TROUBLED = frozenset({Health.DOUBT, Health.HEALING, Health.BROKEN, Health.SILENT})


@dataclass(frozen=True, slots=True)
class TerminalState:
    """`word` says in a few words how it is ("A4 缺纸"), `detail` what comes of that ("证明停办 5 分钟").

    `last` is what it said last, in a sentence; `meanwhile` what it does for visitors until it is well again. It
    `takes_money` or not, by its own word. Times are aware; `heard_at` is None before it was ever heard of.
    """

    name: str
    hall: str
    health: Health
    heard_at: datetime | None
    enrolled_at: datetime
    revoked_at: datetime | None = None
    takes_money: bool = True
    word: Text = NOTHING
    detail: Text = NOTHING
    last: Text = NOTHING
    meanwhile: Text = NOTHING

    def at(self, now: datetime) -> "TerminalState":
        """As it has to be taken now: whoever is silent is neither well nor ill."""
        silent = self.heard_at is None or now - self.heard_at > SILENT_AFTER
        if not silent or self.health is Health.OFF or self.revoked_at:
            return self
        return replace(self, health=Health.SILENT, takes_money=False, word=NOTHING)


class Fleet(Protocol):
    """Safe from any thread."""

    def terminals(self) -> tuple[TerminalState, ...]:
        """All that were ever enrolled, by hall and name."""
        ...
