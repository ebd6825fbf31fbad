"""What bills come in: packed, in lines, with figures of yuan. All of it is read as a stream, and has its bounds."""

import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BufferedIOBase, BufferedReader, BytesIO
from typing import Protocol, cast
from zipfile import BadZipFile, ZipExtFile, ZipFile

from domain.money import Fen
from domain.reconciliation.bill import BrokenBill
from domain.runtime import HALL_TIME

MOST = 512 << 20
"""Bytes of a bill when it is unpacked."""
LONGEST = 1 << 16
"""Bytes of a line."""
GZIP = b"\x1f\x8b"
_YUAN = re.compile(r"([+-]?)([0-9]{1,12})(?:\.([0-9]{1,2})0*)?")


class Readable(Protocol):
    """A file, packed or not."""

    def readline(self, limit: int, /) -> bytes: ...


@contextmanager
def unpacking() -> Iterator[None]:
    """What standard packers say of a file that is cut off or changed is that the bill is broken."""
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error, BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise BrokenBill(f"it cannot be unpacked: {type(error).__name__}") from error


def opened(content: bytes) -> BufferedIOBase:
    """A file that may be packed by gzip."""
    file = BytesIO(content)
    return gzip.GzipFile(fileobj=file) if content.startswith(GZIP) else file


def member(files: ZipFile, name: str) -> BufferedReader:
    """A file of a zip, whose own way to find the ends of lines is slow."""
    return BufferedReader(cast(ZipExtFile, files.open(name)), LONGEST)


def inflated(content: bytes) -> bytes:
    """What zlib has packed, `MOST` bytes at most. Raises BrokenBill."""
    with unpacking():
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(content, MOST)
        if not unpacker.eof:
            raise BrokenBill("it is cut off, or too large" if not unpacker.unconsumed_tail else "it is too large")
    return plain


def raw_lines(file: Readable) -> Iterator[bytes]:
    """The lines of a file without their ends. Raises BrokenBill."""
    left = MOST
    with unpacking():
        while line := file.readline(LONGEST):
            left -= len(line)
            if left < 0 or len(line) == LONGEST:
                raise BrokenBill("it is too large")
            yield line.rstrip(b"\r\n")


def lines(file: Readable, encoding: str) -> Iterator[str]:
    """The lines of a file as text. Raises BrokenBill."""
    with unpacking():
        for line in raw_lines(file):
            yield line.decode(encoding)


def fen(yuan: str) -> Fen:
    """A figure of yuan, with its sign. Raises BrokenBill."""
    found = _YUAN.fullmatch(yuan)
    if found is None:
        raise BrokenBill("a figure that is none")
    sign, whole, part = found.groups()
    amount = int(whole) * 100 + int((part or "").ljust(2, "0"))
    return Fen(-amount if sign == "-" else amount)


def moment(text: str) -> datetime:
    """What Beijing's wall showed (`2026-11-23 12:00:00`). Raises BrokenBill."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=HALL_TIME)
    except ValueError:
        raise BrokenBill("a time that is none") from None
