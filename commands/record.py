"""Open the demonstration, and write what is touched there as a test; until its window is closed. 1: it cannot begin."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.application import application
from commands.house import CHINESE, SIZES, USUAL, House, takes_language, takes_size


def arguments(parser: ArgumentParser) -> None:
    takes_size(parser)
    takes_language(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="test_FILE.py")


def do(args: Namespace, house: House) -> int:
    from ui.display import DisplayError, display, viewed

    if args.out.exists():
        print(f"kiosk: {args.out} is there already", file=sys.stderr)
        return 1
    try:
        with display(os.environ, viewed(SIZES[args.size], dock=True)) as sentence:
            if sentence:
                print(f"kiosk: {sentence}", flush=True)
            return _record(args, house, whole=bool(sentence))
    except DisplayError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


def _record(args: Namespace, house: House, whole: bool) -> int:
    """`whole`: the window takes all of the display."""
    from kit.record.recorder import Recorder
    from ui.fullscreen import FullScreen
    from ui.signals import Signals

    signals, app = Signals(), application()
    wanted = {"size": args.size} if args.size != USUAL else {}
    wanted |= {"language": args.language} if args.language != CHINESE else {}
    with house.playground(SIZES[args.size]) as ground:
        window = ground.terminal.window
        full = FullScreen(window.root, window) if whole else None
        ground.speak(args.language)
        recorder = Recorder(ground, args.out, wanted)
        signals.listen(app, app.exit)
        print(f"kiosk: what is touched is written to {args.out}", flush=True)
        code = app.exec()
        recorder.end()
        del full
    return code
