"""The terminal from outside, at the X server, with a bare window in the same minutes.

`python -m tests.benchmarks.outside` prints it as JSON. It imports nothing of Qt: what two map weighs half in each.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep
from typing import Any

from tests.benchmarks.weight import Weight, weight
from tests.benchmarks.xserver import MissingPart, XServer, x_server

ROOT = Path(__file__).parents[2]
SIZE = (1080, 1920)
MIDDLE = SIZE[0] // 2, SIZE[1] // 2
PYTHON = [sys.executable, "-s", "-B", "-X", "utf8"]
"""As `kiosk` starts it."""
TERMINAL = [*PYTHON, "main.py", "run", "--fullscreen"]
BARE = [*PYTHON, "-m", "tests.benchmarks.bare"]
VISITOR = [*PYTHON, "-m", "tests.benchmarks.visitor"]
STARTS = 9
BARE_TAPS = 30
REST_S, LATEST_S = 3.0, 60.0
"""A process rests that has not worked for so long; it is not waited for longer than that."""
WARM_S = 1.0
EMPTY = 0.98
"""So much of the picture is as it was before a window: the server may draw a hand now that was not there."""


def measure() -> dict[str, Any]:
    """All figures, or why there are none."""
    try:
        with x_server(SIZE) as server:
            return {"first_picture": _first_pictures(server), "tap": _taps(server), "at_rest": _weights(server)}
    except MissingPart as missing:
        return {"missing": str(missing)}


def _first_pictures(server: XServer) -> dict[str, float]:
    """Medians in milliseconds from starting Python until the first picture is whole, in turns, and of their ratios."""
    pairs = [(_first_picture(server, BARE), _first_picture(server, TERMINAL)) for _ in range(STARTS)]
    return {
        "bare_ms": round(statistics.median(bare for bare, _ in pairs), 1),
        "terminal_ms": round(statistics.median(own for _, own in pairs), 1),
        "ratio": round(statistics.median(own / bare for bare, own in pairs), 2),
    }


def _first_picture(server: XServer, command: list[str]) -> float:
    before, began = server.look(), perf_counter()
    with started(server, command):
        return server.next_picture(before, began)


def _taps(server: XServer) -> dict[str, Any]:
    """Milliseconds from a finger's going up until the next picture; the bare window's before and after all others."""
    bare = _bare_taps(server)
    taps = _visited(server)
    bare += _bare_taps(server)
    others = [ms for screen, one in taps.items() if screen != "home" for ms in one]
    return {
        "bare": _spread(bare),
        "to_home": _spread(taps["home"]),
        "to_others": _spread(others),
        "by_screen": {screen: _spread(ms) for screen, ms in sorted(taps.items())},
    }


def _bare_taps(server: XServer) -> list[float]:
    before, began = server.look(), perf_counter()
    with started(server, BARE):
        server.next_picture(before, began)
        sleep(WARM_S)
        return [server.tap(*MIDDLE) for _ in range(BARE_TAPS)]


def _visited(server: XServer) -> dict[str, list[float]]:
    with started(server, VISITOR, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin and process.stdout
        for line in process.stdout:
            word, *numbers = line.split()
            if word != "tap":
                taps: dict[str, list[float]] = json.loads(line)
                return taps
            process.stdin.write(f"{server.tap(*map(int, numbers)):.2f}\n")
            process.stdin.flush()
    raise RuntimeError("the visitor left before the end")


def _weights(server: XServer) -> dict[str, Any]:
    """One after the other: what both map would weigh half. The terminal has its store: it has been started before."""
    with TemporaryDirectory(prefix="kiosk-") as folder:
        _weight(server, TERMINAL, folder)
        weights = {"bare": _weight(server, BARE, folder), "terminal": _weight(server, TERMINAL, folder)}
    return {
        name: {"pss_mb": one.pss_mb, "rss_mb": one.rss_mb, "pss_by_kind_mb": one.kinds} for name, one in weights.items()
    }


def _weight(server: XServer, command: list[str], folder: str) -> Weight:
    before, began = server.look(), perf_counter()
    with started(server, command, folder) as process:
        server.next_picture(before, began)
        rests(process.pid)
        return weight(process.pid)


def rests(pid: int) -> None:
    """Wait until a process has done nothing for a while but look at the clock."""
    latest, since, worked = monotonic() + LATEST_S, monotonic(), _ticks(pid)
    while monotonic() - since < REST_S and monotonic() < latest:
        sleep(0.2)
        if (now := _ticks(pid)) > worked + 2:
            since, worked = monotonic(), now


def _ticks(pid: int) -> int:
    """What it has worked so far, in hundredths of a second."""
    numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(numbers[11]) + int(numbers[12])


@contextmanager
def started(
    server: XServer, command: list[str], folder: str | None = None, **pipes: int
) -> Iterator["subprocess.Popen[str]"]:
    """On `server`, its store in `folder` or thrown away; over at the end, and the server's picture empty again."""
    foreign = ("QT_", "WAYLAND_", "KIOSK_")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    blank = server.look()
    with TemporaryDirectory(prefix="kiosk-") as own:
        environ |= {"DISPLAY": server.name, "XDG_DATA_HOME": folder or own, "QT_QUICK_BACKEND": "software"}
        pipes = {"stdout": subprocess.DEVNULL, **pipes}
        with subprocess.Popen(command, cwd=ROOT, env=environ, text=True, **pipes) as process:  # type: ignore[call-overload]
            try:
                yield process
            finally:
                process.kill()
    while server.alike(server.look(), blank) < EMPTY:
        sleep(0.005)


def _spread(ms: list[float]) -> dict[str, float]:
    ordered = sorted(ms)
    return {
        "p50_ms": round(statistics.median(ordered), 1),
        "p99_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 1),
        "worst_ms": round(ordered[-1], 1),
        "taps": len(ordered),
    }


if __name__ == "__main__":
    json.dump(measure(), sys.stdout, indent=1)
