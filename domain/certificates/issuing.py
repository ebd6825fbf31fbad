"""Issuing certificates to a visitor. Everything here asks the tax system and the book, and raises Unreachable."""

from dataclasses import dataclass

from domain.certificates.book import CertificateBook, Draft, Issuer
from domain.certificates.certificate import Certificate, CertificateKind, Content, Opening
from domain.certificates.paper import Typesetter, Unwritable
from domain.certificates.payments import (
    Lines,
    Settled,
    authority_of,
    by_voucher,
    key_of,
    lines_of,
    paid_last,
)
from domain.certificates.verifying import is_true
from domain.identity import masked
from domain.people.offices import Offices
from domain.people.person import Person
from domain.ports import TaxSystem
from domain.refunds.book import RefundBook
from domain.runtime import Clock


class NotTrue(Exception):
    """Something that a certificate lists has been refunded since, or is on its way back."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Where certificates are issued. `issuer` fills them in; to a name that cannot be written none is issued."""

    book: CertificateBook
    typesetter: Typesetter
    tax: TaxSystem
    refunds: RefundBook
    offices: Offices
    clock: Clock
    issuer: Issuer

    def lines(self, person: Person) -> Lines:
        """Everything that a certificate could list, oldest period first."""
        return self._lines(person.id)

    def openable(self, person: Person) -> tuple[Settled, ...]:
        """Payments that can be 首开 (BR8): none of their bills has been, oldest period first."""
        opened = self.book.opened(person.id)
        payments = by_voucher(self.lines(person))
        return tuple(p for p in payments if opened.isdisjoint(key_of(line, person.id) for line in p.lines))

    def unprinted(self, person: Person) -> tuple[Certificate, ...]:
        """首开 whose paper nobody has ever held, newest first: they are still to be had, as long as they are true."""
        return self._waiting(person, true=True)

    def overtaken(self, person: Person) -> tuple[Certificate, ...]:
        """首开 whose paper nobody has ever held, and which a refund has made untrue."""
        return self._waiting(person, true=False)

    def insist(self, certificate: Certificate) -> None:
        """Raise NotTrue unless all that it lists has still been paid: nothing of it was refunded, or is about to be."""
        if not is_true(certificate, self._lines(certificate.person)):
            raise NotTrue

    def _lines(self, person: int) -> Lines:
        paid = self.tax.payments(person)
        return lines_of(person, paid, self.refunds.of(person), self.clock().tzinfo)

    def _waiting(self, person: Person, true: bool) -> tuple[Certificate, ...]:
        issued = self.book.issued(person.id, CertificateKind.TAX)
        waiting = tuple(c for c in issued if c.opening is Opening.FIRST and c.prints == 0)
        lines = self.lines(person) if waiting else ()
        return tuple(c for c in waiting if is_true(c, lines) is true)

    def issue(self, draft: Draft) -> Certificate:
        """A certificate with a number of its own; or this very one, if it was issued before and never printed.

        Who goes back and asks the same again has not asked for another number. Raises AlreadyOpened, and Unwritable
        for a name that papers cannot say: no number is given to what could never be printed.
        """
        earlier = self.book.issued(draft.person, draft.kind)
        known = next((one for one in earlier if one.prints == 0 and _same(one, draft)), None)
        if known:
            return known
        if not self.typesetter.writes(draft.content.name):
            raise Unwritable("no font here has a character of the name")
        return self.book.issue(draft)

    def draft(self, kind: CertificateKind, person: Person, lines: Lines, asked: str) -> Draft:
        """首开, or a 缴费证明, over some lines; it names the tax authority that was paid last."""
        content = Content(
            person.name,
            person.kind.label,
            masked(person.number),
            asked,
            self.offices.authority(authority_of(paid_last(lines), self.offices)),
            tuple(dict.fromkeys(self.offices.name(line.agency) for line in lines)),
            lines,
        )
        bills = tuple(key_of(line, person.id) for line in lines)
        return Draft(kind, Opening.FIRST, person.id, self.issuer, self.clock(), content, bills)

    def again(self, certificate: Certificate) -> Draft:
        """补开 of a certificate: the same content under a number of its own."""
        original = certificate.original or certificate.number
        kind, person = certificate.kind, certificate.person
        content, now = certificate.content, self.clock()
        return Draft(kind, Opening.REISSUE, person, self.issuer, now, content, original=original)


def _same(known: Certificate, draft: Draft) -> bool:
    return (known.opening, known.original, known.content) == (draft.opening, draft.original, draft.content)
