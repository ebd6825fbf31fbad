"""The hall's profile against a network that is not ours: no dock, keys from files, a window closed mid-payment."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import main
from adapters.settings import Settings
from domain.payment.order import Order
from domain.payment.states import OrderState
from kit.play.playground import Playground
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.screens.hall import hall
from ui.terminal import Terminal

NUMBER, NAME, AGENCY = "520199197803150119", "张建国", "520102P"


@pytest.fixture
def network() -> Iterator[WeChatSimulator]:
    simulator = WeChatSimulator(main.MACHINE.now, main.MACHINE)
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def settings(network: WeChatSimulator, tmp_path: Path) -> Settings:
    return hall(network, tmp_path)


@contextmanager
def opened(settings: Settings) -> Iterator[Playground]:
    terminal = Terminal(
        lambda worker: main.open_backend(settings, worker, 50),
        main.SIZES["1080x1920"],
        main.MACHINE,
        demo=False,
        rest_s=0,
    )
    try:
        yield Playground(terminal)
    finally:
        terminal.close()


def goes_to_the_code(ground: Playground) -> Order:
    """Typed by hand: there is no dock in a hall."""
    kiosk = ground.kiosk
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.type(NUMBER)
    kiosk.touch("key.next")
    kiosk.write(NAME)
    for touch in ("next", "item.flexible_self", "option.pension", "select.agency", f"registered.{AGENCY}"):
        kiosk.touch(touch)
    kiosk.shows("wechat.confirm_flexible")
    kiosk.touch("select.tier")
    kiosk.touch("tier.60")
    kiosk.touch("next")
    kiosk.shows("wechat.confirm_flexible")
    kiosk.touch("next")
    kiosk.shows("wechat.pick_method")
    kiosk.touch("next")
    kiosk.find_shown("qr")
    [order] = ground.orders()
    return order


def test_a_visitor_pays_in_a_hall(qapp: object, settings: Settings, network: WeChatSimulator) -> None:
    with opened(settings) as ground:
        order = goes_to_the_code(ground)
        assert order.code
        assert not any("演示" in text for text in ground.kiosk.texts() if "演示数据" not in text)
        assert network.pay(order.code, Source.CARD) is Ending.PAID
        ground.kiosk.shows("wechat.result")
        assert [order.state for order in ground.orders()] == [OrderState.POSTED]


def test_a_payment_survives_the_window(qapp: object, settings: Settings, network: WeChatSimulator) -> None:
    """Closed at the code, paid while the terminal is off, posted as soon as it is on again."""
    with opened(settings) as ground:
        order = goes_to_the_code(ground)
        assert order.state is OrderState.PRESENTED
    assert order.code
    assert network.pay(order.code, Source.CARD) is Ending.PAID
    with opened(settings) as ground:
        ground.kiosk.until(lambda: [o.state for o in ground.orders()] == [OrderState.POSTED], "posting")
        assert ground.orders()[0].voucher
