"""On the full screen, without a window manager, everything drawn lies on the screen, whatever it is and becomes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from kit.simulators.loopback import free_port
from tests.tools.rfb import colours, picture, resize
from ui.display import display

ROOT = Path(__file__).parents[2]
SIZES = [(1024, 768), (1366, 768), (1280, 1024), (1920, 1080), (3840, 2160), (1080, 1920), (768, 1024)]

PATIENCE = 600
"""How often it may say something else first: half a minute."""

TERMINAL = """
import json, sys
import main
from PySide6.QtCore import QTimer
from ui.terminal import Terminal

def refuse(_):
    raise RuntimeError("only the window is looked at")

layout = main.SIZES.get(sys.argv[1])
app = main.application()
terminal = Terminal(refuse, layout, main.MACHINE, demo=True, fullscreen=True, turned=int(sys.argv[2]))
window, frame = terminal.window.root, terminal.window.terminal

def tell():
    place = frame.mapRectToScene(frame.boundingRect()).toRect()
    size = [window.x(), window.y(), window.width(), window.height()]
    print(json.dumps([size, place.getRect(), window.property("landscape")]), flush=True)

often = QTimer(interval=50)
often.timeout.connect(tell)
often.start()
app.exec()
"""


@dataclass
class Shown:
    """A terminal on a display of its own, which tells of itself twenty times a second."""

    port: int
    process: "subprocess.Popen[str]"

    def fills(self, size: tuple[int, int], wide: bool) -> bool:
        """Whether in the end it lies on a screen of this size, as large as can be, in the middle, in this layout."""
        assert self.process.stdout is not None
        told = map(json.loads, islice(self.process.stdout, PATIENCE))
        return any(window == [0, 0, *size] and layout is wide and _fills(place, size) for window, place, layout in told)


def _fills(place: tuple[int, int, int, int], size: tuple[int, int]) -> bool:
    x, y, width, height = place
    touches = abs(width - size[0]) <= 1 or abs(height - size[1]) <= 1
    middle = abs(2 * x + width - size[0]) <= 2 and abs(2 * y + height - size[1]) <= 2
    return touches and middle and min(x, y) >= 0 and width <= size[0] and height <= size[1]


@contextmanager
def shown(size: tuple[int, int], layout: str = "as the screen is", turned: int = 0) -> Iterator[Shown]:
    port = free_port()
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND")
    environ = {k: v for k, v in os.environ.items() if k not in names} | {"KIOSK_VNC_PORT": str(port)}
    with display(environ, size):
        command = [sys.executable, "-c", TERMINAL, layout, str(turned)]
        with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield Shown(port, process)
            finally:
                process.kill()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_it_fills_the_screen_there_is(size: tuple[int, int]) -> None:
    with shown(size) as terminal:
        assert terminal.fills(size, wide=size[0] > size[1])
        width, height, pixels = picture(terminal.port)
        assert (width, height) == size
        assert colours(pixels) > 10


def test_it_follows_the_screen() -> None:
    """In the layout that it has: a visit may be under way."""
    with shown(SIZES[0]) as terminal:
        assert terminal.fills(SIZES[0], wide=True)
        for size in [*SIZES[1:], SIZES[0]]:
            resize(terminal.port, *size)
            assert terminal.fills(size, wide=True)


@pytest.mark.parametrize("layout", ["1080x1920", "1920x1080"])
def test_a_layout_that_was_asked_for_stays(layout: str) -> None:
    with shown((1024, 768), layout) as terminal:
        assert terminal.fills((1024, 768), wide=layout == "1920x1080")


STRIP = {0: (0.5, 0.99), 90: (0.01, 0.5), 270: (0.99, 0.5)}
"""Where the strip lies that is the lowest of a picture, if that is turned clockwise: a share of the screen's sides."""


@pytest.mark.parametrize("turned", [90, 270])
def test_a_panel_that_hangs_on_its_side_shows_an_upright_picture(turned: int) -> None:
    dark = strip((1080, 1920), 0)
    assert strip((1920, 1080), turned) == dark


def strip(size: tuple[int, int], turned: int) -> bytes:
    """The colour there, of a terminal that is upright once it is turned."""
    with shown(size, turned=turned) as terminal:
        assert terminal.fills(size, wide=False)
        width, height, pixels = picture(terminal.port)
        across, down = STRIP[turned]
        at = 4 * (int(down * height) * width + int(across * width))
        return pixels[at : at + 4]
