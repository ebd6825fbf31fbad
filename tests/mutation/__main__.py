"""`scripts/mutate ROOM`: puts small faults into a room, one at a time, and prints those that no test notices.

The tests of the room are run once to learn which of them runs which line. Then each fault is put into a copy of the
project, and the tests that run its line are run there, the quickest first, until one fails.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from coverage import CoverageData

from tests.mutation import watching
from tests.mutation.operators import Mutant, mutants, plain

ROOT = Path(__file__).parents[2]
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
    "viewmodels": ("tests/viewmodels", "tests/ui", "tests/screens"),
    "storage": ("tests/storage", "tests/payment", "tests/refunds"),
    "adapters": ("tests/adapters", "tests/printing", "tests/documents"),
    "ui": ("tests/ui", "tests/screens"),
}
"""The folders whose tests look at a room, the nearest first. The longest name that fits counts."""
STARTING = 30
"""Seconds that pytest may take beside the tests themselves."""


class Verdict(StrEnum):
    NOTICED = "noticed"
    HUNG = "hung"
    SURVIVED = "survived"
    UNTOUCHED = "no test runs it"


@dataclass(frozen=True, slots=True)
class Trial:
    """A copy of the project in which one mutant at a time is tried."""

    folder: Path

    def run(self, arguments: Sequence[str], seconds: float, **environment: str) -> int | None:
        """The exit code of pytest; None if it had to be ended."""
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
        with (self.folder / "said").open("wb") as said:
            pytest = subprocess.Popen(
                command, cwd=self.folder, env=environment, stdout=said, stderr=said, start_new_session=True
            )
            try:
                return pytest.wait(seconds)
            except subprocess.TimeoutExpired:
                return None
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(pytest.pid, signal.SIGKILL)
                pytest.wait()

    def verdict(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> Verdict:
        """Whether one of these tests notices a mutant. They take about so many seconds without it."""
        if not tests:
            return Verdict.UNTOUCHED
        file, listed = self.folder / mutant.file, self.folder / "chosen"
        before = file.read_bytes()
        file.write_text(mutant.source)
        listed.write_text("\n".join(tests))
        try:
            code = self.run(["-x", f"@{listed}"], STARTING + 5 * seconds)
        finally:
            file.write_bytes(before)
        return Verdict.HUNG if code is None else Verdict.SURVIVED if code == 0 else Verdict.NOTICED


@dataclass(frozen=True, slots=True)
class Chooser:
    """Which tests are worth running for a mutant: those that ran its line, the nearest and quickest first."""

    lines: CoverageData
    seconds: dict[str, float]
    folders: Sequence[str]
    limit: float
    by_file: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def tests(self, folder: Path, mutant: Mutant) -> list[str]:
        ran = self.lines.contexts_by_lineno(str(folder / mutant.file))
        lines = mutant.lines if mutant.called else ran
        found = {test for line in lines for test in ran.get(line, ()) if test}
        if not mutant.called and not found:  # Nothing but data: whoever imports it may tell.
            found = set(self.seconds)
        chosen: list[str] = []
        spent = 0.0
        for test in sorted(found, key=self._worth):
            spent += self.seconds[test]
            if chosen and spent > self.limit:
                break
            chosen.append(test)
        return chosen

    def _worth(self, test: str) -> tuple[int, float, str]:
        near = next(index for index, folder in enumerate(self.folders) if test.startswith(folder))
        return near, self.seconds[test], test


def copied(folder: Path, files: Sequence[str]) -> Trial:
    """A copy of what git knows of the project, in which the files to be mutated are as Python would write them."""
    for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if (source := ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    for name in files:
        (folder / name).write_text(plain((ROOT / name).read_text()))
    return Trial(folder)


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def watched(trial: Trial, room: str, tests: Sequence[str]) -> tuple[CoverageData, dict[str, float]]:
    """Runs the tests of a room as it is. Raises SystemExit if they do not pass: then they tell nothing."""
    data = trial.folder / "lines"
    code = trial.run(
        ["-p", "tests.mutation.watching", "-n", "2", *tests], 3600, MUTATION_DATA=str(data), MUTATION_ROOM=room
    )
    if code != 0:
        raise SystemExit((trial.folder / "said").read_text() + "\nthe tests do not pass without a fault in the room")
    return watching.read(data)


def tried(
    trials: Sequence[Trial], chooser: Chooser, chosen: Sequence[Mutant]
) -> Iterator[tuple[Mutant, Verdict, list[str]]]:
    """The mutants in their order, each with what became of it and the tests that were run."""
    free: SimpleQueue[Trial] = SimpleQueue()
    for trial in trials:
        free.put(trial)

    def judge(mutant: Mutant) -> tuple[Mutant, Verdict, list[str]]:
        trial = free.get()
        try:
            tests = chooser.tests(trials[0].folder, mutant)
            return mutant, trial.verdict(mutant, tests, sum(chooser.seconds[test] for test in tests)), tests
        finally:
            free.put(trial)

    with ThreadPoolExecutor(len(trials)) as pool:
        yield from pool.map(judge, chosen)


def reason(mutant: Mutant, known: Iterable[dict[str, str]]) -> str | None:
    """Why no test can notice it, where somebody has found out."""
    told = (mutant.file, mutant.before, mutant.after)
    return next((one["because"] for one in known if (one["file"], one["before"], one["after"]) == told), None)


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


def main(arguments: Sequence[str]) -> int:
    """0 if at least nine in ten are noticed, those left out that nobody can notice."""
    asked = options(arguments)
    room = asked.room.rstrip("/")
    path = ROOT / room
    files = [str(file.relative_to(ROOT)) for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    faults = [mutant for file in files for mutant in mutants(file, (ROOT / file).read_text())]
    faults = [mutant for mutant in faults if asked.line in {None, mutant.line}]
    if asked.sample is not None and asked.sample < len(faults):
        picked = random.Random(asked.seed).sample(range(len(faults)), asked.sample)
        faults = [faults[index] for index in sorted(picked)]
    folders = asked.tests or TESTS[max((name for name in TESTS if room.startswith(name)), key=len)]
    known = tomllib.loads(EQUIVALENT.read_text())["mutant"]
    began = time.monotonic()
    counted = dict.fromkeys(Verdict, 0)
    explained = 0
    with TemporaryDirectory(prefix="mutate-") as temporary:
        trials = [copied(Path(temporary) / str(number), files) for number in range(asked.processes)]
        chooser = Chooser(*watched(trials[0], room, folders), folders, asked.limit)
        print(f"{len(chooser.seconds)} tests, {len(faults)} faults, {time.monotonic() - began:.0f} s", flush=True)
        for mutant, verdict, tests in tried(trials, chooser, faults):
            if verdict in {Verdict.NOTICED, Verdict.HUNG}:
                counted[verdict] += 1
                continue
            because = reason(mutant, known)
            explained += because is not None
            counted[verdict] += because is None
            print(
                f"{mutant.file}:{mutant.line}: {verdict}, {len(tests)} tests\n    {mutant.before}\n -> {mutant.after}"
            )
            print(f"    {because}\n" if because else "", flush=True)
    noticed = counted[Verdict.NOTICED] + counted[Verdict.HUNG]
    share = noticed / (sum(counted.values()) or 1)
    print(*(f"{verdict} {count}," for verdict, count in counted.items()), f"explained {explained}", end=" ")
    print(f"= {share:.1%} noticed in {time.monotonic() - began:.0f} s")
    return 0 if share >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
