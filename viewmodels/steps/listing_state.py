"""Where a list stands."""

from dataclasses import dataclass

from domain.flows.steps import Entry
from domain.flows.visit import Success
from domain.words import NOTHING, Text
from viewmodels.asking import Asking
from viewmodels.paging import Paging
from viewmodels.words.rows import Record


@dataclass(frozen=True, slots=True)
class State:
    """`busy` while what is `asked` (row and action) is being done.

    What has been done is `doing` until the rows are read as they are now, then `done`: they never say two things.
    """

    paging: Paging
    entries: tuple[Entry, ...] = ()
    records: tuple[Record, ...] = ()
    asking: Asking = Asking.ANSWERED
    busy: bool = False
    asked: tuple[str, str] = ("", "")
    problem: Text = NOTHING
    done: Text = NOTHING
    doing: Text = NOTHING
    success: Success = Success.GOOD
    caution: Text = NOTHING
