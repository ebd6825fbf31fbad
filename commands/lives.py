"""The lives of orders, refunds, repayments, agreements and cases, drawn from their tables: `docs/lives.md`."""

from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def do(args: Namespace, house: House) -> int:
    from domain.lives import drawing as lives

    print(lives.page(), end="")
    return 0
