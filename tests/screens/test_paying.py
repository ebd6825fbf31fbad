"""Paying with WeChat, at the window: every way it can go."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.payment.states import OrderState
from kit.play.eyes import read_codes
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from kit.simulators.payer import Source
from storage import open_store
from tests.screens.visitor import BY_CHANGE, Visitor


def states(ground: Playground) -> list[OrderState]:
    return [order.state for order in ground.orders()]


def test_a_month_of_pension_is_paid_and_posted(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code()
    assert kiosk.text("text.amount") == "878.94"
    visitor.pays()
    kiosk.shows("wechat.result")
    kiosk.until(lambda: kiosk.text("text.outcome") == "支付成功", "success")
    assert states(ground) == [OrderState.POSTED]
    [order] = ground.orders()
    assert {order.number, order.voucher} <= set(kiosk.texts())
    kiosk.touch("next")
    kiosk.shows("home")


def test_every_step_is_written_down_with_this_terminal(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, store: Path
) -> None:
    visitor.reaches_the_code()
    visitor.pays()
    kiosk.shows("wechat.result")
    with closing(open_store(store / "demo.sqlite", store / "demo.key")) as beside, beside.sessions.reading() as session:
        steps = session.execute(text("SELECT event, terminal FROM order_events ORDER BY serial")).all()
    assert steps == [(word, "T0001") for word in ("add", "present", "pay", "post")]


def test_the_code_on_the_screen_is_the_networks_own(visitor: Visitor, kiosk: Kiosk) -> None:
    order = visitor.reaches_the_code()
    kiosk.settle()
    assert read_codes(kiosk.picture()) == [order.code]


def test_success_is_shown_after_it_is_stored(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code()
    seen: list[list[OrderState]] = []
    ground.terminal.shell.navigation.moved.connect(lambda: seen.append(states(ground)))
    visitor.pays()
    kiosk.shows("wechat.result")
    assert seen == [[OrderState.POSTED]]


def test_too_little_change_and_then_the_card(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code()
    visitor.pays(BY_CHANGE)
    assert "余额不足" in kiosk.text("dock.says")
    assert kiosk.has("wechat.pay")
    kiosk.touch("dock.source.card")
    kiosk.touch("dock.confirm")
    kiosk.shows("wechat.result")


def test_cancelled_goes_back_to_the_method_and_closes_the_order(
    visitor: Visitor, kiosk: Kiosk, ground: Playground
) -> None:
    visitor.reaches_the_code()
    kiosk.touch("secondary")
    kiosk.shows("wechat.pick_method")
    assert states(ground) == [OrderState.CLOSED]
    kiosk.touch("next")
    kiosk.shows("wechat.pay")
    kiosk.find_shown("qr")
    assert states(ground) == [OrderState.CLOSED, OrderState.PRESENTED]


@pytest.mark.parametrize("control", ["back", "home"])
def test_who_leaves_just_after_paying_is_shown_the_result(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, control: str
) -> None:
    """The phone has paid, the terminal has not asked yet, and the visitor turns away."""
    order = visitor.reaches_the_code()
    way_out = kiosk.find(control)
    assert order.code
    ground.demo.phone.pay(order.code, Source.CARD)
    kiosk.tap(way_out)
    kiosk.shows("wechat.result")
    assert states(ground) == [OrderState.POSTED]


def test_an_expired_code_is_replaced_by_a_sentence_and_a_way_on(
    visitor: Visitor, kiosk: Kiosk, ground: Playground
) -> None:
    visitor.reaches_the_code()
    visitor.breaks("clock", "5")
    kiosk.until(lambda: kiosk.text("text.state") == "付款码已失效，没有扣款", "the sentence")
    assert not kiosk.has("qr")
    assert states(ground) == [OrderState.CLOSED]
    kiosk.touch("next")
    kiosk.find_shown("qr")
    assert states(ground) == [OrderState.CLOSED, OrderState.PRESENTED]


def test_no_network_when_the_code_is_asked_for(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    visitor.fills("flexible", "pension", "520102P", "60")
    visitor.breaks("network", "down")
    kiosk.touch("next")
    kiosk.touch("next")
    kiosk.shows("wechat.pay")
    kiosk.until(lambda: "支付网络暂时连接不上" in kiosk.text("text.state"), "the sentence")
    assert not kiosk.has("qr")


def test_a_network_that_is_lost_and_found_again(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code()
    visitor.breaks("network", "down")
    kiosk.until(lambda: kiosk.text("text.state") == "网络不稳定，正在查询付款结果", "the sentence")
    assert states(ground) == [OrderState.UNKNOWN]
    visitor.pays()
    visitor.mends("network")
    kiosk.shows("wechat.result")
    assert states(ground) == [OrderState.POSTED]


@pytest.mark.parametrize("fault", ["bad_signature", "wrong_amount"])
def test_an_answer_that_cannot_be_trusted_is_no_payment(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, fault: str
) -> None:
    visitor.reaches_the_code()
    visitor.breaks("network", fault)
    visitor.pays()
    kiosk.until(lambda: states(ground) == [OrderState.UNKNOWN], "doubt")
    assert kiosk.has("wechat.pay")
    visitor.mends("network")
    kiosk.shows("wechat.result")


def test_leaving_while_the_network_is_silent_promises_nothing(
    visitor: Visitor, kiosk: Kiosk, ground: Playground
) -> None:
    visitor.reaches_the_code()
    visitor.breaks("network", "down")
    kiosk.touch("home")
    kiosk.until(lambda: "暂时查不到付款结果" in kiosk.text("text.state"), "the sentence")
    kiosk.touch("next")
    kiosk.shows("home")
    assert states(ground) == [OrderState.EXPIRING]


def test_paid_and_not_posted_is_said_in_the_guides_words(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code("周海涛")
    visitor.pays()
    kiosk.shows("wechat.result")
    kiosk.until(lambda: kiosk.text("text.outcome") == "已付款，缴费未成功", "the outcome")
    assert any("2-5个工作日" in text for text in kiosk.texts())
    assert states(ground)[0] in {OrderState.REFUND_DUE, OrderState.REFUNDED}


def test_a_silent_tax_system_is_waited_for(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.reaches_the_code()
    visitor.breaks("tax", "down")
    visitor.pays()
    kiosk.shows("wechat.result")
    kiosk.until(lambda: kiosk.text("text.outcome") == "已付款", "the outcome")
    visitor.mends("tax")
    kiosk.until(lambda: kiosk.text("text.outcome") == "支付成功", "posting")


def test_the_same_bill_cannot_be_paid_again(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.reaches_the_code()
    visitor.pays()
    kiosk.shows("wechat.result")
    kiosk.touch("next")
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    kiosk.touch("option.pension")
    assert "已经缴过" in kiosk.text("text.error.period")
    kiosk.touch("next")
    assert kiosk.has("wechat.confirm_flexible")
