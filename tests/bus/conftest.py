"""One terminal on a bus of its own for all of these tests: each visitor begins and ends at Home."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from subprocess import Popen

import pytest

from kit.bus.atspi import at_spi
from kit.bus.house import bus, started
from kit.bus.visitor import Visitor
from tests.bus.seen import Seen


@dataclass(frozen=True, slots=True)
class Played:
    """A terminal that says what can be seen on it, and who reads it over the bus."""

    process: "Popen[str]"
    visitor: Visitor

    def seen(self) -> Seen:
        """What can be seen now."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return Seen.read(json.loads(self.process.stdout.readline()))


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with bus() as address:
        yield address


@pytest.fixture(scope="module")
def played(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    folder = tmp_path_factory.mktemp("store")
    words = ["-m", "tests.bus.terminal", str(folder)]
    with started(words, address, folder) as process, at_spi(address) as tree:
        assert process.stdout and process.stdin
        assert process.stdout.readline(), "it did not come up"
        yield Played(process, Visitor(tree))
        process.stdin.close()
        process.wait()


@pytest.fixture
def terminal(played: Played) -> Iterator[Played]:
    """At Home, before and after."""
    played.visitor.arrives("社会保险费自助缴费")
    yield played
    played.visitor.presses("首页")
