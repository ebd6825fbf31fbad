"""The envelope of an answer: which text is signed, kept exactly as it came.

The signature covers the raw text of one member of the outer JSON object, its white space and escapes included, so that
text must never be parsed and written anew before it is checked.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

ERROR = "error_response"
"""Where the gateway puts its own refusals, when it does not know which interface was meant."""
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Envelope:
    """`content` is the raw text that `signature` is for ("" if there is none); `is_error`: it stood under `ERROR`."""

    content: str
    signature: str
    is_error: bool


def unfold(body: bytes, node: str) -> Envelope:
    """The envelope in a body that answers under `node`. Raises ValueError if it is not one, or not clearly."""
    found = members(body.decode())
    named = [name for name in (node, ERROR) if name in found]
    if len(named) != 1:
        raise ValueError("not one answer")
    signature = _value(found.get("sign", '""'))
    if not isinstance(signature, str):
        raise ValueError("the signature is no text")
    return Envelope(found[named[0]], signature, named[0] == ERROR)


def members(text: str) -> dict[str, str]:
    """The members of a JSON object, each value as it is written. Raises ValueError: no such object, or a name twice."""
    try:
        return _members(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def fields(content: str) -> dict[str, Any]:
    """A content as an object; numbers with decimals stay text. Raises ValueError if it is not an object."""
    read = _value(content)
    if not isinstance(read, dict):
        raise ValueError("not an object")
    return read


def _value(text: str) -> object:
    try:
        value: object = json.loads(text, parse_float=str)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return value


def _members(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    at = _past(text, 0, "{")
    while not text.startswith("}", at):
        if found:
            at = _past(text, at, ",")
        name, at = _DECODER.raw_decode(text, at)
        if not isinstance(name, str) or name in found:
            raise ValueError("not a name, or a name twice")
        begin = _past(text, at, ":")
        _, end = _DECODER.raw_decode(text, begin)
        found[name] = text[begin:end]
        at = _past(text, end)
    if _past(text, at, "}") != len(text):
        raise ValueError("more than one value")
    return found


def _past(text: str, at: int, mark: str = "") -> int:
    """The place after white space, `mark`, and white space again. Raises ValueError if `mark` is not there."""
    begin = _spaces(text, at)
    if not text.startswith(mark, begin):
        raise ValueError(f"no {mark} at {begin}")
    return _spaces(text, begin + len(mark))


def _spaces(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match is not None
    return match.end()
