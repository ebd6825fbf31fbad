"""The paper of a certificate."""

from dataclasses import dataclass
from typing import ClassVar

from domain.flows.steps.kind import Kind
from domain.terminal.patience import Stay
from domain.words import Text


@dataclass(frozen=True, slots=True)
class Document(Kind):
    """A certificate's paper, to be looked at, printed, and taken along on the phone.

    `note` is the guide's word on what to do with it, `on_paper` the same where it gets to no phone.

    Leaving while it prints calls the job off: `cancelled` by Back, `left` by Home.
    """

    title: Text
    note: Text
    on_paper: Text
    stay: ClassVar[Stay] = Stay.READING
    outcomes: ClassVar[tuple[str, ...]] = ("done", "cancelled", "left")
