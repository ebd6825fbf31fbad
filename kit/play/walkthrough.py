"""`./kiosk walkthrough`: plays flows by touches or keys on the real window, and writes a picture of every screen."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from domain.flows.catalogue import PATHS, SCREENS
from domain.flows.steps import PayByQr
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.printing.press import Paper
from kit.play.playground import MakePlayground, Playground
from kit.play.probe import Kiosk, NotThere
from kit.trace import Trace, Untraced, traced
from kit.walks import ASTRAY, EVERY, path_of
from kit.walks.stops import (
    BILLS,
    CAPTCHA,
    CARD,
    COPY,
    DOWNLOAD,
    HOLD,
    ORDER,
    PERSON,
    PHONE,
    PLATFORM,
    PRINT,
    ROW,
    SWEEP,
    TYPE,
    WRITE,
    Stop,
    Walk,
)
from viewmodels.words.language import CHINESE

CALL_OFF = "secondary"
"""What is touched at a code to pay nothing."""
USABLE = {PHONE: "qr", DOWNLOAD: "qr", CAPTCHA: "captcha", PRINT: "paper", COPY: "field.paper"}
"""What has to be there before a screen is touched so."""
BY_STAFF = {"staff.sent_back": OrderState.SENT_BACK, "staff.posted": OrderState.POSTED_BY_HAND}
"""How an order ends on a screen of theirs."""
ELSEWHERE = "dock.lever.tax.medical_elsewhere"
"""What has one of a household paid in another channel meanwhile."""


@dataclass(slots=True)
class Played:
    """One flow as it was played."""

    id: str
    screens: list[dict[str, Any]] = field(default_factory=list)
    orders: tuple[Order, ...] = ()
    documents: list[dict[str, str]] = field(default_factory=list)
    error: str = ""

    def report(self) -> dict[str, Any]:
        """Its part of walkthrough.json."""
        path = path_of(self.id)
        return {
            "id": self.id,
            "channel": path.channel,
            "section": path.section,
            "ok": not self.error,
            "error": self.error,
            "screens": self.screens,
            "orders": [{"number": o.number, "network": o.network, "fen": o.fen, "state": o.state} for o in self.orders],
            "documents": self.documents,
        }


@dataclass(frozen=True, slots=True)
class Look:
    """How a terminal is seen: its size, and how large and in which language its words are; or used, by `keys` alone.

    `traced`: each walk leaves a trace as well.
    """

    size: tuple[int, int]
    language: str = CHINESE
    scale: float = 1.0
    keys: bool = False
    traced: bool = False


def play(flows: list[str], out: Path, look: Look, make: MakePlayground) -> int:
    """Play flows into the folder `out`: 0 if all end well, 1 if not, 2 for an unknown name.

    If none is named: all of them, and what may go wrong on them.
    """
    wanted = flows or [*(path.id for path in PATHS), *ASTRAY]
    if unknown := [flow for flow in wanted if flow not in EVERY]:
        print(f"kiosk: there is no flow {', '.join(unknown)}; ./kiosk flows lists them")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    played = []
    for flow in wanted:
        played.append(one := _play(flow, out, look, make))
        result = "FAILED" if one.error else "ok"
        print(f"{result:7} {one.id:32} {len(one.screens):2} screens  {one.error}".rstrip(), flush=True)
    report = {"flows": [one.report() for one in played]}
    (out / "walkthrough.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), "utf-8")
    return int(any(one.error for one in played))


def _play(flow: str, out: Path, look: Look, make: MakePlayground) -> Played:
    played = Played(flow)
    try:
        with make(look.size) as ground:
            ground.speak(look.language)
            ground.enlarge(look.scale)
            if look.keys:
                ground.by_keys()
            with _traced(ground, flow, out) if look.traced else nullcontext(Untraced()) as trace:
                _walk(ground, flow, out, played, trace)
    except NotThere as missing:
        played.error = str(missing)
        if missing.picture is not None:
            missing.picture.save(str(out / f"{flow}-failed.png"))
    return played


@contextmanager
def _traced(ground: Playground, flow: str, out: Path) -> Iterator[Trace]:
    """With a trace beside the pictures, however the walk ends."""
    trace = None
    try:
        with traced(ground, flow, plan=[touch for stop in EVERY[flow] for touch in stop.touches]) as trace:
            yield trace
    finally:
        if trace is not None:
            trace.write(out / f"{flow}-trace.html")


def _walk(ground: Playground, flow: str, out: Path, played: Played, trace: Trace | Untraced) -> None:
    for stop in EVERY[flow]:
        played.screens.append(_look(ground, stop, out / f"{flow}-{len(played.screens) + 1:02d}"))
        for touch in stop.touches:
            with trace.step(touch):
                ground.touch(touch)
    played.orders = ground.orders()
    played.documents = [_keep(paper, out / f"{flow}.pdf") for paper in ground.papers]
    played.error = wrong(EVERY[flow], played.orders)
    if played.error:
        trace.fails(played.error)


def _look(ground: Playground, stop: Stop, file: Path) -> dict[str, Any]:
    """Wait until a screen can be used, and keep what it shows. `ms` is how long that took from the last touch."""
    touched, kiosk = perf_counter(), ground.kiosk
    ground.meets(stop)
    for touch in stop.touches[:1]:
        usable(kiosk, touch)
    ground.hears(stop)
    elapsed = (perf_counter() - touched) * 1000
    picture = file.with_name(f"{file.name}-{stop.screen.rpartition('.')[2]}.png")
    kiosk.rest()
    kiosk.picture().save(str(picture))
    row = SCREENS.get(stop.screen)
    return {
        "id": stop.screen,
        "code": row.code if row else "",
        "title": row.step.title if row else kiosk.text("title"),
        "texts": kiosk.texts(),
        "picture": picture.name,
        "ms": round(elapsed, 1),
    }


def usable(kiosk: Kiosk, touch: str) -> None:
    """Wait until a screen can be touched so, on the page that is shown or on another; it stays on the page it shows."""
    if touch.startswith(ROW):
        row = f"{touch.removeprefix(ROW)}.row."
        kiosk.until(lambda: any(kiosk.called(lambda name: name == "page.next" or name.startswith(row))), row)
    elif not touch.startswith((TYPE, WRITE, HOLD, SWEEP, BILLS, PLATFORM, ORDER)):
        name = USABLE.get(touch, "next" if touch.startswith((PERSON, CARD)) else touch)
        kiosk.until(lambda: kiosk.has(name) or kiosk.has("page.next"), name)


def _keep(paper: Paper, file: Path) -> dict[str, str]:
    """A printed paper, and what it is."""
    file.write_bytes(paper.pdf)
    return {"kind": paper.certificate.kind, "number": paper.certificate.number, "pdf": file.name}


def wrong(walk: Walk, orders: tuple[Order, ...]) -> str:
    """What is wrong with how a walk ended; empty if all is well.

    What was called off is closed, what was to be paid is posted or ended by the staff.
    """
    ends = [OrderState.CLOSED for stop in walk if stop.touches == (CALL_OFF,) and _pays(stop)]
    ends += [end for screen, end in BY_STAFF.items() if any(stop.screen == screen for stop in walk)]
    ends += [OrderState.POSTED for stop in walk if stop.touches == (PHONE,)]
    of_each_code: dict[str, set[OrderState]] = {}
    for order in orders:
        of_each_code.setdefault(order.whole.number, set()).add(order.state)
    expected = [{end} for end in ends]
    if any(ELSEWHERE in stop.touches for stop in walk):
        expected[-1].add(OrderState.REFUND_DUE)
    states = (order.state for order in orders)
    return "" if [*of_each_code.values()] == expected else f"orders ended as {', '.join(states) or 'nothing'}"


def _pays(stop: Stop) -> bool:
    """Whether it is at a code."""
    return stop.screen in SCREENS and isinstance(SCREENS[stop.screen].step, PayByQr)
