"""How long from starting Python until a first picture: `python -m tests.benchmarks.first_frame bare|terminal`.

Both print `frame` at their first picture and end. `bare` is a Qt Quick window with a white rectangle of the same size.
"""

import statistics
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from domain.ports import ForStaff

if TYPE_CHECKING:
    from viewmodels.backend import Backend
    from viewmodels.worker import Worker

SIZE = (1080, 1920)
BARE = b"import QtQuick\nRectangle { color: 'white' }"


def bare() -> None:
    """The floor: nothing but Qt Quick."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlComponent, QQmlEngine
    from PySide6.QtQuick import QQuickItem, QQuickWindow

    app = QGuiApplication(sys.argv[:1])
    engine = QQmlEngine()
    window = QQuickWindow()
    window.resize(*SIZE)
    component = QQmlComponent(engine)
    component.setData(BARE, QUrl())
    item = component.create()
    assert isinstance(item, QQuickItem)
    item.setParentItem(window.contentItem())
    item.setSize(window.size().toSizeF())
    window.frameSwapped.connect(lambda: (print("frame", flush=True), app.quit()))
    window.show()
    app.exec()


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
    pairs = [(_once("bare"), _once("terminal")) for _ in range(rounds)]
    return {
        "bare_ms": round(statistics.median(bare for bare, _ in pairs), 1),
        "terminal_ms": round(statistics.median(own for _, own in pairs), 1),
        "ratio": round(statistics.median(own / bare for bare, own in pairs), 2),
    }


def _once(what: str) -> float:
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.first_frame", what], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        elapsed = (perf_counter() - began) * 1000
    if line.strip() != "frame":
        raise RuntimeError(f"{what} drew nothing")
    return elapsed


if __name__ == "__main__":
    {"bare": bare, "terminal": terminal}[sys.argv[1]]()
