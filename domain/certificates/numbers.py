"""Numbers and check codes of certificates (facts 4.1): unmistakably not those of the bureau's printed forms."""

from domain.certificates.book import Issuer
from domain.certificates.certificate import CertificateKind

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""What check codes are written with: no 0 and O, no 1 and I."""
CODE_LENGTH = 8
TAX_LENGTH = 18
FICTITIOUS = "9952"
"""What 票证号码 begin with here: 52 is Guizhou, and no kind of certificate is called 99."""


def number(kind: CertificateKind, issuer: Issuer, year: int, serial: int) -> str:
    """`DEMO-2026-000018` for 缴费证明, 18 digits for 完税证明. `serial` counts from 1 in its kind, year and issuer."""
    if kind is CertificateKind.TAX:
        return f"{FICTITIOUS}{year % 100:02d}{issuer.place:04d}{serial:08d}"
    return f"{issuer.series}-{year}-{serial:06d}"


def check_code(digest: bytes) -> str:
    """The eight characters for a keyed digest over the certificate: 40 bits of it, five to a character."""
    bits = int.from_bytes(digest[:5], "big")
    return "".join(LETTERS[bits >> 5 * place & 31] for place in reversed(range(CODE_LENGTH)))


def tidy_code(text: str) -> str:
    """A check code as typed by hand: without spaces and hyphens, in capitals."""
    return "".join(text.upper().replace("-", " ").split())
