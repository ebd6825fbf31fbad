"""The other channels at the window: each network's own code, one debt in all of them, and who may do what."""

import pytest

from domain.payment.states import OrderState
from kit.play.eyes import read_codes
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from kit.simulators.payer import Source
from tests.screens.visitor import Visitor

PAYING = {
    "alipay": ("alipay.flexible.pay", "alipay.pay_flexible", "https://qr.alipay.com/"),
    "tax_app": ("tax_app.flexible.pay", "tax_app.pay_flexible", "https://qr.alipay.com/"),
    "unionpay": ("unionpay.flexible.pay", "unionpay.pay_flexible", "https://qr.95516.com/"),
}
"""Each pays the same month of pension of the same person."""


def states(ground: Playground) -> list[OrderState]:
    return [order.state for order in ground.orders()]


def reaches_the_code(visitor: Visitor, channel: str) -> None:
    flow, screen, _ = PAYING[channel]
    visitor.walks(flow, screen)
    visitor.kiosk.find_shown("qr")


@pytest.mark.parametrize("channel", PAYING)
def test_the_code_on_the_screen_is_the_networks_own(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, channel: str
) -> None:
    reaches_the_code(visitor, channel)
    kiosk.settle()
    [order] = ground.orders()
    assert order.code and order.code.startswith(PAYING[channel][2])
    assert read_codes(kiosk.picture()) == [order.code]
    assert order.network == ("unionpay" if channel == "unionpay" else "alipay")


@pytest.mark.parametrize("channel", PAYING)
def test_too_little_money_and_then_enough(visitor: Visitor, kiosk: Kiosk, ground: Playground, channel: str) -> None:
    reaches_the_code(visitor, channel)
    visitor.pays("dock.source.empty_card" if channel == "unionpay" else "dock.source.balance")
    assert "余额不足" in kiosk.text("dock.says")
    kiosk.touch("dock.source.card")
    kiosk.touch("dock.confirm")
    kiosk.shows(f"{channel}.result")
    kiosk.until(lambda: states(ground) == [OrderState.POSTED], "posting")


@pytest.mark.parametrize("channel", PAYING)
@pytest.mark.parametrize("fault", ["bad_signature", "wrong_amount"])
def test_an_answer_that_cannot_be_trusted_is_no_payment(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, channel: str, fault: str
) -> None:
    reaches_the_code(visitor, channel)
    visitor.scans()
    visitor.breaks("network", fault)
    kiosk.touch("dock.source.card")
    kiosk.touch("dock.confirm")
    kiosk.until(lambda: states(ground) == [OrderState.UNKNOWN], "doubt")
    assert kiosk.has(PAYING[channel][1])
    visitor.mends("network")
    kiosk.shows(f"{channel}.result")
    kiosk.until(lambda: states(ground) == [OrderState.POSTED], "posting")


@pytest.mark.parametrize("channel", PAYING)
def test_a_network_that_is_lost_before_the_scan_and_found_again(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, channel: str
) -> None:
    """Before the scan these networks know of nothing: that is no reason to doubt the code for good."""
    reaches_the_code(visitor, channel)
    visitor.breaks("network", "down")
    kiosk.until(lambda: kiosk.text("text.state") == "网络不稳定，正在查询付款结果", "doubt")
    visitor.mends("network")
    kiosk.until(lambda: kiosk.text("text.state") == "正在等待您付款", "certainty")
    assert states(ground) == [OrderState.PRESENTED]


class TestOneDebt:
    """What is open in one channel is open in none other; what is paid in one is paid in all."""

    def leaves(self, kiosk: Kiosk) -> None:
        """Home from a code that cannot be recalled: the visitor is told until when it lives."""
        kiosk.touch("home")
        kiosk.until(lambda: "才失效" in kiosk.text("text.state"), "the sentence")
        kiosk.touch("next")
        kiosk.shows("home")

    @pytest.mark.parametrize("other", ["wechat", "unionpay"])
    def test_an_order_alive_in_alipay_blocks_the_others_until_it_is_closed(
        self, visitor: Visitor, kiosk: Kiosk, ground: Playground, other: str
    ) -> None:
        reaches_the_code(visitor, "alipay")
        self.leaves(kiosk)
        if other == "wechat":
            visitor.walks("wechat.flexible.pay_self", "wechat.pay")
        else:
            visitor.walks("unionpay.flexible.pay", "unionpay.pay_flexible")
        kiosk.until(lambda: "这笔费用在支付宝有一个付款码还没有失效" in kiosk.text("text.state"), "why")
        assert states(ground) == [OrderState.EXPIRING]
        visitor.breaks("clock", "5")
        kiosk.until(lambda: states(ground) == [OrderState.CLOSED], "the janitor's confirmation")
        kiosk.touch("next")
        kiosk.find_shown("qr")
        visitor.pays()
        kiosk.until(lambda: states(ground) == [OrderState.CLOSED, OrderState.POSTED], "posting")

    def test_a_code_of_wechat_is_recalled_at_once_and_another_channel_can_pay(
        self, visitor: Visitor, kiosk: Kiosk, ground: Playground
    ) -> None:
        visitor.reaches_the_code()
        kiosk.touch("home")
        kiosk.shows("home")
        reaches_the_code(visitor, "alipay")
        assert states(ground) == [OrderState.CLOSED, OrderState.PRESENTED]

    def test_what_is_paid_in_one_channel_is_paid_in_all(
        self, visitor: Visitor, kiosk: Kiosk, ground: Playground
    ) -> None:
        reaches_the_code(visitor, "unionpay")
        visitor.pays()
        kiosk.shows("unionpay.result")
        kiosk.until(lambda: states(ground) == [OrderState.POSTED], "posting")
        kiosk.touch("next")
        visitor.walks("alipay.flexible.pay", "alipay.query_flexible")
        kiosk.touch("option.pension")
        kiosk.until(lambda: "已经缴过" in kiosk.text("text.error.period"), "the sentence")
        kiosk.touch("home")
        visitor.enters("张建国")
        visitor.opens("flexible_self")
        kiosk.touch("option.pension")
        assert "已经缴过" in kiosk.text("text.error.period")

    def test_a_scanned_code_is_void_once_its_visitor_leaves_and_another_channel_takes_the_money(
        self, visitor: Visitor, kiosk: Kiosk, ground: Playground
    ) -> None:
        reaches_the_code(visitor, "alipay")
        [first] = ground.orders()
        assert first.code and ground.demo.phone.scan(first.code)
        self.leaves_scanned(kiosk)
        kiosk.until(lambda: states(ground) == [OrderState.CLOSED], "closing")
        reaches_the_code(visitor, "unionpay")
        visitor.pays()
        kiosk.until(lambda: states(ground) == [OrderState.CLOSED, OrderState.POSTED], "posting")
        scanned = ground.demo.phone.scan(first.code)
        assert scanned and not scanned.alive

    def leaves_scanned(self, kiosk: Kiosk) -> None:
        """Scanned, the trade is known to Alipay and can be closed at once."""
        kiosk.touch("home")
        kiosk.shows("home")

    def test_records_tell_of_every_channel(self, visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
        visitor.reaches_the_code("周海涛")
        visitor.pays()
        kiosk.shows("wechat.result")
        kiosk.touch("next")
        kiosk.shows("home")
        kiosk.touch("tile.alipay")
        kiosk.touch("next")
        kiosk.shows("alipay.identify")
        visitor.is_filled_in_as("周海涛")
        kiosk.touch("next")
        kiosk.touch("item.payment_records")
        kiosk.shows("alipay.payment_records")
        [order] = ground.orders()
        kiosk.until(lambda: order.number in kiosk.texts(), "the record")
        told = kiosk.texts()
        assert "微信" in told and {"缴费未成功，退回中", "已原路退回"} & set(told)


@pytest.mark.parametrize(
    ("matter", "channels"),
    [
        ("pay", ["wechat", "alipay", "tax_app", "unionpay"]),
        ("declare", ["wechat", "alipay", "tax_app"]),
        ("records", ["wechat", "alipay", "tax_app"]),
    ],
)
def test_a_matter_lists_the_channels_that_can_do_it(kiosk: Kiosk, matter: str, channels: list[str]) -> None:
    kiosk.touch(f"tile.matter.{matter}")
    kiosk.shows(f"matter.{matter}")
    ways = [channel for channel in ("wechat", "alipay", "tax_app", "unionpay") if kiosk.has(f"way.{channel}")]
    assert ways == channels
    kiosk.touch(f"way.{channels[-1]}")
    kiosk.until(lambda: not kiosk.has(f"matter.{matter}"), "the channel")
    kiosk.touch("back")
    kiosk.shows(f"matter.{matter}")
    kiosk.touch("back")
    kiosk.shows("home")


class TestUnionPay:
    def test_at_night_nothing_can_be_begun_and_others_are_offered(
        self, visitor: Visitor, kiosk: Kiosk, ground: Playground
    ) -> None:
        visitor.breaks("clock", "night")
        kiosk.touch("tile.unionpay")
        kiosk.shows("unionpay.closed")
        assert kiosk.text("text.until").startswith("00:10 以后再来，还要等 ")
        assert kiosk.text("text.closed") == "暂停办理" and kiosk.text("text.now").startswith("现在 ")
        assert (kiosk.text("text.closes"), kiosk.text("text.opens")) == ("22:50", "次日 00:10")
        kiosk.touch("way.wechat")
        kiosk.shows("wechat.official_account")
        kiosk.touch("home")
        kiosk.touch("tile.matter.pay")
        kiosk.touch("way.unionpay")
        kiosk.shows("unionpay.closed")
        assert ground.orders() == ()

    def test_what_is_on_the_screen_at_closing_time_is_settled(
        self, visitor: Visitor, kiosk: Kiosk, ground: Playground
    ) -> None:
        reaches_the_code(visitor, "unionpay")
        code = ground.orders()[0].code
        assert code and ground.demo.phone.pay(code, Source.CARD)
        visitor.breaks("clock", "night")
        kiosk.shows("unionpay.result")
        kiosk.until(lambda: states(ground) == [OrderState.POSTED], "posting")
        kiosk.touch("next")
        kiosk.shows("home")
        kiosk.touch("tile.unionpay")
        kiosk.shows("unionpay.closed")

    def test_a_wrong_office_is_told_and_can_be_chosen_again(self, visitor: Visitor, kiosk: Kiosk) -> None:
        visitor.walks("unionpay.resident.office_mismatch", "unionpay.wrong_agency")
        assert kiosk.text("text.notice") == "您选择的经办机构与登记的经办机构不一致，请重新选择正确的经办机构"
        assert "南明区社会保险事业局" in kiosk.texts()
        kiosk.touch("next")
        kiosk.shows("unionpay.identify_resident")
        assert "先选地市，再选经办机构" in kiosk.texts()
        kiosk.touch("select.agency")
        for touch in ("option.520500", "option.520581P"):
            kiosk.touch(touch)
        kiosk.shows("unionpay.identify_resident")
        kiosk.touch("next")
        kiosk.shows("unionpay.confirm_agency")
        assert kiosk.text("text.agency") == "黔西市社会保险事业局"
        kiosk.touch("secondary")
        kiosk.shows("unionpay.identify_resident")

    @pytest.mark.parametrize(
        ("item", "person"),
        [("flexible_pension", "李桂兰"), ("flexible_medical", "杨小军"), ("flexible_medical", "古丽·艾山")],
    )
    def test_who_is_not_enrolled_in_it_is_told_so(self, visitor: Visitor, kiosk: Kiosk, item: str, person: str) -> None:
        kiosk.touch("tile.unionpay")
        kiosk.touch("next")
        kiosk.touch(f"item.{item}")
        kiosk.shows("unionpay.identify_flexible")
        visitor.is_filled_in_as(person)
        kiosk.touch("next")
        kiosk.until(lambda: "没有查到这个险种的参保登记" in kiosk.text("text.problem"), "the sentence")

    def test_two_confirmations_before_the_code(self, visitor: Visitor, kiosk: Kiosk) -> None:
        visitor.walks("unionpay.resident.pay", "unionpay.check")
        assert "请核对相关信息" in kiosk.texts()
        kiosk.touch("next")
        kiosk.shows("unionpay.summary_resident")
        assert "请再次确认缴费信息" in kiosk.texts()


class TestTheApp:
    def opens_the_menu(self, kiosk: Kiosk) -> None:
        kiosk.touch("tile.tax_app")
        kiosk.touch("next")
        kiosk.shows("tax_app.menu")

    @pytest.mark.parametrize(("item", "asks"), [("flexible", "identify_flexible"), ("resident", "identify_resident")])
    def test_paying_asks_for_a_name_and_no_login(self, kiosk: Kiosk, item: str, asks: str) -> None:
        self.opens_the_menu(kiosk)
        kiosk.touch(f"item.{item}")
        kiosk.shows(f"tax_app.{asks}")

    def test_records_ask_for_a_login_and_then_go_on_by_themselves(
        self, visitor: Visitor, kiosk: Kiosk, ground: Playground
    ) -> None:
        visitor.walks("tax_app.payment_records", "tax_app.payment_records")
        kiosk.until(lambda: "已缴费" in kiosk.texts(), "records")
        kiosk.touch("back")
        kiosk.shows("tax_app.menu")
        assert "张建国" in kiosk.texts()
        kiosk.touch("item.flexible")
        kiosk.shows("tax_app.query_flexible")

    def test_who_gave_only_a_name_has_not_logged_in(self, visitor: Visitor, kiosk: Kiosk) -> None:
        visitor.walks("tax_app.flexible.pay", "tax_app.query_flexible")
        kiosk.touch("back")
        kiosk.touch("back")
        kiosk.shows("tax_app.menu")
        kiosk.touch("item.payment_records")
        kiosk.shows("tax_app.login")

    def test_the_phone_shows_the_code_that_was_sent(self, visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
        kiosk.touch("tile.tax_app")
        kiosk.touch("secondary")
        kiosk.shows("tax_app.login")
        visitor.is_filled_in_as("张建国")
        kiosk.touch("send.code")
        kiosk.until(lambda: kiosk.has("dock.sms") and ground.demo.sms.last in kiosk.text("dock.sms"), "the message")

    def test_the_download_s_code_can_be_read_and_is_no_payment(self, visitor: Visitor, kiosk: Kiosk) -> None:
        kiosk.touch("tile.tax_app")
        kiosk.find_shown("link")
        kiosk.settle()
        assert read_codes(kiosk.picture()) == ["https://kiosk.example/tax_app"]
        visitor.scans()
        assert "打开了手机上的页面" in kiosk.text("dock.says")


def test_declaring_in_alipay_is_recorded_with_its_channel(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.walks("alipay.flexible.declare_base", "alipay.declared")
    assert ground.orders() == ()
    kiosk.touch("home")
    visitor.walks("wechat.flexible.tier_records", "wechat.tier_records")
    kiosk.until(lambda: "支付宝" in kiosk.texts(), "the record")


def test_arrears_of_months_are_paid_with_one_code(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.walks("alipay.flexible.pay_arrears", "alipay.pay_flexible")
    kiosk.find_shown("qr")
    [order] = ground.orders()
    assert [bill.period.key for bill in order.bills] == ["2026-10", "2026-09"]
    assert kiosk.text("text.amount") == "2,343.84"
