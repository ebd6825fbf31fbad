"""How a mutant is tried: in a copy of the project, by the tests that run its line."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from queue import SimpleQueue

from coverage import CoverageData
from pytest import ExitCode

from tests.mutation.operators import Mutant, plain

ROOT = Path(__file__).parents[2]
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

    def verdict(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> tuple[Verdict, str]:
        """Whether one of these tests notices a mutant, and which. They take about so many seconds without it."""
        if not tests:
            return Verdict.UNTOUCHED, ""
        file, listed = self.folder / mutant.file, self.folder / "chosen"
        before = file.read_bytes()
        file.write_text(mutant.source)
        listed.write_text("\n".join(tests))
        try:
            code = self.run(["-x", f"@{listed}"], STARTING + 5 * seconds)
            if code == ExitCode.USAGE_ERROR:  # A case has another name by the fault: nothing has been run.
                files = sorted({test.partition("::")[0] for test in tests})
                code = self.run(["-x", *files], STARTING + 50 * seconds)
        finally:
            file.write_bytes(before)
        failed = re.search("^FAILED (.*?)(?: - .*)?$", (self.folder / "said").read_text(errors="replace"), re.MULTILINE)
        verdict = Verdict.HUNG if code is None else Verdict.SURVIVED if code == 0 else Verdict.NOTICED
        return verdict, failed[1] if failed else ""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a mutant, and how many tests were run or there to be run."""

    mutant: Mutant
    verdict: Verdict
    tests: int

    @property
    def noticed(self) -> bool:
        return self.verdict in {Verdict.NOTICED, Verdict.HUNG}


@dataclass(frozen=True, slots=True)
class Chooser:
    """Which tests are worth running for a mutant: those that ran its line, the nearest and quickest first.

    Before all others stand those that have noticed faults of the same file. A test that is written once and run for
    many cases stands behind the others with all cases but its quickest.
    """

    lines: CoverageData
    seconds: dict[str, float]
    folders: Sequence[str]
    limit: float
    noticed: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many faults of a file a test has noticed so far."""

    def tests(self, mutant: Mutant) -> list[str]:
        ran = self.lines.contexts_by_lineno(mutant.file)
        lines = mutant.lines if mutant.called else ran
        found = {test for line in lines for test in ran.get(line, ()) if test}
        if not mutant.called:  # It is run by an import, whoever is the first: whoever names it may tell.
            found = (found | self._naming(mutant.file)) or set(self.seconds)
        chosen: list[str] = []
        spent = 0.0
        for test in self._by_worth(found, mutant.file):
            spent += self.seconds[test]
            if chosen and spent > self.limit:
                break
            chosen.append(test)
        return chosen

    def _naming(self, file: str) -> set[str]:
        """The tests in whose files a module is named."""
        package, _, module = file.removesuffix(".py").replace("/", ".").rpartition(".")
        named = re.compile(rf"{re.escape(package)}(\.{module}\b| import [^\n]*\b{module}\b)")
        files = {test.partition("::")[0] for test in self.seconds}
        names = {one for one in files if (ROOT / one).is_file() and named.search((ROOT / one).read_text())}
        return {test for test in self.seconds if test.partition("::")[0] in names}

    def _by_worth(self, tests: Iterable[str], file: str) -> list[str]:
        cases = Counter[str]()
        worth: dict[str, tuple[int, int, int, float]] = {}
        for test in sorted(tests, key=lambda test: (self.seconds[test], test)):
            written = test.partition("[")[0]
            near = next(index for index, folder in enumerate(self.folders) if test.startswith(folder))
            worth[test] = -self.noticed[file, test], near, min(cases[written], 1), self.seconds[test]
            cases[written] += 1
        return sorted(worth, key=lambda test: worth[test])


def copied(folder: Path, files: Sequence[str]) -> Trial:
    """A copy of what git knows of the project, in which these files are as Python would write them."""
    for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if (source := ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    for name in files:
        (folder / name).write_text(plain((ROOT / name).read_text()))
    return Trial(folder)


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def tried(trials: Sequence[Trial], chooser: Chooser, chosen: Sequence[Mutant]) -> Iterator[Tried]:
    """The mutants in their order, each with what became of it."""
    free: SimpleQueue[Trial] = SimpleQueue()
    for trial in trials:
        free.put(trial)

    def judge(mutant: Mutant) -> Tried:
        trial = free.get()
        try:
            tests = chooser.tests(mutant)
            verdict, by = trial.verdict(mutant, tests, sum(chooser.seconds[test] for test in tests))
            chooser.noticed[mutant.file, by] += 1
            return Tried(mutant, verdict, len(tests))
        finally:
            free.put(trial)

    with ThreadPoolExecutor(len(trials)) as pool:
        yield from pool.map(judge, chosen)
