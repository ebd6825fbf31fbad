"""The postings of a day for the core system, as CSV: whole or not at all, and with a digest beside it."""

import csv
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from domain.money import Fen, yuan
from domain.runtime import HALL_TIME
from storage.bureau.postings import Posted, posted_between
from storage.files import keep, write
from storage.store import Store

HEADER = (
    *("voucher", "order", "kind", "number", "scheme", "insurance", "period", "agency", "tier", "base", "amount"),
    *("channel", "paid_at"),
)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: bills, their sum, and the SHA-256 of the file in hexadecimal."""

    bills: int
    fen: Fen
    digest: str

    def __str__(self) -> str:
        return f"{self.bills} bills, {yuan(self.fen)} yuan, sha256 {self.digest}"


def digest_of(path: Path) -> Path:
    """Where the digest of a file lies, as `sha256sum --check` reads it."""
    return path.with_name(path.name + ".sha256")


def export_day(store: Store, day: date, path: Path) -> Exported:
    """Write what was paid at terminals on a day of the hall's. Raises OSError, StoreError; then no new file is there.

    The digest is put there last: where it is and fits, the file is whole.
    """
    begins = datetime.combine(day, time(), HALL_TIME)
    bills, fen, hashed = 0, 0, sha256()
    with _replacing(path) as file, posted_between(store, begins, begins + timedelta(days=1)) as postings:

        def put(fields: Iterable[str]) -> None:
            hashed.update(line := _line(fields))
            file.write(line)

        put(HEADER)
        for posted in postings:
            put(_fields(posted))
            bills, fen = bills + 1, fen + (posted.fen or 0)
    write(digest_of(path), f"{hashed.hexdigest()}  {path.name}\n".encode())
    return Exported(bills, Fen(fen), hashed.hexdigest())


def _fields(posted: Posted) -> tuple[str, ...]:
    return (
        posted.voucher,
        posted.order,
        posted.kind,
        posted.number,
        posted.scheme,
        posted.insurance,
        posted.period.key,
        posted.agency,
        posted.tier,
        _plain(posted.base),
        _plain(posted.fen),
        posted.channel,
        f"{posted.paid_at.astimezone(HALL_TIME):%Y-%m-%d %H:%M:%S}",
    )


def _plain(fen: Fen | None) -> str:
    return "" if fen is None else yuan(fen).replace(",", "")


def _line(fields: Iterable[str]) -> bytes:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerow(fields)
    return text.getvalue().encode()


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file of mode 0600 that takes the place of another once it is whole; until then there is no digest of either."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        digest_of(path).unlink(missing_ok=True)
        new.rename(path)
        keep(path.parent)
    finally:
        new.unlink(missing_ok=True)
