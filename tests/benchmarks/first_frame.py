"""How long from starting Python until a first picture: `python -m tests.benchmarks.first_frame`.

That is the terminal, which prints `frame` at its first picture and ends, as does a bare window (`bare`) beside it.
"""

import statistics
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from domain.ports import ForStaff
from tests.benchmarks.bare import SIZE

if TYPE_CHECKING:
    from viewmodels.backend import Backend
    from viewmodels.worker import Worker


def terminal() -> None:
    """The terminal as `./kiosk run` makes it, up to Home."""
    import main
    from ui.terminal import Terminal

    app = main.application()
    made = Terminal(_no_backend, SIZE, main.MACHINE, demo=True)
    made.window.root.frameSwapped.connect(lambda: (print("frame", flush=True), app.exit()))
    app.exec()
    made.close()


def _no_backend(_: "Worker") -> "Backend":
    raise ForStaff("only the first picture is timed")


def measure(rounds: int = 7) -> dict[str, float]:
    """Medians in milliseconds of both, taken in turns, and the median of the pairs' ratios."""
    pairs = [(_once("bare", "once"), _once("first_frame")) for _ in range(rounds)]
    return {
        "bare_ms": round(statistics.median(bare for bare, _ in pairs), 1),
        "terminal_ms": round(statistics.median(own for _, own in pairs), 1),
        "ratio": round(statistics.median(own / bare for bare, own in pairs), 2),
    }


def _once(*what: str) -> float:
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", f"tests.benchmarks.{what[0]}", *what[1:]], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        elapsed = (perf_counter() - began) * 1000
    if line.strip() != "frame":
        raise RuntimeError(f"{what[0]} drew nothing")
    return elapsed


if __name__ == "__main__":
    terminal()
