"""`scripts/power-cuts N [--seed K]`: cuts the power under a store, and looks whether all that it acknowledged is there.

Days on a real store are lived under strace; their system calls are played to a disk that forgets what was not synced.
Each cut leaves of it what chance will have; the store is opened there, compared with all that was acknowledged, and
goes on. From one of the cuts the next days go on as well.
"""

import argparse
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp

from tests.cuts.facts import Fact, backups
from tests.cuts.history import Left, cuts, live
from tests.cuts.looking import faults
from tests.cuts.tracing import CannotTrace, insist

MEMORY = Path("/dev/shm")
"""Where files are in memory: nobody waits for a real disk."""
CUTS = 50
"""In each era."""
STEPS = (5, 20, 60, 200)
"""Of a day, about."""


def options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/power-cuts", description=__doc__.partition("\n")[0])
    parser.add_argument("cuts", type=int, metavar="N", help="how often the power is cut")
    parser.add_argument("--seed", type=int, default=1, help="another seed lives other days")
    parser.add_argument("--deaf", action="append", default=[], metavar="NAME", help="files whose syncs are not heard")
    return parser.parse_args(arguments)


@dataclass(frozen=True, slots=True)
class Found:
    """What a power cut left, and what is wrong with it."""

    left: Left
    faults: tuple[str, ...]


def all_cuts(work: Path, asked: argparse.Namespace, torn: Counter[str]) -> Iterator[Found]:
    """One store after the other, and on each one era after the other, begun where a cut has left something whole."""
    random, left = Random(asked.seed), asked.cuts
    while left:
        place, goes_on = work / "hall", work / "goes-on"
        backups(place).mkdir(parents=True)
        said: Sequence[Fact] | None = ()
        eras = random.randint(1, 4)
        while left and eras and said is not None:
            many, eras, before, said = min(left, CUTS), eras - 1, said, None
            era = live(place, random, before, days=random.randint(1, 3), steps=random.choice(STEPS))
            for number, one in enumerate(cuts(era, before, random, many, work / "left", torn, asked.deaf)):
                found = Found(one, looked_at(one, work / "copy"))
                if said is None and number >= many // 2 and not found.faults:
                    shutil.copytree(one.root, goes_on)
                    said = one.said.before
                yield found
                shutil.rmtree(one.root)
            left -= many
            shutil.rmtree(place)
            if said is not None:
                goes_on.rename(place)
        shutil.rmtree(place, ignore_errors=True)


def looked_at(left: Left, copy: Path) -> tuple[str, ...]:
    """What is wrong with it, looked for in a copy."""
    shutil.copytree(left.root, copy)
    found = tuple(faults(copy, left.said))
    shutil.rmtree(copy)
    return found


def main(arguments: Sequence[str]) -> int:
    """0 if nothing was lost."""
    asked = options(arguments)
    try:
        insist()
    except CannotTrace as error:
        print(f"power-cuts: {error}", file=sys.stderr)
        return 2
    began, lost, torn, amid = time.monotonic(), 0, Counter[str](), Counter[str]()
    with TemporaryDirectory(prefix="power-cuts-", dir=MEMORY if MEMORY.is_dir() else None) as work:
        for number, found in enumerate(all_cuts(Path(work), asked, torn), 1):
            amid[found.left.said.under_way] += 1
            if found.faults:
                lost += len(found.faults)
                kept = Path(mkdtemp(prefix=f"power-cut-{number}-")) / "left"
                shutil.copytree(found.left.root, kept)
                print(f"cut {number}, {found.left.said}: {'; '.join(found.faults)}\n    {kept}", flush=True)
            print(f"\r{number} of {asked.cuts}", end="\r", file=sys.stderr, flush=True)
    for what, times in amid.most_common():
        print(f"{times:6} amid {what}")
    print(", ".join(f"{times} {what}" for what, times in sorted(torn.items())))
    print(f"{asked.cuts} cuts in {time.monotonic() - began:.0f} s: {lost} acknowledged facts lost")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
