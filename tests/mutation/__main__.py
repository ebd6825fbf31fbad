"""`scripts/mutate ROOM`: puts small faults into a room, one at a time, and prints those that no test notices.

The tests of the room are run once to learn which of them runs which line. Then each fault is put into a copy of the
project, and the tests that run its line are run there, the quickest first, until one fails.
"""

import argparse
import random
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutation.operators import Mutant, mutants
from tests.mutation.trials import ROOT, Chooser, Tried, Verdict, copied, tried, watched

EQUIVALENT = Path(__file__).with_name("equivalent.toml")
TESTS = {
    "domain/payment": (
        "tests/payment",
        "tests/domain",
        "tests/storage/test_orders.py",
        "tests/viewmodels/test_pay_by_qr.py",
    ),
    "domain/flows": ("tests/flows", "tests/viewmodels", "tests/screens"),
    "domain/forms": ("tests/viewmodels", "tests/screens"),
    "domain": (
        "tests/domain",
        "tests/flows",
        "tests/payment",
        "tests/refunds",
        "tests/agreements",
        "tests/accounts",
        "tests/certificates",
        "tests/printing",
    ),
    "viewmodels": ("tests/viewmodels", "tests/screens"),
    "storage": ("tests/storage", "tests/payment", "tests/refunds"),
    "adapters": ("tests/adapters", "tests/printing", "tests/documents"),
    "ui": ("tests/ui", "tests/screens"),
}
"""The folders whose tests look at a room, the nearest first. The longest name that fits counts."""
WANTED = 0.9
"""The share that has to be noticed."""


class Tally:
    """Counts what became of mutants, and prints those that lived; those that nobody can notice with why, apart."""

    def __init__(self) -> None:
        told = tomllib.loads(EQUIVALENT.read_text())["mutant"]
        self._why = {(one["file"], one["before"], one["after"]): one["because"] for one in told}
        self._verdicts = Counter[str]()

    def add(self, one: Tried) -> None:
        mutant = one.mutant
        why = self._why.get((mutant.file, mutant.before, mutant.after))
        self._verdicts["explained" if why and not one.noticed else one.verdict] += 1
        if not one.noticed:
            print(f"{mutant.file}:{mutant.line}: {one.verdict}, {one.tests} tests")
            print(
                f"    {mutant.before}\n -> {mutant.after}", *([f"    {why}"] if why else []), "", sep="\n", flush=True
            )

    @property
    def share(self) -> float:
        """How many of those that could be noticed were."""
        noticed = self._verdicts[Verdict.NOTICED] + self._verdicts[Verdict.HUNG]
        return noticed / ((self._verdicts.total() - self._verdicts["explained"]) or 1)

    def __str__(self) -> str:
        return ", ".join(f"{count} {verdict}" for verdict, count in self._verdicts.most_common())


def options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/mutate", description=__doc__.partition("\n")[0])
    parser.add_argument("room", help="a folder or file, as domain/payment or viewmodels/steps/form.py")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of the faults, picked by chance")
    parser.add_argument("--seed", type=int, default=1, help="the same seed picks the same faults")
    parser.add_argument("--tests", nargs="+", metavar="PATH", help="instead of the tests that usually look at the room")
    parser.add_argument("--limit", type=float, default=60, metavar="S", help="seconds of tests to run for one fault")
    parser.add_argument("--line", type=int, help="only the faults of this line")
    parser.add_argument("--processes", type=int, default=2, metavar="N")
    return parser.parse_args(arguments)


def faults_of(room: Path, line: int | None, sample: int | None, seed: int) -> list[Mutant]:
    """The faults to be tried, in the order of their places."""
    found = [m for file in files_of(room) for m in mutants(file, (ROOT / file).read_text()) if line in {None, m.line}]
    if sample is None or sample >= len(found):
        return found
    return [found[index] for index in sorted(random.Random(seed).sample(range(len(found)), sample))]


def files_of(room: Path) -> list[str]:
    return [str(file.relative_to(ROOT)) for file in (sorted(room.rglob("*.py")) if room.is_dir() else [room])]


def main(arguments: Sequence[str]) -> int:
    """0 if at least nine in ten are noticed, those left out that nobody can notice."""
    asked = options(arguments)
    room = asked.room.rstrip("/")
    faults = faults_of(ROOT / room, asked.line, asked.sample, asked.seed)
    folders = asked.tests or TESTS[max((name for name in TESTS if room.startswith(name)), key=len)]
    began, tally = time.monotonic(), Tally()
    with TemporaryDirectory(prefix="mutate-") as temporary:
        trials = [copied(Path(temporary) / str(number), files_of(ROOT / room)) for number in range(asked.processes)]
        chooser = Chooser(*watched(trials[0], room, folders), folders, asked.limit)
        print(f"{len(chooser.seconds)} tests, {len(faults)} faults, {time.monotonic() - began:.0f} s", flush=True)
        for count, one in enumerate(tried(trials, chooser, faults), 1):
            tally.add(one)
            print(f"\r{count} of {len(faults)}", end="\r", file=sys.stderr, flush=True)
    print(f"{tally}: {tally.share:.1%} noticed in {time.monotonic() - began:.0f} s")
    return 0 if tally.share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
