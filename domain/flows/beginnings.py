"""What staff have taken out of service, as it stands in the way of a visit that would begin (停用).

A visit that is under way is never cut off: what is asked here is asked before something begins. A function of a menu
is begun for the first matter that its menu names for it, so where paying is out of service what is declared on the way
to it is as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.flows.channels import CHANNELS
from domain.flows.channels.matters import MATTERS
from domain.flows.steps import Menu
from domain.runtime import HALL_TIME
from domain.terminal.suspensions import WHOLE, Suspension, Suspensions
from domain.words import NOTHING, Text, Verbatim

NAMES: dict[str, Text] = {WHOLE: Text("本机"), **{matter.id: matter.title for matter in MATTERS}}


@dataclass(frozen=True, slots=True)
class Beginnings:
    """`channels` are those that this hall offers."""

    suspensions: Suspensions
    channels: frozenset[str]

    def start(self, start: str) -> Suspension | None:
        """Why nothing begins by a touch on Home; None if it does. Of a matter all ways may be closed as well."""
        standing = self.suspensions.standing()
        if not standing:
            return None
        if found := self._any(WHOLE, start):
            return found
        matter = next((matter for matter in MATTERS if matter.id == start), None)
        ways = list(self._ways(start)) if matter else []
        closed = [self.way(start, way) for way in ways]
        return closed[0] if closed and all(closed) else None

    def way(self, matter: str, channel: str) -> Suspension | None:
        """Why a matter does not begin in a channel."""
        if found := self._any(WHOLE, channel, matter):
            return found
        menus = [menu for menu in _menus(channel) if matter in menu.serves]
        closed = [self.item(menu, item) for menu in menus for item in menu.serves[matter]]
        return closed[0] if closed and all(closed) else None

    def item(self, menu: Menu, item: str) -> Suspension | None:
        """Why a function of a menu does not begin."""
        first = next((matter for matter, items in menu.serves.items() if item in items), "")
        return self._any(first)

    def _any(self, *what: str) -> Suspension | None:
        return next((found for one in what if (found := self.suspensions.of(one))), None)

    def _ways(self, matter: str) -> Iterator[str]:
        """The channels in which it can be done here."""
        for channel in CHANNELS.values():
            if channel.id in self.channels and matter in {one.id for one in channel.matters}:
                yield channel.id


def _menus(channel: str) -> Iterator[Menu]:
    """Those of a channel; its table is loaded for that."""
    for screen in CHANNELS[channel].table().screens.values():
        if isinstance(screen.step, Menu):
            yield screen.step


def named(what: str) -> Text:
    """A channel, a matter, or the terminal, in words."""
    return CHANNELS[what].name if what in CHANNELS else NAMES.get(what, Verbatim(what))


def told(suspension: Suspension, now: datetime) -> Text:
    """What a visitor is told: why, and until when."""
    if suspension.until is None:
        return Text("暂停，{why}", why=suspension.message.label)
    return Text("暂停，{why}，{until} 恢复", why=suspension.message.label, until=clock(suspension.until, now))


def stands(suspension: Suspension, now: datetime) -> Text:
    """The same with what it is about."""
    return Text("{what}{told}", what=named(suspension.what), told=told(suspension, now))


def clock(at: datetime, now: datetime) -> Text:
    """A time as one says it today: another day by its name or date."""
    on, here = day(at, now), at.astimezone(HALL_TIME)
    return Text("{day} {time:%H:%M}", day=on, time=here) if on else Verbatim(f"{here:%H:%M}")


def day(at: datetime, now: datetime) -> Text:
    """The day of that time; empty for today."""
    here, today = at.astimezone(HALL_TIME).date(), now.astimezone(HALL_TIME).date()
    if here == today:
        return NOTHING
    if here == today + timedelta(days=1):
        return Text("明天")
    return Text("{month}月{day}日", month=here.month, day=here.day)
