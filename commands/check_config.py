"""Everything that is wrong with the settings of a terminal, a line each, and 1; a word that they are sound, and 0."""

from argparse import ArgumentParser, Namespace

from commands.house import House, takes_settings
from commands.places import check_settings


def arguments(parser: ArgumentParser) -> None:
    takes_settings(parser, profile="hall")


def do(args: Namespace, house: House) -> int:
    settings, faults = check_settings(args.config, args.profile, house.runtime.now())
    if settings is None:
        print(*faults, sep="\n")
        return 1
    paid = ", ".join(settings.merchants) or "simulated networks"
    print(
        f"sound: {settings.profile} {settings.terminal}, {settings.hall} ({settings.city}); {paid}; "
        f"{len(settings.printers)} printers, {len(settings.staff)} staff"
    )
    return 0
