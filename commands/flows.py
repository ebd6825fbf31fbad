"""Every flow with its id, channel, section and screens; as JSON, a table, or a drawing for Graphviz."""

import json
from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--dot", action="store_true", help="a drawing of the tables, for Graphviz")


def do(args: Namespace, house: House) -> int:
    from domain.flows import catalogue, drawing

    if args.dot:
        print(drawing.dot(catalogue.TABLES))
        return 0
    rows = [
        {"id": path.id, "channel": path.channel, "section": path.section, "screens": list(path.screens)}
        for path in catalogue.PATHS
    ]
    if args.json:
        print(json.dumps({"flows": rows}, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print(f"{row['id']:36} {row['section']:10} {' → '.join(row['screens'])}")
    return 0
