"""Where a list stands."""

from dataclasses import dataclass

from domain.flows.steps import Entry
from domain.words import NOTHING, Text
from viewmodels.asking import Asking
from viewmodels.paging import Paging
from viewmodels.words.rows import Record


@dataclass(frozen=True, slots=True)
class State:
    """`busy` while what is `asked` (row and action) is being done."""

    paging: Paging
    entries: tuple[Entry, ...] = ()
    records: tuple[Record, ...] = ()
    asking: Asking = Asking.ANSWERED
    busy: bool = False
    asked: tuple[str, str] = ("", "")
    problem: Text = NOTHING
    done: Text = NOTHING
    caution: Text = NOTHING
