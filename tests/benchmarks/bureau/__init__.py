"""`./kiosk bench --bureau`: payments a second beside pgbench with the same statements, and what idle terminals cost."""

import json
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Any

from tests.benchmarks.bureau.crowd import Crowd
from tests.benchmarks.bureau.ground import Ground
from tests.benchmarks.bureau.replay import Recorded, Replay

TERMINALS, IDLE = 300, 3000
ROUNDS, SECONDS, IDLE_SECONDS = 3, 20.0, 90.0
"""Rounds alternate, so that what else the machine does meets both alike."""
PROCESSES = 2
"""Services that share the address: one for each core of a small server."""


def report(as_json: bool) -> int:
    """Take the measures and print them."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with _folder() as folder, ExitStack() as opened:
        ground = Ground(folder, opened)
        figures = {"payments": _payments(ground), "idle": _idle(ground)}
    print(json.dumps(figures, indent=1) if as_json else "\n".join(_lines(figures)))
    return 0


def _payments(ground: Ground) -> dict[str, Any]:
    terminals = ground.enrolled(TERMINALS)
    replay = Replay(Recorded(ground, terminals), ground)
    with ground.served(PROCESSES):
        crowd = Crowd(ground, terminals)
        crowd.pays(SECONDS / 4)
        paid, played = [], []
        for _ in range(ROUNDS):
            paid.append(crowd.pays(SECONDS))
            played.append(replay.plays(SECONDS))
    rate, bare = median(one.per_second for one in paid), median(played)
    return {
        "terminals": TERMINALS,
        "processes": PROCESSES,
        "statements": replay.statements,
        "commits": replay.commits,
        "per_second": round(rate, 1),
        "pgbench_per_second": round(bare, 1),
        "of_pgbench": round(rate / bare, 2),
        "rounds": [{**asdict(one), "pgbench_per_second": other} for one, other in zip(paid, played, strict=True)],
    }


def _idle(ground: Ground) -> dict[str, Any]:
    terminals = ground.enrolled(IDLE)
    with ground.served(1):
        idles = Crowd(ground, terminals).idles(IDLE_SECONDS)
    return {"terminals": IDLE, **asdict(idles)}


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="bench", dir="/var/tmp"))
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def _lines(figures: dict[str, Any]) -> Iterator[str]:
    for name, values in figures.items():
        single = {key: value for key, value in values.items() if not isinstance(value, list)}
        yield f"bureau.{name} " + " ".join(f"{key}={value}" for key, value in single.items())
