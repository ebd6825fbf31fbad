"""`scripts/crowd --visitors N --seed K [--out FOLDER]`: how they end; 1 if more than 1 in 1000 is lost."""

import argparse
import sys
from collections import Counter
from pathlib import Path

import main
from tests.crowd.visit import How, Visit, pay_a_visit

MOST_LOST = 0.001


def run() -> int:
    """Print each who was lost, and the table."""
    parser = argparse.ArgumentParser(prog="crowd")
    parser.add_argument("--visitors", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("build/crowd"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    app = main.application()
    ends: Counter[How] = Counter()
    habits: Counter[str] = Counter()
    for seed in range(args.seed, args.seed + args.visitors):
        visit: Visit = pay_a_visit(seed, args.out)
        ends[visit.how] += 1
        habits.update(habit.partition(": ")[2] for habit in visit.habits)
        if visit.how is How.LOST:
            print(f"{seed} {visit.flow} ({'; '.join(visit.habits)}): {visit.why}", flush=True)
    del app
    print(f"{args.visitors} visitors: " + ", ".join(f"{count} {how}" for how, count in sorted(ends.items())))
    print("habits: " + ", ".join(f"{count} {habit}" for habit, count in habits.most_common()))
    return int(ends[How.LOST] > MOST_LOST * args.visitors)


if __name__ == "__main__":
    sys.exit(run())
