"""A bureau that is served over TLS on loopback, on a real PostgreSQL, and terminals that are enrolled there."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from adapters.bank import NoBank
from adapters.bureau.enrolment import enrol, trusting
from adapters.bureau.line import BureauLine
from adapters.bureau.remote import Bureau as Remote
from adapters.runtime import Machine
from adapters.sms import NoSms
from bureau import authority
from bureau.assembled import assembled
from bureau.offices import Bureau
from bureau.service import serving, tls
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
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
    """`terminal` makes and enrols one; `offices` is the bureau from within."""

    offices: Bureau
    places: authority.Places
    url: str
    folder: Path
    clock: HallClock
    opened: ExitStack
    networks: dict[Network, PaymentNetwork]
    made: dict[str, Path] = field(default_factory=dict)

    def enrolled(self, number: str) -> Path:
        """The file of a terminal's key and certificate."""
        code = self.offices.terminals.code(number, "南明区办税服务厅", self.clock.now())
        given = enrol(self.url, self.places.ca, number, code, self.clock)
        file = self.folder / f"{number}.{len(self.made)}.pem"
        file.write_bytes(given.file)
        self.made[number] = file
        return file

    def terminal(self, number: str, clock: Machine | None = None) -> Remote:
        """What a terminal with this number sees of the bureau."""
        file = self.made.get(number) or self.enrolled(number)
        line = BureauLine(self.url, trusting(self.places.ca, file), clock or self.clock)
        self.opened.callback(line.close)
        return Remote(line)


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> authority.Places:
    """An authority for all tests."""
    made = authority.Places(tmp_path_factory.mktemp("authority"))
    authority.make(made, ("127.0.0.1", "localhost"), Machine().now(), serial)
    return made


def serial() -> int:
    return int.from_bytes(os.urandom(19), "big")


@pytest.fixture
def served(shared: Store, places: authority.Places, tmp_path: Path) -> Iterator[Served]:
    clock, networks = HallClock(), dict[Network, PaymentNetwork]()
    offices = Bureau.on(shared, NoSms(), NoBank(), networks, clock.now, os.urandom)
    app = assembled(offices, authority.load(places, serial), places, Machine().now)
    with ExitStack() as opened:
        port = opened.enter_context(serving(app, tls(places), Machine()))
        yield Served(offices, places, f"https://127.0.0.1:{port}", tmp_path, clock, opened, networks)


Terminals = Callable[[str], Remote]
