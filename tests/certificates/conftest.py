"""A hall's counter on a real store, without screens."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from adapters.captchas import DrawnCaptchas
from adapters.documents.typesetter import TypstTypesetter
from adapters.sms import NoSms
from domain.certificates.book import Issuer
from domain.certificates.issuing import Counter
from domain.forms.asking import Desk
from domain.offices import offices_from_toml
from domain.people import Person
from domain.visit import Visit
from main import HALL_TIME
from tests.payment.hall import ASSETS, BOOK, PEOPLE, Hall, template

ISSUER = Issuer("自助终端 T0001", "T0001", 1)
TYPESETTER = TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=False)
OFFICES = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def hall(origin: Path, tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(origin, tmp_path, {})
    yield hall
    hall.store.close()


def tax_number(serial: int, year: int = 26) -> str:
    """A 票证号码 of this terminal."""
    return f"9952{year}0001{serial:08d}"


def desk_of(hall: Hall) -> Desk:
    """The desk at the store as it is open now."""
    ids, tax = count(1), hall.store.tax

    def clock() -> datetime:
        return hall.now.astimezone(HALL_TIME)

    counter = Counter(hall.store.certificates, TYPESETTER, tax, OFFICES, clock, ISSUER)
    captchas = DrawnCaptchas(lambda n: 0, lambda: f"{next(ids)}")
    return Desk(tax, hall.store.orders, NoSms(), captchas, counter, BOOK, OFFICES, clock)


@pytest.fixture
def desk(hall: Hall) -> Desk:
    return desk_of(hall)


@pytest.fixture
def person(hall: Hall) -> Callable[[str], Person]:
    def found(name: str) -> Person:
        demo = next(p for p in PEOPLE if p.name == name)
        known = hall.store.tax.find_person(demo.kind, demo.number, demo.name)
        assert known is not None
        return known

    return found


@pytest.fixture
def visit(person: Callable[[str], Person]) -> Callable[[str], Visit]:
    """Somebody who has proved who they are."""
    return lambda name: replace(Visit("alipay"), visitor=person(name))
