"""Numbers without gaps."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.rows import CounterRow


def next_value(session: Session, name: str) -> int:
    """The next number of a sequence, from 1. It is taken only if the transaction commits; others wait until then."""
    taken = session.scalar(
        update(CounterRow)
        .where(CounterRow.name == name)
        .values(value=CounterRow.value + 1)
        .returning(CounterRow.value)
        .execution_options(synchronize_session=False)
    )
    if taken is None:
        taken = 1
        session.add(CounterRow(name=name, value=taken))
        session.flush()
    return taken
