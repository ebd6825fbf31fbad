"""Whether a paper is one of ours: its number and check code (查验); and whether it is still true."""

import hmac

from domain.certificates.book import CertificateBook
from domain.certificates.certificate import Certificate
from domain.certificates.numbers import tidy_code
from domain.certificates.payments import Lines, key_of
from domain.money import Fen


def verified(book: CertificateBook, number: str, code: str) -> Certificate | None:
    """The certificate with what somebody has typed as its number and code."""
    return book.checked(number.strip().upper(), tidy_code(code))


def has_code(certificate: Certificate, code: str) -> bool:
    """Whether this is its check code; it takes as long if it is not."""
    return hmac.compare_digest(certificate.code.encode(), code.encode())


def is_true(certificate: Certificate, paid: Lines) -> bool:
    """Whether all that it lists is among what is `paid`: nothing of it was refunded since, or is about to be.

    By the money: agency or tier may be put right without any being moved.
    """

    def money(lines: Lines) -> set[tuple[str, str, Fen]]:
        return {(line.voucher, key_of(line, certificate.person), line.fen) for line in lines}

    return money(certificate.content.lines) <= money(paid)
