"""How an order that needs somebody is told to staff."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.forms.desks import Almanac
from domain.identity import DocumentKind
from domain.money import Fen
from domain.payment import events
from domain.payment.cases import OrderCase
from domain.payment.events import OrderEvent, Step
from domain.payment.network import Absent, Closed, Paid, RefundDone, Refused, Unclear, Waiting
from domain.payment.said import sentence, word
from domain.payment.states import OrderState
from domain.people.person import Masked
from domain.runtime import HALL_TIME
from tests.desk import BANKS, OFFICES
from tests.payment.hall import NOON, bill_of, new_order
from viewmodels.words import order_cases
from viewmodels.words.cases import told as told_of

NUMBER = "GZT00012026112312000000000042"
LI = Masked(DocumentKind.RESIDENT_ID, "520***********0462", "李**")


def almanac(later: timedelta) -> Almanac:
    return Almanac(OFFICES, BANKS, lambda: (NOON + later).astimezone(HALL_TIME))


def step(event: type[OrderEvent], detail: str = "", who: str = "") -> Step:
    return Step(event, OrderState.MANUAL_REVIEW, NOON + timedelta(hours=1), who, detail)


def case(state: OrderState, *steps: Step, insured: Masked | None = LI) -> OrderCase:
    return OrderCase(replace(new_order(NUMBER, bill_of(1)), state=state), insured, steps)


@pytest.mark.parametrize(
    ("state", "steps", "happened", "why"),
    [
        (OrderState.MANUAL_REVIEW, (), "有没有付款，一直没有答复", "微信没有说清是否付款，也没有关闭这笔。"),
        (OrderState.PAID, (), "钱已收到，还没有入账", "税务系统一直没有答复。机器会一直试，不用手工办。"),
        (OrderState.LATE_SUCCESS, (), "钱已收到，还没有入账", "税务系统一直没有答复。机器会一直试，不用手工办。"),
        (OrderState.REFUND_DUE, (), "钱已收到，没有入账，也没有退回", "税务系统不予入库，微信又没有确认退回。"),
        (
            OrderState.REFUND_DUE,
            (step(events.FoundDuplicate),),
            "同一笔费用付了两次，还没有退回",
            "费用已由另一笔入库，微信又没有确认退回。",
        ),
        (OrderState.POSTING_FAILED, (), "钱已收到，没有入账，也没有退回", "税务系统不予入库，微信又没有确认退回。"),
    ],
)
def test_what_happened_and_why_no_machine_decides(
    state: OrderState, steps: tuple[Step, ...], happened: str, why: str
) -> None:
    told = told_of(case(state, *steps), almanac(timedelta(days=2)))
    assert (told.title, told.amount, told.id, told.glyph) == (happened, "878.94", NUMBER, "微")
    assert why in told.why


def about(told: OrderCase) -> list[str]:
    return [f"{pair.key}：{pair.value}" for pair in told_of(told, almanac(timedelta(days=2))).about]


def test_whose_it_is_masked_and_the_number_shortened() -> None:
    assert about(case(OrderState.MANUAL_REVIEW)) == [
        "缴费人：李**",
        "证件号码：520***********0462",
        "险种：2026年11月 灵活就业 养老保险",
        "单号：GZT0001…00000042",
    ]
    assert told_of(case(OrderState.MANUAL_REVIEW), almanac(timedelta())).who == "李** 520***********0462"
    assert about(case(OrderState.MANUAL_REVIEW, insured=None))[0] == "缴费人：现在查不到"


def test_when_it_was_last_asked_and_what_was_said() -> None:
    asked = (step(events.Asked, "Waiting", "0002"), step(events.Asked, "Unclear: refunded elsewhere", "0001"))
    told = case(OrderState.MANUAL_REVIEW, *asked, step(events.Unanswered))
    said = "问过：付过款，钱已经从别处退回，或者正在退"
    assert told_of(told, almanac(timedelta(hours=2))).asked == f"13:00 {said}"
    assert told_of(told, almanac(timedelta(days=2))).asked == f"11月23日 13:00 {said}"
    assert told_of(case(OrderState.MANUAL_REVIEW), almanac(timedelta(days=2))).asked == "还没有人问过"


def test_what_was_done_step_by_step_in_four_lines() -> None:
    """What a machine did again and again stands once; who of the staff did something stands behind it."""
    again = (step(events.Unanswered), step(events.Unanswered), step(events.Expired), step(events.GivenUp))
    told = case(OrderState.MANUAL_REVIEW, step(events.Added), step(events.Presented), *again)
    at = "11月23日 13:00"
    assert [(one.when, one.what, one.bad) for one in told_of(told, almanac(timedelta(days=1))).log] == [
        (at, "显示付款码", False),
        (at, "支付渠道没有明确答复", False),
        (at, "付款码到期", False),
        (at, "一直关不掉，交给人办", True),
    ]
    asked = replace(told, steps=(*told.steps, step(events.Asked, "Waiting", "0001")))
    first, *_, last = told_of(asked, almanac(timedelta(days=1))).log
    assert (first.what, last.what) == ("更早的还有 2 步", "再问支付渠道：还没有付款，工号 0001")


def test_several_bills_are_counted() -> None:
    order = replace(new_order(NUMBER, bill_of(1), bill_of(1, 10)), state=OrderState.MANUAL_REVIEW)
    assert "险种：2026年11月 灵活就业 养老保险等 2 笔" in about(OrderCase(order, LI, ()))


@pytest.mark.parametrize(
    ("later", "says"),
    [
        (timedelta(minutes=18, seconds=59), "已 18 分钟"),
        (timedelta(hours=17, minutes=5), "已 17 小时 5 分钟"),
        (timedelta(days=1, minutes=59), "已 1 天"),
        (timedelta(days=2, hours=17), "已 2 天 17 小时"),
    ],
)
def test_since_when_as_time_and_as_duration(later: timedelta, says: str) -> None:
    assert told_of(case(OrderState.MANUAL_REVIEW), almanac(later)).since == f"11月23日 12:00 起，{says}"
    paid = replace(case(OrderState.REFUND_DUE).order, paid_at=NOON - timedelta(hours=1))
    told = told_of(OrderCase(paid, LI, ()), almanac(later))
    assert told.since.startswith("11月23日 11:00 起")


def test_what_two_people_see_before_they_end_it() -> None:
    pairs = order_cases.about(case(OrderState.MANUAL_REVIEW))
    assert [pair.key for pair in pairs] == ["金额", "缴费人", "证件号码", "险种", "渠道", "单号"]
    assert pairs[0].value == "878.94 元"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Waiting(), "还没有付款"),
        (Paid("42", NOON), "已经付款"),
        (Closed(), "没有付款，已经关闭"),
        (Absent(), "没有这笔订单"),
        (RefundDone(), "已经退回付款人"),
        (Refused("NOT_ENOUGH"), "没有退款，或者不予退款（NOT_ENOUGH）"),
        (Unclear("timeout"), "没有应答"),
        (Unclear("RemoteProtocolError"), "没有明确答复"),
        (Unclear("not in use here"), "这个支付渠道本机已经不用"),
    ],
)
def test_what_a_network_said(answer: object, says: str) -> None:
    assert sentence(word(answer)) == says  # type: ignore[arg-type]


def test_an_amount_of_more_than_one_bill_is_the_orders() -> None:
    order = new_order(NUMBER, bill_of(1), bill_of(1, 10))
    assert order.fen == Fen(2 * 87894)
    told = told_of(OrderCase(replace(order, state=OrderState.MANUAL_REVIEW), LI, ()), almanac(timedelta(days=1)))
    assert told.amount == "1,757.88"
