"""Every row of a bill against what our books say of the same number."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from domain.payment.numbers import terminal_of
from domain.reconciliation.bill import Key, Kind, Row
from domain.reconciliation.books import Bucket, Entry, Standing

AT_ONCE = 2000
"""Rows that are looked up, and marked, without a pause for others."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A row, what we know under its number, and what came of it. `twice`: its number stood in the bill before."""

    row: Row
    entry: Entry | None
    bucket: Bucket
    twice: bool = False


def matched(
    rows: Iterable[Row],
    due: dict[Key, Entry],
    find: Callable[[Collection[Key]], Mapping[Key, Entry]],
    terminal: str,
) -> Iterator[list[Matched]]:
    """The rows with what they came to, some at a time. What is found is taken out of `due`: the rest is ours only."""
    seen: set[Key] = set()
    rows = iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        entries = {row.key: due.pop(row.key) for row in some if row.key in due}
        entries |= find([row.key for row in some if row.number and row.key not in entries])
        done = []
        for row in some:
            twice = bool(row.number) and row.key in seen
            seen.add(row.key)
            entry = entries.get(row.key)
            done.append(Matched(row, entry, Bucket.THEIRS_ONLY if twice else bucket(row, entry, terminal), twice))
        yield done


def bucket(row: Row, entry: Entry | None, terminal: str) -> Bucket:
    """Where a row belongs, at the terminal of this name."""
    if entry is None:
        return Bucket.ELSEWHERE if _is_elsewhere(row, terminal) else Bucket.THEIRS_ONLY
    if row.kind is Kind.PAYMENT:
        return _payment(row, entry)
    return _refund(row, entry)


def _payment(row: Row, entry: Entry) -> Bucket:
    if entry.standing is not Standing.DONE:
        return Bucket.THEIRS_ONLY
    another = bool(entry.transaction and row.transaction) and entry.transaction != row.transaction
    return Bucket.DIFFERS if another or row.fen != entry.fen else Bucket.MATCH


def _refund(row: Row, entry: Entry) -> Bucket:
    """What a network has accepted stands in its bill before anybody knows how it ends, here or there."""
    if row.failed:
        return Bucket.OURS_ONLY if entry.standing is Standing.DONE else Bucket.MATCH
    if entry.standing is Standing.NOT_DONE:
        return Bucket.THEIRS_ONLY
    return Bucket.MATCH if row.fen == entry.fen else Bucket.DIFFERS


def _is_elsewhere(row: Row, terminal: str) -> bool:
    """Whether it names another terminal: the bill is the merchant's, and a merchant may have several."""
    named = {terminal_of(row.number), terminal_of(row.order)} - {None}
    return bool(named) and terminal not in named
