"""Every line that a test has logged, as a hall's log would have it, is held against the demonstration's people.

One that has a name, number, phone or card of theirs fails the session, in whichever of its processes it was written.
"""

import logging
import re
from datetime import date
from pathlib import Path

import pytest

from adapters.logs import Lines
from domain.logs.event import Event
from domain.logs.log import Log
from kit.people.reading import people_from_toml
from kit.walks.money import CARD, OTHER_CARD

ASSETS = Path(__file__).parent.parent / "assets"
COUNTED, LEAKED = "lines_logged", "lines_leaked"
"""Under these a process of xdist tells the first of them what it has found."""


def secrets() -> frozenset[str]:
    """What no log may have."""
    people = people_from_toml((ASSETS / "demo" / "people.toml").read_text("utf-8"), date(2026, 11, 24))
    theirs = {text for one in people for text in (one.name, one.number, one.phone)}
    return frozenset(filter(None, {CARD, OTHER_CARD, *theirs}))


class Told(logging.Handler):
    """Looks at each line; those that tell of somebody are `leaked`."""

    def __init__(self) -> None:
        super().__init__()
        self.counted, self.leaked = 0, list[str]()
        self._theirs = re.compile("|".join(map(re.escape, sorted(secrets()))))
        self.setFormatter(Lines())

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        self.counted += 1
        if self._theirs.search(line):
            self.leaked.append(line)


TOLD = pytest.StashKey[Told]()


def pytest_configure(config: pytest.Config) -> None:
    """From now on: what our own parts tell, whatever level is written, and what libraries write."""
    told = config.stash[TOLD] = Told()
    logging.getLogger().addHandler(told)
    write = Log.tell

    def tell(self: Log, level: int, event: Event, error: BaseException | None = None) -> None:
        info = (type(error), error, error.__traceback__) if error else None
        told.handle(logging.LogRecord(self.name, level, __file__, 1, event, None, info))
        write(self, level, event, error)

    Log.tell = tell  # type: ignore[method-assign]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object, error: object) -> None:
    """A process of xdist has ended: what it found counts here."""
    output = getattr(node, "workeroutput", {})
    told = node.config.stash[TOLD]  # type: ignore[attr-defined]
    told.counted += output.get(COUNTED, 0)
    told.leaked += output.get(LEAKED, [])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    told, output = session.config.stash[TOLD], getattr(session.config, "workeroutput", None)
    if output is not None:
        output[COUNTED], output[LEAKED] = told.counted, told.leaked
    elif told.leaked:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    told = config.stash[TOLD]
    terminalreporter.line(f"{told.counted} lines logged, {len(told.leaked)} of them tell of somebody")
    for line in told.leaked:
        terminalreporter.line(line, red=True)
