"""At the code, and the store does not answer: nobody is told to pay again, and the screen goes on by itself."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import text

import main
from domain.payment.states import OrderState
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from storage import open_store
from storage.store import Store
from tests.screens.visitor import Visitor

UNKNOWN = "已付款的会自动入账，请勿重复付款"
POSTED = "已记入您的缴费记录"


def says(kiosk: Kiosk, words: str) -> None:
    kiosk.until(lambda: any(words in shown for shown in kiosk.texts()), words)


@pytest.fixture
def other(store: Path) -> Iterator[Store]:
    """Another program on the same store: a backup, a slow disk."""
    with ExitStack() as opened:
        other = open_store(store / "demo.sqlite", store / "demo.key")
        opened.callback(other.close)
        yield other


def test_a_store_that_is_locked_while_the_payer_pays(
    ground: Playground, kiosk: Kiosk, visitor: Visitor, other: Store
) -> None:
    order = visitor.reaches_the_code()
    visitor.scans()
    kiosk.touch("dock.source.card")
    with other.sessions.writing() as session:
        session.execute(text("SELECT 1"))  # BEGIN IMMEDIATE: held until the screen says how it stands
        kiosk.touch("dock.confirm")
        says(kiosk, UNKNOWN)
        assert not kiosk.has("qr")
        assert not ground.terminal.failed
    says(kiosk, POSTED)
    assert ground.backend.parts.till.cashier.book.get(order.number).state is OrderState.POSTED


def test_nobody_is_led_on_by_leaving_a_code_whose_end_is_unknown(
    ground: Playground, kiosk: Kiosk, visitor: Visitor, other: Store
) -> None:
    visitor.reaches_the_code()
    visitor.scans()
    kiosk.touch("dock.source.card")
    with other.sessions.writing() as session:
        session.execute(text("SELECT 1"))
        kiosk.touch("dock.confirm")
        says(kiosk, UNKNOWN)
        kiosk.touch("secondary")
        says(kiosk, "请勿重复付款")
        kiosk.until(lambda: kiosk.has("next") and not kiosk.has("secondary"), "the only way on")
    says(kiosk, POSTED)


def test_without_a_code_nobody_can_have_paid(ground: Playground, kiosk: Kiosk, visitor: Visitor, other: Store) -> None:
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    visitor.fills("flexible", "pension", "520102P", "60")
    kiosk.touch("next")
    kiosk.shows("wechat.pick_method")
    with other.sessions.writing() as session:
        session.execute(text("SELECT 1"))
        kiosk.touch("next")
        says(kiosk, "没有取得付款码，没有扣款")
    kiosk.touch("next")
    kiosk.find_shown("qr")


def test_elsewhere_the_terminal_is_out_of_service_until_the_store_answers(
    ground: Playground, kiosk: Kiosk, visitor: Visitor, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: ground.terminal.meet(error))
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    visitor.fills("flexible", "pension", "520102P")
    kiosk.touch("select.tier")
    kiosk.touch("tier.60")
    with other.sessions.writing() as session:
        session.execute(text("SELECT 1"))
        kiosk.touch("next")
        kiosk.shows("out_of_service")
        says(kiosk, "刚刚付过款？请不要再付")
    kiosk.find("tile.wechat")
    assert not ground.terminal.failed


@pytest.fixture
def small(filled: Path, tmp_path: Path) -> Iterator[Path]:
    """The store on a small disk of its own."""
    place = tmp_path / "small"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)], capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip("only root can make a small disk")
    yield copytree(filled, place / "store")
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(folder: Path) -> Path:
    """Not a byte is left."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return ballast


def test_a_disk_that_is_full_between_code_and_payment(qapp: object, small: Path) -> None:
    with main.playground(main.SIZES["1080x1920"], small) as ground:
        kiosk, visitor = ground.kiosk, Visitor(ground)
        order = visitor.reaches_the_code()
        visitor.scans()
        kiosk.touch("dock.source.card")
        ballast = fill(small)
        kiosk.touch("dock.confirm")
        says(kiosk, UNKNOWN)
        ballast.unlink()
        says(kiosk, POSTED)
        assert ground.backend.parts.till.cashier.book.get(order.number).state is OrderState.POSTED
        assert not ground.terminal.failed
