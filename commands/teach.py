"""Teach the flows at the terminal itself, in a world that is pretended: nothing is stored, printed or paid for real."""

import os
import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from commands.application import application
from commands.house import SIZES, USUAL, House, takes_language, takes_size
from commands.places import ASSETS

if TYPE_CHECKING:
    from kit.guide.words import Guide
    from kit.teaching.teacher import TeacherViewModel
    from ui.terminal import Terminal
    from viewmodels.backend import Backend


def arguments(parser: ArgumentParser) -> None:
    takes_size(parser)
    takes_language(parser)
    parser.add_argument("flow", nargs="?", metavar="FLOW", help="begin with this; else all are offered")
    parser.add_argument("--fullscreen", action="store_true")
    parser.add_argument("--classroom", action="store_true", help="show a class what is done, on a second screen")


def do(args: Namespace, house: House) -> int:
    from kit.guide.words import Guide
    from kit.teaching.lesson import is_taught
    from ui.display import DisplayError, display, viewed

    if args.flow and not is_taught(args.flow):
        print(f"kiosk: {args.flow} is no flow that is taught; ./kiosk flows lists them", file=sys.stderr)
        return 2
    try:
        with display(os.environ, viewed(SIZES[args.size or USUAL], dock=False)) as sentence:
            if sentence:
                print(f"kiosk: {sentence}", flush=True)
            return _teach(args, house, Guide(ASSETS / "guide"), whole=args.fullscreen or bool(sentence))
    except DisplayError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


def _teach(args: Namespace, house: House, guide: "Guide", whole: bool) -> int:
    """`whole`: the window takes all of the display."""
    from kit.teaching.classroom import Classroom
    from kit.teaching.place import place
    from ui.signals import Signals

    app = application()
    signals = Signals()
    teachers: list[TeacherViewModel] = []
    rooms: list[Classroom] = []

    def beside(terminal: "Terminal", backend: "Backend") -> None:
        teachers.append(place(terminal, backend, guide, house.runtime.uptime))

    with house.playground(None if whole else SIZES[args.size], beside=beside) as ground:
        [teacher] = teachers
        ground.speak(args.language)
        teacher.ended.connect(app.quit)
        signals.listen(app, app.exit)
        if args.classroom:
            rooms.append(Classroom(ground.terminal.window, teacher))
        if args.flow:
            teacher.begin(args.flow)
        code = app.exec()
        for room in rooms:
            room.close()
        return code
