"""Every screen at every size of text, in every language, contrast and size: `python -m tests.screens.every_size`.

The suite tries some of them at each screen, in turns; this tries all, page by page, and takes a picture of each where
something is wrong. Exit 1 if anything is.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import main
from kit.play.playground import Playground
from kit.walks import ASTRAY, WALKS
from kit.walks.stops import Stop
from tests.screens.contrast import faint
from tests.screens.looking import LANGUAGES, LOOKS, SCALES, USUAL, Look, faults, held, pages, ready, turn
from ui.display import unseen
from viewmodels.shell.access import Contrast

EVERY = {**WALKS, **ASTRAY}


class Looking:
    """Somebody who looks at each screen in all these ways, once for each thing that it says."""

    def __init__(self, size: str, looks: list[Look], pictures: Path | None, all_pictures: bool) -> None:
        self.size = size
        self.looks = looks
        self.pictures = pictures
        self.all_pictures = all_pictures
        self.known: set[tuple[str, ...]] = set()
        self.seen = 0
        self.found: dict[str, list[str]] = {}

    def walk(self, flow: str) -> None:
        with main.playground(main.SIZES[self.size]) as ground:
            for stop in EVERY[flow]:
                ground.reaches(stop)
                ready(ground, stop)
                self.look(ground, flow, stop)
                for touch in stop.touches:
                    ground.touch(touch)

    def look(self, ground: Playground, flow: str, stop: Stop) -> None:
        turn(ground, USUAL)
        before = held(ground)
        as_it_is = (stop.screen, *before[0])
        if as_it_is in self.known:
            return
        self.known.add(as_it_is)
        for look in self.looks:
            turn(ground, look)
            for page in pages(ground):
                self.seen += 1
                wrong = [*faults(ground, look.language), *faint(ground, look.contrast)]
                for fault in wrong:
                    self.found.setdefault(f"{stop.screen}: {fault}", []).append(
                        f"{look.scale}{look.language}{look.contrast}{page + 1}"
                    )
                if self.pictures and (wrong or self.all_pictures):
                    how = f"{look.scale}-{look.language}-{look.contrast}-{page + 1}-{self.size}"
                    name = f"{stop.screen}-{len(self.known)}-{how}.png"
                    ground.kiosk.picture().save(str(self.pictures / name))
        turn(ground, USUAL)
        for one, other in zip(before, held(ground), strict=True):
            if one != other:
                self.found[f"{stop.screen}: {set(one) ^ set(other)} was lost, or came"] = [flow]


def tell(looking: Looking) -> Iterator[str]:
    yield f"{looking.size}: {len(looking.known)} screens, {looking.seen} looks, {len(looking.found)} faults"
    for fault, where in looking.found.items():
        yield f"  {fault} ({', '.join(dict.fromkeys(where))})"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="scripts/every-size", description=__doc__)
    parser.add_argument("flow", nargs="*", choices=[*EVERY, []], metavar="FLOW")
    parser.add_argument("--size", choices=main.SIZES, action="append")
    parser.add_argument("--scale", type=float, choices=SCALES, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--contrast", type=Contrast, choices=Contrast, action="append")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="keep a picture of what is wrong")
    parser.add_argument("--all-pictures", action="store_true", help="and of what is right")
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
    wrong = 0
    for size in args.size or main.SIZES:
        looking = Looking(size, looks, args.pictures, args.all_pictures)
        for flow in args.flow or EVERY:
            looking.walk(flow)
        print("\n".join(tell(looking)), flush=True)
        wrong += len(looking.found)
    sys.exit(int(wrong > 0))
