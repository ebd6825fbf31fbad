"""What went to a payment network and came back, as it may be kept: without signatures, keys and accounts."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import parse_qsl

from kit.simulators.faults import Fault
from kit.simulators.frame import Asked, Told

SECRET = re.compile(
    r"sign|cert|key|cipher|nonce|token|secret|passw|associated|openid|logon_id|user_id|accno|customer", re.IGNORECASE
)
OPAQUE = re.compile(r"[A-Za-z0-9+/=_-]{48,}")
LONGEST = 1500
"""Characters of a body: what matters stands at its beginning."""
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Exchange:
    """At `at` (seconds, monotonic), it took `ms`. `status` 0: there was no answer, and `ended` says how it ended."""

    at: float
    ms: float
    network: str
    method: str
    path: str
    asked: str
    status: int
    told: str
    ended: str


def heard(
    network: str, asked: Asked, answer: Callable[[Asked], Told | None], keep: Callable[[Exchange], None]
) -> Told | None:
    """Have it answered, and keep what was said."""
    began = monotonic()
    told = answer(asked)
    ms = (monotonic() - began) * 1000
    body = body_of(asked.body) or body_of(asked.query.encode())
    status, said = (told.status, body_of(told.body)) if told else (0, "")
    keep(Exchange(began, ms, network, asked.method, asked.path, body, status, said, _ended(told)))
    return told


def _ended(told: Told | None) -> str:
    if told is None:
        return "没有回答"
    if told.held is not Fault.NONE:
        return "一直没有答完"
    return "断在半路" if told.cut else ""


def body_of(body: bytes) -> str:
    """A body as a text that may be kept: JSON, a form, or how large it is."""
    if not body:
        return ""
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return f"{len(body)} 字节"
    value = _parsed(text)
    said = OPAQUE.sub(HIDDEN, text) if value is None else json.dumps(_open(value), ensure_ascii=False, indent=1)
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}{HIDDEN}"


def _parsed(text: str) -> Any:
    """JSON with what is inside, or the fields of a form; None if it is neither."""
    if text.lstrip()[:1] in {"{", "["}:
        try:
            return json.loads(text)
        except ValueError:
            return None
    return dict(parse_qsl(text)) or None


def _open(value: Any) -> Any:
    """Without what is secret or opaque. A text that is JSON itself is opened."""
    if isinstance(value, dict):
        return {key: HIDDEN if SECRET.search(key) and one else _open(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_open(one) for one in value]
    if isinstance(value, str):
        inner = _parsed(value) if value[:1] == "{" else None
        return OPAQUE.sub(HIDDEN, value) if inner is None else _open(inner)
    return value
