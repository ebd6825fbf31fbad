"""Random fingers and keys at the real window, by a seed: what they find, and whether memory stays flat.

The window is as `./kiosk run` has it, dock and all, on the demonstration's parts; faults go where they go there.
"""

import argparse
import logging
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import linear_regression
from time import monotonic

from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

import main
from kit.dock.clock import LEVER, NOW
from kit.dock.levers import LEVERS
from kit.play.playground import Playground
from kit.play.probe import NotThere
from kit.walks import WALKS
from kit.walks.stops import Walk
from ui.display import unseen

PAUSES_MS = (0, 0, 5, 20, 60, 250)
"""Between touches: fingers that drum, and hands that rest."""
MENDED_EVERY = 300
"""After so many touches the world's levers are put back: nothing is found in a world that is all broken."""
PATIENCE_S = 4.0
"""How long a stroll waits for what does not come: the world may be broken."""
SAMPLES = 30
REST_MS = 1500
"""Before memory is looked at, nobody touches Home for so long."""
GROWTH_MB = 5.0
"""How much of its own the last two thirds may add."""


KEYS = tuple(Qt.Key[f"Key_{name}"] for name in "Tab Return Escape Backspace Left Down Space".split())


class Heard(logging.Handler):
    """What was logged: faults, and how often each warning."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[str] = []
        self.warnings: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.faults.append(self.format(record))
        else:
            self.warnings[f"{record.name}: {record.getMessage()}"[:160]] += 1


class Monkey:
    """A seeded hand. Each move is one of `moves`, by its weight."""

    def __init__(self, ground: Playground, seed: int) -> None:
        self.ground, self.kiosk, self.chance = ground, ground.kiosk, random.Random(seed)
        self.strayed = 0
        self.unwalked = self.chance.sample(sorted(WALKS), len(WALKS))
        self.moves: dict[Callable[[], None], int] = {
            self.named: 55,
            self.keyboard: 14,
            self.dock: 12,
            self.anywhere: 6,
            self.types: 6,
            self.twice: 3,
            self.drags: 2,
            self.home: 2,
            self.strolls: 1,
        }

    def move(self) -> None:
        [act] = self.chance.choices(list(self.moves), list(self.moves.values()))
        act()
        self.rest(self.chance.choice(PAUSES_MS))

    def rest(self, ms: int) -> None:
        QTest.qWait(ms)

    def named(self) -> None:
        self._one_of(self.kiosk.terminal, lambda item: bool(item.objectName()))

    def keyboard(self) -> None:
        """A key of the keyboard for words, where it is open."""
        keyboard = next((i for i in self._items(self.kiosk.terminal) if i.objectName() == "keyboard"), None)
        if keyboard is None:
            self.named()
        else:
            self._one_of(keyboard, lambda item: item.width() < 400 and item.height() < 200)

    def dock(self) -> None:
        self._one_of(self.kiosk.window.contentItem(), lambda item: item.objectName().startswith("dock."))

    def anywhere(self) -> None:
        window = self.kiosk.window
        self.kiosk.tap_at(QPoint(self.chance.randrange(window.width()), self.chance.randrange(window.height())))

    def types(self) -> None:
        if self.chance.random() < 0.5:
            QTest.keyClick(self.kiosk.window, self.chance.choice(KEYS))
        else:
            QTest.keyClick(self.kiosk.window, Qt.Key(ord(self.chance.choice("0123456789XAW."))))

    def twice(self) -> None:
        before = self.chance.getstate()
        self.named()
        self.chance.setstate(before)
        self.named()

    def drags(self) -> None:
        window = self.kiosk.window
        at, to = (QPoint(self.chance.randrange(1080), self.chance.randrange(1900)) for _ in range(2))
        QTest.touchEvent(window, self.kiosk.finger).press(0, at, window).commit()
        QTest.touchEvent(window, self.kiosk.finger).move(0, to, window).commit()
        QTest.touchEvent(window, self.kiosk.finger).release(0, to, window).commit()

    def home(self) -> None:
        self._one_of(self.kiosk.terminal, lambda item: item.objectName() == "home")

    def strolls(self) -> None:
        """Some way along a flow as one should, so that what lies deep is met as well."""
        flow = self.chance.choice(sorted(WALKS))
        self._walk(WALKS[flow][: self.chance.randint(1, len(WALKS[flow]))])

    def walks(self) -> None:
        """A flow that was not walked yet, to its end, in a world that is whole."""
        self.mends()
        self._walk(WALKS[self.unwalked.pop()])

    def _walk(self, stops: Walk) -> None:
        self.ground.terminal.shell.navigation.home()
        try:
            for stop in stops:
                self.ground.reaches(stop)
                for touch in stop.touches:
                    self.ground.touch(touch)
        except (NotThere, StopIteration):
            self.strayed += 1

    def mends(self) -> None:
        for lever, (_, positions) in LEVERS.items():
            self.ground.demo.world.pull(lever, next(iter(positions)))
        self.ground.demo.world.pull(LEVER, NOW)

    def _items(self, under: QQuickItem) -> list[QQuickItem]:
        return self.kiosk.below(under)

    def _one_of(self, under: QQuickItem, wanted: Callable[[QQuickItem], bool]) -> None:
        found = [item for item in self._items(under) if wanted(item) and item.isEnabled()]
        if found:
            self.kiosk.tap_at(self.kiosk.middle(self.chance.choice(found)))


def pss_mb(part: str = "") -> float:
    """This process's share of memory (PSS) in MB; with `_Anon` of what is in no file, and so its own.

    Its share of libraries and fonts is what others leave to it: a hundred MB more once nobody else uses them.
    """
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"Pss{part}:")) / 1024


def trend(samples: list[float]) -> float:
    """How much they grow from the first to the last, by the straight line through them."""
    return linear_regression(range(len(samples)), samples).slope * (len(samples) - 1)


def play(minutes: float, seed: int, size: str) -> int:
    """Play and report; 1 if anything was found."""
    heard = Heard()
    logging.basicConfig(level=logging.WARNING, handlers=[heard])
    memory: list[float] = []
    own: list[float] = []
    screens: Counter[str] = Counter()
    failures: list[str] = []
    visits = broken_off = moves = 0
    with main.playground(main.SIZES[size]) as ground:
        ground.rests()
        shell, terminal = ground.terminal.shell, ground.terminal
        terminal.window.watch()
        sys.excepthook = lambda kind, error, trace: terminal.meet(error)
        monkey = Monkey(ground, seed)
        ground.kiosk.patience_s = PATIENCE_S
        began = monotonic()
        was = ""
        while (played := monotonic() - began) < minutes * 60:
            # What is loaded when it is first needed is no growth: by the end of the first third all has been needed.
            if monkey.unwalked and played >= minutes * 20 * (1 - len(monkey.unwalked) / len(WALKS)):
                monkey.walks()
            monkey.move()
            moves += 1
            screen = shell.navigation.screen
            if screen != was:
                screens[screen] += 1
                visits += screen == "home"
                if screen == "out_of_service":
                    failures.append(f"after {played:.0f} s, {moves} moves, on {was}")
                was = screen
            if moves % MENDED_EVERY == 0:
                monkey.mends()
            if played >= minutes * 60 * len(memory) / SAMPLES:
                shell.navigation.home()
                monkey.rest(REST_MS)
                memory.append(round(pss_mb(), 1))
                own.append(round(pss_mb("_Anon"), 1))
        orders = Counter(str(order.state) for order in ground.orders())
    broken_off = sum("a mistake on" in fault for fault in heard.faults)
    growth = trend(own[len(own) // 3 :])
    print(
        f"seed {seed}, {minutes} min, {size}: {moves} moves, {visits} visits, {len(screens)} screens, "
        f"{monkey.strayed} strolls ended early, orders {dict(orders)}"
    )
    print(f"out of service {len(failures)} {failures}, broken off {broken_off}, faults logged {len(heard.faults)}")
    print(f"PSS MB {memory}, growth of the last two thirds {trend(memory[len(memory) // 3 :]):.1f}")
    print(f"of it in no file {own}, growth {growth:.1f}")
    for warning, times in heard.warnings.most_common(20):
        print(f"{times:5} {warning}")
    for fault in heard.faults[:10]:
        print(fault)
    return int(bool(failures or heard.faults or growth > GROWTH_MB))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="scripts/monkey", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", choices=main.SIZES, default="1080x1920")
    args = parser.parse_args()
    unseen(os.environ)
    main.application()
    sys.exit(play(args.minutes, args.seed, args.size))
