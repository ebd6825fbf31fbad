"""Get this terminal a certificate of its bureau, by a code that staff of the bureau read out. 1 if there is none."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, required=True, metavar="FILE")
    parser.add_argument("--code", required=True)


def do(args: Namespace, house: House) -> int:
    from adapters.bureau.enrolment import enrol
    from adapters.bureau.joined import pass_file
    from adapters.settings import read
    from domain.ports import ForStaff
    from storage.files import write

    try:
        settings = read(args.config, profile="hall")
        if settings.bureau is None:
            print("kiosk: the settings name no bureau: a table [bureau] with url and ca_file", file=sys.stderr)
            return 1
        place = pass_file(settings)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        told = settings.bureau
        given = enrol(told.url, told.ca_file, settings.terminal, args.code.strip(), house.runtime)
        write(place, given.file)
    except (ForStaff, OSError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    print(f"terminal {settings.terminal} is enrolled at {told.url}; its key and certificate are in {place}")
    return 0
