"""Numbers without gaps."""

from sqlalchemy import Table, bindparam, update
from sqlalchemy.orm import Session

from storage.rows import CounterRow

WRITES, PROBES = "writes", "probes"
"""Sequences of the store's own: of transactions that changed something, and of those that only tried to."""
COUNTED, HEADS = "counted", "heads"
"""Where a session keeps what it has counted (`counted`), and the hashes of the events that it has added (`heads`)."""

_TABLE = CounterRow.__table__
assert isinstance(_TABLE, Table)
_NEXT = (
    update(_TABLE)
    .where(_TABLE.c.name == bindparam("sequence"))
    .values(value=_TABLE.c.value + 1)
    .returning(_TABLE.c.value)
)


def next_value(session: Session, name: str) -> int:
    """The next number of a sequence, from 1. It is taken only if the transaction commits; others wait until then."""
    taken: int | None = session.connection().scalar(_NEXT, {"sequence": name})
    if taken is None:
        taken = 1
        session.add(CounterRow(name=name, value=taken))
        session.flush()
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
