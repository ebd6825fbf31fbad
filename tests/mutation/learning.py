"""Which test runs which line, and how long each takes: learnt by running them once, and kept in `build/`."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from coverage import CoverageData

from tests.mutation import watching
from tests.mutation.trials import ROOT, Trial, git

KEPT = ROOT / "build" / "mutation"
LINES = "lines"


class Untold(Exception):
    """The tests do not pass as it is: then they tell nothing."""


def learnt(trial: Trial, top: str, folders: Sequence[str]) -> tuple[CoverageData, dict[str, float]]:
    """The lines by test of all rooms under a top folder, and the seconds of each test. Raises Untold."""
    lines, seconds = CoverageData(no_disk=True), dict[str, float]()
    for tests in folders:
        kept = KEPT / f"{top} by {tests}".replace("/", ".")
        _learn(trial, top, tests, kept)
        found, took = watching.read(kept / LINES)
        lines.update(found)
        seconds |= took
    return lines, seconds


def _learn(trial: Trial, top: str, tests: str, kept: Path) -> None:
    """Runs some tests as the project is, unless nothing has changed since they were run."""
    state, known = kept / "state", _digest(tests)
    if state.is_file() and state.read_text() == known:
        return
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    data = kept / LINES
    code = trial.run(
        ["-p", "tests.mutation.watching", "-n", "2", tests], 3600, MUTATION_DATA=str(data), MUTATION_ROOM=top
    )
    if code != 0:
        said = (trial.folder / "said").read_text()
        raise Untold(f"{said}\n{tests}: the tests do not pass without a fault")
    watching.gather(data)
    state.write_text(known)


def _digest(tests: str) -> str:
    """Of all that these tests could read. What is no part of it: the tests elsewhere, what is written for people."""
    digest = hashlib.sha256()
    for name in sorted(git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")):
        if (file := ROOT / name).is_file() and (name.startswith(tests) or not _elsewhere(name)):
            digest.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\0".encode())
    return digest.hexdigest()


def _elsewhere(name: str) -> bool:
    test = name.startswith("tests/") and (Path(name).name.startswith("test_") or not name.endswith(".py"))
    return test or name.startswith(("docs/", "tests/mutation/")) or name.endswith(".md")
