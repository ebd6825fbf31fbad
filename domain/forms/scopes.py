"""What the functions of a form or a list can see: one desk of all, and one part of a visit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from domain.flows.visit import (
    Agreeing,
    Business,
    Certifying,
    Checking,
    Enrolling,
    Identity,
    OnDuty,
    Paying,
    Refunding,
    Reporting,
    Visit,
)
from domain.forms.asking import Onward
from domain.forms.desks import AccountDesk, AgreementDesk, CertificateDesk, ClaimDesk, FrontDesk, IdentityDesk
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages

D = TypeVar("D")
G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Scope(Generic[D, G]):
    """`desk` and `take` pick the one and the other, `put` gives the part back.

    `take` raises NotGiven, or NotAdmitted for what is the staff's, where a table led here without.
    """

    desk: Callable[[FrontDesk], D]
    take: Callable[[Visit], G]
    put: Callable[[Visit, G], Visit]

    def after(self, visit: Visit, onward: Onward[G]) -> Visit:
        """What a visit has become by an answer."""
        after = self.put(visit, onward.given)
        for form in onward.forget:
            after = after.without(form)
        for form, answers in onward.fill.items():
            after = after.with_answers(form, {**after.filled.get(form, {}), **answers})
        return after


def _about(visit: Visit, business: Business) -> Visit:
    return replace(visit, business=business)


def _checking(visit: Visit) -> Checking:
    return visit.business if isinstance(visit.business, Checking) else Checking()


def _is(visit: Visit, who: Identity) -> Visit:
    return replace(visit, who=who)


def _enrolled(visit: Visit, enrolling: Enrolling) -> Visit:
    return replace(visit, who=enrolling.who, business=enrolling.paying)


def _admitted(visit: Visit, on_duty: OnDuty | None) -> Visit:
    return replace(visit, business=on_duty)


IDENTITY: Scope[IdentityDesk, Identity] = Scope(lambda front: front.identity, lambda visit: visit.who, _is)
ENROLMENT: Scope[IdentityDesk, Enrolling] = Scope(
    lambda front: front.identity, lambda visit: Enrolling(visit.who, visit.paying), _enrolled
)
"""Who it is and what they are enrolled in, asked at once."""
PAYEE: Scope[IdentityDesk, Paying] = Scope(lambda front: front.identity, lambda visit: visit.paying, _about)
CERTIFICATES: Scope[CertificateDesk, Certifying] = Scope(
    lambda front: front.certificates, lambda visit: visit.own(Certifying), _about
)
CHECKS: Scope[CertificateDesk, Checking] = Scope(lambda front: front.certificates, _checking, _about)
"""Papers of anybody's."""
ACCOUNTS: Scope[AccountDesk, Reporting] = Scope(
    lambda front: front.accounts, lambda visit: visit.own(Reporting), _about
)
AGREEMENTS: Scope[AgreementDesk, Agreeing] = Scope(
    lambda front: front.agreements, lambda visit: visit.own(Agreeing), _about
)
CLAIMS: Scope[ClaimDesk, Refunding] = Scope(lambda front: front.claims, lambda visit: visit.own(Refunding), _about)
DOOR: Scope[StaffDoor, OnDuty | None] = Scope(lambda front: front.door, lambda visit: None, _admitted)
STAFF: Scope[Outages, OnDuty] = Scope(lambda front: front.outages, lambda visit: visit.on_duty, _about)
TWO: Scope[StaffDoor, OnDuty] = Scope(lambda front: front.door, lambda visit: visit.on_duty, _about)
"""What it takes a second staff member for."""
