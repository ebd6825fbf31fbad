"""What a store says between two of its commits is read once: nobody else writes it, so it would say the same."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from storage.sessions import Writing
from storage.store import Store

READS_OF = "reads"
"""Where a session to write in has what is remembered of its store."""

READS = frozenset(
    {"all", "find", "first_day", "get", "history", "holding", "issued", "last", "marks", "of", "open", "opened"}
    | {"paid", "paid_for", "payments", "unsettled", "waiting"}
)
"""The methods of books that only read."""


class Reads:
    """Of one store, by its books."""

    def __init__(self, store: Store) -> None:
        self._known: dict[str, dict[Any, Any]] = defaultdict(dict)
        self._written: tuple[str, ...] | None = None
        store.sessions.info[READS_OF] = self

    @contextmanager
    def writing(self, books: tuple[str, ...]) -> Iterator[None]:
        """What is committed meanwhile is in these books only."""
        self._written = books
        try:
            yield
        finally:
            self._written = None

    def once(self, name: str, read: Callable[..., Any]) -> Callable[..., Any]:
        """The same method of a book, remembered until that is written; what raises, or cannot be looked up, is not."""
        known, of = self._known[name], read.__name__

        def remembered(*asked: Any) -> Any:
            try:
                return known[of, asked]
            except KeyError:
                found = known[of, asked] = read(*asked)
                return found
            except TypeError:
                return read(*asked)

        return remembered

    def forget(self) -> None:
        """Something is written, or may have been."""
        for name in self._known if self._written is None else self._written:
            self._known[name].clear()


def _forget(session: Writing, *_: object) -> None:
    if isinstance(reads := session.info.get(READS_OF), Reads):
        reads.forget()


for moment in ("after_begin", "after_commit", "after_rollback"):
    event.listen(Writing, moment, _forget)


class Remembered:
    """A book whose reads are remembered."""

    def __init__(self, name: str, book: Any, reads: Reads) -> None:
        self._name, self._book, self._reads = name, book, reads

    def __getattr__(self, name: str) -> Any:
        part = getattr(self._book, name)
        if name in READS:
            part = self._reads.once(self._name, part)
        setattr(self, name, part)
        return part
