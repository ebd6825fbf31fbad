"""How a mutant is tried: in a copy of the project, by the tests that run its line."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from queue import SimpleQueue

from coverage import CoverageData

from tests.mutation import watching
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
    """Which tests are worth running for a mutant: those that ran its line, the nearest and quickest first."""

    lines: CoverageData
    seconds: dict[str, float]
    folders: Sequence[str]
    limit: float

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


def tried(trials: Sequence[Trial], chooser: Chooser, chosen: Sequence[Mutant]) -> Iterator[Tried]:
    """The mutants in their order, each with what became of it."""
    free: SimpleQueue[Trial] = SimpleQueue()
    for trial in trials:
        free.put(trial)

    def judge(mutant: Mutant) -> Tried:
        trial = free.get()
        try:
            tests = chooser.tests(trials[0].folder, mutant)
            return Tried(mutant, trial.verdict(mutant, tests, sum(chooser.seconds[test] for test in tests)), len(tests))
        finally:
            free.put(trial)

    with ThreadPoolExecutor(len(trials)) as pool:
        yield from pool.map(judge, chosen)
