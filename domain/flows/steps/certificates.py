"""Certificates: what can be issued, what was issued, and the paper."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from domain.certificates.certificate import Certificate
from domain.certificates.payments import PaidYear, Settled
from domain.flows.steps.kind import Kind
from domain.forms.asking import Desk, Told, Wrong
from domain.visit import Visit

DOCUMENT_ALONE_S = 180
"""Longer than other screens: a paper is read, and whoever mends the printer has to be fetched."""
Entry = PaidYear | Settled | Certificate
"""What a list of certificates has rows of."""


@dataclass(frozen=True, slots=True)
class Listing(Kind):
    """Rows, each with the button `each` if there is one; `submit` is a button for all of them.

    `choose(desk, visit, row)` says how it ends; `row` is a year, a voucher or a number, and empty for all.
    `about` as in Form.
    """

    title: str
    rows: Callable[[Desk, Visit], tuple[Entry, ...]]
    choose: Callable[[Desk, Visit, str], Told | Wrong]
    nothing: str
    ends: tuple[str, ...]
    each: str = ""
    submit: str = ""
    about: bool = False

    @property
    def outcomes(self) -> tuple[str, ...]:
        return self.ends


@dataclass(frozen=True, slots=True)
class Document(Kind):
    """A certificate's paper, to be looked at and printed. `note` is the guide's word on what to do with it.

    Leaving while it prints calls the job off: `cancelled` by Back, `left` by Home.
    """

    title: str
    note: str
    alone_s: ClassVar[int] = DOCUMENT_ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("done", "cancelled", "left")
