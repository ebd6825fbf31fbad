"""Tell where visitors get stuck, if the settings have it counted: 1 if they do not.

Figures are of visits, in whole fives: fewer than five are not told. The screen where most were given up comes first.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from commands.house import House, takes_settings

if TYPE_CHECKING:
    from domain.desk.stuck import Stuck

WEEK = 7


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--days", type=int, default=WEEK, metavar="N", help=f"so many, today included; {WEEK} else")
    parser.add_argument("--json", action="store_true")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from adapters.stuck import kept
    from domain.ports import ForStaff
    from domain.terminal.stuck import K, told

    try:
        shelf = kept(read(args.config, profile=args.profile), house.runtime.now)
        if shelf is None:
            raise ForStaff("nothing is counted: the settings have no [counts] with enabled = true")
        screens = told(shelf.of(args.days))
    except (ForStaff, OSError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    if args.json:
        figures = {"days": args.days, "in_steps_of": K, "screens": [asdict(one) for one in screens]}
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        for one in screens:
            _print(one)
    return 0


def _print(one: "Stuck") -> None:
    """A line, and what was wrong and how long it took below it."""
    on = sum(one.on.values())
    print(f"{one.screen:<34} came {one.came}  on {on}  back {one.back}  left {one.left}  alone {one.alone}", end="")
    print(f"  closed {one.closed}" * bool(one.closed) + f"  fault {one.broken}" * bool(one.broken))
    for name, figures in (("on", one.on), ("wrong", one.wrong), ("seconds", one.lasted)):
        if figures:
            print(f"    {name}: {_said(figures)}")


def _said(figures: Mapping[str, int]) -> str:
    return ", ".join(f"{which} {n}" for which, n in figures.items())
