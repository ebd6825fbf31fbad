"""What was confirmed on one day and is paid on the next: the amount is looked at again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.flows.channels.alipay.table import TABLE as ALIPAY
from domain.flows.channels.unionpay.table import TABLE as UNIONPAY
from domain.flows.channels.wechat.table import TABLE as WECHAT
from domain.flows.steps import PayByQr, PickMethod, PickTier, Summary
from domain.flows.visit import Choice, Due, Paying, Visit
from domain.payment.network import Absent, Closed, Presented
from domain.payment.order import Network
from domain.people.insurance import Insurance, Period, Scheme
from tests.payment.hall import LI, Hall
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import pays
from viewmodels.making import paying
from viewmodels.parts import Parts
from viewmodels.steps.confirming import confirmation_of
from viewmodels.steps.pick_method import PickMethodViewModel
from viewmodels.steps.pick_tier import CHANGED, PickTierViewModel
from viewmodels.words.phases import Phase

Until = Callable[[Callable[[], bool]], None]
LAST_DAY = datetime(2026, 2, 28, 4, 0, tzinfo=UTC)
NEXT_DAY = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def visit(hall: Hall, parts: Parts) -> Visit:
    """A resident's medical insurance, confirmed on the last day of the collection window."""
    hall.now = LAST_DAY
    person = hall.store.tax.find_person(LI.kind, LI.number, LI.name)
    assert person is not None
    enrolments = hall.store.tax.enrolments(person.id, Scheme.RESIDENT)
    choice = Choice(Insurance.MEDICAL, "520581M", False, (Period(2026),), "window", recorded=True)
    due = Due("wechat", person, Paying(Scheme.RESIDENT, choice, enrolments=enrolments))
    bills = confirmation_of(due, parts.desk.payments).bills(choice)
    assert [bill.fen for bill in bills] == [400_00]
    return pays("wechat", person, due.paying.chosen(choice, bills))


def method(visit: Visit, parts: Parts, ended: Ended) -> PickMethodViewModel:
    step = WECHAT.screens["wechat.pick_method"].step
    assert isinstance(step, PickMethod)
    return paying.pick_method(step, visit, parts, ended)


def test_the_same_day(visit: Visit, parts: Parts, ended: Ended) -> None:
    method(visit, parts, ended).next()
    assert ended.outcome == "next"


def test_the_day_after(visit: Visit, parts: Parts, ended: Ended, hall: Hall) -> None:
    vm = method(visit, parts, ended)
    hall.now = NEXT_DAY
    vm.next()
    assert ended.outcome == "changed_resident"
    assert ended.visit.paying.choice.tier is None
    assert ended.visit.paying.bills == ()


def test_a_tier_that_is_being_recorded_cannot_be_exchanged(visit: Visit, parts: Parts, ended: Ended) -> None:
    step = WECHAT.screens["wechat.resident_tier"].step
    assert isinstance(step, PickTier)
    pension = replace(visit.paying.choice, insurance=Insurance.PENSION, agency="520581P", tier="300")
    vm = paying.pick_tier(step, replace(visit, business=visit.paying.chosen(pension)), parts, ended)
    vm.submit()
    vm.choose("400")
    assert vm.state.chosen == "300"


@pytest.mark.parametrize("way", [PickTierViewModel.submit, PickTierViewModel.stop], ids=["on", "record only"])
def test_a_tier_of_yesterday_is_not_recorded(
    visit: Visit, parts: Parts, ended: Ended, hall: Hall, way: Callable[[PickTierViewModel], None]
) -> None:
    step = ALIPAY.screens["alipay.resident_tier"].step
    assert isinstance(step, PickTier)
    vm = paying.pick_tier(step, visit, parts, ended)
    vm.choose("window")
    hall.now = NEXT_DAY
    way(vm)
    assert (vm.state.problem, vm.state.chosen, ended.outcome) == (CHANGED, None, None)
    assert [tier["code"] for tier in vm.property("tiers")] == ["season"]
    assert hall.store.tax.declared(visit.visitor.id, Scheme.RESIDENT) == ()


def test_a_summary_of_what_cannot_be_paid_any_more_leads_back(
    visit: Visit, parts: Parts, ended: Ended, hall: Hall
) -> None:
    step = ALIPAY.screens["alipay.summary_resident"].step
    assert isinstance(step, Summary)
    hall.now = datetime(2027, 3, 1, 4, 0, tzinfo=UTC)
    paying.summary(step, replace(visit, business=visit.paying.chosen(visit.paying.choice)), parts, ended).next()
    assert ended.outcome == "changed" and ended.visit.paying.choice.tier is None


def test_a_code_is_not_renewed_at_yesterdays_price(
    visit: Visit, parts: Parts, ended: Ended, hall: Hall, network: ScriptedNetwork, until: Until
) -> None:
    step = WECHAT.screens["wechat.pay"].step
    assert isinstance(step, PayByQr)
    network.will(("create", Presented("weixin://wxpay/bizpayurl?pr=1")), ("query", Closed()))
    vm = paying.pay_by_qr(step, visit, parts, ended)
    until(lambda: vm.state.phase is Phase.WAITING)
    vm.check()
    until(lambda: vm.state.phase is Phase.EXPIRED)
    hall.now = NEXT_DAY
    vm.primary()
    assert ended.outcome == "cancelled" and len(hall.store.orders.all()) == 1


@pytest.mark.parametrize("network_name", ["alipay", "unionpay"])
def test_a_code_runs_out_at_its_end_and_not_a_moment_before(
    visit: Visit,
    parts: Parts,
    ended: Ended,
    hall: Hall,
    network: ScriptedNetwork,
    until: Until,
    network_name: Network,
) -> None:
    """Before its end these networks cannot close it, and the visitor would be told that nothing is known."""
    flow = {"alipay": ALIPAY, "unionpay": UNIONPAY}[network_name]
    step = flow.screens[f"{network_name}.pay_resident"].step
    assert isinstance(step, PayByQr)
    network.recalls = False
    network.will(("create", Presented("https://qr.example/1")))
    vm = paying.pay_by_qr(step, visit, parts, ended)
    until(lambda: vm.state.phase is Phase.WAITING)
    hall.later(minutes=4, seconds=59.1)
    vm.watch.tick()
    assert vm.state.phase is Phase.WAITING and vm.property("clock") == "00:01"
    hall.later(seconds=0.9)
    network.will(("query", Absent()), ("close", Absent()))
    vm.watch.tick()
    until(lambda: vm.state.phase is Phase.EXPIRED)
