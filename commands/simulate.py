"""Play days of several terminals, and look for what is wrong. 1: something is; 2: something was never tried."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from time import process_time
from typing import TYPE_CHECKING

from commands.house import House
from commands.places import ASSETS

if TYPE_CHECKING:
    from kit.simulation.play import Outcome
    from kit.simulation.troubles import Cell

SHOWN = 10
"""So many failing seeds are made smaller and printed whole; of the others the number is."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--seeds", type=int, default=200, metavar="N", help="how many (200)")
    parser.add_argument("--start", type=int, default=0, metavar="K", help="the first (0)")
    parser.add_argument("--json", action="store_true")


def do(args: Namespace, house: House) -> int:
    from kit.simulation.plan import drawn
    from kit.simulation.play import play
    from kit.simulation.shrink import shrunk
    from kit.simulation.troubles import CELLS
    from kit.simulation.world import ground

    struck: Counter[Cell] = Counter()
    failed: list[Outcome] = []
    with ground(ASSETS) as here:
        began = process_time()
        for seed in range(args.start, args.start + args.seeds):
            outcome = play(here, drawn(seed))
            struck += outcome.struck
            if outcome.wrong:
                failed.append(outcome)
        speed = args.seeds / (process_time() - began)
        smaller = [play(here, shrunk(one.plan, lambda plan: bool(play(here, plan).wrong))) for one in failed[:SHOWN]]
    missed = [cell for cell in CELLS if not struck[cell]]
    report = {
        "seeds": args.seeds,
        "failed": [one.plan.seed for one in failed],
        "smallest": [{"seed": one.plan.seed, "wrong": one.wrong, "plan": repr(one.plan)} for one in smaller],
        "cells": len(CELLS),
        "struck": sum(struck.values()),
        "missed": [f"{kind} / {state}" for kind, state in missed],
        "seeds_per_cpu_second": round(speed, 1),
    }
    _tell(report, args.json)
    return 1 if failed else 2 if missed else 0


def _tell(report: dict[str, object], as_json: bool) -> None:
    if as_json:
        json.dump(report, sys.stdout, indent=1)
        print()
        return
    for name, value in report.items():
        print(f"{name}: {value}")
