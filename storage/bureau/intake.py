"""Very many rows that come into a bureau at once: copied beside its tables first, and compared and merged there.

`STATEMENTS` says how for each kind. A check gives the lines that are not to come in; a step is one statement, by what
its rows are counted as.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from domain.identity import DocumentKind
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from storage import mapping
from storage.bureau.intake_sql import BILL, ENROLMENT, PAYMENT, PERSON, Statements
from storage.errors import StoreUnavailable
from storage.postgres import copy_in, is_first
from storage.sealing import Sealer
from storage.store import Store
from storage.tax import identity_digest, number_digest

Counts = Mapping[str, int]
"""Lines by what became of them."""
Row = tuple[Any, ...]


class Doubt(NamedTuple):
    """Lines that cannot come in, the first of `total`: what is wrong, in which column (English)."""

    column: str
    why: str
    lines: Sequence[int]
    total: int


@dataclass(frozen=True, slots=True)
class Intake:
    """One file's rows, in one transaction. `row(line, …)` makes one of what was read."""

    connection: Connection
    statements: Statements
    row: Callable[..., Row]

    def copy(self, rows: Iterable[Row]) -> None:
        """Raises DBAPIError, as all here."""
        columns = self.statements.columns
        shape = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        self._do(f"CREATE TEMPORARY TABLE staged ({shape}) ON COMMIT DROP")
        copy_in(self.connection, "staged", columns, rows)
        self._do("ANALYZE staged")
        if self.statements.ready:
            self._do(f"CREATE TEMPORARY TABLE ready ON COMMIT DROP AS {self.statements.ready}")
            self._do("ANALYZE ready")

    def doubts(self, most: int) -> Iterator[Doubt]:
        for column, why, lines in self.statements.checks:
            found = self.connection.execute(
                text(f"SELECT line, count(*) OVER () AS total FROM ({lines}) AS found ORDER BY line LIMIT :most"),  # noqa: S608 - all of it stands here
                {"most": most},
            ).all()
            if found:
                yield Doubt(column, why, [one.line for one in found], found[0].total)

    def merge(self) -> Counts:
        """What became of the lines."""
        lines = int(self.connection.scalar(text("SELECT count(*) FROM staged")) or 0)
        counts: dict[str, int] = {}
        for what, statement in self.statements.steps:
            done = self._do(statement)
            if what:
                counts[what] = counts.get(what, 0) + done
        return {**counts, "unchanged": lines - sum(counts.values())}

    def _do(self, statement: str) -> int:
        return int(self.connection.execute(text(statement)).rowcount)


@contextmanager
def intake(store: Store, kind: str) -> Iterator[Intake]:
    """What comes in is there once this ends well; no two come in at once. Raises StoreError."""
    made, statements = _ROWS[kind], STATEMENTS[kind]
    sealer = store.sealer
    try:
        with store.sessions.writing() as session:
            connection = session.connection()
            if not is_first(connection, "intake"):
                raise StoreUnavailable("another file is coming in: wait until that is over")
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text("SET LOCAL work_mem = '128MB'"))
            yield Intake(connection, statements, lambda *read: made(sealer, *read))
    except IntegrityError:
        raise StoreUnavailable("others have written the same meanwhile: import the file again") from None


def _person(sealer: Sealer, line: int, kind: DocumentKind, number: str, name: str, is_refused: bool | None) -> Row:
    return (
        line,
        kind.value,
        number_digest(sealer, kind, number),
        identity_digest(sealer, kind, number, name),
        sealer.seal(number, mapping.NUMBER),
        sealer.seal(name, mapping.NAME),
        is_refused,
    )


def _enrolment(
    sealer: Sealer,
    line: int,
    kind: DocumentKind,
    number: str,
    scheme: Scheme,
    insurance: Insurance,
    agency: str,
    category: str,
) -> Row:
    return line, number_digest(sealer, kind, number), scheme.value, insurance.value, agency, category


def _bill(
    sealer: Sealer,
    line: int,
    kind: DocumentKind,
    number: str,
    scheme: Scheme,
    insurance: Insurance,
    period: Period,
    agency: str,
    tier: str,
    base: Fen | None,
    fen: Fen,
    *more: str | datetime,
) -> Row:
    who = number_digest(sealer, kind, number)
    return line, who, scheme.value, insurance.value, period.key, agency, tier, base, fen, *more


STATEMENTS: Mapping[str, Statements] = {
    "people": PERSON,
    "enrolments": ENROLMENT,
    "arrears": BILL,
    "payments": PAYMENT,
}
_ROWS: Mapping[str, Callable[..., Row]] = {
    "people": _person,
    "enrolments": _enrolment,
    "arrears": _bill,
    "payments": _bill,
}
