"""What staff have taken out of service, as it stands in the way of a visit that would begin (停用).

A visit that is under way is never cut off: what is asked here is asked before something begins. A function of a menu
is begun for the first matter that its menu names for it, so where paying is out of service what is declared on the way
to it is as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf

from domain import times
from domain.flows.channels import CHANNELS
from domain.flows.channels.matters import MATTERS
from domain.flows.steps import Menu
from domain.terminal.suspensions import WHOLE, Suspension, Suspensions
from domain.words import Text, Verbatim

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
        return _first([self.way(start, way) for way in self._ways(start)])

    def way(self, matter: str, channel: str) -> Suspension | None:
        """Why a matter does not begin in a channel."""
        menus = [menu for menu in _menus(channel) if matter in menu.serves]
        items = _first([self.item(menu, item) for menu in menus for item in menu.serves[matter]])
        whole = (items, self._any(WHOLE, channel, matter))
        return max((one for one in whole if one), key=_end, default=None)

    def item(self, menu: Menu, item: str) -> Suspension | None:
        """Why a function of a menu does not begin."""
        first = next((matter for matter, items in menu.serves.items() if item in items), "")
        return self._any(first)

    def _any(self, *what: str) -> Suspension | None:
        """The one of them that ends last."""
        return max((found for one in what if (found := self.suspensions.of(one))), key=_end, default=None)

    def _ways(self, matter: str) -> Iterator[str]:
        """The channels in which a matter can be done here; none for what is no matter."""
        for channel in CHANNELS.values():
            if channel.id in self.channels and matter in {one.id for one in channel.matters}:
                yield channel.id


def _first(closed: Sequence[Suspension | None]) -> Suspension | None:
    """Of several ways the one that opens first; None if one of them is open, or there is none."""
    ways = [one for one in closed if one]
    return min(ways, key=_end) if ways and len(ways) == len(closed) else None


def _end(suspension: Suspension) -> float:
    return suspension.until.timestamp() if suspension.until else inf


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
    return Text("暂停，{why}，{until} 恢复", why=suspension.message.label, until=times.short(suspension.until, now))


def stands(suspension: Suspension, now: datetime) -> Text:
    """The same with what it is about."""
    return Text("{what}{told}", what=named(suspension.what), told=told(suspension, now))
