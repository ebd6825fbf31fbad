"""Transactions in the bureau's database, that many write to at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, Select, func
from sqlalchemy import Sequence as Numbers
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from storage.bureau.base import BureauBase
from storage.counters import FREELY
from storage.errors import StoreError
from storage.postgres import broken_pages, meaning
from storage.sessions import Sessions, Writing
from storage.tax import VOUCHERS

_VOUCHERS = Numbers(VOUCHERS, metadata=BureauBase.metadata)


class BureauSessions(Sessions):
    """Writers do not wait for each other but for a row that both change: unique keys and locked rows decide."""

    def __init__(self, engine: Engine, place: str, terminal: str | None = None) -> None:
        super().__init__(engine, place, terminal)
        self.info[FREELY] = _next_free
        self._single = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._still = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def look(self, which: Select[*tuple[Any, ...]], **asked: Any) -> Sequence[Any]:
        with self.guarded(), self._single.connect() as connection:
            return connection.execute(which, asked).all()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with self.guarded(), Writing(self.engine, info=self.info) as session, session.begin():
            yield session

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
