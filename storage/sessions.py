"""Transactions: one to read in, one to write in, and what their failures are called outside."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from storage.anchor import AnchorFile
from storage.chain import TERMINAL
from storage.counters import WRITES as CHANGES
from storage.counters import counted, heads, next_value
from storage.engine import ALONE, WRITES, changes, error_code
from storage.trouble import by_code


@contextmanager
def as_store_error(place: str) -> Iterator[None]:
    """What the database cannot do becomes StoreError; a broken constraint stays what it is."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        # Only the driver's own words: the statement and its parameters may be personal.
        raise by_code(error_code(error), f"the store {place} failed: {error.orig}") from None


class Writing(Session):
    """A session to write in. Who wants to know of commits listens to it, and finds in its `info` whose it is."""


class Sessions:
    """Sessions over one engine; may be used from several threads. `place` names the store in errors.

    With an `anchor`, what is acknowledged is in it, and nothing is begun while it cannot be written. `terminal`
    is whose name stands in what is logged; None where nobody says.
    """

    def __init__(
        self, engine: Engine, place: str, anchor: AnchorFile | None = None, terminal: str | None = None
    ) -> None:
        self.engine = engine
        self._place = place
        self._anchor = anchor
        self.info: dict[Any, Any] = {TERMINAL: terminal}
        """What the sessions to write in begin with as their own."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view of one moment. Raises StoreError."""
        with as_store_error(self._place), Session(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A view of one moment, column by column: no rows are made into objects. Raises StoreError."""
        with as_store_error(self._place), self.engine.begin() as connection:
            yield connection

    def look(self, which: Select[*tuple[Any, ...]], **asked: Any) -> Sequence[Any]:
        """What a statement finds, as columns by their names, `asked` in place of its parameters. Raises StoreError."""
        with as_store_error(self._place), self.engine.connect() as connection:
            connection.connection.info[ALONE] = True
            return connection.execute(which, asked).all()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Committed, to the disk, when it ends well; otherwise nothing has happened. Raises StoreError."""
        if self._anchor:
            self._anchor.settle()
        with as_store_error(self._place), Writing(self.engine, info=self.info) as session, session.begin():
            connection = session.connection(execution_options={WRITES: True})
            before = changes(connection)
            yield session
            session.flush()
            if changes(connection) > before:
                next_value(session, CHANGES)
        if self._anchor and counted(session):
            self._anchor.told(counted(session), heads(session))
