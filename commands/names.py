"""List what a screen's controls and texts are called by who tests; if none is named, of all that walks reach."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.application import application
from commands.house import SIZES, House, takes_language, takes_size


def arguments(parser: ArgumentParser) -> None:
    takes_size(parser)
    takes_language(parser)
    parser.add_argument("screen", nargs="?", default="", metavar="SCREEN", help="such as wechat.identify")
    parser.add_argument("--out", type=Path, metavar="DIR", help="for a numbered picture of each")


def do(args: Namespace, house: House) -> int:
    from kit.names.listing import play
    from kit.play.walkthrough import Look
    from ui.display import unseen

    unseen(os.environ)
    application()
    return play(args.screen, args.out, Look(SIZES[args.size], args.language), house.playground)
