"""A terminal in another process, and what of a visitor stands in its memory (`tests.tools.quiet_visitor`)."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGCONT, SIGSTOP
from threading import Event
from time import monotonic

from adapters.settings import Settings
from kit.walks import stops
from tests.tools.children import children
from tests.tools.leftovers import Found, leftovers
from tests.tools.quiet_visitor import DONE

ROOT = Path(__file__).parents[2]
PATIENCE_S = 20.0
"""How long a terminal may take to forget: two cores that others are busy on."""


@dataclass(frozen=True, slots=True)
class Apart:
    """`people` are the demonstration's, in the order of the dock."""

    process: "subprocess.Popen[str]"
    people: tuple[str, ...] = ()

    def do(self, *lines: str) -> None:
        """Have each done, one after the other."""
        for line in lines:
            assert self.ask(line) == DONE

    def ask(self, line: str) -> str:
        """Have one done that has an answer."""
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def type(self, text: str) -> None:
        """On the keypad."""
        self.do(*(f"touch key.{character.lower()}" for character in text))

    def write(self, text: str) -> None:
        """As the keyboard commits words, each of one character."""
        self.do(*(f"write {ord(character)}" for character in text))

    def walks(self, walk: stops.Walk) -> None:
        """As `kit.walks` says, as far as needed here."""
        for stop in walk:
            self.do(f"shows {stop.screen}")
            for touch in stop.touches:
                word, colon, what = touch.partition(":")
                match f"{word}{colon}":
                    case stops.PERSON:
                        self.do(f"touch dock.person.{self.people.index(what)}")
                    case stops.ROW:
                        self.do(f"row {what}.row.")
                    case stops.TYPE:
                        self.type(what)
                    case stops.WRITE:
                        self.write(what)
                    case stops.SMS:
                        self.do("prove")
                    case _:
                        self.do(f"touch {touch}")

    def keeps(self, *texts: str) -> list[Found]:
        """Every copy of the texts in its memory, and in that of the processes that it has started."""
        found = leftovers(self.process.pid, *texts)
        for child in children(self.process.pid):
            with suppress(OSError):  # it has ended meanwhile
                found += leftovers(child, *texts)
        return found

    def keeps_after(self, seconds: float, *texts: str) -> list[Found]:
        """What is there so long after a visit has ended: it stands still while it is looked at."""
        Event().wait(seconds)
        self.process.send_signal(SIGSTOP)
        try:
            return self.keeps(*texts)
        finally:
            self.process.send_signal(SIGCONT)

    def is_home_and_keeps(self, *texts: str) -> list[Found]:
        """From any screen; what is still there once it has had its time to forget."""
        self.do("leave")
        tick, deadline = Event(), monotonic() + PATIENCE_S
        while (found := self.keeps(*texts)) and monotonic() < deadline:
            tick.wait(0.3)
        return found


@contextmanager
def apart(
    settings: Settings, folder: Path, environ: Mapping[str, str], people: tuple[str, ...] = ()
) -> Iterator[Apart]:
    """With a terminal that rests; `environ` on top of this process's own environment."""
    file = folder / "settings.json"
    file.write_text(settings.model_dump_json(), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.tools.quiet_visitor", str(file)],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        terminal = Apart(process, people)
        try:
            assert terminal.answer() == DONE
            yield terminal
        finally:
            assert process.stdin
            process.stdin.close()
