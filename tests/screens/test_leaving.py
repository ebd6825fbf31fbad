"""Coming back, going Home, being left alone: what stays and what goes."""

import pytest
from PySide6.QtQuick import QQuickItem

from domain.payment.states import OrderState
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from kit.walks.money import CARD
from kit.walks.stops import SWEEP
from tests.alone import ALONE_S, PATIENCE, RESULT_ALONE_S
from tests.screens.visitor import Visitor

NUMBER = "520199197803150119"


def alone(ground: Playground, seconds: int) -> None:
    """Seconds without a touch."""
    for _ in range(seconds):
        ground.terminal.shell.tick()


def test_back_restores_what_was_given_on_every_screen(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    visitor.fills("flexible", "pension", "520102P", "60")
    kiosk.touch("next")
    kiosk.shows("wechat.pick_method")
    kiosk.touch("back")
    kiosk.shows("wechat.confirm_flexible")
    assert kiosk.text("text.amount") == "878.94"
    kiosk.touch("back")
    kiosk.shows("wechat.menu")
    kiosk.touch("back")
    kiosk.shows("wechat.identify")
    assert "张建国" in kiosk.texts() or kiosk.text("field.name") == "张建国"
    kiosk.touch("back")
    kiosk.shows("wechat.official_account")
    kiosk.touch("back")
    kiosk.shows("home")


def traces(ground: Playground) -> list[str]:
    """Every text that any item of the terminal, shown or not, still has about the visitor."""
    items: list[QQuickItem] = [ground.terminal.window.terminal]
    for item in items:
        items.extend(item.childItems())
    texts = (str(item.property(name)) for item in items for name in ("text", "shown", "displayText"))
    return [text for text in texts if any(trace in text for trace in ("张建国", "520199", "0119"))]


def test_home_leaves_nothing_behind(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    assert traces(ground)
    kiosk.touch("home")
    kiosk.shows("home")
    kiosk.settle()
    assert traces(ground) == []
    assert ground.terminal.shell.navigation.session is None


def test_a_visit_left_alone_is_asked_and_then_ended(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("张建国")
    alone(ground, ALONE_S - 30)
    kiosk.find_shown("warning")
    assert {"您还在吗？", "30", "秒后退出", "继续办理", "结束，退出"} <= set(kiosk.texts())
    kiosk.touch("stay")
    kiosk.until(lambda: not kiosk.has("warning"), "the question to go away")
    kiosk.shows("wechat.menu")
    alone(ground, ALONE_S)
    kiosk.shows("home")
    kiosk.settle()
    assert traces(ground) == []


def test_whoever_is_asked_may_end_the_visit_at_once(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("张建国")
    alone(ground, ALONE_S - 30)
    kiosk.touch("leave")
    kiosk.shows("home")
    assert not kiosk.has("warning")


def test_an_open_payment_is_never_left_alone(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code()
    alone(ground, 3 * ALONE_S)
    kiosk.shows("wechat.pay")
    assert not kiosk.has("warning")


def test_a_payment_that_stays_open_for_longer_than_it_can_is_settled_once_its_screen_is_gone(
    visitor: Visitor, kiosk: Kiosk, ground: Playground
) -> None:
    visitor.reaches_the_code()
    kiosk.touch("dock.scan")
    kiosk.touch("dock.source.card")
    alone(ground, PATIENCE.held_s)
    kiosk.shows("home")
    kiosk.settle()
    assert traces(ground) == []
    kiosk.touch("dock.confirm")

    def is_settled() -> bool:
        ground.touch(SWEEP)
        return [order.state for order in ground.orders()] == [OrderState.POSTED]

    kiosk.until(is_settled, "what the janitor does")


def test_whoever_touches_home_in_the_middle_of_a_form_is_asked(
    visitor: Visitor, kiosk: Kiosk, ground: Playground
) -> None:
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.touch("home")
    kiosk.shows("home")
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    kiosk.touch("option.pension")
    kiosk.touch("select.agency")
    kiosk.touch("home")
    kiosk.find_shown("go_home")
    assert {"要回首页吗？", "点【回首页】，填好的内容就清除", "这一笔还没有付款，没有扣钱"} <= set(kiosk.texts())
    kiosk.touch("home.stay")
    kiosk.until(lambda: not kiosk.has("go_home"), "the question to go away")
    kiosk.shows("wechat.flexible_agency")
    kiosk.touch("home")
    kiosk.touch("home.leave")
    kiosk.shows("home")
    kiosk.settle()
    assert traces(ground) == []


def test_the_result_goes_by_itself(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code()
    visitor.pays()
    kiosk.shows("wechat.result")
    assert not kiosk.has("back")
    alone(ground, RESULT_ALONE_S)
    kiosk.shows("home")


@pytest.mark.parametrize("screen", ["wechat.official_account", "wechat.identify"])
def test_a_visit_before_it_is_known_whose_ends_as_well(kiosk: Kiosk, ground: Playground, screen: str) -> None:
    kiosk.touch("tile.wechat")
    if screen == "wechat.identify":
        kiosk.touch("next")
    kiosk.shows(screen)
    alone(ground, ALONE_S)
    kiosk.shows("home")


def test_back_loses_nothing_that_was_typed_and_home_everything(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.walks("tax_app.bank_account", "tax_app.account")
    kiosk.touch("field.account")
    kiosk.type(CARD)
    kiosk.touch("back")
    kiosk.shows("tax_app.accounts")
    kiosk.touch("next")
    kiosk.shows("tax_app.account")
    kiosk.until(lambda: "6217 **** **** 0016" in kiosk.texts(), "the number that was typed")
    kiosk.touch("home")
    kiosk.touch("home.leave")
    visitor.breaks("clock", "5")  # No second code is sent to a phone within a minute.
    visitor.walks("tax_app.bank_account", "tax_app.account")
    kiosk.until(lambda: "借记卡（储蓄卡）上的卡号" in kiosk.texts(), "an empty field")
