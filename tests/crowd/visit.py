"""One visitor: a flow, what comes over them on the way, and how it ended."""

import logging
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

import main
from domain.flows.catalogue import SCREENS
from domain.flows.steps import PayByQr
from kit.play.playground import Playground
from kit.play.probe import NotThere
from kit.play.walkthrough import USABLE, wrong
from kit.walks import EVERY
from kit.walks.stops import PHONE, PRINT, Stop
from tests.crowd import habits
from tests.crowd.habits import After, Habit

HABITS_AT_MOST = 4
SIZE = main.SIZES["1080x1920"]
TRUTHS = (
    "请稍后再试",
    "没有连接",
    "连接不上",
    "没有应答",
    "没有答复",
    "缺纸",
    "没有扣款",
    "暂时",
    "不应答",
    "打印停住了",
)
"""One of these is said by whatever tells that something is out of order."""


class How(StrEnum):
    ARRIVED = "arrived"
    LEFT = "left"
    """by their own will, and nothing of them stayed"""
    TOLD = "told"
    """truly why it could not be done"""
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Visit:
    """How one ended; `why` is for those who were lost."""

    seed: int
    flow: str
    habits: tuple[str, ...]
    how: How
    why: str = ""


class Faults(logging.Handler):
    """What the terminal logged as faults."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(self.format(record))


def pay_a_visit(seed: int, out: Path | None = None, store: Path | None = None) -> Visit:
    """To a terminal with a store of its own, in the folder `store`. Whoever is lost leaves a picture in `out`."""
    chance, faults = Random(seed), Faults()
    flow = chance.choice(sorted(EVERY))
    had: list[str] = []
    logging.getLogger().addHandler(faults)
    try:
        with main.playground(SIZE, store) as ground:
            try:
                how, why = _Visitor(ground, chance, EVERY[flow], had).goes()
            except (NotThere, AssertionError) as lost:
                how, why = How.LOST, str(lost)
            if faults.heard:
                how, why = How.LOST, faults.heard[0]
            if how is How.LOST and out is not None:
                ground.kiosk.picture().save(str(out / f"{seed}.png"))
    finally:
        logging.getLogger().removeHandler(faults)
    return Visit(seed, flow, tuple(had), how, why)


class _Visitor:
    """`had` is told each habit as it comes."""

    def __init__(self, ground: Playground, chance: Random, stops: tuple[Stop, ...], had: list[str]) -> None:
        self._ground = ground
        self._kiosk = ground.kiosk
        self._chance = chance
        self._stops = stops
        self._had = had
        self._larger = self._paid = False
        self._breaks = not any(touch.startswith("dock.lever.") for stop in stops for touch in stop.touches)
        self._broken = ""

    def goes(self) -> tuple[How, str]:
        """Through all stops, some of them again."""
        at, calm = 0, False
        while at < len(self._stops):
            stop = self._stops[at]
            if self._is_told_instead(stop):
                self._mends()
                return self._leaves(How.TOLD)
            self._comes_to(stop)
            after = After.HERE if calm else self._habit(at)
            if after is After.HOME:
                return self._leaves(How.LEFT)
            if after is After.BEFORE:
                screen = self._ground.terminal.shell.navigation.screen
                before = self._place_of(screen, at)
                if before is None:
                    return How.LOST, f"Back led to {screen}"
                at, calm = before, True
                continue
            for touch in stop.touches:
                self._ground.touch(touch)
                self._paid = self._paid or touch == PHONE
            at, calm = at + 1, False
        self._mends()
        orders = wrong(self._stops, self._ground.orders())
        return (How.LOST, orders) if orders else (How.ARRIVED, "")

    def _place_of(self, screen: str, at: int) -> int | None:
        """Where the walk came to a screen the last time before `at`; with it all that was touched there."""
        found = next((place for place in reversed(range(at)) if self._stops[place].screen == screen), None)
        while found and self._stops[found - 1].screen == screen:
            found -= 1
        return found

    def _comes_to(self, stop: Stop) -> None:
        """What is said may be on another page, where words are larger."""
        navigation = self._ground.terminal.shell.navigation
        self._kiosk.until(lambda: navigation.screen == stop.screen, stop.screen)
        if self._larger or self._broken:
            self._ground.reaches(Stop(stop.screen))
            self._kiosk.until(lambda: self._kiosk.says(stop.says) or self._kiosk.has("page.next"), stop.says)
        else:
            self._ground.reaches(stop)

    def _habit(self, at: int) -> After:
        """What comes over them here, if anything does."""
        stop = self._stops[at]
        self._mends()
        if at == 0 or len(self._had) >= HABITS_AT_MOST or self._chance.random() < 0.6:
            return After.HERE
        possible: dict[Habit, int] = dict(habits.ANYWHERE)
        before_money = not self._paid and not self._is_at_a_code(stop)
        if before_money:
            possible |= {habits.goes_home: 1, habits.walks_away: 1}
        if habits.types(stop):
            possible[habits.mistypes] = 3
        if before_money and habits.may_go_back(self._stops[:at]) and self._kiosk.has("back"):
            possible[habits.goes_back] = 3
        if self._breaks and before_money and PRINT not in stop.touches and at + 1 < len(self._stops):
            possible[self._meets_a_fault] = 2
        [habit] = self._chance.choices(list(possible), list(possible.values()))
        self._had.append(f"{stop.screen}: {habit.__name__.strip('_')}")
        self._larger = self._larger or habit is habits.wants_it_larger
        return habit(self._ground, self._chance)

    def _meets_a_fault(self, ground: Playground, chance: Random) -> After:
        """It is mended when they come to the next screen, or are told."""
        self._broken = chance.choice(habits.FAULTS)
        self._kiosk.touch(f"dock.lever.{self._broken}")
        return After.HERE

    def _mends(self) -> None:
        if self._broken:
            self._kiosk.touch(f"dock.lever.{self._broken.partition('.')[0]}.none")
            self._broken = ""

    def _is_told_instead(self, stop: Stop) -> bool:
        """Whether they are told why they do not get there; waits for the one or the other."""
        if not self._broken:
            return False
        kiosk, shell = self._kiosk, self._ground.terminal.shell
        needs = USABLE.get(stop.touches[0], "") if stop.touches else ""

        def there() -> bool:
            return shell.navigation.screen == stop.screen and (not needs or kiosk.has(needs))

        def told() -> bool:
            return any(truth in text for text in kiosk.texts() for truth in TRUTHS)

        kiosk.until(lambda: there() or told(), f"{stop.screen}, or why not")
        if there():
            self._ground.reaches(Stop(stop.screen))
        return not there() or told()

    def _leaves(self, how: How) -> tuple[How, str]:
        """Home, if they are not there yet; the next visitor finds nothing of them."""
        shell, kiosk = self._ground.terminal.shell, self._kiosk
        if not shell.navigation.welcoming:
            kiosk.goes_home()
            kiosk.shows("home")
        person = shell.served.name
        return (How.LOST, f"{person} is still served") if person else (how, "")

    @staticmethod
    def _is_at_a_code(stop: Stop) -> bool:
        return stop.screen in SCREENS and isinstance(SCREENS[stop.screen].step, PayByQr)
