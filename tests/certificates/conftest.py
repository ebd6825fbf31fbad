"""A hall's counter on a real store, without screens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from domain.flows.visit import Certifying
from domain.forms.desks import CertificateDesk, FrontDesk
from domain.people.person import Person
from tests.desk import ISSUER, OFFICES, TYPESETTER, desk_of
from tests.payment.hall import PEOPLE, Hall, template

__all__ = ["ISSUER", "OFFICES", "TYPESETTER", "desk_of"]


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


@pytest.fixture
def desks(hall: Hall) -> FrontDesk:
    return desk_of(hall)


@pytest.fixture
def desk(desks: FrontDesk) -> CertificateDesk:
    return desks.certificates


@pytest.fixture
def person(hall: Hall) -> Callable[[str], Person]:
    def found(name: str) -> Person:
        demo = next(p for p in PEOPLE if p.name == name)
        known = hall.store.tax.find_person(demo.kind, demo.number, demo.name)
        assert known is not None
        return known

    return found


@pytest.fixture
def asking(person: Callable[[str], Person]) -> Callable[[str], Certifying]:
    """Somebody who has proved who they are, and asks for a certificate."""
    return lambda name: Certifying(person(name))
