"""Whether a paper is one of ours: its number and check code (查验)."""

import hmac

from domain.certificates.book import CertificateBook
from domain.certificates.certificate import Certificate
from domain.certificates.numbers import tidy_code


def verified(book: CertificateBook, number: str, code: str) -> Certificate | None:
    """The certificate with this number *and* code; None tells not which of the two was wrong."""
    certificate = book.find(number.strip().upper())
    if certificate is None or not hmac.compare_digest(certificate.code.encode(), tidy_code(code).encode()):
        return None
    return certificate
