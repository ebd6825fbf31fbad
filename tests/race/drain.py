"""The bureau was away and is back: how long until all terminals have posted and copied what they kept: `scripts/drain`.

What takes time is what waits, not how long it has waited: what nobody could be asked about is asked about as soon as
the line is heard again (`adapters.bureau.courier`; tests/bureau/test_line.py has it after eight hours).
"""

import argparse
import json
import shutil
import signal
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

from domain.money import Fen
from domain.payment.states import OrderState
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from tests.race.ground import Ground
from tests.race.terminal import Terminal

AT_ONCE = 32
"""So many terminals are at it at the same time: this machine plays all of them."""
LONGEST_S = 300.0


def play(args: argparse.Namespace, folder: Path) -> dict[str, object]:
    with ExitStack() as opened, ThreadPoolExecutor(AT_ONCE) as hands:
        ground = Ground(args, folder, opened)
        places = list(enumerate(ground.terminals))
        for _ in hands.map(lambda place: _sells(ground, *place), places):
            pass
        ground.bureau.kill()
        for account in ground.network.accounts.values():
            ground.network.pay(account)
        for _ in hands.map(Terminal.minds, ground.terminals):
            pass
        waiting = sum(len(one.unsettled()) for one in ground.terminals)
        ground.bureau.start()
        began = monotonic()
        left = ground.terminals
        while left:
            left = [one for one, done in zip(left, hands.map(_drained, left), strict=True) if not done]
        seconds = monotonic() - began
        ground.settle()
        return {
            "terminals": args.terminals,
            "orders_that_waited": waiting,
            "entries": sum(len(one.store.orders.since(0, 10**9)) for one in ground.terminals),
            "seconds": round(seconds, 1),
            "wrong": ground.wrong(),
        }


def _sells(ground: Ground, which: int, one: Terminal) -> None:
    """All that a hall had under way when the line went."""
    who, person = ground.people[which % len(ground.people)]
    for n in range(ground.args.orders):
        period = Period(2030 + which // len(ground.people) * 100 + n // 12, n % 12 + 1)
        bill = Bill(person, Scheme.FLEXIBLE, Insurance.PENSION, period, "520102P", "60", Fen(439470), Fen(87894))
        assert one.begins(who, bill).state is OrderState.PRESENTED


def _drained(one: Terminal) -> bool:
    """A round of what goes on by itself; whether nothing is left to be done."""
    one.minds()
    return not one.unsettled() and one.remote.copies.upto() == len(one.store.orders.since(0, 10**9))


def run_it() -> int:
    parser = argparse.ArgumentParser(prog="scripts/drain", description=__doc__)
    parser.add_argument("--terminals", type=int, default=300)
    parser.add_argument("--orders", type=int, default=20, help="under way at each when the line goes")
    parser.add_argument("--seed", type=int, default=0)
    parser.set_defaults(cut=False, kill=False, people=100, contenders=1, races=0)
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="drain"))
    try:
        report = play(args, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(report, ensure_ascii=False, indent=1))
    return int(bool(report["wrong"]) or float(str(report["seconds"])) > LONGEST_S)


if __name__ == "__main__":
    sys.exit(run_it())
