"""Traces of pytest's tests: a plugin beside the terminal's own, which tells when a terminal is there and when it goes.

Registered with `config.pluginmanager.register(Traces(keep, folder))` before the first terminal is opened.
"""

import re
from collections.abc import Generator
from pathlib import Path

import pytest

from kit.play.playground import Playground
from kit.trace import Keep, Trace

NO_NAME = re.compile(r"[^\w.-]+")
HEADING = "trace"


class Traces:
    """Those that are to be kept lie in `folder`, by their tests' names; where a test failed its report says which."""

    def __init__(self, keep: Keep, folder: Path) -> None:
        self._keep, self._folder = keep, folder
        self._open: dict[pytest.Item, Trace] = {}

    @pytest.hookimpl(optionalhook=True)
    def pytest_kiosk_opened(self, item: pytest.Item, ground: Playground) -> None:
        """From here on what the test does is seen."""
        if self._keep is not Keep.OFF:
            self._open[item] = Trace(ground, item.nodeid, item.path)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if item in self._open and report.failed and call.excinfo is not None:
            self._open[item].fails(call.excinfo.value)
            report.sections.append((HEADING, str(self._file(item))))
        return report

    @pytest.hookimpl(optionalhook=True)
    def pytest_kiosk_closing(self, item: pytest.Item, ground: Playground) -> None:
        """What is kept is written, while the window is still there."""
        trace = self._open.pop(item, None)
        if trace is None:
            return
        trace.end()
        if self._keep.keeps(bool(trace.error)):
            self._folder.mkdir(parents=True, exist_ok=True)
            trace.write(self._file(item))

    def _file(self, item: pytest.Item) -> Path:
        return self._folder / f"{NO_NAME.sub('-', item.nodeid)}.html"
