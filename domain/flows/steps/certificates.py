"""The paper of a certificate."""

from dataclasses import dataclass
from typing import ClassVar

from domain.flows.steps.kind import Kind
from domain.words import Text

DOCUMENT_ALONE_S = 180
"""Longer than other screens: a paper is read, and whoever mends the printer has to be fetched."""


@dataclass(frozen=True, slots=True)
class Document(Kind):
    """A certificate's paper, to be looked at and printed. `note` is the guide's word on what to do with it.

    Leaving while it prints calls the job off: `cancelled` by Back, `left` by Home.
    """

    title: Text
    note: Text
    alone_s: ClassVar[int] = DOCUMENT_ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("done", "cancelled", "left")
