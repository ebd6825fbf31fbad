"""查询: an order by the end of its number, its life in words, and its slip once more."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.flows.visit import OnDuty, Visit
from domain.forms import find
from domain.forms.asking import Onward, Wrong
from domain.payment import events
from domain.terminal.outages import Outages
from tests.certificates.room import PrintRoom
from tests.desk import on_duty
from tests.payment.hall import Hall
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.test_result import PAID, REFUSED, lived
from tests.viewmodels.test_slip import printed
from viewmodels.steps.records import RecordsViewModel

Until = Callable[[Callable[[], bool]], None]
POSTED = (PAID, events.Posted("520000000000000999"))


def looked_up(hall: Hall, tail: str) -> Visit:
    """Somebody on duty has looked for what ends so."""
    told = find.find(Outages(), OnDuty(on_duty(hall)), {find.TAIL.key: tail})
    assert isinstance(told, Onward) and told.outcome == "found"
    return Visit("staff", business=told.given)


def test_what_is_not_there_is_told_at_once(hall: Hall, network: ScriptedNetwork) -> None:
    order = lived(hall, network, *POSTED)
    at_work = OnDuty(on_duty(hall))
    for tail in ("99999999", f"{order.number}0", "%", "____"):
        assert find.find(Outages(), at_work, {find.TAIL.key: tail}) == Wrong(find.NONE_SUCH, use=find.TAIL.key)
    assert [case.order.number for case in at_work.duty.orders.ending(order.number)] == [order.number]
    assert [case.order.number for case in at_work.duty.orders.ending(order.number[-8:])] == [order.number]


@pytest.mark.parametrize(
    ("life", "state", "last"), [(POSTED, "已付款，已入账", "已入账"), (REFUSED, "没有入账，正在退回", "要退回付款人")]
)
def test_its_life_is_told_and_its_slip_is_marked(
    life: tuple[events.OrderEvent, ...],
    state: str,
    last: str,
    hall: Hall,
    network: ScriptedNetwork,
    show: Callable[..., Any],
    room: PrintRoom,
    until: Until,
) -> None:
    order = lived(hall, network, *life)
    step = show("staff.found", looked_up(hall, order.number[-8:]))
    assert isinstance(step, RecordsViewModel)
    until(lambda: len(step.property("rows")) == 1)
    (row,) = step.property("rows")
    pairs = {pair["key"]: pair["value"] for pair in row["pairs"]}
    assert (row["state"], row["amount"], pairs["证件号码"]) == (state, "878.94", "520***********0119")
    assert pairs["经过"].startswith("11月23日 12:00 生成订单；") and pairs["经过"].endswith(last)
    step.reprint(row["id"])
    page = printed(step.slip, room, until)
    assert page.startswith(f"缴费凭条补打{state}") and "520***********0119" in page
    assert "经过" not in page and "张建国" not in page


def test_who_of_the_staff_did_something_is_told(hall: Hall, network: ScriptedNetwork, show: Callable[..., Any]) -> None:
    order = lived(hall, network, events.Expired(hall.now), events.GivenUp())
    duty = on_duty(hall)
    hall.store.orders.decide(order, events.Asked(detail="Waiting"), hall.now, "0001")
    at_work = replace(OnDuty(duty), tail=order.number)
    step = show("staff.found", Visit("staff", business=at_work))
    (row,) = step.property("rows")
    assert "再问支付渠道，工号 0001" in {pair["key"]: pair["value"] for pair in row["pairs"]}["经过"]
