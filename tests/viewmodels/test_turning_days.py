"""What was confirmed on one day and is paid on the next: the amount is looked at again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.flows.steps import PickMethod, PickTier
from domain.flows.wechat import WECHAT
from domain.insurance import Insurance, Period, Scheme
from domain.visit import Choice, Visit
from tests.payment.hall import LI, Hall
from tests.viewmodels.conftest import Ended
from viewmodels.confirming import confirmation_of
from viewmodels.parts import Parts
from viewmodels.pick_method import PickMethodViewModel
from viewmodels.pick_tier import PickTierViewModel

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
    visit = Visit("wechat", visitor=person, scheme=Scheme.RESIDENT, enrolments=enrolments, choice=choice)
    bills = confirmation_of(visit, parts).bills(choice)
    assert [bill.fen for bill in bills] == [400_00]
    return replace(visit, bills=bills)


def method(visit: Visit, parts: Parts, ended: Ended) -> PickMethodViewModel:
    step = WECHAT.screens["wechat.pick_method"].step
    assert isinstance(step, PickMethod)
    return PickMethodViewModel(step, visit, parts, ended)


def test_the_same_day(visit: Visit, parts: Parts, ended: Ended) -> None:
    method(visit, parts, ended).next()
    assert ended.outcome == "next"


def test_the_day_after(visit: Visit, parts: Parts, ended: Ended, hall: Hall) -> None:
    vm = method(visit, parts, ended)
    hall.now = NEXT_DAY
    vm.next()
    assert ended.outcome == "changed_resident"
    assert ended.visit.choice.tier is None
    assert ended.visit.bills == ()


def test_a_tier_that_is_being_recorded_cannot_be_exchanged(visit: Visit, parts: Parts, ended: Ended) -> None:
    step = WECHAT.screens["wechat.resident_tier"].step
    assert isinstance(step, PickTier)
    pension = replace(visit.choice, insurance=Insurance.PENSION, agency="520581P", tier="300")
    vm = PickTierViewModel(step, replace(visit, choice=pension), parts, ended)
    vm.submit()
    vm.choose("400")
    assert vm.state.chosen == "300"
