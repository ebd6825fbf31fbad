"""What a tax system is tested on: people who are described without regard to how anybody keeps them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from secrets import randbelow
from typing import Protocol

from domain.identity import DocumentKind
from domain.identity.citizen import check_character
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Enrolment, Person
from domain.ports import TaxSystem

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
PENSION, MEDICAL = (Scheme.FLEXIBLE, Insurance.PENSION), (Scheme.RESIDENT, Insurance.MEDICAL)
AGENCY = "520102P"
FEN = Fen(30000)


@dataclass(frozen=True, slots=True)
class Due:
    """An amount of 300 yuan for one insurance and period, owed or paid."""

    scheme: Scheme
    insurance: Insurance
    period: Period
    fen: Fen = FEN
    tier: str = "300"

    def bill(self, person: Person) -> Bill:
        return Bill(person.id, self.scheme, self.insurance, self.period, AGENCY, self.tier, None, self.fen)


@dataclass(frozen=True, slots=True)
class Somebody:
    """`owed` are arrears, `paid` was paid before, in `channel` and who knows when.

    `account` is the phone of their account in the APP. `refused`: the system will never take their payments.
    """

    number: str
    name: str = "张三"
    kind: DocumentKind = DocumentKind.RESIDENT_ID
    enrolments: tuple[Enrolment, ...] = (Enrolment(*PENSION, AGENCY, "灵活就业人员"), Enrolment(*MEDICAL, AGENCY))
    owed: tuple[Due, ...] = ()
    paid: tuple[Due, ...] = ()
    account: str | None = None
    refused: bool = False


class Bench(Protocol):
    """A tax system under test. `enrol` makes somebody known to it who was not; nobody is taken away again.

    `by_hand` is what a window of the bureau does: it posts this in the core system. A system that has no windows but
    those of which it is told (`TaxSystem.posted_by_hand`) does nothing.
    """

    @property
    def tax(self) -> TaxSystem: ...

    def enrol(self, who: Somebody) -> None: ...

    def by_hand(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str) -> None: ...


Made = Callable[[], AbstractContextManager[Bench]]


@dataclass
class Desk:
    """What a test does at a system: everybody and every order in it is one that was never there."""

    bench: Bench
    numbers: Iterator[int]

    @property
    def tax(self) -> TaxSystem:
        return self.bench.tax

    def knows(self, who: Somebody | None = None) -> Person:
        """Somebody whom the system now knows."""
        who = who or self.somebody()
        self.bench.enrol(who)
        found = self.tax.find_person(who.kind, who.number, who.name)
        assert found
        return found

    def somebody(self, **said: object) -> Somebody:
        days, sequence = divmod(next(self.numbers) % 36_000_000, 1000)
        stem = f"520102{date(1900, 1, 1) + timedelta(days):%Y%m%d}{sequence:03d}"
        return replace(Somebody(stem + check_character(stem)), **said)  # type: ignore[arg-type]

    def order(self) -> str:
        return f"GZT{next(self.numbers):018d}"

    def voucher(self) -> str:
        return f"W{next(self.numbers):017d}"

    def phone(self) -> str:
        return f"199{next(self.numbers) % 10**8:08d}"


def new_desk(bench: Bench) -> Desk:
    """It counts from somewhere: a system may remember who was there the last time."""
    return Desk(bench, count(randbelow(10**9)))


def months(*numbers: int) -> tuple[Due, ...]:
    return tuple(Due(*PENSION, Period(2026, month)) for month in numbers)
