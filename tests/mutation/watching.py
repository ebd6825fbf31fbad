"""A pytest plugin that writes down which test runs which line, and how long each takes: `-p tests.mutation.watching`.

Wants `-n`: each process leaves a data file of coverage's beside the one that MUTATION_DATA names, a context per test.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage, CoverageData

SECONDS = "seconds.json"


class Watching:
    """One process of pytest-xdist, with coverage switched to the test that it runs."""

    def __init__(self, data: Path, room: str) -> None:
        self._coverage = Coverage(str(data), data_suffix=True, include=[room, f"{room}/**"], config_file=False)
        self._coverage.set_option("run:relative_files", True)

    def pytest_sessionstart(self) -> None:
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        self._coverage.save()


class Timing:
    """The process that gives out the tests: it hears how long they took."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seconds: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] += report.duration  # type: ignore[assignment]  # a Counter adds what it is given

    def pytest_sessionfinish(self) -> None:
        (self._folder / SECONDS).write_text(json.dumps(self._seconds))


def pytest_configure(config: pytest.Config) -> None:
    data = Path(os.environ["MUTATION_DATA"])
    if hasattr(config, "workerinput"):
        config.pluginmanager.register(Watching(data, os.environ["MUTATION_ROOM"]))
    else:
        config.pluginmanager.register(Timing(data.parent))


def gather(data: Path) -> None:
    """Puts what the processes wrote down into one file, and takes theirs away."""
    lines = CoverageData(str(data))
    for part in sorted(data.parent.glob(f"{data.name}.*")):
        other = CoverageData(str(part))
        other.read()
        lines.update(other)
        other.close()
        part.unlink()
    lines.close()


def read(data: Path) -> tuple[CoverageData, dict[str, float]]:
    """What was written down: lines by file and test, seconds by test."""
    lines = CoverageData(str(data))
    lines.read()
    return lines, json.loads((data.parent / SECONDS).read_text())
