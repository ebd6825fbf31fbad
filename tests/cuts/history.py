"""Eras of a store: days one after the other, ended by an evening or a crash, until the power is cut."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.cuts.cutting import cut
from tests.cuts.day import SAYS, Way
from tests.cuts.disk import Disk, Folder, loaded
from tests.cuts.facts import Fact
from tests.cuts.looking import Said
from tests.cuts.tracing import Call, calls, traced

CRASHES = {"pwrite64": 12.0, "fdatasync": 1.0, "fsync": 1.0, "rename": 0.05}
"""Calls at whose beginning a program is killed, and how many of them there are in a step, about."""
CHANGES = {"write", "pwrite64", "sendfile", "ftruncate", "fsync", "fdatasync"}
"""Calls before which a power cut is another than before the one that follows; with those that go by a name."""


class LayerWrong(Exception):
    """The disk that the calls make is not the one that they made."""


@dataclass(frozen=True, slots=True)
class Era:
    """All calls about a folder from one power cut to the next, by days; `start` is what was there at first."""

    place: Path
    start: Folder
    days: Sequence[Sequence[Call]]

    @property
    def calls(self) -> list[Call]:
        return [call for day in self.days for call in day]

    def facts(self) -> list[Fact]:
        return [Fact.read(call.texts[0]) for call in self.calls if is_fact(call)]


@dataclass(frozen=True, slots=True)
class Left:
    """What a power cut left in a folder, and what had been said by then."""

    root: Path
    said: Said


def is_fact(call: Call) -> bool:
    return call.name == "write" and call.arguments[0] == str(SAYS)


def live(place: Path, random: Random, before: Sequence[Fact], days: int, steps: int) -> Era:
    """Live so many days of about so many steps, in a folder as it is. All but the last may end by a crash."""
    start = loaded(place)
    trace = place.with_name(place.name + ".trace")
    passed: list[list[Call]] = []
    for left in reversed(range(days)):
        facts = [*before, *Era(place, start, passed).facts()]
        passed.append(_day(place, trace, random, facts, random.randint(1, 2 * steps), may_crash=left > 0))
    trace.unlink()
    return Era(place, start, passed)


def _day(place: Path, trace: Path, random: Random, before: Sequence[Fact], steps: int, may_crash: bool) -> list[Call]:
    there = any(fact.content for fact in before)
    way = random.choice([Way.GO_ON, Way.GO_ON, Way.RESTORE]) if there else Way.MAKE
    kept = [f"{name}={content}" for name, content in (before[-1].backups.items() if before else ())]
    day = [sys.executable, "-m", "tests.cuts.day", str(place), way, str(random.getrandbits(32)), str(steps), *kept]
    name, often = random.choice(list(CRASHES.items()))
    crash = (name, random.randint(1, 1 + int(often * steps))) if may_crash and random.random() < 0.7 else None
    traced(day, trace, crash)
    return list(calls(trace, place, SAYS))


def cuts(
    era: Era, before: Sequence[Fact], random: Random, many: int, to: Path, torn: Counter[str], deaf: Iterable[str] = ()
) -> Iterator[Left]:
    """Cut the power so many times, amid everything that was done alike; each time the disk is in the folder `to`.

    Whoever looks moves it away. Raises LayerWrong if at the end the disk is not what it should be.
    """
    disk = Disk(era.place, deepcopy(era.start), frozenset(deaf))
    moments, facts, said = Counter(_moments(era, random, many)), era.facts(), 0
    index = 0
    for day in era.days:
        for call in day:
            for _ in range(moments[index]):
                cut(disk.root, to, random, torn)
                yield Left(to, Said([*before, *facts[:said]], facts[said:]))
            index += 1
            if is_fact(call):
                said += 1
            else:
                disk.does(call)
        disk.let_go()
    if wrong := disk.differs():
        raise LayerWrong(f"{wrong} is not what the calls have written")


def _moments(era: Era, random: Random, many: int) -> list[int]:
    """Before which of the calls: before each kind of call as often, and of these amid each kind of thing as often.

    However seldom they are: most of what a store does is writing pages for orders.
    """
    moments: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    since: list[tuple[str, int]] = []
    for index, call in enumerate(era.calls):
        if call.by_name or call.name in CHANGES:
            since.append((call.name, index))
        if is_fact(call):
            for name, before in since:
                moments[name][Fact.read(call.texts[0]).did].append(before)
            since = []
    return [random.choice(random.choice(list(random.choice(list(moments.values())).values()))) for _ in range(many)]
