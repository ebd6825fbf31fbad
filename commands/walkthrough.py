"""Play flows through the real window; 1 if one does not end well."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.application import application
from commands.house import SIZES, House, takes_language, takes_size

SCALES = (1.0, 1.15, 1.3, 1.5)


def arguments(parser: ArgumentParser) -> None:
    takes_size(parser)
    takes_language(parser)
    parser.add_argument("--scale", type=float, choices=SCALES, default=SCALES[0], help="how large text is")
    parser.add_argument("flow", nargs="*", metavar="FLOW")
    parser.add_argument("--all", action="store_true", help="every flow (the same as naming none)")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")


def do(args: Namespace, house: House) -> int:
    from kit.play.walkthrough import Look, play
    from ui.display import unseen

    unseen(os.environ)
    application()
    return play(args.flow, args.out, Look(SIZES[args.size], args.language, args.scale), house.playground)
