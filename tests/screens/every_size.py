"""Every screen at every size of text, in every language, contrast and size: `python -m tests.screens.every_size`.

The suite tries the largest text in the pseudo-language; this tries all, page by page, tells what is wrong and where,
and ends with a table of counts. Exit 1 if anything is wrong.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import main
from kit.play.playground import Playground
from kit.play.probe import NotThere
from kit.walks.stops import Stop
from tests.screens.contrast import faint
from tests.screens.looking import (
    EVERY,
    LANGUAGES,
    LOOKS,
    NEW,
    NEW_SCREEN,
    SCALES,
    USUAL,
    Look,
    faults,
    held,
    pages,
    ready,
    turn,
)
from ui.display import unseen
from viewmodels.shell.access import Contrast


class Looking:
    """Somebody who looks in all these ways at what is new on the walks, at a terminal of one size."""

    def __init__(self, size: str, looks: list[Look], new: set[tuple[str, int]], pictures: Path | None) -> None:
        self.size = size
        self.looks = looks
        self.new = new
        self.pictures = pictures
        self.screens = 0
        self.seen: Counter[Look] = Counter()
        self.wrong: Counter[Look] = Counter()
        self.found: dict[str, list[str]] = {}

    def walk(self, flow: str) -> None:
        """As far as there is something new."""
        last = max((at for of, at in self.new if of == flow), default=-1)
        try:
            with main.playground(main.SIZES[self.size]) as ground:
                for at, stop in enumerate(EVERY[flow][: last + 1]):
                    ground.reaches(stop)
                    ready(ground, stop)
                    if (flow, at) in self.new:
                        self.look(ground, flow, stop)
                    for touch in stop.touches if at < last else ():
                        ground.touch(touch)
        except NotThere as missing:
            self.told(USUAL, f"{flow}: {missing}", "walk")

    def look(self, ground: Playground, flow: str, stop: Stop) -> None:
        self.screens += 1
        before = held(ground)
        for look in self.looks:
            turn(ground, look)
            for page in pages(ground):
                self.seen[look] += 1
                wrong = [*faults(ground, look.language), *faint(ground, look.contrast)]
                for fault in wrong:
                    how = f"{look.scale}{look.language}{look.contrast}{page + 1}"
                    self.told(look, f"{stop.screen}: {fault}", how)
                if wrong and self.pictures:
                    how = f"{look.scale}-{look.language}-{look.contrast}-{page + 1}-{self.size}"
                    name = f"{stop.screen}-{self.screens}-{how}.png"
                    ground.kiosk.picture().save(str(self.pictures / name))
        turn(ground, USUAL)
        for one, other in zip(before, held(ground), strict=True):
            if one != other:
                self.told(USUAL, f"{stop.screen}: {set(one) ^ set(other)} was lost, or came", flow)

    def told(self, look: Look, fault: str, where: str) -> None:
        self.wrong[look] += 1
        self.found.setdefault(fault, []).append(where)

    def tell(self) -> Iterator[str]:
        for fault, where in self.found.items():
            yield f"{self.size} {fault} ({', '.join(dict.fromkeys(where))})"

    def row(self) -> list[str]:
        """Its counts: pictures looked at, and faults."""
        counts = [f"{self.seen[look]}/{self.wrong[look]}" for look in self.looks]
        return [self.size, str(self.screens), *counts, f"{self.seen.total()}/{self.wrong.total()}"]


def table(looks: list[Look], rows: list[list[str]]) -> str:
    ways = (f"{look.scale} {look.language} {look.contrast}" for look in looks)
    head = ["looked at/wrong", "screens", *ways, "in all"]
    return "\n".join(" ".join(f"{cell:>15}" for cell in row) for row in [head, *rows])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="scripts/every-size", description=__doc__)
    parser.add_argument("flow", nargs="*", choices=[*EVERY, []], metavar="FLOW")
    parser.add_argument("--size", choices=main.SIZES, action="append")
    parser.add_argument("--scale", type=float, choices=SCALES, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--contrast", type=Contrast, choices=Contrast, action="append")
    parser.add_argument("--once", action="store_true", help="each screen once, whatever it says there later")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="keep a picture of what is wrong")
    args = parser.parse_args()
    unseen(os.environ)
    main.application()
    looks = [
        look
        for look in LOOKS
        if look.scale in (args.scale or SCALES)
        and look.language in (args.language or LANGUAGES)
        and look.contrast in (args.contrast or Contrast)
    ]
    if args.pictures:
        args.pictures.mkdir(parents=True, exist_ok=True)
    lookings = [
        Looking(size, looks, NEW_SCREEN if args.once else NEW, args.pictures) for size in args.size or main.SIZES
    ]
    for looking in lookings:
        for flow in args.flow or EVERY:
            looking.walk(flow)
        for line in looking.tell():
            print(line)
    print(table(looks, [looking.row() for looking in lookings]))
    sys.exit(int(any(looking.found for looking in lookings)))
