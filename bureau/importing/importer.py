"""A file comes in as a whole or not at all, in one transaction; all that is wrong with it is told at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from bureau.importing.reading import Broken, Unreadable, encoding_of, records
from bureau.importing.table import TABLES, Cells, Context, Fault, Table
from domain.people.offices import Offices
from storage.bureau.intake import Counts, Intake, intake
from storage.store import Store

SHOWN = 100
"""So many faults are told of; the others are counted."""
OFTEN = 2000
"""Lines between two words of progress."""

Progress = Callable[[int, int], None]
"""Hears how many bytes of how many were read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the lines of a file; or its first `faults` of `faulty`, and then nothing was changed."""

    lines: int
    encoding: str
    counts: Counts
    faults: tuple[Fault, ...] = ()
    faulty: int = 0

    def __str__(self) -> str:
        if self.faulty:
            more = f", of which {len(self.faults)} are shown" if self.faulty > len(self.faults) else ""
            return f"nothing was imported: {self.faulty} faults in {self.lines} lines{more}"
        told = ", ".join(f"{count} {what}" for what, count in self.counts.items())
        return f"{self.lines} lines in {self.encoding}: {told}"


class _Faulty(Exception):
    """Nothing of the file is to stay."""


def import_file(
    store: Store, kind: str, path: Path, offices: Offices, now: datetime, progress: Progress = lambda done, of: None
) -> Imported:
    """Import a file of a kind (`TABLES`) into a bureau on PostgreSQL. Raises Unreadable, OSError, StoreError."""
    with path.open("rb") as file:
        reading = _Reading(file, TABLES[kind], Context(offices, now), path.stat().st_size, progress)
        counts: Counts = {}
        try:
            with intake(store, kind) as taken:
                taken.copy(reading.rows(taken))
                reading.doubt(taken)
                counts = taken.merge()
        except _Faulty:
            pass
        return Imported(reading.lines, reading.encoding, counts, tuple(reading.faults), reading.faulty)


class _Reading:
    """A file that is being read: its lines so far, and what was wrong with them."""

    def __init__(self, file: BinaryIO, table: Table, context: Context, size: int, progress: Progress) -> None:
        if not file.seekable():
            raise Unreadable("the file cannot be read twice: it is a pipe")
        self._file, self._table, self._context, self._size, self._progress = file, table, context, size, progress
        self.encoding = encoding_of(file)
        self.lines = self.faulty = 0
        self.faults: list[Fault] = []
        self._records = records(file, self.encoding)
        first = next(self._records, None)
        if not first:
            raise Unreadable("the file is empty: its first line has to name the columns")
        if isinstance(first, Broken):
            raise Unreadable(f"line {first.line} {first.why}")
        self._heads = table.heads(first)
        self._columns = {name: header for name, (_, header) in self._heads.items()}
        self._fields = len(first.fields)

    def rows(self, taken: Intake) -> Iterator[tuple[Any, ...]]:
        """What the lines come to, for as long as none is wrong; from then on they are only looked at."""
        for record in self._records:
            self.lines += 1
            if self.lines % OFTEN == 0:
                self._progress(self._file.tell(), self._size)
            if isinstance(record, Broken):
                self._found([Fault(record.line, "", record.why)])
            elif len(record.fields) != self._fields:
                self._found([Fault(record.line, "", f"has {len(record.fields)} fields, and not {self._fields}")])
            else:
                cells = Cells(record.line, record.fields, self._heads)
                read = self._table.read(cells, self._context)
                if cells.faults:
                    self._found(cells.faults)
                elif not self.faulty:
                    yield taken.row(record.line, *read)
        self._progress(self._size, self._size)

    def doubt(self, taken: Intake) -> None:
        """Raises _Faulty if something is wrong with the lines, or with all of them beside what the bureau has."""
        for column, why, lines, total in taken.doubts(SHOWN) if not self.faulty else ():
            header = self._columns.get(column, "")
            self._found([Fault(line, header, why) for line in lines], total)
        if self.faulty:
            self.faults.sort(key=lambda fault: fault.line)
            raise _Faulty

    def _found(self, faults: list[Fault], total: int | None = None) -> None:
        self.faulty += len(faults) if total is None else total
        self.faults += islice(faults, max(0, SHOWN - len(self.faults)))
