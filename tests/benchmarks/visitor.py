"""A visitor whose taps are somebody else's: `python -m tests.benchmarks.visitor` plays every walk once.

Where a screen leads to the next it prints `tap X Y`, and goes on when it is given a line: the milliseconds that took.
At the end it prints all of them as JSON, by screen.
"""

import json

import main
from kit.play.playground import Playground
from tests.benchmarks.screens import LOADED, SIZE, shifts, walked
from tests.tools.lines import Lines

TAP = "tap"
HOME = "home"


class OtherHand:
    """Has the last touch of each screen done from outside."""

    def __init__(self, ground: Playground, lines: Lines) -> None:
        self._kiosk, self._lines = ground.kiosk, lines

    def touch(self, name: str) -> float:
        item = self._kiosk.find(name)
        self._kiosk.settle()
        at = self._kiosk.middle(item)
        print(TAP, at.x(), at.y(), flush=True)
        return float(self._kiosk.wait(self._lines.next, "an answer"))


def visit() -> dict[str, list[float]]:
    """Milliseconds from each tap until the next picture, by that picture's screen."""
    taps: dict[str, list[float]] = {}
    lines = Lines()
    for walks in shifts():
        with main.playground(SIZE) as ground:
            ground.rests()
            hand = OtherHand(ground, lines)
            for walk in walks:
                for screen, ms in walked(ground, walk, hand):
                    if screen not in LOADED:
                        taps.setdefault(screen, []).append(ms)
                ground.kiosk.shows(walk[-1].screen)
                taps.setdefault(HOME, []).append(hand.touch(HOME))
                ground.kiosk.shows(HOME)
    return taps


if __name__ == "__main__":
    main.application()
    print(json.dumps(visit()))
