"""Transactions in the bureau's database, that many write to at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Select, func
from sqlalchemy import Sequence as Numbers
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from storage.bureau.base import BureauBase
from storage.counters import FREELY
from storage.errors import StoreError
from storage.postgres import broken_pages, leaves, meaning, takes
from storage.sessions import Sessions, Writing
from storage.tax import VOUCHERS

PART: Literal["create_savepoint"] = "create_savepoint"
"""How a session is a part of a transaction that has begun."""
_VOUCHERS = Numbers(VOUCHERS, metadata=BureauBase.metadata)


class BureauSessions(Sessions):
    """Writers do not wait for each other but for a row that both change: unique keys and locked rows decide."""

    def __init__(self, engine: Engine, place: str, terminal: str | None = None) -> None:
        super().__init__(engine, place, terminal)
        self.info[FREELY] = _next_free
        self._joined: ContextVar[Connection | None] = ContextVar("joined", default=None)
        self._single = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._still = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def look(self, which: Select[*tuple[Any, ...]], **asked: Any) -> Sequence[Any]:
        if (joined := self._joined.get()) is not None:
            with self.guarded():
                return joined.execute(which, asked).all()
        with self.guarded(), self._single.connect() as connection:
            return connection.execute(which, asked).all()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        if (joined := self._joined.get()) is None:
            with super().reading() as session:
                yield session
        else:
            with self.guarded(), Session(joined, join_transaction_mode=PART) as session, session.begin():
                yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        if (joined := self._joined.get()) is None:
            with super().looking() as connection:
                yield connection
        else:
            with self.guarded():
                yield joined

    @contextmanager
    def writing(self) -> Iterator[Session]:
        joined = self._joined.get()
        made = Writing(self.engine) if joined is None else Writing(joined, join_transaction_mode=PART)
        made.info.update(self.info)
        with self.guarded(), made as session, session.begin():
            yield session

    @contextmanager
    def alone(self, name: str) -> Iterator[bool]:
        """Whether nobody else does this meanwhile, in whatever process: the lock is the database's, by its name."""
        with self.guarded(), self._single.connect() as connection:
            taken = takes(connection, name)
            try:
                yield taken
            finally:
                if taken:
                    leaves(connection, name)

    @contextmanager
    def together(self) -> Iterator[Session]:
        """All that this thread reads and writes meanwhile is one transaction: there at its end, or not at all.

        What is written in parts of it is undone alone where a part fails. Raises StoreError.
        """
        with self.writing() as session:
            token = self._joined.set(session.connection())
            try:
                yield session
            finally:
                self._joined.reset(token)

    def of_one_moment(self) -> Engine:
        return self._still

    def meaning(self, error: DBAPIError, failed: str) -> StoreError:
        return meaning(error, failed)

    def room(self) -> None:
        """The server itself says so when it writes."""

    def damage(self) -> Iterator[str | None]:
        with self.looking() as connection:
            yield broken_pages(connection)


def _next_free(name: str) -> Any:
    """From a sequence of the server's: two that post at once have different ones, and one that fails leaves a gap."""
    return func.nextval(name)
