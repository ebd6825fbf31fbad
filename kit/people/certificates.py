"""What the demonstration's people have had certified before the first visitor comes."""

from collections.abc import Iterable

from domain.certificates.book import PrintEnd
from domain.certificates.certificate import CertificateKind
from domain.certificates.issuing import Counter
from domain.certificates.payments import for_periods, key_of
from domain.people.insurance import Period
from kit.people.people import DemoPerson


def certify(counter: Counter, people: Iterable[DemoPerson]) -> dict[str, str]:
    """首开 for last year, once, for whoever has it; the 票证号码 by the person's document number."""
    numbers = {}
    for person in people:
        number = _number(counter, person) if person.has_certificate else ""
        if number:
            numbers[person.number] = number
    return numbers


def _number(counter: Counter, demo: DemoPerson) -> str:
    """Empty if there is nothing to certify."""
    person = counter.tax.find_person(demo.kind, demo.number, demo.name)
    if person is None:
        return ""
    issued = counter.book.issued(person.id, CertificateKind.TAX)
    if issued:
        return issued[-1].number
    last_year = Period(counter.clock().year - 1)
    opened = counter.book.opened(person.id)
    every = for_periods(counter.lines(person), last_year, last_year)
    lines = tuple(line for line in every if key_of(line, person.id) not in opened)
    if not lines:
        return ""
    number = counter.issue(counter.draft(CertificateKind.TAX, person, lines, last_year.label)).number
    counter.book.end_print(number, counter.book.begin_print(number, counter.clock()), PrintEnd.PRINTED, counter.clock())
    return number
