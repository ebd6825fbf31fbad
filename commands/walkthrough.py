"""Play flows through the real window; 1 if one does not end well."""

import os
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from commands.application import application
from commands.house import SIZES, House, takes_language, takes_size
from commands.places import ASSETS


def arguments(parser: ArgumentParser) -> None:
    from viewmodels.shell.access import SCALES, Size

    takes_size(parser)
    takes_language(parser)
    usual = SCALES[Size.STANDARD]
    parser.add_argument("--scale", type=float, choices=SCALES.values(), default=usual, help="how large text is")
    parser.add_argument("flow", nargs="*", metavar="FLOW")
    parser.add_argument("--all", action="store_true", help="every flow (the same as naming none)")
    parser.add_argument("--keys", action="store_true", help="by four arrows, OK and Back alone")
    parser.add_argument("--unseen", action="store_true", help="by keys and what is spoken, with the screen dark")
    parser.add_argument("--trace", action="store_true", help="a page beside the pictures that tells each touch")
    parser.add_argument("--bureau", action="store_true", help="on a bureau that is started for it, on PostgreSQL")
    parser.add_argument("--taught", action="store_true", help="as somebody learns them (./kiosk teach)")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")


def do(args: Namespace, house: House) -> int:
    from kit.play.unseen import play as play_unseen
    from kit.play.walkthrough import Look, play
    from ui.display import unseen

    unseen(os.environ)
    application()
    look = Look(SIZES[args.size], args.language, args.scale, args.keys, args.trace)
    if args.taught:
        from kit.guide.words import Guide
        from kit.play.taught import play as play_taught

        return play_taught(args.flow, args.out, look, house.playground, Guide(ASSETS / "guide"))
    opens = partial(house.playground, bureau=True) if args.bureau else house.playground
    return (play_unseen if args.unseen else play)(args.flow, args.out, look, opens)
