"""Issuing certificates to a visitor. Everything here asks the tax system and the book, and raises Unreachable."""

from dataclasses import dataclass

from domain.certificates.book import CertificateBook, Draft, Issuer
from domain.certificates.certificate import Certificate, CertificateKind, Content, Opening
from domain.certificates.payments import Lines, authority_of, key_of, lines_of
from domain.identity import masked
from domain.offices import Offices
from domain.people import Person
from domain.ports import Clock, TaxSystem


@dataclass(frozen=True, slots=True)
class Counter:
    """Where certificates are issued. `issuer` fills them in."""

    book: CertificateBook
    tax: TaxSystem
    offices: Offices
    clock: Clock
    issuer: Issuer

    def lines(self, person: Person) -> Lines:
        """Everything that a certificate could list, oldest period first."""
        return lines_of(self.tax.payments(person.id), self.clock().tzinfo)

    def unopened(self, person: Person) -> Lines:
        """Those of them that have not been 首开 (BR8)."""
        opened = self.book.opened(person.id)
        return tuple(line for line in self.lines(person) if key_of(line, person.id) not in opened)

    def first_or(self, earlier: str, draft: Draft) -> Certificate:
        """The certificate of the number `earlier` if it is this very one, else a new one. Raises AlreadyOpened.

        Who goes back and asks the same again has not asked for another number.
        """
        known = self.book.find(earlier) if earlier else None
        if known and _same(known, draft):
            return known
        return self.book.issue(draft)

    def draft(self, kind: CertificateKind, person: Person, lines: Lines, asked: str) -> Draft:
        """首开, or a 缴费证明, over some lines; it names the tax authority that collected last."""
        content = Content(
            person.name,
            person.kind.label,
            masked(person.number),
            asked,
            self.offices.authority(authority_of(lines[-1], self.offices)),
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
    wanted = (draft.kind, draft.opening, draft.person, draft.original, draft.content)
    return (known.kind, known.opening, known.person, known.original, known.content) == wanted
