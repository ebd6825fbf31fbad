"""How long one waits for a screen: longer on a machine that is slow, and on one that is busy."""

from functools import cache
from hashlib import pbkdf2_hmac
from time import perf_counter

SECONDS = 20.0
"""On the machine that this was written on, with nothing beside it."""
HEARTBEAT_MS = 10
"""Nothing that is waited for is looked at more rarely. A busy machine's heart beats more slowly, so all wait longer."""
ROUNDS, USUAL_S, TRIES = 20_000, 0.0065, 3
LONGEST, SLOWER = 10.0, 3.0


@cache
def factor() -> float:
    """How many times as long as usual this machine takes, alone; from 1 to LONGEST."""
    return min(LONGEST, max(1.0, min(_took() for _ in range(TRIES)) / USUAL_S))


def heartbeats(seconds: float) -> int:
    """How many heartbeats one waits that would wait so many seconds on the usual machine."""
    return round(seconds * 1000 / HEARTBEAT_MS * factor())


def longest(seconds: float) -> float:
    """After so many seconds nobody waits any more, however slowly the heart beats."""
    return SLOWER * seconds * factor()


def _took() -> float:
    began = perf_counter()
    pbkdf2_hmac("sha256", b"patience", b"", ROUNDS)
    return perf_counter() - began
