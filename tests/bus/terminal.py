"""The demonstration in a process of its own, for others to read: `python -m tests.bus.terminal FOLDER`.

It begins on the morning on which every flow can be walked; nobody touches it from here. At first, and for each line
that comes, it says what can be seen on the terminal (`tests.bus.seen`), as JSON.
"""

import json
import os
import signal
import sys
from pathlib import Path

import main
from tests.bus.seen import look
from tests.tools.lines import OVER, Lines
from ui.display import display, viewed

SIZE = main.SIZES["1080x1920"]
PATIENCE_S = 60.0


def serve(folder: Path) -> None:
    """Until no more lines come."""
    with main.playground(SIZE, folder) as ground:
        ground.rests()
        ground.kiosk.patience_s = PATIENCE_S
        lines = Lines()
        while True:
            ground.kiosk.rest()
            screen = ground.terminal.shell.navigation.screen
            print(json.dumps(look(ground, screen).written()), flush=True)
            if ground.kiosk.wait(lines.next, "a line") == OVER:
                return


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # as it ends, so does its X server
    with display(os.environ, viewed(SIZE, dock=True)):
        main.application()
        serve(Path(sys.argv[1]))
