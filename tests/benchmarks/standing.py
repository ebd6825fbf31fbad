"""What a terminal costs that nobody touches, and how soon it serves: after its start, and after a crash.

`python -m tests.benchmarks.standing` prints it as JSON, with a browser's figures beside it in the same minutes: a
Chromium in kiosk mode that shows a page like Home (`page.html`), where one is installed. As `outside`, it imports
nothing of Qt.
"""

import json
import shutil
import statistics
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep
from typing import Any

from tests.benchmarks.outside import SIZE, TERMINAL, rests, started
from tests.benchmarks.xserver import MissingPart, XServer, x_server

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE = Path(__file__).with_name("page.html")
TILE = (288, 558)
"""Where Home has the first channel, on a screen of `SIZE`; and the page its first button."""
CRASHES = 7
ALONE_S, IDLE_S = 75.0, 120.0
"""After so long the terminal calls the next visitor; from then on it is looked at for so long."""
SETTLED_S = 3.0
ALIKE, OTHER = 0.85, 0.6
"""So much of the picture is as it was where Home stands, for the strip tells of printers a little later; and at most so
much where another screen does, for what is touched answers as well.
"""
AGAIN_S = 0.15
"""Nobody was answered: the next touch, half a second after the last would be slow for a visitor."""
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Kiosk:
    """What stands in a hall: how it is started, its own things in the folder that it is given."""

    command: Callable[[str], list[str]]


def measure() -> dict[str, Any]:
    """All figures, or why there are none; None in place of the browser's where there is none."""
    try:
        with x_server(SIZE) as server:
            browser = next(filter(None, map(shutil.which, BROWSERS)), None)
            return {
                "terminal": _figures(server, Kiosk(lambda folder: TERMINAL)),
                "chromium": _figures(server, _browser(browser)) if browser else None,
            }
    except MissingPart as missing:
        return {"missing": str(missing)}


def _browser(program: str) -> Kiosk:
    words = ("--kiosk", "--no-first-run", "--no-default-browser-check", "--disable-session-crashed-bubble")
    more = (f"--window-size={SIZE[0]},{SIZE[1]}", "--window-position=0,0", "--no-sandbox", "--disable-gpu")
    return Kiosk(lambda folder: [program, *words, *more, f"--user-data-dir={folder}/browser", PAGE.as_uri()])


def _figures(server: XServer, kiosk: Kiosk) -> dict[str, Any]:
    """Medians in milliseconds, and the share of a core in percent."""
    with TemporaryDirectory(prefix="kiosk-") as folder:
        home = _home(server, kiosk, folder)
        starts = [_start(server, kiosk, folder, home) for _ in range(CRASHES)]
        crashes = [_crash(server, kiosk, folder, home) for _ in range(CRASHES)]
        idle = _idle(server, kiosk, folder)
    return {
        "start_to_home_ms": _middle(starts),
        "crash_to_home_ms": _middle(home_ms for home_ms, _ in crashes),
        "crash_to_answer_ms": _middle(answer_ms for _, answer_ms in crashes),
        "crash_to_answer_worst_ms": round(max(answer_ms for _, answer_ms in crashes), 1),
        "idle_percent_of_a_core": idle,
    }


def _home(server: XServer, kiosk: Kiosk, folder: str) -> bytes:
    """What its Home looks like, once all is there. Whatever a first start makes is made."""
    before, began = server.look(), perf_counter()
    with started(server, kiosk.command(folder), folder) as process:
        server.next_picture(before, began)
        sleep(SETTLED_S)
        rests(process.pid)
        return server.look()


def _start(server: XServer, kiosk: Kiosk, folder: str, home: bytes) -> float:
    began = perf_counter()
    with started(server, kiosk.command(folder), folder):
        return _stands(server, home, began)


def _crash(server: XServer, kiosk: Kiosk, folder: str, home: bytes) -> tuple[float, float]:
    """From kill -9 until Home stands again, and until the screen stands that the first touch then leads to."""
    with started(server, kiosk.command(folder), folder) as process:
        _stands(server, home, perf_counter())
        sleep(SETTLED_S)
        killed = perf_counter()
        process.kill()
        process.wait()
    with started(server, kiosk.command(folder), folder):  # As a supervisor does.
        at_home = _stands(server, home, killed)
        while True:
            before = server.look()
            server.touch(*TILE)
            until = perf_counter() + AGAIN_S
            while perf_counter() < until:
                if server.alike(server.look(), before) < OTHER:
                    return at_home, (perf_counter() - killed) * 1000


def _stands(server: XServer, home: bytes, began: float) -> float:
    """Milliseconds from `began` until Home stands."""
    while server.alike(server.look(), home) < ALIKE:
        if perf_counter() - began > PATIENCE_S:
            raise RuntimeError(f"Home did not come within {PATIENCE_S:.0f} s")
        sleep(0.002)
    return (perf_counter() - began) * 1000


def _idle(server: XServer, kiosk: Kiosk, folder: str) -> float:
    """The share of a core that it takes with all its processes while nobody touches it."""
    with started(server, kiosk.command(folder), folder) as process:
        sleep(ALONE_S)
        before, began = family_ticks(process.pid), monotonic()
        sleep(IDLE_S)
        return round((family_ticks(process.pid) - before) / (monotonic() - began), 2)


def family_ticks(pid: int) -> int:
    """What a process and all below it have worked so far, in hundredths of a second."""
    parents, ticks = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            numbers = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # It has just ended.
        one = int(stat.parent.name)
        parents[one], ticks[one] = int(numbers[1]), int(numbers[11]) + int(numbers[12])
    family = {pid}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(ticks.get(one, 0) for one in family)


def _middle(figures: Iterable[float]) -> float:
    return round(statistics.median(figures), 1)


if __name__ == "__main__":
    json.dump(measure(), sys.stdout, indent=1)
