"""Visits as they are by the time that a screen is come to."""

from dataclasses import replace

from domain.flows.visit import Certifying, Choice, Identity, Paying, Visit
from domain.identity import DocumentKind
from domain.people.insurance import Scheme
from domain.people.person import Person
from domain.ports import SmsCodes, TaxSystem
from tests.payment.hall import Hall
from viewmodels.parts import Parts

SOMEBODY = Person(1, DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")


def pays(channel: str, payer: Person | None, paying: Paying) -> Visit:
    """Somebody who is about to pay."""
    return Visit(channel, who=Identity(payer), business=paying)


def enrolled(hall: Hall, person: Person, scheme: Scheme, choice: Choice) -> Paying:
    """What somebody has chosen once the tax system has said what they are enrolled in."""
    tax = hall.store.tax
    return Paying(scheme, choice, enrolments=tax.enrolments(person.id, scheme), paid=tax.paid(person.id))


def looks_at(channel: str, certificate: str) -> Visit:
    """Somebody before the paper of a certificate."""
    return Visit(channel, who=Identity(SOMEBODY), business=Certifying(SOMEBODY, certificate=certificate))


def sends(parts: Parts, codes: SmsCodes) -> Parts:
    """The parts, with somebody else who sends codes."""
    desk = parts.desk
    identity, agreements = replace(desk.identity, codes=codes), replace(desk.agreements, codes=codes)
    return replace(parts, desk=replace(desk, identity=identity, agreements=agreements))


def over_a_line(parts: Parts, tax: TaxSystem) -> Parts:
    """The parts, with all desks asking the tax system by way of this one."""
    desk = parts.desk
    counter = replace(desk.certificates.counter, tax=tax)
    return replace(
        parts,
        desk=replace(
            desk,
            identity=replace(desk.identity, tax=tax),
            payments=replace(desk.payments, tax=tax),
            certificates=replace(desk.certificates, counter=counter),
            agreements=replace(desk.agreements, tax=tax, paid=counter.lines),
            claims=replace(desk.claims, paid=counter.lines),
        ),
    )
