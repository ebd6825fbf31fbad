"""Bars, worked out at the server: pages draw them as SVG, with the figures beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bureau.desk.words.common import Tile, tile
from domain.desk.fleet import TerminalState
from domain.desk.takings import Sum, Taken, summed
from domain.flows.channels import CHANNELS
from domain.runtime import HALL_TIME
from domain.words import Text, Verbatim

FULL = 100.0
"""What the highest bar is drawn as."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`x` and `width` of the lane's width, `height` of FULL; `ahead` is time that has not come yet."""

    x: float
    width: float
    height: float
    sum: Sum
    label: str
    ahead: bool = False
    highest: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A channel through a day or a month, on the same scale as the others."""

    tile: Tile
    sum: Sum
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Somebody's part of it, as long as it is of the largest."""

    name: Text
    sum: Sum
    length: float
    tile: Tile | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """What is looked at: a day by its hours, or a month by its days."""

    edges: tuple[datetime, ...]
    labels: tuple[str, ...]

    @classmethod
    def day(cls, on: date) -> "Span":
        begins = datetime.combine(on, time(), HALL_TIME)
        return cls(tuple(begins + timedelta(hours=n) for n in range(25)), tuple(map(str, range(24))))

    @classmethod
    def month(cls, on: date) -> "Span":
        first = on.replace(day=1)
        days = ((first + timedelta(days=32)).replace(day=1) - first).days
        begins = datetime.combine(first, time(), HALL_TIME)
        return cls(
            tuple(begins + timedelta(days=n) for n in range(days + 1)), tuple(str(n) for n in range(1, days + 1))
        )


def lanes(taken: Sequence[Taken], span: Span, now: datetime) -> tuple[Lane, ...]:
    """One for each channel, also for those that took nothing."""
    known = [*CHANNELS, *sorted({one.channel for one in taken} - CHANNELS.keys())]
    by_slot = {channel: _by_slot(one for one in taken if one.channel == channel) for channel in known}
    most = max((total.fen for slots in by_slot.values() for total in slots.values()), default=0)
    return tuple(
        Lane(tile(channel), summed([*_of(taken, channel)]), _bars(by_slot[channel], span, most, now))
        for channel in known
    )


def by_channel(taken: Sequence[Taken]) -> tuple[Share, ...]:
    """The largest first."""
    sums = [(tile(channel), summed([*_of(taken, channel)])) for channel in CHANNELS]
    return _shares((one.name, total, one) for one, total in sums)


def by_hall(taken: Sequence[Taken], terminals: Iterable[TerminalState]) -> tuple[Share, ...]:
    """The largest first; what terminals took that nobody knows is told as well."""
    hall_of = {one.name: one.hall for one in terminals}
    sums: dict[str, Sum] = dict.fromkeys(sorted(set(hall_of.values())), Sum())
    for one in taken:
        hall = hall_of.get(one.terminal, "")
        sums[hall] = sums.get(hall, Sum()).plus(one)
    return _shares((Verbatim(hall) if hall else Text("别的终端"), total, None) for hall, total in sums.items())


def by_terminal(taken: Sequence[Taken]) -> dict[str, Sum]:
    sums: dict[str, Sum] = {}
    for one in taken:
        sums[one.terminal] = sums.get(one.terminal, Sum()).plus(one)
    return sums


def length(part: int, most: int) -> float:
    """How long a bar is of FULL; what is there at all is seen."""
    return max(FULL * part / most, 1.5) if part and most else 0.0


def _of(taken: Iterable[Taken], channel: str) -> Iterable[Taken]:
    return (one for one in taken if one.channel == channel)


def _by_slot(taken: Iterable[Taken]) -> dict[int, Sum]:
    sums: dict[int, Sum] = {}
    for one in taken:
        sums[one.slot] = sums.get(one.slot, Sum()).plus(one)
    return sums


def _bars(slots: dict[int, Sum], span: Span, most: int, now: datetime) -> tuple[Bar, ...]:
    count = len(span.labels)
    wide, highest = FULL / count, max((total.fen for total in slots.values()), default=0)
    bars = []
    for n, label in enumerate(span.labels):
        total = slots.get(n, Sum())
        top = bool(total.fen) and total.fen == highest
        bars.append(Bar(n * wide, wide, length(total.fen, most), total, label, ahead=span.edges[n] > now, highest=top))
    return tuple(bars)


def _shares(sums: Iterable[tuple[Text, Sum, Tile | None]]) -> tuple[Share, ...]:
    ordered = sorted(sums, key=lambda one: -one[1].fen)
    most = max((total.fen for _, total, _ in ordered), default=0)
    return tuple(Share(name, total, length(total.fen, most), sign) for name, total, sign in ordered)
