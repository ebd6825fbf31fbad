"""Read all of the store, also while the terminal runs: 0 if it is sound, 1 if it is not, 2 if nobody can tell."""

import json
import sys
from argparse import ArgumentParser, Namespace

from commands.house import House, takes_settings
from commands.places import store_files


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from domain.ports import ForStaff
    from storage.checking import check

    try:
        places = store_files(read(args.config, profile=args.profile))
        found = check(places, house.runtime.now(), house.runtime.token)
    except ForStaff as error:
        if args.json:
            print(json.dumps({"sound": None, "why": str(error)}, ensure_ascii=False))
        else:
            print(f"kiosk: {error}", file=sys.stderr)
        return 2
    sound = not any(found.values())
    if args.json:
        print(json.dumps({"sound": sound, "store": str(places.store), **found}, ensure_ascii=False))
    else:
        for name, fault in found.items():
            print(f"{name:10} {fault or 'sound'}")
    return 0 if sound else 1
