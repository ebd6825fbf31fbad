"""Transactions: one to read in, one to write in, and what their failures are called outside."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from storage.engine import WRITES
from storage.errors import StoreError


@contextmanager
def as_store_error(place: str) -> Iterator[None]:
    """What the database cannot do becomes StoreError; a broken constraint stays what it is."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        # Only the driver's own words: the statement and its parameters may be personal.
        raise StoreError(f"the store {place} failed: {error.orig}") from None


class Sessions:
    """Sessions over one engine; may be used from several threads. `place` names the store in errors."""

    def __init__(self, engine: Engine, place: str) -> None:
        self.engine = engine
        self._place = place
        self._reader = sessionmaker(engine)
        self._writer = sessionmaker(engine.execution_options(**{WRITES: True}))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view of one moment. Raises StoreError."""
        with as_store_error(self._place), self._reader.begin() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Committed, to the disk, when it ends well; otherwise nothing has happened. Raises StoreError."""
        with as_store_error(self._place), self._writer.begin() as session:
            yield session
