"""待处理 without a window: which case is open, what is chosen of its ways, and what the button does with the figure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from domain.flows.staff_orders import ORDERS
from domain.flows.steps import Cases
from domain.flows.visit import OnDuty, Visit
from domain.forms.asking import Onward
from domain.payment.cases import OrderCase
from domain.payment.states import OrderState
from domain.ports import Unreachable
from domain.refunds.states import RefundState
from domain.terminal.outages import Outages
from tests.desk import on_duty
from tests.payment.hall import NOON, Hall, bill_of, new_order
from tests.payment.script import ScriptedNetwork
from tests.payment.test_people_decide import GONE_BACK, for_people
from tests.viewmodels.conftest import Ended
from tests.viewmodels.test_sheets_of_lists import Files, before_staff
from viewmodels.parts import Parts
from viewmodels.steps.cases import CasesViewModel
from viewmodels.steps.cases_state import A_BATCH
from viewmodels.steps.handed_out import Docket

Until = Callable[[Callable[[], bool]], None]
Show = Callable[[str, Visit], Any]


def the_open(page: CasesViewModel) -> dict[str, Any]:
    (opened,) = page.property("opened")
    return cast(dict[str, Any], opened)


def chosen(page: CasesViewModel) -> list[str]:
    return [way["id"] for way in the_open(page)["ways"] if way["chosen"]]


def button(page: CasesViewModel) -> tuple[str, bool]:
    return page.property("submitText"), page.property("ready")


def test_what_has_to_be_read_first_is_chosen_by_nobody_but_staff(
    hall: Hall, parts: Parts, network: ScriptedNetwork, show: Show, ended: Ended, until: Until
) -> None:
    page = show("staff.refunds", before_staff(Files(hall, parts, network)))
    assert (page.property("heading"), page.property("remark")) == ("2 件等人处理", "最久的排在前面")
    first, (other,) = the_open(page)["id"], page.property("folded")
    assert (chosen(page), button(page)) == (["take"], ("受理 1.00 元", True))
    turns: list[None] = []
    page.turned.connect(lambda: turns.append(None))
    page.submit()
    page.submit()
    until(lambda: page.property("done") == f"{first} 已受理，请审核")
    assert turns, "for the finger the button is another one now"
    assert (chosen(page), button(page)) == ([], ("先选一种办法", False))
    page.submit()
    book = parts.desk.claims.refunds.book
    assert book.get(first).state is RefundState.TAKEN and ended.outcome is None
    page.choose("approve")
    assert button(page) == ("通过 1.00 元", True) and "由终端原路退回付款人" in the_open(page)["deed"]
    assert (the_open(page)["persons"], the_open(page)["two"]) == ("一个人就能办", False)
    page.open(other["id"])
    assert (the_open(page)["id"], page.property("folded")[0]["id"], page.property("done")) == (other["id"], first, "")
    page.open(first)
    assert chosen(page) == [], "what was chosen is taken back"
    page.choose("refuse")
    page.submit()
    until(lambda: ended.outcome == "refuse")
    assert the_open(show("staff.refunds", ended.visit))["id"] == first, "Back leads to the same case"


def test_not_now_leads_through_all_that_waits_and_on(
    hall: Hall, parts: Parts, network: ScriptedNetwork, show: Show, ended: Ended
) -> None:
    page = show("staff.refunds", before_staff(Files(hall, parts, network)))
    first = the_open(page)["id"]
    assert page.property("laterText") == "先不办"
    page.later()
    assert the_open(page)["id"] != first and ended.outcome is None
    page.later()
    assert ended.outcome == "done"


def test_what_moves_money_names_end_and_figure_and_leads_to_the_second_person(
    hall: Hall, network: ScriptedNetwork, show: Show, ended: Ended, until: Until
) -> None:
    order = for_people(hall, network)
    hall.later(hours=1)
    page = show("staff.orders", Visit("staff", business=OnDuty(on_duty(hall))))
    assert (chosen(page), button(page)) == (["ask"], ("再问一次", True))
    assert the_open(page)["remark"] == "不动钱，答复记进账本"
    network.will(GONE_BACK)
    page.submit()
    until(lambda: page.property("done").startswith("支付渠道答复"))
    asked = the_open(page)["ways"][0]["caption"]
    assert "问过：付过款，钱已经从别处退回，或者正在退" in asked and hall.state(order) is OrderState.MANUAL_REVIEW
    page.choose("posted")
    assert button(page) == ("办理“已手工入账” 878.94 元", True)
    told = the_open(page)
    assert (told["two"], told["persons"], told["remark"]) == (True, "要两个人一起办", "第二人自己输，两人都记进账本")
    assert "把 878.94 元记成“已手工入账”" in told["deed"]
    page.submit()
    until(lambda: ended.outcome == "posted")
    assert hall.state(order) is OrderState.MANUAL_REVIEW, "nothing is moved before the second person has typed"
    assert ended.visit.on_duty.case and ended.visit.on_duty.case.order.number == order.number


@pytest.fixture
def page_of(hall: Hall, parts: Parts, until: Until) -> Callable[[Cases[OrderCase]], CasesViewModel]:
    def made(step: Cases[OrderCase]) -> CasesViewModel:
        docket = Docket(step, parts.desk.outages, OnDuty(on_duty(hall)))
        page = CasesViewModel(docket, parts.desk.payments.almanac, parts.worker, parts.language, finish)
        until(lambda: not page.property("loading"))
        return page

    def finish(onward: Onward[OnDuty]) -> None:
        raise AssertionError(onward.outcome)

    return made


def some(count: int, state: OrderState = OrderState.MANUAL_REVIEW) -> tuple[OrderCase, ...]:
    """The oldest first."""
    numbers = [f"GZT000120261123120000{number:08d}" for number in range(count)]
    orders = [new_order(number, bill_of(1), at=NOON - timedelta(hours=1)) for number in numbers]
    return tuple(OrderCase(replace(order, state=state), None, ()) for order in orders)


def test_more_than_a_batch_is_shown_batch_by_batch(page_of: Callable[[Cases[OrderCase]], CasesViewModel]) -> None:
    page = page_of(replace(ORDERS, rows=lambda outages, at_work: some(A_BATCH + 6)))
    shown = [len(page.property("folded"))]
    words = [page.property("moreText")]
    for _ in range(2):
        page.more()
        shown.append(len(page.property("folded")))
        words.append(page.property("moreText"))
    assert (shown, words) == ([A_BATCH, 5, A_BATCH], ["看后面的 5 件", "回到最前面", "看后面的 5 件"])


def test_the_oldest_that_waits_for_somebody_is_open(page_of: Callable[[Cases[OrderCase]], CasesViewModel]) -> None:
    going, waiting = some(1, OrderState.PAID), some(2)[1:]
    page = page_of(replace(ORDERS, rows=lambda outages, at_work: (*going, *waiting)))
    assert page.property("heading") == "1 件等人处理，1 件机器在办"
    assert the_open(page)["id"] == waiting[0].order.number
    page.open(going[0].order.number)
    assert (the_open(page)["ways"], page.property("laterText"), button(page)) == ([], "", ("看下一件", True))
    page.submit()
    assert the_open(page)["id"] == waiting[0].order.number


def test_where_nobody_answers_it_is_asked_again(
    page_of: Callable[[Cases[OrderCase]], CasesViewModel], until: Until
) -> None:
    answers = [Unreachable("down"), None]

    def rows(outages: Outages, at_work: OnDuty) -> tuple[OrderCase, ...]:
        if (answer := answers.pop(0)) is not None:
            raise answer
        return some(1)

    page = page_of(replace(ORDERS, rows=rows))
    assert (page.property("opened"), button(page)) == ([], ("重新查询", True)) and page.property("problem")
    page.submit()
    until(lambda: bool(page.property("opened")))
    assert (page.property("problem"), button(page)) == ("", ("再问一次", True))
