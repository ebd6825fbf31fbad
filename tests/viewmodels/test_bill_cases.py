"""How what a bill has otherwise is told to staff."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.forms.desks import Almanac
from domain.money import Fen
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import Case, CaseState, CaseStep, Subject
from domain.reconciliation.office import BillCase
from domain.repayments.repayment import Repayment
from domain.repayments.states import RepaymentState
from domain.runtime import HALL_TIME
from tests.desk import BANKS, OFFICES
from tests.payment.hall import NOON, bill_of, new_order
from tests.payment.script import UNIONPAY, WECHAT
from tests.reconciliation.house import DAY, FEN
from viewmodels.words import bill_cases
from viewmodels.words.cases import told as told_of

NUMBER = "GZT00012026112312000000000042"
THEIRS, OURS, DIFFERS = Bucket.THEIRS_ONLY, Bucket.OURS_ONLY, Bucket.DIFFERS
ALMANAC = Almanac(OFFICES, BANKS, lambda: (NOON + timedelta(days=2, hours=3)).astimezone(HALL_TIME))


def case(
    kind: Kind, why: Bucket, reference: str = "5000", ours: Fen | None = None, theirs: Fen | None = FEN
) -> BillCase:
    return BillCase(
        Case(Subject(WECHAT, kind, reference), CaseState.OPEN, NOON, why, DAY, ours, theirs, transaction="4200")
    )


def order(state: OrderState = OrderState.POSTED) -> Order:
    return replace(new_order(NUMBER, bill_of(1)), state=state)


def about(told: BillCase) -> list[str]:
    return [f"{pair.key}：{pair.value}" for pair in told_of(told, ALMANAC).about]


@pytest.mark.parametrize(
    ("why", "kind", "ours", "theirs", "happened", "because"),
    [
        (THEIRS, Kind.PAYMENT, None, 5, "对方账单有这笔收款，我方没有", "钱在微信那边"),
        (THEIRS, Kind.REFUND, None, 5, "对方账单有这笔退款，我方没有", "微信退过这笔钱，不是机器退的"),
        (OURS, Kind.PAYMENT, 5, None, "我方有这笔收款，对方账单没有", "微信答复过已付款，账单里却没有"),
        (OURS, Kind.REFUND, 5, None, "我方有这笔退款，对方账单没有", "不能再退一次"),
        (DIFFERS, Kind.PAYMENT, 4, 5, "这笔收款两边金额不同", "机器不知道哪一个对"),
        (DIFFERS, Kind.PAYMENT, 5, 5, "这笔收款两边的交易单号不同", "机器不知道哪一个对"),
        (DIFFERS, Kind.REFUND, 4, 5, "这笔退款两边金额不同", "机器不知道哪一个对"),
    ],
)
def test_what_happened_since_when_and_why_no_machine_decides(
    why: Bucket, kind: Kind, ours: Fen | None, theirs: Fen | None, happened: str, because: str
) -> None:
    told = told_of(case(kind, why, ours=ours, theirs=theirs), ALMANAC)
    assert (told.title, told.amount, told.glyph) == (happened, "0.05", "微")
    assert told.since == "11月23日 12:00 起，已 2 天 3 小时"
    assert because in told.why
    both = [pair.value for pair in told.about if pair.key == "两边金额"]
    assert both == (["我方 0.04 元，对方 0.05 元"] if ours == 4 else [])


def test_its_numbers_are_whole_to_be_looked_up_at_the_platform() -> None:
    assert about(case(Kind.REFUND, THEIRS)) == [
        "对方账单：微信 2026-11-23",
        "商户单号：5000",
        "对方单号：4200",
        "本机单据：没有，本机没有用过这个单号",
    ]
    unnamed = case(Kind.PAYMENT, THEIRS, "4200")
    assert [line for line in about(unnamed) if "4200" in line] == ["对方单号：4200"]
    elsewhere = BillCase(replace(unnamed.case, subject=Subject(UNIONPAY, Kind.PAYMENT, "7"), transaction=""))
    assert about(elsewhere)[:2] == ["对方账单：云闪付 2026-11-23", "商户单号：7"]


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (OrderState.CREATED, "还在付款"),
        (OrderState.EXPIRING, "还在付款"),
        (OrderState.UNPAID, "没有付款，已经关闭"),
        (OrderState.PAID, "已付款，还没有入账"),
        (OrderState.POSTED, "已付款，已入账"),
        (OrderState.REFUND_DUE, "没有入账，正在退回"),
        (OrderState.REFUNDED, "没有入账，已退回付款人"),
        (OrderState.MANUAL_REVIEW, "等人处理"),
        (OrderState.SENT_BACK, "已在商户平台退回"),
        (OrderState.POSTED_BY_HAND, "已手工入账"),
    ],
)
def test_what_of_ours_it_is_about_and_how_that_stands(state: OrderState, says: str) -> None:
    linked = replace(case(Kind.REFUND, THEIRS), order=order(state))
    assert about(linked)[-1] == f"本机单据：付款 GZT0001…00000042：{says}"
    tried = Repayment("RZ1", NUMBER, 1, NUMBER, FEN, NOON, RepaymentState.CLOSED, NOON)
    assert "；退款：退款被关闭，充值后换单号再退" in about(replace(linked, tried=tried))[-1]


def test_when_it_was_last_asked_and_what_was_said() -> None:
    linked = replace(case(Kind.PAYMENT, THEIRS, NUMBER), order=order(OrderState.UNPAID))
    assert told_of(linked, ALMANAC).asked == "还没有人问过"
    steps = [
        CaseStep("query", CaseState.OPEN, NOON + timedelta(hours=n), f"000{n}", said)
        for n, said in ((1, "Waiting"), (2, "Closed"))
    ]
    found = CaseStep("find", CaseState.OPEN, NOON + timedelta(hours=3), "terminal", "")
    told = replace(linked, steps=(*steps, found))
    assert told_of(told, ALMANAC).asked == "11月23日 14:00 问过：没有付款，已经关闭"
    assert [one.what for one in told_of(told, ALMANAC).log] == [
        "再问支付渠道：还没有付款，工号 0001",
        "再问支付渠道：没有付款，已经关闭，工号 0002",
        "账单里不一样，挂到“等人处理”",
    ]


def test_what_two_people_see_before_they_settle_it() -> None:
    pairs = bill_cases.about(case(Kind.REFUND, THEIRS))
    assert [pair.key for pair in pairs] == ["金额", "对方账单", "商户单号", "对方单号", "本机单据"]
    assert pairs[0].value == "878.94 元"
