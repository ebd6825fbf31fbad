"""UnionPay's fields as text (ACP 5.1.0): as they are signed, as they are sent, and as they come back."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

# Nothing in it is looked at twice: an answer of a megabyte takes milliseconds.
_PART = re.compile(r"(?:[^&{\[]++|\{[^}]*+(?:\}|\Z)|\[[^\]]*+(?:\]|\Z))*+")


def canonical(fields: Mapping[str, str]) -> bytes:
    """The text that is signed: without empty fields and the signature, sorted by name, not encoded in any way."""
    signed = sorted((name, value) for name, value in fields.items() if value and name != "signature")
    return "&".join(f"{name}={value}" for name, value in signed).encode()


def encode(fields: Mapping[str, str]) -> bytes:
    """The body of a request, an ordinary form (application/x-www-form-urlencoded)."""
    return urlencode(fields).encode()


def parse(text: str) -> dict[str, str] | None:
    """The fields of an answer; None if a part has no name or no value, or if two have one name.

    An answer only looks like a form: nothing in it is encoded, and between braces or brackets an `&` separates nothing.
    As in UnionPay's own SDK they do not nest: the first that fits closes.
    """
    fields: dict[str, str] = {}
    for part in _parts(text.strip()):
        name, equals, value = part.partition("=")
        if not name or not equals or name in fields:
            return None
        fields[name] = value
    return fields


def _parts(text: str) -> Iterator[str]:
    at = 0
    while at <= len(text):
        part = _PART.match(text, at)
        assert part is not None
        yield part[0]
        at = part.end() + 1
