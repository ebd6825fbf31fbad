"""Let a backup take the store's place, while no terminal runs on it; numbers go on above all that was given.

1 if it was not done: the store is as it was then.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.house import House, takes_settings
from commands.places import store_files


def arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", type=Path, nargs="?", metavar="FILE", help="made by ./kiosk backup")
    what.add_argument(
        "--as-it-is", action="store_true", help="go on with the store that is there, though its anchor knows of more"
    )
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from domain.ports import ForStaff
    from storage.losses import LEAP
    from storage.restoring import restore

    try:
        places = store_files(read(args.config, profile=args.profile))
        source = places.store if args.as_it_is else args.file
        done = restore(places, source, house.runtime.now(), house.runtime.token)
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    print(f"the store {places.store} is that of {source}")
    if done.lost is None:
        print(f"there was no anchor to tell what is lost: numbers go on {LEAP} above")
    else:
        print(f"lost are {done.lost}: numbers go on above them")
    if done.aside:
        print(f"the store before it is {done.aside}")
    return 0
