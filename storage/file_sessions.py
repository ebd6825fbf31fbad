"""Transactions in the store's file, and its anchor, which knows how far they have come."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from sqlalchemy import Engine, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from storage.anchor import AnchorFile
from storage.counters import WRITES as CHANGES
from storage.counters import counted, heads, next_value
from storage.engine import ALONE, WRITES, changes, damage, meaning
from storage.errors import StoreError
from storage.sessions import Sessions, Writing
from storage.trouble import by_errno

ROOM = 1 << 20
"""Bytes that a terminal needs on its disk: more than the largest transaction."""


class FileSessions(Sessions):
    """With an `anchor`, what is acknowledged is in it, and nothing is begun while it cannot be written."""

    def __init__(
        self, engine: Engine, place: str, anchor: AnchorFile | None = None, terminal: str | None = None
    ) -> None:
        super().__init__(engine, place, terminal)
        self._anchor = anchor

    def look(self, which: Select[*tuple[Any, ...]], **asked: Any) -> Sequence[Any]:
        with self.guarded(), self.engine.connect() as connection:
            connection.connection.info[ALONE] = True
            return connection.execute(which, asked).all()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        if self._anchor:
            self._anchor.settle()
        with self.guarded(), Writing(self.engine, info=self.info) as session, session.begin():
            connection = session.connection(execution_options={WRITES: True})
            before = changes(connection)
            yield session
            session.flush()
            if changes(connection) > before:
                next_value(session, CHANGES)
        if self._anchor and counted(session):
            self._anchor.told(counted(session), heads(session))

    def meaning(self, error: DBAPIError, failed: str) -> StoreError:
        return meaning(error, failed)

    def room(self) -> None:
        """A log that is written anew needs no room on a full disk, so that it is asked for."""
        try:
            with TemporaryFile(dir=Path(self.place).parent) as file:
                os.posix_fallocate(file.fileno(), 0, ROOM)
        except OSError as error:
            raise by_errno(error, f"the store {self.place} has no room: {error.strerror}") from None

    def damage(self) -> Iterator[str | None]:
        return damage(self.engine)
