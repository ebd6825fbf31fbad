"""What people do on the way: they hesitate, mistype, ask, go back, want larger words, meet a fault, go away.

A habit is tried before a stop is touched. It says whether the visitor is still where they were.
"""

from collections.abc import Callable
from enum import Enum, auto
from random import Random

from kit.play.playground import Playground
from kit.walks.stops import TYPE, Stop
from viewmodels.shell.where import Visiting

SECONDS_AT_MOST = 1200
"""Longer than any screen may be left alone."""
A_WHILE = 600
"""Longer than it takes until the terminal asks, and not so long that a code is given up."""
SIZES = ("large", "larger", "largest")
CONTRASTS = ("high", "dark")
FAULTS = ("network.down", "tax.down", "printer.no_paper", "bank.down")


class After(Enum):
    """Where a visitor is, once a habit has passed."""

    HERE = auto()
    HOME = auto()
    BEFORE = auto()
    """on a screen before"""


Habit = Callable[[Playground, Random], After]


def hesitates(ground: Playground, chance: Random) -> After:
    """As long as anybody may, until the terminal asks; then goes on."""
    shell, kiosk = ground.terminal.shell, ground.kiosk
    for _ in range(chance.choice((5, 40, A_WHILE))):
        if shell.idle.warning or not shell.idle.state.limit_s or not shell.idle.state.answer_s:
            break
        shell.tick()
    if shell.idle.warning:
        kiosk.touch("stay")
        kiosk.until(lambda: not kiosk.has("warning"), "the screen below")
    return After.HERE


def asks_for_help(ground: Playground, chance: Random) -> After:
    """And perhaps for somebody of the staff."""
    kiosk = ground.kiosk
    kiosk.touch("help")
    if chance.random() < 0.5:
        kiosk.touch("call")
        if chance.random() < 0.5:
            kiosk.touch("dock.bell")
        else:
            kiosk.touch("call.cancel")
    kiosk.touch("help.done")
    kiosk.until(lambda: not kiosk.has("help.sheet"), "the screen below")
    return After.HERE


def wants_it_larger(ground: Playground, chance: Random) -> After:
    """Or in other colours, or lower."""
    kiosk = ground.kiosk
    kiosk.touch("access.open")
    for choice in (chance.choice(SIZES), chance.choice(CONTRASTS)):
        kiosk.touch(f"option.{choice}")
    kiosk.touch("access.done")
    kiosk.until(lambda: not kiosk.has("access"), "the screen below")
    return After.HERE


def reads_english(ground: Playground, chance: Random) -> After:
    """For a moment."""
    ground.kiosk.touch("language")
    ground.kiosk.touch("language")
    return After.HERE


def goes_back(ground: Playground, chance: Random) -> After:
    """To the screen before, to look again."""
    kiosk, shell = ground.kiosk, ground.terminal.shell
    where = shell.navigation.state
    kiosk.touch("back")
    kiosk.until(lambda: shell.navigation.state is not where or not kiosk.has("review"), "the screen before")
    return After.BEFORE if isinstance(shell.navigation.state, Visiting) else After.HOME


def goes_home(ground: Playground, chance: Random) -> After:
    """Has thought better of it."""
    ground.kiosk.goes_home()
    ground.kiosk.shows("home")
    return After.HOME


def walks_away(ground: Playground, chance: Random) -> After:
    """Without a word, until the terminal is the next one's."""
    shell = ground.terminal.shell
    for _ in range(SECONDS_AT_MOST):
        if shell.navigation.welcoming:
            break
        shell.tick()
    ground.kiosk.shows("home")
    return After.HOME


def mistypes(ground: Playground, chance: Random) -> After:
    """A digit too many, and takes it away."""
    kiosk = ground.kiosk
    if kiosk.has("key.5") and kiosk.has("key.delete"):
        kiosk.touch("key.5")
        kiosk.touch("key.delete")
    return After.HERE


ANYWHERE: dict[Habit, int] = {hesitates: 3, asks_for_help: 2, wants_it_larger: 3, reads_english: 2}
"""By how often: what leaves a visitor where they are."""


def may_go_back(before: tuple[Stop, ...]) -> bool:
    """Whether what was done before can be done again by the same touches: nothing was typed or sent there."""
    words = [touch for one in before[-2:] for touch in one.touches]
    return len(before) > 1 and all(":" not in touch for touch in words)


def types(stop: Stop) -> bool:
    return any(touch.startswith(TYPE) for touch in stop.touches)
