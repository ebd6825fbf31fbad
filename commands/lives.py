"""The lives of orders, refund applications, repayments and agreements, drawn from their tables: `docs/lives.md`."""

from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def do(args: Namespace, house: House) -> int:
    from domain.lives import drawing as lives

    print(lives.page(), end="")
    return 0
