"""Tap to the next screen's first frame, paying to the code, asking to the paper, and memory over many visits."""

import statistics
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

import main
from domain.flows.channels import CHANNELS
from kit.play.playground import Playground
from kit.walks import WALKS
from kit.walks.stops import LEVER, PHONE, PRINT, ROW, SMS, Stop

SIZE = (1080, 1920)
ROUNDS = 3
VISITS = 200
LOADED = ("qr", "paper")
"""What comes on its screen later than the screen itself."""


class Watch(Protocol):
    """Times a touch until the next screen is seen."""

    def touch(self, name: str) -> float:
        """Touch the one item of that name; milliseconds."""
        ...


class Stopwatch:
    """Times a touch until the first frame of the screen that it leads to."""

    def __init__(self, ground: Playground) -> None:
        self._ground = ground
        self._moved = False
        self._frame: float | None = None
        ground.terminal.shell.navigation.moved.connect(self._on_move)
        ground.kiosk.window.frameSwapped.connect(self._on_frame)

    def _on_move(self) -> None:
        self._moved = True

    def _on_frame(self) -> None:
        if self._moved and self._frame is None:
            self._frame = perf_counter()

    def touch(self, name: str) -> float:
        """Milliseconds."""
        kiosk = self._ground.kiosk
        item = kiosk.find(name)
        kiosk.settle()
        self._moved, self._frame = False, None
        began = perf_counter()
        kiosk.tap(item)
        return (kiosk.wait(lambda: self._frame, "the next screen") - began) * 1000


def measure() -> dict[str, dict[str, Any]]:
    """All figures, on embedded parts. In a round each channel has terminals of its own, one visitor after another.

    Channels do not share one: what is paid in one is paid in all.
    """
    main.application()
    memory = _memory()
    taps: dict[str, list[float]] = {}
    shown: dict[str, list[float]] = {screen: [] for screen in LOADED}
    papers: list[float] = []
    for walks in shifts() * ROUNDS:
        with main.playground(SIZE) as ground:
            ground.rests()
            for walk in walks:
                for screen, ms in walked(ground, walk, Stopwatch(ground)):
                    (shown[screen] if screen in shown else taps.setdefault(screen, [])).append(ms)
                ground.kiosk.shows(walk[-1].screen)
                papers.extend(_set(ground))
                ground.kiosk.goes_home()
    every = sorted(ms for one in taps.values() for ms in one)
    return {
        "tap_to_next_screen": {
            "p50_ms": round(statistics.median(every), 1),
            "p99_ms": _p99(every),
            "worst_ms": round(every[-1], 1),
            "taps": len(every),
            "screens": {
                screen: {"p50_ms": round(statistics.median(ms), 1), "p99_ms": _p99(sorted(ms))}
                for screen, ms in sorted(taps.items())
            },
        },
        "pay_to_code": _spread(shown["qr"]),
        "certificate": {"request_to_pdf": _spread(papers), "tap_to_first_page": _spread(shown["paper"])},
        "memory": memory,
    }


def shifts() -> list[list[tuple[Stop, ...]]]:
    """What one terminal plays: a channel's walks together, but alone what logs in, codes come once a minute, and what
    pulls a lever, which stays pulled.
    """
    shifts = []
    for channel in CHANNELS:
        walks = [walk for flow, walk in WALKS.items() if flow.startswith(f"{channel}.")]
        touches = [[touch for stop in walk for touch in stop.touches] for walk in walks]
        alone = [
            walk
            for walk, theirs in zip(walks, touches, strict=True)
            if SMS in theirs or any(touch.startswith(LEVER) for touch in theirs)
        ]
        shifts += [[walk for walk in walks if walk not in alone], *([walk] for walk in alone)]
    return shifts


def walked(ground: Playground, walk: tuple[Stop, ...], watch: Watch) -> Iterator[tuple[str, float]]:
    """Each screen with the milliseconds that it took to come; code and paper on it as `qr` and `paper`."""
    kiosk = ground.kiosk
    for here, there in pairwise(walk):
        kiosk.shows(here.screen)
        *before, last = here.touches
        for touch in before:
            ground.touch(touch)
        if last == PHONE:
            _pay(ground)
            continue
        if last == PRINT or there.screen == here.screen:
            ground.touch(last)
            continue
        name = kiosk.first(f"{last.removeprefix(ROW)}.row.") if last.startswith(ROW) else last
        kiosk.turn_to(name)
        began = perf_counter()
        yield there.screen, watch.touch(name)
        for touch, shown in ((PHONE, "qr"), (PRINT, "paper")):
            if there.touches == (touch,):
                kiosk.find_shown(shown)
                yield shown, (perf_counter() - began) * 1000


def _set(ground: Playground) -> Iterator[float]:
    """Milliseconds from asking for each printer's paper of the certificates printed on this walk to their PDF."""
    press = ground.backend.parts.print_shop.press
    for paper in ground.papers:
        for printer in press.printers:
            began = perf_counter()
            press.paper(paper.certificate.number, printer)
            yield (perf_counter() - began) * 1000
    ground.papers.clear()


def _pay(ground: Playground) -> None:
    for control in ("dock.scan", "dock.source.card", "dock.confirm", "dock.done"):
        ground.kiosk.touch(control)


def _memory() -> dict[str, Any]:
    """Megabytes at rest, after the first visit, and after 200. Growth is of what the terminal itself holds."""
    with main.playground(SIZE) as ground:
        ground.rests()
        at_rest = _weight()
        _visit(ground, 1)
        after_one = _weight()
        _visit(ground, VISITS - 1)
        after_all = _weight()
    return {
        "resident_mb": {"at_rest": at_rest[0], "after_1_visit": after_one[0], "after_200_visits": after_all[0]},
        "own_mb": {"at_rest": at_rest[1], "after_1_visit": after_one[1], "after_200_visits": after_all[1]},
        "growth_mb": round(after_all[1] - at_rest[1], 1),
        "growth_with_mapped_files_mb": round(after_all[0] - at_rest[0], 1),
    }


def _visit(ground: Playground, times: int) -> None:
    *walk, last, _ = WALKS["wechat.flexible.declare_base"]
    for _ in range(times):
        for stop in walk:
            ground.kiosk.shows(stop.screen)
            for touch in stop.touches:
                ground.touch(touch)
        ground.kiosk.shows(last.screen)
        ground.kiosk.goes_home()
        ground.kiosk.shows("home")


def _weight() -> tuple[float, float]:
    """Resident megabytes, and those of them that are no mapped files.

    Fonts and libraries are mapped by the kernel in pieces of its own choice, and taken back by it at need.
    """
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    anonymous, shared, files = (int(status[f"Rss{kind}"].split()[0]) / 1000 for kind in ("Anon", "Shmem", "File"))
    return round(anonymous + shared + files, 1), round(anonymous + shared, 1)


def _spread(ms: list[float]) -> dict[str, float]:
    return {"p50_ms": round(statistics.median(ms), 1), "worst_ms": round(max(ms), 1)}


def _p99(ordered: list[float]) -> float:
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 1)
