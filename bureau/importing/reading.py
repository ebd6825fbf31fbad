"""A CSV file line by line, however long it is: which encoding it has, and what is broken in it."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from itertools import count
from typing import BinaryIO, NamedTuple

LONGEST = 1 << 16
"""Bytes of a line."""
CHUNK = 1 << 20
UTF8, GBK = "UTF-8", "GBK"
_CODECS = {UTF8: "utf-8", GBK: "gb18030"}
"""GB 18030 has all that GBK has, where GBK has it."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NO_QUOTE = "has a quote that is not closed, or one amid a field; a record is one line"


class Unreadable(Exception):
    """A file of which no line can be read. The text says why, in an English sentence without anything of the file."""


class Record(NamedTuple):
    """One line's fields. Lines count from 1."""

    line: int
    fields: Sequence[str]


class Broken(NamedTuple):
    """A line that is no record."""

    line: int
    why: str


def encoding_of(file: BinaryIO) -> str:
    """What the whole of a file is encoded in. A byte order mark says UTF-8; without one GBK is tried as well.

    Raises Unreadable.
    """
    beginning = file.read(len(codecs.BOM_UTF8))
    if beginning[:2] in _WIDE:
        raise Unreadable("the file is in UTF-16: save it as CSV in UTF-8")
    if (wrong := _wrong_line(file, UTF8)) is None:
        return UTF8
    if beginning == codecs.BOM_UTF8:
        raise Unreadable(f"the file says that it is in UTF-8, and line {wrong} is not")
    if (other := _wrong_line(file, GBK)) is None:
        return GBK
    raise Unreadable(f"the file is neither in UTF-8 (line {wrong} is not) nor in GBK (line {other} is not)")


def records(file: BinaryIO, encoding: str) -> Iterator[Record | Broken]:
    """The lines of a file. Empty ones are none; the byte order mark belongs to none."""
    file.seek(0)
    if file.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
        file.seek(0)
    for line in count(1):
        text = file.readline(LONGEST + 1)
        if not text:
            return
        if len(text) > LONGEST:
            while text and not text.endswith(b"\n"):
                text = file.readline(LONGEST)
            yield Broken(line, f"is longer than {LONGEST} bytes")
        elif text.strip():
            yield _read(line, text, _CODECS[encoding])


def _read(line: int, text: bytes, codec: str) -> Record | Broken:
    if b"\0" in text:
        return Broken(line, "has a NUL in it")
    try:
        [fields] = csv.reader((text.decode(codec),), strict=True)
    except UnicodeDecodeError:
        return Broken(line, "was changed while the file was read")
    except (csv.Error, ValueError):
        return Broken(line, NO_QUOTE)
    return Record(line, fields)


def _wrong_line(file: BinaryIO, encoding: str) -> int | None:
    """The first line that is not in this encoding; None if the whole file is."""
    file.seek(0)
    decoder, lines = codecs.getincrementaldecoder(_CODECS[encoding])(), 1
    while True:
        chunk = file.read(CHUNK)
        try:
            decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            return lines + error.object[: error.start].count(b"\n")
        if not chunk:
            return None
        lines += chunk.count(b"\n")
