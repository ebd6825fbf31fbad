"""Copy the store, also while the terminal runs, and read all of the copy. 1 if there is none then."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.house import House, takes_settings
from commands.places import store_files


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="must not be there yet")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from domain.ports import ForStaff
    from storage.backup import back_up

    try:
        back_up(store_files(read(args.config, profile=args.profile)), args.file, house.runtime.token)
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    print(f"{args.file} is a whole copy of the store; it opens with the same key only")
    return 0
