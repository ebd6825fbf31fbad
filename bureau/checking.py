"""Whether what a bureau has written down is whole: its own logs, and the copies of the terminals'."""

from collections.abc import Iterator

from storage.audit import slices
from storage.bureau import terminal_log
from storage.bureau.copies import StoredCopies
from storage.bureau.staff import StoredStaff
from storage.store import Store


def problems(store: Store) -> Iterator[str]:
    """Everything that is wrong, a sentence each. Reads all of it. Raises StoreError."""
    yield from filter(None, store.faults())
    yield from filter(None, slices(store.sessions, terminal_log.LOG))
    for found in (StoredStaff(store.sessions, store.sealer), StoredCopies(store.sessions, store.sealer)):
        if problem := found.problem():
            yield problem
