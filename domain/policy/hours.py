"""When a channel takes no business (guide 四(二): 云闪付 reconciles its accounts at night)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.policy.error import PolicyError

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Closure:
    """One closing of a channel, from `begins` on and up to, not including, `ends`; both in the hall's time."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing that comes back every day."""

    channel: str
    begins: time
    ends: time
    source: str

    def __post_init__(self) -> None:
        if self.begins == self.ends:
            raise PolicyError("begins and ends are the same")

    def at(self, now: datetime) -> Closure | None:
        """The closure that `now`, in the hall's time, lies in; None if the channel is open."""
        for day in (now - DAY, now):
            begins = datetime.combine(day, self.begins, now.tzinfo)
            ends = datetime.combine(day + (DAY if self.ends <= self.begins else timedelta(0)), self.ends, now.tzinfo)
            if begins <= now < ends:
                return Closure(begins, ends)
        return None


@dataclass(frozen=True, slots=True)
class Hours:
    """The closings of all channels."""

    closings: tuple[Closing, ...] = ()

    def closure(self, channel: str, now: datetime) -> Closure | None:
        """The closure of a channel that `now` lies in; None if it is open."""
        return next((c for closing in self.of(channel) if (c := closing.at(now))), None)

    def of(self, channel: str) -> tuple[Closing, ...]:
        """The closings of one channel."""
        return tuple(closing for closing in self.closings if closing.channel == channel)

    @property
    def channels(self) -> frozenset[str]:
        """The channels that close."""
        return frozenset(closing.channel for closing in self.closings)
