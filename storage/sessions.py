"""Transactions: one to read in, one to write in, and what their failures are called outside."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.orm import Session

from storage.chain import TERMINAL
from storage.errors import StoreError, StoreUnavailable

T = TypeVar("T")
TRIES = 5
"""How often somebody may find that others were first, before it is a fault of the program's."""


@contextmanager
def as_store_error(place: str, meaning: Callable[[DBAPIError, str], StoreError]) -> Iterator[None]:
    """What the database cannot do becomes what it means; a broken constraint stays what it is."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise meaning(error, f"the store {place} failed") from None
    except NoneFree:
        raise StoreUnavailable(f"the store {place} has no connection free") from None


class Writing(Session):
    """A session to write in. Who wants to know of commits listens to it, and finds in its `info` whose it is."""


class Sessions(ABC):
    """Sessions over one engine; may be used from several threads. `place` names the store in errors.

    `terminal` is whose name stands in what is logged; None where nobody says. Each kind of engine has its own:
    `storage.file_sessions`, and `storage.bureau.sessions` for a server.
    """

    def __init__(self, engine: Engine, place: str, terminal: str | None = None) -> None:
        self.engine = engine
        self.place = place
        self.info: dict[Any, Any] = {TERMINAL: terminal}
        """What the sessions to write in begin with as their own."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view of one moment. Raises StoreError."""
        with self.guarded(), Session(self.of_one_moment()) as session, session.begin():
            yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A view of one moment, column by column: no rows are made into objects. Raises StoreError."""
        with self.guarded(), self.of_one_moment().begin() as connection:
            yield connection

    @abstractmethod
    def look(self, which: Select[*tuple[Any, ...]], **asked: Any) -> Sequence[Any]:
        """What a statement finds, as columns by their names, `asked` in place of its parameters. Raises StoreError."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Session]:
        """Committed, for good, when it ends well; otherwise nothing has happened. Raises StoreError."""

    def deciding(self, job: Callable[[Session], T]) -> T:
        """What a job comes to, in a transaction of its own that was not overtaken. Raises StoreError.

        The unique keys decide who is first, where writers do not wait for each other: whom they refuse begins anew,
        and then finds what the other has done. The job says what that means; what they still refuse is raised.
        """
        for _ in range(TRIES - 1):
            try:
                return self._decided(job)
            except IntegrityError:
                continue
        return self._decided(job)

    def guarded(self) -> AbstractContextManager[None]:
        """Whatever is done with the engine by others raises StoreError as well."""
        return as_store_error(self.place, self.meaning)

    def of_one_moment(self) -> Engine:
        """The engine, where all that one transaction reads is of one moment."""
        return self.engine

    @abstractmethod
    def meaning(self, error: DBAPIError, failed: str) -> StoreError:
        """What an error of the engine means: what failed, and why in the engine's words without anything personal."""

    @abstractmethod
    def room(self) -> None:
        """Raise StoreError if there is no room for a transaction."""

    @abstractmethod
    def damage(self) -> Iterator[str | None]:
        """The faults of what the engine keeps; a None after every part of the work."""

    def _decided(self, job: Callable[[Session], T]) -> T:
        with self.writing() as session:
            done = job(session)
            session.flush()
            return done
