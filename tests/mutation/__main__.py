"""`scripts/mutate ROOM`: puts small faults into a room, one at a time, and prints those that no test notices.

The tests of the room are run once to learn which of them runs which line, and again only when something has changed.
Then each fault is put into a copy of the project, and the tests that run its line are run there, the quickest first,
until one fails. 0 if at least nine in ten are noticed, 1 if fewer are, 2 if nobody can tell.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutation.learning import Untold, learnt
from tests.mutation.operators import Mutant, mutants
from tests.mutation.tally import Tally
from tests.mutation.trials import ROOT, Chooser, copied, tried

TESTS = {
    "domain/payment": (
        "tests/payment",
        "tests/domain",
        "tests/storage/test_orders.py",
        "tests/viewmodels/test_pay_by_qr.py",
    ),
    "domain/refunds": (
        "tests/refunds",
        "tests/viewmodels/test_refund_words.py",
        "tests/domain",
        "tests/storage/test_refunds.py",
    ),
    "domain/repayments": ("tests/repayments", "tests/refunds", "tests/payment", "tests/storage/test_repayments.py"),
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
    "adapters/payments": ("tests/adapters",),
    "adapters": ("tests/adapters", "tests/printing", "tests/documents"),
    "ui": ("tests/ui", "tests/screens"),
}
"""The folders whose tests look at a room, the nearest first. The longest name that fits counts."""
WANTED = 0.9
"""The share that has to be noticed."""


class Unknown(Exception):
    """What was asked for is not there."""


def options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/mutate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("room", help="a folder or file, as domain/payment or viewmodels/steps/form.py")
    parser.add_argument("--sample", type=positive, metavar="N", help="so many of the faults, picked by chance")
    parser.add_argument("--seed", type=int, default=1, help="the same seed picks the same faults")
    parser.add_argument("--tests", nargs="+", metavar="PATH", help="instead of the tests that usually look at the room")
    parser.add_argument("--limit", type=float, default=60, metavar="S", help="seconds of tests to run for one fault")
    parser.add_argument("--line", type=int, help="only the faults of this line")
    parser.add_argument("--processes", type=positive, default=2, metavar="N")
    return parser.parse_args(arguments)


def positive(written: str) -> int:
    """Raises ValueError, which argparse tells as what it is."""
    if (number := int(written)) < 1:
        raise ValueError(written)
    return number


def room_of(asked: str) -> str:
    """A room by its path in the project. Raises Unknown."""
    place = (ROOT / asked).resolve()
    if ROOT not in place.parents or not (place.is_dir() or (place.is_file() and place.suffix == ".py")):
        raise Unknown(f"{asked} is no room: that is a folder of this project, or a file of Python in it")
    return str(place.relative_to(ROOT))


def files_of(room: str) -> list[str]:
    """The modules of a room."""
    place = ROOT / room
    return [str(file.relative_to(ROOT)) for file in (sorted(place.rglob("*.py")) if place.is_dir() else [place])]


def tests_of(room: str) -> tuple[str, ...]:
    """The tests that look at a room. Raises Unknown."""
    names = [name for name in TESTS if f"{room}/".startswith(f"{name}/")]
    if not names:
        raise Unknown(f"no tests are known to look at {room}: name some by --tests, or one of {', '.join(TESTS)}")
    return TESTS[max(names, key=len)]


def faults_of(files: Sequence[str], line: int | None, sample: int | None, seed: int) -> list[Mutant]:
    """The faults to be tried, in the order of their places. Raises Unknown if there are none."""
    found = [m for file in files for m in mutants(file, (ROOT / file).read_text()) if line in {None, m.line}]
    if not found:
        raise Unknown("there is nothing in which a fault could be put")
    if sample is None or sample >= len(found):
        return found
    return [found[index] for index in sorted(random.Random(seed).sample(range(len(found)), sample))]


def main(arguments: Sequence[str]) -> int:
    """How many are noticed, as a code. Those are left out that nobody can notice."""
    asked = options(arguments)
    try:
        return judged(asked)
    except (Unknown, Untold) as error:
        print(f"scripts/mutate: {error}", file=sys.stderr)
        return 2


def judged(asked: argparse.Namespace) -> int:
    room = room_of(asked.room)
    top = room.partition("/")[0]  # Where a test of a room goes in all of it is known for the next room as well.
    folders = asked.tests or tests_of(room)
    faults = faults_of(files_of(room), asked.line, asked.sample, asked.seed)
    began, tally = time.monotonic(), Tally()
    with TemporaryDirectory(prefix="mutate-") as temporary:
        trials = [copied(Path(temporary) / str(number), files_of(top)) for number in range(asked.processes)]
        chooser = Chooser(*learnt(trials[0], top, folders), folders, asked.limit)
        print(f"{len(chooser.seconds)} tests, {len(faults)} faults, {time.monotonic() - began:.0f} s", flush=True)
        for count, one in enumerate(tried(trials, chooser, faults), 1):
            tally.add(one)
            print(f"\r{count} of {len(faults)}", end="\r", file=sys.stderr, flush=True)
    print(f"{tally}: {tally.share:.1%} noticed in {time.monotonic() - began:.0f} s")
    return 0 if tally.share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
