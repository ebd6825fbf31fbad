"""A tax system in plain dictionaries: the contract once more, by whoever reads the ports and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from threading import RLock

from domain.identity import DocumentKind, masked, masked_name, same_name, spelt
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Bill, Enrolment, Masked, Payment, Person, Standing, TierRecord, bill_key
from domain.ports import PostingRefused
from tests.contract.bench import Somebody


@dataclass
class Toy:
    """One lock over everything."""

    people: dict[int, tuple[Person, Somebody]] = field(default_factory=dict)
    arrears: dict[str, Bill] = field(default_factory=dict)
    choices: dict[str, TierRecord] = field(default_factory=dict)
    posted: dict[str, tuple[int, Payment]] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)
    phones: dict[str, int] = field(default_factory=dict)
    lock: RLock = field(default_factory=RLock)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def find_person(self, kind: DocumentKind, number: str, name: str) -> Person | None:
        known = [person for person, _ in self.people.values() if (person.kind, person.number) == (kind, number)]
        return next((person for person in known if same_name(person.name, name)), None)

    def enrolments(self, person: int, scheme: Scheme) -> tuple[Enrolment, ...]:
        if person not in self.people:
            return ()
        return tuple(one for one in self.people[person][1].enrolments if one.scheme is scheme)

    def owed(self, person: int, scheme: Scheme, insurance: Insurance) -> tuple[Bill, ...]:
        of = (person, scheme, insurance)
        mine = [bill for bill in self.arrears.values() if (bill.person, bill.scheme, bill.insurance) == of]
        return tuple(sorted(mine, key=lambda bill: bill.period))

    def paid(self, person: int) -> frozenset[str]:
        return frozenset(key for key, (whose, _) in self.posted.items() if whose == person)

    def declare(self, record: TierRecord) -> None:
        key = bill_key(record.person, record.scheme, record.insurance, record.period)
        with self.lock:
            if key not in self.choices or not self.choices[key].paid:
                self.choices[key] = record

    def declared(self, person: int, scheme: Scheme) -> tuple[TierRecord, ...]:
        mine = [record for record in self.choices.values() if (record.person, record.scheme) == (person, scheme)]
        return tuple(sorted(mine, key=lambda record: record.recorded_at, reverse=True))

    def payments(self, person: int) -> tuple[Payment, ...]:
        return tuple(payment for whose, payment in self.posted.values() if whose == person)

    def account_of(self, phone: str) -> Person | None:
        return self.people[self.phones[phone]][0] if phone in self.phones else None

    def open_account(self, person: int, phone: str) -> bool:
        with self.lock:
            if phone in self.phones or person in self.phones.values():
                return False
            self.phones[phone] = person
            return True

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        with self.lock:
            if number in self.orders:
                return self.orders[number]
            for bill in bills:
                if bill.person not in self.people or self.people[bill.person][1].refused:
                    raise PostingRefused("not taken")
                if bill.key in self.posted:
                    raise PostingRefused("posted")
            return self._enter(number, bills, paid_at, channel, f"TOY{next(self.numbers):09d}")

    def posted_by_hand(
        self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str
    ) -> None:
        with self.lock:
            before = {bill.key for bill in bills if bill.key in self.posted}
            under = {key for key, (_, payment) in self.posted.items() if payment.voucher == voucher}
            if before or under:
                if not before == under == {bill.key for bill in bills}:
                    raise PostingRefused("another")
                return
            self._enter(number, bills, paid_at, channel, voucher)

    def masked(self, person: int) -> Masked | None:
        if person not in self.people:
            return None
        who = self.people[person][0]
        return Masked(who.kind, masked(who.number), masked_name(who.name))

    def _enter(self, number: str, bills: tuple[Bill, ...], paid_at: datetime | None, channel: str, voucher: str) -> str:
        for bill in bills:
            what = bill.scheme, bill.insurance, bill.period, bill.agency, bill.tier, bill.fen
            payment = Payment(*what, channel, paid_at, Standing.POSTED, voucher, number)
            self.posted[bill.key] = bill.person, payment
            self.arrears.pop(bill.key, None)
            if bill.key in self.choices:
                self.choices[bill.key] = replace(self.choices[bill.key], paid=True)
        if number:
            self.orders[number] = voucher
        return voucher


@dataclass
class ToyBench:
    tax: Toy = field(default_factory=Toy)

    def enrol(self, who: Somebody) -> None:
        toy = self.tax
        person = Person(next(toy.numbers), who.kind, who.number, spelt(who.name))
        toy.people[person.id] = person, who
        toy.arrears |= {bill.key: bill for bill in (due.bill(person) for due in who.owed)}
        for due in who.paid:
            toy._enter("", (due.bill(person),), None, "counter", f"TOY{next(toy.numbers):09d}")
        if who.account:
            toy.phones[who.account] = person.id

    def by_hand(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str) -> None:
        """It is told of by `posted_by_hand` alone."""


@contextmanager
def made() -> Iterator[ToyBench]:
    """As a province names its own: `TAX_SYSTEM=tests.contract.toy:made`."""
    yield ToyBench()
