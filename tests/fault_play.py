"""What a visitor reads while something is broken, and how long after it is mended the terminal serves again."""

import argparse
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from sqlalchemy import text

import main
from adapters.settings import Settings
from domain.payment.states import OrderState
from kit.play import patience
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from storage import open_store
from tests.screens.visitor import Visitor
from tests.tools.test_ending import children, running, tells, without_display
from ui.display import display, unseen
from ui.terminal import Terminal
from viewmodels.steps.form import FormViewModel

SOON_S = 10.0
"""How long after a cause is gone the terminal may take to serve again."""


@contextmanager
def watched(ground: Playground) -> Iterator[None]:
    """Faults go where they go in `./kiosk run`."""
    ground.terminal.window.watch()
    kept, sys.excepthook = sys.excepthook, lambda kind, error, trace: ground.terminal.meet(error)
    try:
        yield
    finally:
        sys.excepthook = kept


class Row:
    """One fault: what was said, and for how long nothing was served after it had been mended."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        self.said: list[str] = []
        self.back_s = 0.0

    def __str__(self) -> str:
        return f"| {self.fault} | {' → '.join(self.said)} | {self.back_s:.1f} s |"


class Play:
    """A terminal with faults wired as `./kiosk run` has them."""

    def __init__(self, ground: Playground, folder: Path) -> None:
        self.ground, self.kiosk, self.folder = ground, ground.kiosk, folder
        self.visitor = Visitor(ground)

    def hears(self, row: Row, *wanted: str) -> None:
        """Wait until one of these can be read, and note it."""

        def found() -> str | None:
            return next((one for one in self.kiosk.texts() for part in wanted if part in one), None)

        row.said.append(self.kiosk.wait(found, " or ".join(wanted)))

    def comes_back(self, row: Row, condition: Callable[[], bool], what: str) -> None:
        began = monotonic()
        self.kiosk.until(condition, what)
        row.back_s = monotonic() - began

    @property
    def serves(self) -> bool:
        return not self.ground.terminal.failed and self.kiosk.has("tile.wechat")

    def goes_home(self) -> None:
        for control in ("understood", "home", "home.leave"):
            if self.kiosk.has(control):
                self.kiosk.touch(control)
        self.kiosk.until(lambda: self.serves, "Home")

    def at_the_code(self) -> None:
        self.goes_home()
        self.visitor.reaches_the_code()
        self.visitor.scans()
        self.kiosk.touch("dock.source.card")

    @property
    def posted(self) -> bool:
        return self.ground.orders()[-1].state is OrderState.POSTED and any("已记入" in t for t in self.kiosk.texts())


def store_locked(play: Play, row: Row) -> None:
    play.at_the_code()
    other = open_store(play.folder / "demo.sqlite", play.folder / "demo.key")
    with other.sessions.writing() as session:
        session.execute(text("SELECT 1"))
        began = monotonic()
        play.kiosk.touch("dock.confirm")
        play.hears(row, "请勿重复付款")
        play.kiosk.until(lambda: monotonic() - began > 8, "eight seconds")
    play.comes_back(row, lambda: play.posted, "the posting")
    play.hears(row, "已记入")
    other.close()


def store_locked_before_paying(play: Play, row: Row) -> None:
    other = open_store(play.folder / "demo.sqlite", play.folder / "demo.key")
    play.visitor.enters("张建国")
    play.visitor.opens("flexible_self")
    play.visitor.fills("flexible", "pension", "520102P")
    play.kiosk.touch("select.tier")
    play.kiosk.touch("tier.60")
    with other.sessions.writing() as session:
        session.execute(text("SELECT 1"))
        play.kiosk.touch("next")
        play.kiosk.shows("out_of_service")
        play.hears(row, "暂停服务")
        play.hears(row, "刚刚付过款")
    play.comes_back(row, lambda: play.serves, "Home")
    other.close()


def disk_full(play: Play, row: Row) -> None:
    play.at_the_code()
    ballast = play.folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
    play.kiosk.touch("dock.confirm")
    play.hears(row, "请勿重复付款")
    ballast.unlink()
    play.comes_back(row, lambda: play.posted, "the posting")
    play.hears(row, "已记入")


def network_cut(play: Play, row: Row) -> None:
    play.goes_home()
    play.visitor.breaks("network", "down")
    play.visitor.enters("周海涛")
    play.visitor.opens("flexible_self")
    play.visitor.fills("flexible", "pension", "520112P", "60")
    play.kiosk.touch("next")
    play.kiosk.shows("wechat.pick_method")
    play.kiosk.touch("next")
    play.hears(row, "支付网络暂时连接不上", "暂时查不到付款结果")
    play.visitor.mends("network")
    began = monotonic()
    play.goes_home()
    row.back_s = monotonic() - began


def network_cut_at_the_code(play: Play, row: Row) -> None:
    play.at_the_code()
    play.visitor.breaks("network", "down")
    play.hears(row, "网络不稳定")
    play.visitor.mends("network")
    play.visitor.breaks("network", "lose_answer")
    play.kiosk.touch("dock.confirm")
    play.hears(row, "网络不稳定", "已记入")
    play.visitor.mends("network")
    play.comes_back(row, lambda: play.posted, "the posting")
    play.hears(row, "已记入")


def printer_gone(play: Play, row: Row) -> None:
    play.goes_home()
    play.visitor.breaks("printer", "offline")
    play.hears(row, "打印机没有连接")
    play.visitor.mends("printer")
    play.comes_back(row, lambda: "打印机正常" in play.kiosk.texts(), "the printer")
    play.hears(row, "打印机正常")


def a_slot_raises(play: Play, row: Row) -> None:
    play.goes_home()
    play.kiosk.touch("tile.wechat")
    play.kiosk.shows("wechat.official_account")
    play.kiosk.touch("next")
    play.kiosk.shows("wechat.identify")
    step = play.ground.terminal.shell.navigation.step
    assert isinstance(step, FormViewModel)
    play.visitor.is_filled_in_as("张建国")
    step.filling._sheet = None  # type: ignore[assignment]
    began = monotonic()
    play.kiosk.touch("next")
    play.kiosk.find("understood")
    row.back_s = monotonic() - began
    play.hears(row, "这次没有办完")


def a_binding_fails(play: Play, row: Row) -> None:
    play.goes_home()
    play.kiosk.touch("tile.wechat")
    play.kiosk.shows("wechat.official_account")
    step = play.kiosk.shows("wechat.official_account")
    step.setProperty("step", None)
    play.kiosk.settle()
    play.hears(row, "微信")
    play.goes_home()
    row.said.append("logged, the visit goes on")


def port_taken(row: Row, folder: Path) -> None:
    """At the start."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = Settings(store=folder / "port.sqlite", simulator_port=taken.getsockname()[1])
        terminal = Terminal(
            lambda worker: main.open_backend(settings, worker), main.SIZES["1080x1920"], main.MACHINE, demo=True
        )
        kiosk = Kiosk(terminal.window.root, terminal.window.terminal)
        kiosk.shows("out_of_service")
        row.said.append(kiosk.text("text.outcome"))
    began = monotonic()
    kiosk.until(lambda: not terminal.failed, "service")
    row.back_s = monotonic() - began
    terminal.close()


def display_killed(row: Row, folder: Path) -> None:
    """The process ends with a code that a supervisor starts it anew for."""
    bare = without_display()
    with (
        display(bare, main.SIZES["1080x1920"]),
        running(folder, QT_QPA_PLATFORM="xcb", DISPLAY=bare["DISPLAY"]) as (program, line),
    ):
        tells(line, "READY=1")
        [server] = children() - {program.pid}
        os.kill(server, signal.SIGKILL)
        began = monotonic()
        code = program.wait()
        row.said.append(f"(exit code {code} after {monotonic() - began:.1f} s)")
    began = monotonic()
    with running(folder, QT_QPA_PLATFORM="offscreen") as (program, line):
        tells(line, "READY=1")
        row.back_s = monotonic() - began


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Of 16 MB."""
    place = folder / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


FAULTS: dict[str, Callable[[Play, Row], None]] = {
    "store locked 8 s while the payer pays": store_locked,
    "store locked while a tier is declared": store_locked_before_paying,
    "disk filled while the payer pays": disk_full,
    "network silent before the code": network_cut,
    "network cut while the payer pays": network_cut_at_the_code,
    "printer gone": printer_gone,
    "a slot raises": a_slot_raises,
    "a binding fails": a_binding_fails,
}
OUTSIDE: dict[str, Callable[[Row, Path], None]] = {
    "a port is taken at the start": port_taken,
    "the display is killed": display_killed,
}


def play() -> list[Row]:
    """All faults."""
    rows = []
    with TemporaryDirectory(prefix="faults-") as name, small_disk(Path(name)) as folder:
        for fault, act in FAULTS.items():
            row, place = Row(fault), folder / act.__name__
            place.mkdir()
            with main.playground(main.SIZES["1080x1920"], place) as ground, watched(ground):
                ground.rests()
                act(Play(ground, place), row)
            rows.append(row)
            print(row, flush=True)
        for fault, happens in OUTSIDE.items():
            row = Row(fault)
            happens(row, Path(name))
            rows.append(row)
            print(row, flush=True)
    return rows


if __name__ == "__main__":
    argparse.ArgumentParser(prog="scripts/fault-play", description=__doc__).parse_args()
    unseen(os.environ)
    main.application()
    patience.SECONDS = 60.0
    sys.exit(int(any(row.back_s > SOON_S for row in play())))
