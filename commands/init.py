"""Make a terminal's store, with its key and its anchor, where there is none. 1 if it was not made."""

import sys
from argparse import ArgumentParser, Namespace

from commands.house import House, takes_settings
from commands.places import store_files


def arguments(parser: ArgumentParser) -> None:
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from domain.ports import ForStaff
    from storage.holding import new_store

    try:
        places = store_files(read(args.config, profile=args.profile))
        new_store(places, house.runtime.token)
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    print(f"a new store {places.store} with its key {places.key}: keep a copy of the key apart from the backups")
    return 0
