"""Whether a visitor has another way into this machine than the terminal: each line of docs/hall.md that can be seen.

1 if one is open. Some of it only root can see.
"""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--user", default="shebao-kiosk", help="who the terminal runs as")


def do(args: Namespace, house: House) -> int:
    from adapters.machine.locked import LINES, Machine, open_lines

    wrong = open_lines(Machine(Path("/"), args.user))
    if args.json:
        print(json.dumps({line.name: line not in wrong for line in LINES}, indent=1))
    else:
        for line in LINES:
            print(f"{'open' if line in wrong else 'ok':6} {line.name:20} {line.right}")
    return int(bool(wrong))
