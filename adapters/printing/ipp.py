"""The Internet Printing Protocol as far as the terminal speaks it: requests to bytes, bytes to responses.

RFC 8010 is the encoding, RFC 8011 the meaning. Every request goes alone over HTTP, which says whose answer is whose:
the request id is always 1. Collections, dates, ranges and resolutions are never asked for; should one come, its parts
are kept as bytes and nobody reads them.
"""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct, error

Value = int | bool | str


class NotIpp(Exception):
    """These bytes are no IPP response, or not a whole one."""


class Operation(IntEnum):
    """RFC 8011 §5.4.15."""

    CREATE_JOB = 0x0005
    SEND_DOCUMENT = 0x0006
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B


class Tag(IntEnum):
    """Groups of attributes and kinds of values, RFC 8010 §3.5."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_FIRST_VALUE_TAG = 0x10
"""Below it a tag begins a group."""
_NUMBERS = frozenset({Tag.INTEGER, Tag.ENUM})
_STRINGS = frozenset(range(Tag.TEXT, Tag.MIME + 1))

_HEADER = Struct(">BBHI")
_LENGTH = Struct(">H")
_NUMBER = Struct(">i")
_FLAG = Struct(">?")

NOT_FOUND = 0x0406
CLIENT_ERRORS, SERVER_ERRORS = range(0x0400, 0x0500), range(0x0500, 0x0600)
"""Status codes, RFC 8011 appendix B."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a request; more than one value makes it a set."""

    tag: Tag
    name: str
    values: tuple[Value, ...]

    def encoded(self) -> bytes:
        """RFC 8010 §3.1.4 and §3.1.5: only the first value of a set has a name."""
        names = (self.name, *("" for _ in self.values[1:]))
        return b"".join(
            bytes((self.tag,)) + _counted(name.encode()) + _counted(_written(value))
            for name, value in zip(names, self.values, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """What is said of one thing: of a job, of a printer."""

    tag: int
    attributes: dict[str, tuple[Value | bytes, ...]]

    def number(self, name: str) -> int | None:
        """The value of an integer or enum; None if there is none."""
        value = self._first(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool | None:
        value = self._first(name)
        return value if isinstance(value, bool) else None

    def words(self, name: str) -> tuple[str, ...]:
        """All values that are strings."""
        return tuple(value for value in self.attributes.get(name, ()) if isinstance(value, str))

    def _first(self, name: str) -> Value | bytes | None:
        return next(iter(self.attributes.get(name, ())), None)


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    groups: tuple[Group, ...]

    @property
    def refused(self) -> bool:
        return self.status in CLIENT_ERRORS or self.status in SERVER_ERRORS

    def all(self, tag: Tag) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.tag == tag)

    def one(self, tag: Tag) -> Group:
        """The first such group; one in which nothing is said if there is none."""
        return next(iter(self.all(tag)), Group(tag, {}))


def encode(operation: Operation, uri: str, *attributes: Attribute, job: tuple[Attribute, ...] = ()) -> bytes:
    """A request to the printer `uri`; a document follows its bytes. `job` are the job template attributes."""
    first = (
        Attribute(Tag.CHARSET, "attributes-charset", ("utf-8",)),
        Attribute(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
        Attribute(Tag.URI, "printer-uri", (uri,)),
    )
    groups = ((Tag.OPERATION, (*first, *attributes)), (Tag.JOB, job))
    written = b"".join(bytes((tag,)) + b"".join(a.encoded() for a in group) for tag, group in groups if group)
    # Version 1.1: what speaks 2.0 must answer it, what is old speaks nothing else.
    return _HEADER.pack(1, 1, operation, 1) + written + bytes((Tag.END,))


def decode(body: bytes) -> Response:
    """Raises NotIpp."""
    try:
        return _decoded(body)
    except (error, UnicodeDecodeError) as fault:
        raise NotIpp(type(fault).__name__) from fault


def _decoded(body: bytes) -> Response:
    major, _minor, status, request = _HEADER.unpack_from(body)
    if major not in {1, 2} or request != 1:
        raise NotIpp("no such header")
    groups: list[Group] = []
    at, name = _HEADER.size, ""
    while (tag := _piece(body, at, 1)[0]) != Tag.END:
        at += 1
        if tag < _FIRST_VALUE_TAG:
            groups.append(Group(tag, {}))
            name = ""
            continue
        label, at = _next(body, at)
        written, at = _next(body, at)
        name = label.decode() or name
        if not groups or not name:
            raise NotIpp("a value that belongs to nothing")
        said = groups[-1].attributes
        said[name] = (*(() if label else said[name]), _value(tag, written))
    return Response(status, tuple(groups))


def _written(value: Value) -> bytes:
    if isinstance(value, bool):
        return _FLAG.pack(value)
    return _NUMBER.pack(value) if isinstance(value, int) else value.encode()


def _value(tag: int, written: bytes) -> Value | bytes:
    if tag in _NUMBERS:
        return int(_NUMBER.unpack(written)[0])
    if tag == Tag.BOOLEAN:
        return bool(_FLAG.unpack(written)[0])
    return written.decode() if tag in _STRINGS else written


def _counted(written: bytes) -> bytes:
    return _LENGTH.pack(len(written)) + written


def _next(body: bytes, at: int) -> tuple[bytes, int]:
    """The counted bytes at `at`, and where they end."""
    begin, length = at + _LENGTH.size, int(_LENGTH.unpack_from(body, at)[0])
    return _piece(body, begin, length), begin + length


def _piece(body: bytes, at: int, length: int) -> bytes:
    if at + length > len(body):
        raise NotIpp("it ends too early")
    return body[at : at + length]
