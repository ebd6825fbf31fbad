"""A bureau that is served over TLS on loopback, on a real PostgreSQL, and terminals that are enrolled there."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from adapters.bank import NoBank
from adapters.bureau.enrolment import trusting
from adapters.bureau.line import BureauLine
from adapters.bureau.remote import Bureau as Remote
from adapters.runtime import Machine
from adapters.sms import NoSms
from bureau.authority import Places
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from kit.bureau.standing import Standing, authority, served
from storage.store import Store
from tests.payment.hall import NOON
from tests.postgres import bureau, bureau_key, cluster, database, inhabited, shared, template

__all__ = ["bureau", "bureau_key", "cluster", "database", "inhabited", "shared", "template"]


class HallClock(Machine):
    """The machine, at another time."""

    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at


@dataclass
class Served:
    """A bureau that stands, and its terminals; `networks` are those whose keys it has."""

    standing: Standing
    clock: HallClock
    opened: ExitStack
    networks: dict[Network, PaymentNetwork]
    made: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.offices, self.places, self.url = self.standing.offices, self.standing.places, self.standing.url

    def enrolled(self, number: str) -> Path:
        """The file of a terminal's key and certificate, which is new."""
        self.made[number] = self.standing.enrolled(number)
        return self.made[number]

    def terminal(self, number: str, clock: Machine | None = None) -> Remote:
        """What a terminal with this number sees of the bureau; it is enrolled if it was not."""
        file = self.made.get(number) or self.enrolled(number)
        line = BureauLine(self.url, trusting(self.places.ca, file), clock or self.clock)
        self.opened.callback(line.close)
        return Remote(line)


@pytest.fixture(scope="session")
def places() -> Iterator[Places]:
    """An authority for all tests."""
    with authority(Machine()) as made:
        yield made


@pytest.fixture(name="served")
def a_bureau(shared: Store, places: Places) -> Iterator[Served]:
    clock, networks = HallClock(), dict[Network, PaymentNetwork]()
    with ExitStack() as opened:
        machine = Machine()
        stands = served(shared, places, clock.now, machine, networks, NoSms(), NoBank())
        yield Served(opened.enter_context(stands), clock, opened, networks)
