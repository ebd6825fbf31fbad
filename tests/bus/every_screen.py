"""Every screen of every flow, read over an accessibility bus from another process: `python -m tests.bus.every_screen`.

What is told of each is held against what can be seen there: texts, headings, controls with their states, what is wrong.
The suite reads each kind of step once; this reads whatever is new on the walks, tells what is wrong and where, and ends
with counts. Some minutes; parts of it can be asked for. Exit 1 if anything is wrong.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kit.bus.atspi import at_spi
from kit.bus.house import bus, started
from kit.bus.visitor import Visitor
from tests.bus.against import faults, stayed
from tests.bus.seen import Seen
from tests.screens.looking import EVERY, NEW, NEW_SCREEN


@dataclass(slots=True)
class Reader:
    """Somebody with a screen reader, whom another process takes along the walks: it is told, and heard, line by line.

    `counts` are of what was seen, `found` is what is wrong with what was told of it, and where.
    """

    visitor: Visitor
    tell: Callable[[str], None]
    hear: Callable[[], Any]
    counts: Counter[str] = field(default_factory=Counter)
    found: dict[str, list[str]] = field(default_factory=dict)

    def walk(self, flow: str, places: Iterable[int]) -> None:
        """Along a flow, and read at these places."""
        self.tell(" ".join((flow, *map(str, sorted(places)))))
        while isinstance(said := self.hear(), dict):
            before, things = Seen.read(said), self.visitor.screen()
            self.tell("")
            there = stayed(before, Seen.read(self.hear()))
            texts, headings, wrong, controls = there.texts, there.headings, there.wrong, there.controls
            self.counts += Counter(screens=1, things=len(things), texts=len(texts), controls=len(controls))
            self.counts += Counter(headings=len(headings), wrong=len(wrong))
            for fault in faults(there, things):
                self.found.setdefault(fault, []).append(f"{flow} at {there.screen}")
        if said:
            self.found.setdefault(said, []).append(flow)

    def tells(self) -> list[str]:
        """What was found since it was told last."""
        lines = [f"{fault} ({', '.join(dict.fromkeys(where))})" for fault, where in self.found.items()]
        self.counts["faults"] += len(lines)
        self.found.clear()
        return lines


@contextmanager
def reading(address: str, folder: Path) -> Iterator[Reader]:
    """With a terminal that is on the bus of that address, its store in `folder`."""
    with started(["-m", "tests.bus.walked", str(folder)], address, folder) as process, at_spi(address) as tree:
        write, read = process.stdin, process.stdout
        assert write and read

        def tell(line: str) -> None:
            print(line, file=write, flush=True)

        def hear() -> Any:
            line = read.readline()
            assert line, "it has ended"
            return json.loads(line)

        hear()
        yield Reader(Visitor(tree), tell, hear)
        write.close()
        process.wait()


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/every-screen-read", description=__doc__)
    parser.add_argument("flow", nargs="*", choices=[*EVERY, []], metavar="FLOW", help="only these")
    parser.add_argument("--once", action="store_true", help="each screen once, whatever it says there later")
    return parser.parse_args()


def run(flows: Iterable[str], new: set[tuple[str, int]]) -> int:
    with TemporaryDirectory() as folder, bus() as address, reading(address, Path(folder)) as reader:
        for flow in flows:
            if places := {at for of, at in new if of == flow}:
                reader.walk(flow, places)
                for line in reader.tells():
                    print(line, flush=True)
        print(", ".join(f"{count} {what}" for what, count in reader.counts.items()))
        return int(reader.counts["faults"] > 0)


if __name__ == "__main__":
    args = asked()
    sys.exit(run(args.flow or EVERY, NEW_SCREEN if args.once else NEW))
