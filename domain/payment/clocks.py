"""The hall's clock beside those of the payment networks, which are right: they refuse whoever is not with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.runtime import Clock
from domain.words import NOTHING, Text

STRAYED = timedelta(seconds=30)
"""Off by more than this is for staff to know. A network tells whole seconds, and an answer takes some."""
WRONG = timedelta(minutes=5)
"""Off by more than this, no money is taken."""


class ClockWrong(Exception):
    """The hall's clock is `off` that of a network by more than `WRONG`; ahead of it, or behind if negative."""

    def __init__(self, off: timedelta) -> None:
        super().__init__(f"the clock is off by {off}")
        self.off = off


@dataclass(frozen=True, slots=True)
class Clocks:
    """`hall` is the one that can be set."""

    networks: Mapping[Network, PaymentNetwork]
    hall: Clock

    def off(self, network: Network) -> timedelta | None:
        """How far the hall's clock is ahead of a network's. Where that has not been heard of, any other's counts."""
        theirs = self.networks[network].time()
        if theirs is not None:
            return self.hall() - theirs
        return next(self._offs(), None)

    def insist(self, network: Network) -> None:
        """Raise ClockWrong if no money may be taken through a network. Asks it for the time before that is said."""
        if self._is_wrong(network):
            self.networks[network].greet()
            self.confirm(network)

    def confirm(self, network: Network) -> None:
        """Raise ClockWrong as `insist` does, by what was heard last."""
        off = self.off(network)
        if off is not None and abs(off) > WRONG:
            raise ClockWrong(off)

    def closes_all(self) -> bool:
        """Whether no money is taken through any network of which the time is known."""
        offs = tuple(self._offs())
        return bool(offs) and all(abs(off) > WRONG for off in offs)

    def strayed(self) -> timedelta | None:
        """By how much the hall's clock is off, the most of any network; None as long as that is no matter."""
        most = max(self._offs(), key=abs, default=timedelta(0))
        return most if abs(most) > STRAYED else None

    def told(self) -> Text:
        """The same to staff, in a sentence; empty where there is nothing to be told."""
        off = self.strayed()
        if off is None:
            return NOTHING
        return (CLOSED if abs(off) > WRONG else TOLD).of(
            which=FAST if off > timedelta(0) else SLOW, off=spoken(abs(off))
        )

    def _is_wrong(self, network: Network) -> bool:
        try:
            self.confirm(network)
        except ClockWrong:
            return True
        return False

    def _offs(self) -> Iterator[timedelta]:
        for network in self.networks.values():
            theirs = network.time()
            if theirs is not None:
                yield self.hall() - theirs


FAST, SLOW = Text("快"), Text("慢")
TOLD = Text("本机时间{which}了{off}，请系统管理员校准。")
CLOSED = Text("本机时间{which}了{off}，已经停止缴费，请系统管理员校准，校准以后自动恢复。")


def spoken(off: timedelta) -> Text:
    """A length of time in whole units, for people."""
    minutes, seconds = divmod(int(off.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return Text(" {days} 天 {hours} 小时", days=days, hours=hours)
    if hours:
        return Text(" {hours} 小时 {minutes} 分钟", hours=hours, minutes=minutes)
    if minutes:
        return Text(" {minutes} 分 {seconds} 秒", minutes=minutes, seconds=seconds)
    return Text(" {seconds} 秒", seconds=seconds)
