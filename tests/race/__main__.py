"""Terminals race for the same bills at one bureau: `scripts/race`. Exit code 1 if their books do not agree."""

import argparse
import json
import shutil
import signal
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from kit.bureau.cluster import run
from tests.race.ground import Ground
from tests.race.service import Service

KILLED_EVERY_S = 60.0


def play(args: argparse.Namespace, folder: Path) -> dict[str, object]:
    with ExitStack() as opened:
        ground, over = Ground(args, folder, opened), Event()
        troubling = Thread(target=_trouble, args=(ground.bureau, over, ground.kills, args.failover_s))
        if args.kill:
            troubling.start()
        try:
            seconds = ground.run()
        finally:
            over.set()
            if args.kill:
                troubling.join()
        ground.bureau.answers()
        ground.settle()
        found = ground.wrong()
        return {
            "races": args.races,
            "terminals": args.terminals,
            "contenders": args.contenders,
            "seconds": round(seconds, 1),
            "races_per_second": round(args.races / seconds, 1),
            "ends": dict(ground.ends),
            "paid": sum(one.taken > 0 for one in ground.network.accounts.values()),
            "cuts": sum(one.cut.cuts for one in ground.terminals),
            **ground.kills,
            "wrong": found[:20],
            "wrong_in_all": len(found),
        }


def _trouble(bureau: Service, over: Event, kills: Counter[str], failover_s: float) -> None:
    """The service is killed each minute and comes back; once the database goes over to its standby."""
    began, failed_over = monotonic(), False
    while not over.wait(KILLED_EVERY_S):
        bureau.kill()
        kills["service_killed"] += 1
        if not failed_over and monotonic() - began > failover_s:
            first, second = bureau.nodes
            first.kill()
            run("pg_ctl", "-D", second.data, "-w", "-s", "promote")
            second.asked("ALTER SYSTEM SET synchronous_standby_names = ''")
            second.asked("SELECT pg_reload_conf()")
            kills["failed_over"] += 1
            failed_over = True
        bureau.start()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/race", description=__doc__)
    parser.add_argument("--terminals", type=int, default=300)
    parser.add_argument("--races", type=int, default=1000)
    parser.add_argument("--contenders", type=int, default=3, help="terminals that want one bill at once")
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--cut", action="store_true", help="the line is cut at every step, by chance")
    parser.add_argument(
        "--kill", action="store_true", help="the service is killed each minute, the database fails over"
    )
    parser.add_argument("--failover-s", type=float, default=90.0, help="when it does, at the earliest")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def run_it() -> int:
    args = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="race"))
    try:
        report = play(args, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for name, value in report.items():
            print(f"{name:<18} {value}")
    return 1 if report["wrong_in_all"] else 0


if __name__ == "__main__":
    sys.exit(run_it())
