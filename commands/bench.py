"""The benchmarks, as text or JSON."""

from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--bureau", action="store_true", help="what a bureau bears, on a PostgreSQL of its own")


def do(args: Namespace, house: House) -> int:
    from tests.benchmarks import bureau, report

    return bureau.report(args.json) if args.bureau else report(args.json)
