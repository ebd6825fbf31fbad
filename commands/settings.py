"""All that there is to be set, as a page: docs/settings.md."""

from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def do(args: Namespace, house: House) -> int:
    from adapters.settings.page import page

    print(page())
    return 0
