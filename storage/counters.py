"""Numbers in sequence."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Table, bindparam
from sqlalchemy.orm import Session

from storage.base import upsert
from storage.rows import CounterRow

WRITES, PROBES = "writes", "probes"
"""Sequences of the store's own: of transactions that changed something, and of those that only tried to."""
COUNTED, HEADS = "counted", "heads"
"""Where a session keeps what it has counted (`counted`), and the hashes of the events that it has added (`heads`)."""

_TABLE = CounterRow.__table__
assert isinstance(_TABLE, Table)
_NEXT = (
    upsert(_TABLE)
    .values(name=bindparam("sequence"), value=1)
    .on_conflict_do_update(index_elements=[_TABLE.c.name], set_={_TABLE.c.value: _TABLE.c.value + 1})
    .returning(_TABLE.c.value)
)
FREELY = "freely"
"""Where a session keeps what says in SQL that a number is taken for which nobody waits (`Free`), if it can."""

Free = Callable[[str], Any]


def next_value(session: Session, name: str) -> int:
    """The next number of a sequence, from 1. It is taken only if the transaction commits; others wait until then."""
    taken: int = session.connection().execute(_NEXT, {"sequence": name}).scalar_one()
    counted(session)[name] = taken
    return taken


def counted(session: Session) -> dict[str, int]:
    """The last number of each sequence that the session has taken one of."""
    found: dict[str, int] = session.info.setdefault(COUNTED, {})
    return found


def heads(session: Session) -> dict[str, str]:
    """The hash, in hexadecimal, of the last event of each log that the session has added to, by the log's counter."""
    found: dict[str, str] = session.info.setdefault(HEADS, {})
    return found
