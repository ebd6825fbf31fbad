"""缴费档次: what is recorded with the tax system is what the visitor has seen, at the price that they have seen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.steps import PickTier
from domain.flows.visit import Choice
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import TierRecord
from domain.policy import Policy
from domain.policy.flexible_pension import FlexiblePension
from tests.payment.hall import BOOK, ZHANG, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import enrolled, pays
from viewmodels.making import paying
from viewmodels.parts import Parts
from viewmodels.steps.pick_tier import CHANGED, GONE, PickTierViewModel

Until = Callable[[Callable[[], bool]], None]
PENSION = (Scheme.FLEXIBLE, Insurance.PENSION)
MONTH = Period(2026, 11)


@dataclass
class Shelf:
    """Where the policy's book lies; another may be put there at any time."""

    book: Policy

    def __getattr__(self, name: str) -> object:
        return getattr(self.book, name)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(BOOK)


@pytest.fixture
def choosing(hall: Hall, parts: Parts, ended: Ended, shelf: Shelf) -> PickTierViewModel:
    """Zhang before the tiers of this month's pension, with the second one chosen."""
    zhang = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert zhang is not None
    step = SCREENS["wechat.flexible_tier"].step
    assert isinstance(step, PickTier)
    choice = Choice(Insurance.PENSION, "520102P", periods=(MONTH,))
    visit = pays("wechat", zhang, enrolled(hall, zhang, Scheme.FLEXIBLE, choice))
    desk = replace(parts.desk, payments=replace(parts.desk.payments, policy=cast(Policy, shelf)))
    step_shown = paying.pick_tier(step, visit, replace(parts, desk=desk), ended)
    step_shown.choose("80")
    return step_shown


def recorded(hall: Hall) -> tuple[TierRecord, ...]:
    return hall.store.tax.declared(hall.person(ZHANG), Scheme.FLEXIBLE)


def dearer() -> Policy:
    """The same tiers at another price."""
    rules = BOOK.rules[PENSION]
    assert isinstance(rules, FlexiblePension)
    return replace(BOOK, rules={**BOOK.rules, PENSION: replace(rules, rate=rules.rate / 2)})


def fewer() -> Policy:
    """None of the tiers any more."""
    rules = BOOK.rules[PENSION]
    assert isinstance(rules, FlexiblePension)
    return replace(BOOK, rules={**BOOK.rules, PENSION: replace(rules, wages=())})


@pytest.mark.parametrize(("way", "outcome"), [("submit", "picked"), ("stop", "stop")])
def test_what_was_chosen_is_recorded_at_the_price_that_was_shown(
    choosing: PickTierViewModel, hall: Hall, ended: Ended, until: Until, way: str, outcome: str
) -> None:
    before, shown = recorded(hall), choosing.property("amount")
    assert choosing.property("chosen") == "您选了 80% 档" and choosing.property("per") == "每月"
    assert (choosing.property("amountLabel"), choosing.property("baseLabel")) == ("每月缴费", "缴费基数")
    getattr(choosing, way)()
    until(lambda: ended.outcome == outcome)
    (record,) = set(recorded(hall)) - set(before)
    assert (record.tier, record.period, f"{record.fen / 100:,.2f}") == ("80", MONTH, shown)
    assert (ended.visit.paying.choice.tier, ended.visit.paying.choice.recorded) == ("80", True)
    assert [bill.fen for bill in ended.visit.paying.bills] == [record.fen]


@pytest.mark.parametrize("way", ["submit", "stop"])
def test_a_price_that_has_changed_meanwhile_is_shown_before_anything_is_recorded(
    choosing: PickTierViewModel, shelf: Shelf, hall: Hall, ended: Ended, until: Until, way: str
) -> None:
    before, cheap = recorded(hall), choosing.property("amount")
    shelf.book = dearer()
    getattr(choosing, way)()
    assert (choosing.property("problem"), choosing.property("ready"), choosing.property("amount")) == (
        CHANGED,
        False,
        "",
    )
    choosing.choose("80")
    assert choosing.property("amount") not in {cheap, ""} and choosing.property("problem") == ""
    assert ended.outcome is None and recorded(hall) == before
    choosing.submit()
    until(lambda: ended.outcome == "picked")
    (record,) = set(recorded(hall)) - set(before)
    assert f"{record.fen / 100:,.2f}" == choosing.property("amount")


def test_what_can_no_longer_be_paid_is_not_recorded(
    choosing: PickTierViewModel, shelf: Shelf, hall: Hall, ended: Ended
) -> None:
    before, shelf.book = recorded(hall), fewer()
    choosing.submit()
    assert choosing.property("problem") == GONE and choosing.property("tiers") == []
    assert ended.outcome is None and recorded(hall) == before
