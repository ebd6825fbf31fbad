"""What may lie over a screen, and no walk opens: sheets, Home that nobody touches, questions, the curtain."""

from collections.abc import Iterator
from contextlib import contextmanager

from kit.play.playground import Playground
from tests.alone import ALONE_S, HOME_S, WARN_S
from tests.screens.test_leaving import alone
from viewmodels.shell.frozen import FROZEN_S

AT_HOME = ("attract", "access", "help.sheet")
AMID_A_FORM = ("access", "help.sheet", "warning", "go_home", "curtain", "frozen")
SHEETS = tuple((place, sheet) for place, sheets in (("home", AT_HOME), ("form", AMID_A_FORM)) for sheet in sheets)
"""Where they are looked at, in an order that one visit can follow, and what they are called."""


def reach(ground: Playground, place: str) -> None:
    """Home, or a form with something in it that would be lost."""
    if place == "home":
        ground.kiosk.shows("home")
        ground.rests()
    elif not ground.kiosk.has("wechat.identify"):
        ground.kiosk.touch("tile.wechat")
        ground.kiosk.touch("next")
        ground.kiosk.shows("wechat.identify")
        ground.kiosk.type("5201991978")


FORGETS = {"attract"}
"""With what a visitor goes, and all that they have chosen: it is looked at in ways chosen once it is there."""


@contextmanager
def opened(ground: Playground, sheet: str) -> Iterator[None]:
    """With one of them open; then the screen is there again."""
    kiosk, shell = ground.kiosk, ground.terminal.shell
    match sheet:
        case "attract":
            alone(ground, HOME_S)
        case "warning":
            alone(ground, ALONE_S - WARN_S)
        case "frozen":
            shell.frozen.freeze()
        case _:
            kiosk.touch({"access": "access.open", "help.sheet": "help", "go_home": "home", "curtain": "hide"}[sheet])
    kiosk.find_shown(sheet)
    yield
    match sheet:
        case "attract":
            shell.attract.wake()
        case "frozen":
            alone(ground, FROZEN_S)
        case _:
            close = {"access": "access.done", "help.sheet": "help.done", "warning": "stay", "go_home": "home.stay"}
            kiosk.touch(close.get(sheet, "curtain.show"))
    kiosk.until(lambda: not kiosk.has(sheet), "the screen")
