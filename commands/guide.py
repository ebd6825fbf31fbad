"""The illustrated guide, played and drawn anew: one PDF, and a site that needs no network; 1 if a walk goes wrong.

Each step has its picture, where the finger goes, the tax bureau's own words, and what a helper may say.
"""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.application import application
from commands.house import SIZES, House, takes_size
from commands.places import ASSETS

LANGUAGES = ("zh", "en")


def arguments(parser: ArgumentParser) -> None:
    takes_size(parser)
    parser.add_argument("--language", choices=LANGUAGES, default="zh")
    parser.add_argument("--section", default="", metavar="NUMBER", help="one section alone, by its number in the guide")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")


def do(args: Namespace, house: House) -> int:
    from kit.guide.making import Making
    from kit.guide.words import Guide
    from kit.play.probe import NotThere
    from ui.display import unseen

    unseen(os.environ)
    application()
    making = Making(Guide(ASSETS / "guide"), args.language, SIZES[args.size], house.playground)
    section = args.section.replace("（", "(").replace("）", ")")
    try:
        leaves = making.write(args.out, ASSETS / "guide", section)
    except (LookupError, NotThere) as missing:
        print(f"kiosk: {missing.args[0]}")
        return 1
    steps = sum(len(leaf.entries) for leaf in leaves)
    print(f"{len(leaves)} sections, {steps} steps: {args.out / 'guide.pdf'}, {args.out / 'site' / 'index.html'}")
    return 0
