"""缴费信息确认: what is declared, confirmed or paid there, and stays so."""

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.visitor import Visitor


def test_a_base_is_declared_without_paying(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("古丽·艾山")
    visitor.opens("flexible_self")
    visitor.fills("flexible", "pension", "522301P", "150")
    kiosk.touch("secondary")
    kiosk.shows("wechat.declared")
    assert ground.orders() == ()
    kiosk.touch("back")
    kiosk.touch("back")
    kiosk.touch("item.tier_records")
    kiosk.shows("wechat.tier_records")
    kiosk.until(lambda: "150% 档" in kiosk.texts(), "the record")
    assert ground.orders() == ()


def test_what_was_only_confirmed_can_be_paid_after_all(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.enters("李桂兰")
    visitor.opens("resident_self")
    visitor.fills("resident", "pension", "520581P", "300")
    kiosk.touch("secondary")
    kiosk.shows("wechat.confirmed")
    kiosk.touch("secondary")
    kiosk.shows("wechat.pick_method")
    assert kiosk.text("text.amount") == "300.00"


def test_arrears_of_years_are_listed_ticked_and_paid_together(
    visitor: Visitor, kiosk: Kiosk, ground: Playground
) -> None:
    visitor.enters("刘志强")
    visitor.opens("resident_self")
    visitor.fills("resident", "pension", "522601P")
    kiosk.touch("option.yes")
    kiosk.touch("next")
    kiosk.shows("wechat.arrears")
    kiosk.until(lambda: kiosk.text("text.amount") == "1,800.00", "the sum of four years")
    last_year = ground.backend.parts.desk.payments.almanac.clock().year - 1
    kiosk.touch(f"row.{last_year}")
    kiosk.until(lambda: kiosk.text("text.amount") == "1,500.00", "the sum of three years")
    visitor.goes_on_to_pay()
    visitor.pays()
    kiosk.shows("wechat.result")
    [order] = ground.orders()
    assert len(order.bills) == 3
