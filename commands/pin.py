"""Ask for a staff member's PIN and print its hash for the settings; or let a number be tried again that is locked."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.house import House, takes_settings
from commands.places import tries_file

EVERYBODY = "all"
STOPPED = 130
"""What a shell says of a program that was interrupted."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--unlock", metavar="NUMBER", help=f"forget the wrong PINs of a number, or of {EVERYBODY}, at a terminal"
    )
    takes_settings(parser, profile="hall")


def do(args: Namespace, house: House) -> int:
    from domain.ports import ForStaff

    try:
        if args.unlock is None:
            return _make()
        from adapters.settings import read

        return _unlock(tries_file(read(args.config, args.profile)), args.unlock)
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


def _make() -> int:
    from getpass import getpass

    from adapters.pins import pin_hash, problem_of

    try:
        pin = getpass("PIN, 6 digits: ")
        problem = problem_of(pin)
        if problem is None and getpass("The same again: ") != pin:
            problem = "that was another one"
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        return STOPPED
    if problem:
        print(f"kiosk: {problem}", file=sys.stderr)
        return 1
    print(pin_hash(pin))
    return 0


def _unlock(file: Path, number: str) -> int:
    from adapters import logs, tries
    from adapters.staff import log
    from domain.logs import terminal as events

    logs.start()
    try:
        if number == EVERYBODY:
            file.unlink(missing_ok=True)
        elif file.exists():
            tries.keep(file, tries.read(file).without(number))
    except tries.TriesUnknown as error:
        print(f"kiosk: {error}; --unlock {EVERYBODY} begins it anew", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"kiosk: {file} cannot be removed: {error.strerror}", file=sys.stderr)
        return 1
    log.info(events.UnlockedByHand(number))
    return 0
