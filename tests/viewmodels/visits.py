"""Visits as they are by the time that a screen is come to."""

from dataclasses import replace
from typing import TypeVar

from domain.flows.catalogue import SCREENS
from domain.flows.visit import Certifying, Choice, Identity, Paying, Visit
from domain.identity import DocumentKind
from domain.people.insurance import Scheme
from domain.people.person import Person
from domain.ports import SmsCodes, TaxSystem
from tests.payment.hall import PEOPLE, Hall
from viewmodels.parts import Parts

Step = TypeVar("Step")
SOMEBODY = Person(1, DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")


def step_of(at: str, kind: type[Step]) -> Step:
    """The step of a screen."""
    step = SCREENS[at].step
    assert isinstance(step, kind)
    return step


def known(hall: Hall, name: str) -> Person:
    """Somebody of the demonstration, as the tax system knows them."""
    who = next(p for p in PEOPLE if p.name == name)
    person = hall.store.tax.find_person(who.kind, who.number, who.name)
    assert person is not None
    return person


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
