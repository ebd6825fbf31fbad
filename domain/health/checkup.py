"""All devices at a moment, and what comes of it: what can be done, and what needs a hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.health.device import SO, Can, Device, Kind, Service
from domain.terminal.suspensions import WHOLE, Suspension
from domain.words import Text, joined

_WORST = {Can.NO: 0, Can.DOUBT: 1, Can.YES: 2}


@dataclass(frozen=True, slots=True)
class Checkup:
    """`devices` as they were found last before `at`; `complete` once all of them have been looked at.

    As long as it is not, it says nothing of what can be done. What staff have `suspended` is no fault, and stands
    beside what the devices say.
    """

    at: datetime
    devices: tuple[Device, ...]
    complete: bool = True
    suspended: tuple[Suspension, ...] = ()

    def can(self, service: Service) -> Can:
        """Whether it can be done now. Of alternatives one has to be there; of all else everything has."""
        serving = [one for one in self.devices if service in one.serves]
        needed = [one.found.state.can for one in serving if not one.kind.alternative]
        worst = max(needed, default=Can.YES, key=_rank)
        for kind in (Kind.NETWORK, Kind.PRINTER):
            if kind in _KINDS[service]:
                worst = max(worst, _one_of([one.found.state.can for one in serving if one.kind is kind]), key=_rank)
        return worst

    @property
    def passes(self) -> bool:
        """Whether each device does that has been looked at."""
        return all(one.passes for one in self.devices)

    @property
    def closed(self) -> bool:
        """Whether staff have taken all of the terminal out of service."""
        return any(one.what == WHOLE for one in self.suspended)

    @property
    def takes_money(self) -> bool:
        return self.can(Service.MONEY) is not Can.NO

    def why(self, service: Service) -> Text:
        """Which devices stand in the way of it, in their words, those of one word together; empty if it can be done."""
        grade, told = self.can(service), dict[Text, list[Text]]()
        for one in self.amiss:
            if service in one.serves and (one.found.state.can is grade or grade is Can.DOUBT):
                told.setdefault(one.found.word, []).append(one.name)
        return joined("，", (SO.of(device=joined("、", names), state=word) for word, names in told.items()))

    @property
    def amiss(self) -> tuple[Device, ...]:
        """What needs a hand: the worst first, and of those alike what has lasted longest."""
        found = (one for one in self.devices if one.found.state.can is not Can.YES)
        return tuple(sorted(found, key=lambda one: (_WORST[one.found.state.can], not one.serves, one.since)))

    @property
    def well(self) -> tuple[Device, ...]:
        """The others, by their kind."""
        order = list(Kind)
        found = (one for one in self.devices if one.found.state.can is Can.YES)
        return tuple(sorted(found, key=lambda one: order.index(one.kind)))

    def ended_by(self, device: Device) -> tuple[Service, ...]:
        """What cannot be done because of it, as long as nothing stands in for it."""
        if device.passes:
            return ()
        return tuple(one for one in Service if one in device.serves and self.can(one) is Can.NO)

    def of(self, key: str) -> Device | None:
        """The device of that key."""
        return next((one for one in self.devices if one.key == key), None)


_KINDS = {
    Service.MONEY: frozenset({Kind.NETWORK}),
    Service.SLIPS: frozenset({Kind.PRINTER}),
    Service.CERTIFICATES: frozenset({Kind.PRINTER}),
}
"""Of which kind one device at least has to be there."""


def _rank(can: Can) -> int:
    return -_WORST[can]


def _one_of(found: Iterable[Can]) -> Can:
    """Several that stand in for each other: where one is away the others do, with a doubt."""
    every = set(found)
    if every <= {Can.NO}:
        return Can.NO
    return Can.YES if every == {Can.YES} else Can.DOUBT
