"""The paper of a certificate."""

from dataclasses import dataclass
from typing import ClassVar

from domain.flows.steps.kind import Kind
from domain.words import Text

DOCUMENT_ALONE_S = 180
"""Longer than other screens: a paper is read, and whoever mends the printer has to be fetched."""


@dataclass(frozen=True, slots=True)
class Document(Kind):
    """A certificate's paper, to be looked at, printed, and taken along on the phone.

    `note` is the guide's word on what to do with it, `on_paper` the same where it gets to no phone.

    Leaving while it prints calls the job off: `cancelled` by Back, `left` by Home.
    """

    title: Text
    note: Text
    on_paper: Text
    alone_s: ClassVar[int] = DOCUMENT_ALONE_S
    outcomes: ClassVar[tuple[str, ...]] = ("done", "cancelled", "left")
