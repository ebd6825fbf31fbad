"""The benchmarks, as text or JSON."""

from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def do(args: Namespace, house: House) -> int:
    from tests.benchmarks import report

    return report(args.json)
