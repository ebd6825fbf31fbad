"""Every flow with its id, channel, section and screens, and what may go wrong on it; JSON, a table, or a drawing."""

import json
from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--dot", action="store_true", help="a drawing of the tables, for Graphviz")


def do(args: Namespace, house: House) -> int:
    from domain.flows import catalogue, drawing
    from kit.walks import ASTRAY, path_of

    if args.dot:
        print(drawing.dot(catalogue.TABLES))
        return 0
    rows = [
        {"id": path.id, "channel": path.channel, "section": path.section, "screens": list(path.screens)}
        for path in catalogue.PATHS
    ]
    wrong_ways = [
        {"id": astray, "flow": path_of(astray).id, "screens": [stop.screen for stop in walk]}
        for astray, walk in ASTRAY.items()
    ]
    if args.json:
        print(json.dumps({"flows": rows, "wrong_ways": wrong_ways}, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print(f"{row['id']:36} {row['section']:10} {' → '.join(row['screens'])}")
        for row in wrong_ways:
            print(f"{row['id']:58} {' → '.join(row['screens'])}")
    return 0
