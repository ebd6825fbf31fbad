"""Each kind of step, read over the bus from another process: what is told is what can be seen.

Every screen of every flow: `scripts/every-screen-read`.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from domain.flows import steps
from domain.flows.catalogue import SCREENS
from kit.bus.atspi import State, Thing
from kit.walks.stops import Stop
from tests.bus.against import faults
from tests.bus.every_screen import reading
from tests.bus.seen import Control, Seen
from tests.screens.looking import EVERY

FLOWS = (
    "alipay.resident.pay",
    "wechat.flexible.pay_self.suspended",
    "wechat.resident.pay_arrears",
    "tax_app.bank_account",
    "alipay.flexible.declare_base",
    "unionpay.resident.office_mismatch",
    "wechat.resident.pay_other.family",
    "unionpay.resident.pay",
    "tax_app.refund.normal",
    "tax_app.agreement.one_valid",
    "unionpay.closed_for_reconciliation",
)
"""On these walks every kind of step is met but those of `BESIDES`."""
BESIDES = {steps.Document, steps.PickMonth, steps.Records, steps.FoundOrders, steps.DayPaper, steps.Devices}
"""The first three are on the flows that are played by the bus alone (`test_bus`), the others are the staff's own."""


def kind(stop: Stop) -> object:
    return type(SCREENS[stop.screen].step) if stop.screen in SCREENS else stop.screen


def firsts() -> dict[str, set[int]]:
    """Where on these walks a kind of step is met for the first time."""
    met: dict[object, tuple[str, int]] = {}
    for flow in FLOWS:
        for at, stop in enumerate(EVERY[flow]):
            met.setdefault(kind(stop), (flow, at))
    return {flow: {at for of, at in met.values() if of == flow} for flow in FLOWS}


def test_every_kind_of_step_is_met() -> None:
    places = firsts()
    assert all(places.values()), "a walk on which nothing is met first"
    met = {kind(EVERY[flow][at]) for flow in FLOWS for at in places[flow]}
    assert {kind(stop) for walk in EVERY.values() for stop in walk} == met | BESIDES


@pytest.mark.parametrize("half", [0, 1])
def test_what_is_met_is_told_as_it_can_be_seen(address: str, tmp_path: Path, half: int) -> None:
    places = firsts()
    with reading(address, tmp_path) as reader:
        for flow in FLOWS[half::2]:
            reader.walk(flow, places[flow])
    assert reader.tells() == []
    assert reader.counts["screens"] == sum(len(places[flow]) for flow in FLOWS[half::2])


USED = frozenset({State.ENABLED, State.SHOWING})
PAY = Control(7, "option.pension", True, True, chosen=True, active=False)
NAME = Control(8, "field.name", True, True, chosen=False, active=True)
SEEN = Seen("wechat.confirm", ("缴费信息确认", "养老保险", "请选择"), ("缴费信息确认",), ("请选择",), (PAY, NAME))
TOLD = [
    Thing("a", "/5", "heading", "缴费信息确认", "", USED),
    Thing("a", "/6", "alert message", "请选择", "", USED),
    Thing("a", "/7", "radio button", "养老保险", "", USED | {State.CHECKABLE, State.CHECKED}),
    Thing("a", "/8", "text", "姓名", "张", USED | {State.FOCUSED}),
]


@pytest.mark.parametrize(
    ("told", "otherwise", "fault"),
    [
        (0, {"role": "label"}, "'缴费信息确认' is no heading"),
        (1, {"role": "label"}, "'请选择' is no alert"),
        (2, {"name": "养老"}, "'养老保险' is not told"),
        (2, {"path": "/9"}, "option.pension is not there"),
        (2, {"states": USED | {State.CHECKABLE}}, "option.pension is chosen"),
        (2, {"states": USED | {State.CHECKED}}, "option.pension is a radio button that cannot be checked"),
        (2, {"states": TOLD[2].states - {State.ENABLED}}, "option.pension is enabled"),
        (2, {"role": "label"}, "option.pension is a label"),
        (3, {"name": ""}, "a text has no name"),
        (3, {"states": USED}, "['姓名'] is typed into, and [] is said to have the focus"),
        (2, {"states": TOLD[2].states | {State.FOCUSED}}, "['姓名'] is typed into, and ['养老保险', '姓名'] is said"),
    ],
)
def test_what_is_told_otherwise_is_found(told: int, otherwise: dict[str, object], fault: str) -> None:
    assert faults(SEEN, TOLD) == []
    things = [*TOLD]
    things[told] = replace(things[told], **otherwise)  # type: ignore[arg-type]
    assert any(one.startswith(fault) for one in faults(SEEN, things)), faults(SEEN, things)
