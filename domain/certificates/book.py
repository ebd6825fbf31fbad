"""The port of the book of certificates: each number given once, without gaps, and every print counted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.certificates.certificate import Certificate, CertificateKind, Content, Opening


class AlreadyOpened(Exception):
    """首开 was asked for a payment that has been 首开 already (BR8)."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who fills certificates in: its name (填票人), and what tells its numbers from those of others.

    `series` begins the numbers of 缴费证明; `place` (0 to 9999) stands in those of 完税证明.
    """

    name: str
    series: str
    place: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A certificate that has no number yet. `bills` are the `Bill.key`s that it certifies.

    `issued_at` is the hall's time: its year is the number's.
    """

    kind: CertificateKind
    opening: Opening
    person: int
    issuer: Issuer
    issued_at: datetime
    content: Content
    bills: tuple[str, ...] = ()
    original: str = ""


class PrintEnd(StrEnum):
    """How an attempt to print ended."""

    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    """the printer never said, or the terminal stopped meanwhile"""


class CertificateBook(Protocol):
    """Safe from any thread. A number that was given stays given, whatever becomes of its paper."""

    def issue(self, draft: Draft) -> Certificate:
        """Number it, and take its bills as opened if it is 首开 of a tax certificate; all or nothing.

        Raises AlreadyOpened if one of them was opened before.
        """
        ...

    def find(self, number: str) -> Certificate | None: ...

    def checked(self, number: str, code: str) -> Certificate | None:
        """The certificate with this number *and* check code, tidied; None tells not which of the two was wrong."""
        ...

    def issued(self, person: int, kind: CertificateKind) -> tuple[Certificate, ...]:
        """Everything issued to a person, newest first."""
        ...

    def opened(self, person: int) -> frozenset[str]:
        """The `Bill.key`s that have been 首开."""
        ...

    def begin_print(self, number: str, at: datetime) -> int:
        """An attempt to print begins: which it is, from 1. It counts, however it ends."""
        ...

    def forget_print(self, number: str, attempt: int) -> None:
        """That attempt never came to the printer: it does not count."""
        ...

    def end_print(self, number: str, attempt: int, end: PrintEnd, at: datetime) -> None:
        """How that attempt ended. The first word stands."""
        ...

    def abandon_prints(self, at: datetime) -> int:
        """Attempts without an end are UNKNOWN from now on; how many there were."""
        ...
