"""Walks of the demonstration in a process of its own, for others to read: `python -m tests.bus.walked FOLDER`.

Each line that comes names a flow and the places on its walk that are to be read. There it says twice what can be seen
(`tests.bus.seen`), as JSON, the second time once another line has come; after the walk it says what was missing, if
anything was. It is drawn in a window of X11.
"""

import json
import os
import signal
import sys
from pathlib import Path
from shutil import copytree, rmtree

import main
from kit.play.playground import Playground
from kit.play.probe import NotThere
from tests.bus.seen import look
from tests.screens.looking import EVERY, ready
from tests.tools.lines import OVER, Lines
from ui.display import display, viewed

SIZE = main.SIZES["1080x1920"]
PATIENCE_S = 60.0


def say(what: object) -> None:
    print(json.dumps(what), flush=True)


def walk(ground: Playground, flow: str, places: set[int], lines: Lines) -> None:
    """As far as there is something to be read."""
    for at, stop in enumerate(EVERY[flow][: max(places) + 1]):
        ground.reaches(stop)
        if at in places:
            ready(ground, stop)
            say(look(ground, stop.screen).written())
            ground.kiosk.wait(lines.next, "a line")
            say(look(ground, stop.screen).written())
        for touch in stop.touches if at < max(places) else ():
            ground.touch(touch)


def serve(folder: Path) -> None:
    """Until no more lines come."""
    filled, store, lines = folder / "filled", folder / "store", Lines()
    with main.playground(SIZE, filled):
        say("")
    while True:
        line = lines.wait()
        if line == OVER:
            return
        flow, *places = line.split()
        try:
            with main.playground(SIZE, copytree(filled, store)) as ground:
                ground.kiosk.patience_s = PATIENCE_S
                walk(ground, flow, {int(at) for at in places}, lines)
            say("")
        except NotThere as missing:
            say(str(missing))
        rmtree(store)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # as it ends, so does its X server
    with display(os.environ, viewed(SIZE, dock=True)):
        main.application()
        serve(Path(sys.argv[1]))
