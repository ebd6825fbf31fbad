"""Every screen at every size of text, in every language, contrast and window: `python -m tests.screens.every_size`.

The suite tries the largest text in the pseudo-language; this tries all, page by page, tells what is wrong and where,
and ends with a table of counts: how many pages were looked at, and how many faults they had. All of it takes hours;
any part of it can be asked for, and `--counts FILE` keeps what the parts have counted in one table.
Exit 1 if anything is wrong.
"""

import argparse
import json
import os
import sys
from collections import Counter
from itertools import product
from pathlib import Path

import main
from kit.play.playground import Playground
from kit.play.probe import NotThere
from kit.walks.stops import Stop
from tests.screens.above import FORGETS, SHEETS, opened, reach
from tests.screens.alike import smaller
from tests.screens.contrast import faint
from tests.screens.looking import (
    ENGLISH,
    EVERY,
    LANGUAGES,
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
from viewmodels.words.language import CHINESE, PSEUDO

Counts = dict[str, tuple[int, int]]
"""By window, language, contrast and size of text: how many pages were looked at, and how many faults they had."""
ABOVE = "sheets"
"""Instead of a walk: what may lie over a screen, and no walk opens."""
READ = (CHINESE, ENGLISH)
"""What visitors read, and is looked at if nothing else is asked for."""


class Looking:
    """Somebody who looks in all these ways at what is new on the walks, at a terminal of one size."""

    def __init__(self, window: str, looks: list[Look], new: set[tuple[str, int]], pictures: Path | None) -> None:
        self.window = window
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
            with main.playground(main.SIZES[self.window]) as ground:
                for at, stop in enumerate(EVERY[flow][: last + 1]):
                    ground.reaches(stop)
                    ready(ground, stop)
                    if (flow, at) in self.new:
                        self.stay(ground, flow, stop)
                    for touch in stop.touches if at < last else ():
                        ground.touch(touch)
        except NotThere as missing:
            self.told(self.looks[0], f"{flow}: {missing}", "walk")

    def sheets(self) -> None:
        """What may lie over a screen, and no walk opens."""
        try:
            with main.playground(main.SIZES[self.window]) as ground:
                for place, sheet in SHEETS:
                    reach(ground, place)
                    self.screens += 1
                    for look in self.looks:  # Each time opened anew: some are over by themselves.
                        turn(ground, look)
                        with opened(ground, sheet):
                            if sheet in FORGETS:
                                turn(ground, look)
                            ground.kiosk.rest()
                            self.see(ground, look, f"{sheet} over {place}")
                    turn(ground, USUAL)
        except NotThere as missing:
            self.told(self.looks[0], f"sheets: {missing}", "walk")

    def stay(self, ground: Playground, flow: str, stop: Stop) -> None:
        """Look at a screen, and see that nothing is lost by that."""
        before = held(ground)
        self.look(ground, stop.screen)
        for one, other in zip(before, held(ground), strict=True):
            if one != other:
                self.told(self.looks[0], f"{stop.screen}: {set(one) ^ set(other)} was lost, or came", flow)

    def look(self, ground: Playground, screen: str) -> None:
        self.screens += 1
        for look in self.looks:
            turn(ground, look)
            self.see(ground, look, screen)
        turn(ground, USUAL)

    def see(self, ground: Playground, look: Look, screen: str) -> None:
        """Page by page."""
        for page in pages(ground):
            self.seen[look] += 1
            wrong = [*faults(ground, look.language), *smaller(ground), *faint(ground, look.contrast)]
            for fault in wrong:
                self.told(look, f"{screen}: {fault}", f"{look.scale}{look.language}{look.contrast}{page + 1}")
            if wrong and self.pictures:
                how = f"{look.scale}-{look.language}-{look.contrast}-{page + 1}-{self.window}"
                name = f"{screen.replace(' ', '-')}-{self.screens}-{how}.png"
                ground.kiosk.picture().save(str(self.pictures / name))

    def told(self, look: Look, fault: str, where: str) -> None:
        self.wrong[look] += 1
        self.found.setdefault(fault, []).append(where)

    def tell(self) -> None:
        """What was found since it was told last."""
        for fault, where in self.found.items():
            print(f"{self.window} {fault} ({', '.join(dict.fromkeys(where))})", flush=True)
        self.found.clear()

    def counts(self) -> Counts:
        """A walk that did not get through is a fault of the first look."""
        return {cell(self.window, look): (self.seen[look], self.wrong[look]) for look in self.looks}


def cell(window: str, look: Look) -> str:
    return f"{window} {look.language} {look.contrast} {look.scale}"


def table(counts: Counts) -> str:
    """Lines of Markdown: one for each window, language and contrast, of which something was looked at."""
    lines = [["looked at / faults", *(f"{scale}" for scale in sorted(SCALES)), "in all"]]
    lines.append(["---"] * len(lines[0]))
    for window, language, contrast in product(main.SIZES, (*READ, PSEUDO), Contrast):
        looks = [cell(window, Look(scale, language, contrast)) for scale in sorted(SCALES)]
        row = [counts.get(look, (0, 0)) for look in looks]
        if any(seen or wrong for seen, wrong in row):
            lines.append([f"{window} {language} {contrast}", *map(said, row), said(added(row))])
    lines.append(["in all", *[""] * len(SCALES), said(added([*counts.values()]))])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def said(count: tuple[int, int]) -> str:
    seen, wrong = count
    return f"{seen} / {wrong}" if seen or wrong else "–"


def added(counts: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(seen for seen, _ in counts), sum(wrong for _, wrong in counts)


def kept(file: Path, counts: Counts) -> Counts:
    """What was counted before in other ways, and what is counted now, kept in the file."""
    before = json.loads(file.read_text()) if file.exists() else {}
    together = {how: (seen, wrong) for how, (seen, wrong) in before.items()} | counts
    file.write_text(json.dumps(together, indent=1) + "\n")
    return together


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/every-size", description=__doc__)
    parser.add_argument(
        "flow", nargs="*", choices=[ABOVE, *EVERY, []], metavar="FLOW", help=f"only these; {ABOVE}: no walk"
    )
    parser.add_argument("--window", choices=main.SIZES, action="append")
    parser.add_argument("--scale", type=float, choices=SCALES, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="zh and en, if nothing is said")
    parser.add_argument("--contrast", type=Contrast, choices=Contrast, action="append")
    parser.add_argument("--once", action="store_true", help="each screen once, whatever it says there later")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="keep a picture of what is wrong")
    parser.add_argument("--counts", type=Path, metavar="FILE", help="keep the counts with those of other parts")
    return parser.parse_args()


if __name__ == "__main__":
    args = asked()
    unseen(os.environ)
    main.application()
    looks = [
        Look(scale, language, contrast)
        for scale in args.scale or SCALES
        for language in args.language or READ
        for contrast in args.contrast or Contrast
    ]
    if args.pictures:
        args.pictures.mkdir(parents=True, exist_ok=True)
    counts: Counts = {}
    for window in args.window or main.SIZES:
        looking = Looking(window, looks, NEW_SCREEN if args.once else NEW, args.pictures)
        for flow in args.flow or (ABOVE, *EVERY):
            looking.sheets() if flow == ABOVE else looking.walk(flow)
            looking.tell()
        print(f"{window}: {looking.screens} screens", flush=True)
        counts |= looking.counts()
    print(table(kept(args.counts, counts) if args.counts else counts))
    sys.exit(int(any(wrong for _, wrong in counts.values())))
