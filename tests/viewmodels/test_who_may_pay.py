"""Before an amount is seen: who may not pay is told why, and from when it covers is said beside every amount."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.flows.steps import Confirm, PickEnrolment, PickMethod, PickTier, Query, Summary
from domain.flows.visit import Choice, Paying, Visit
from domain.identity.citizen import check_character
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Person
from kit.people.store import fill
from tests.payment.hall import BOOK, LI, NOON, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import enrolled, known, pays, step_of
from viewmodels.making import paying
from viewmodels.parts import Parts

Until = Callable[[Callable[[], bool]], None]
RESIDENT, PENSION, MEDICAL = Scheme.RESIDENT, Insurance.PENSION, Insurance.MEDICAL
TOO_OLD = "已满 60 周岁，不用再按年缴费；领取待遇请到经办机构"
NOT_THIS_YEAR = "2026年内不能享受待遇"


@pytest.fixture
def old(hall: Hall) -> Person:
    """74 years old, and enrolled in both."""
    first = "52019919520315024"
    who = replace(LI, number=first + check_character(first), name="孙老", phone="19900000097", arrears=())
    fill(hall.store, [who], BOOK, NOON.date())
    person = hall.store.tax.find_person(who.kind, who.number, who.name)
    assert person is not None
    return person


@pytest.fixture
def medical(hall: Hall) -> Visit:
    """Li, about to pay this year's medical insurance in its season."""
    choice = Choice(MEDICAL, "520581M", periods=(Period(2026),), tier="season", recorded=True)
    return pays("unionpay", known(hall, "李桂兰"), enrolled(hall, known(hall, "李桂兰"), RESIDENT, choice))


class TestAge:
    def test_as_soon_as_the_insurance_is_chosen(self, parts: Parts, old: Person, ended: Ended, until: Until) -> None:
        visit = pays("wechat", old, Paying(RESIDENT))
        confirm = paying.confirm(step_of("wechat.confirm_resident", Confirm), visit, parts, ended)
        until(lambda: not confirm.state.asking.loading)
        confirm.chooseInsurance("pension")
        assert confirm.property("errors")["insurance"] == TOO_OLD
        confirm.pickTier()
        confirm.next()
        assert ended.outcome is None and confirm.sum.property("amount") == ""
        confirm.chooseInsurance("medical")
        assert confirm.property("errors")["insurance"] == ""

    @pytest.mark.parametrize(
        ("at", "choice", "where"),
        [
            ("alipay.query_resident", Choice(PENSION), "insuranceError"),
            ("unionpay.query_resident", Choice(PENSION, "520581P"), "periodError"),
        ],
    )
    def test_where_it_is_asked_for_when(
        self, parts: Parts, old: Person, ended: Ended, until: Until, at: str, choice: Choice, where: str
    ) -> None:
        query = paying.query(step_of(at, Query), pays(at, old, Paying(RESIDENT, choice)), parts, ended)
        until(lambda: not query.state.asking.loading)
        query.next()
        assert query.property(where) == TOO_OLD and ended.outcome is None

    def test_among_the_enrolments(self, hall: Hall, parts: Parts, old: Person, ended: Ended) -> None:
        visit = pays("alipay", old, enrolled(hall, old, RESIDENT, Choice(PENSION, "520581P")))
        rows = paying.pick_enrolment(step_of("alipay.resident_enrolment", PickEnrolment), visit, parts, ended)
        assert [(row["caption"], row["enabled"]) for row in rows.property("rows")] == [(TOO_OLD, False)]


class TestCover:
    def test_with_the_tier(self, parts: Parts, medical: Visit, ended: Ended) -> None:
        tier = paying.pick_tier(step_of("unionpay.resident_tier", PickTier), medical, parts, ended)
        (only,) = tier.property("tiers")
        assert only["note"].startswith("待遇等待期 90 天，今天缴费 2027年2月21日起算；2026年内不能享受待遇")
        assert tier.property("chosenNote") == NOT_THIS_YEAR

    def test_wherever_the_amount_is_seen_after_that(
        self, parts: Parts, medical: Visit, ended: Ended, until: Until
    ) -> None:
        summary = paying.summary(step_of("unionpay.summary_resident", Summary), medical, parts, ended)
        method = paying.pick_method(step_of("wechat.pick_method", PickMethod), medical, parts, ended)
        confirm = paying.confirm(step_of("wechat.confirm_resident", Confirm), medical, parts, ended)
        said = [summary.property("cover"), method.property("cover"), confirm.sum.property("paidFor")]
        assert said == [NOT_THIS_YEAR] * 3

    def test_by_the_day_of_paying(self, hall: Hall, parts: Parts, medical: Visit, ended: Ended) -> None:
        hall.now = datetime(2026, 4, 1, 4, tzinfo=UTC)
        summary = paying.summary(step_of("unionpay.summary_resident", Summary), medical, parts, ended)
        assert summary.property("cover") == "2026年6月30日起享受待遇"

    def test_a_pension_says_nothing_of_the_kind(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        li = known(hall, "李桂兰")
        choice = Choice(PENSION, "520581P", periods=(Period(2026),), tier="300", recorded=True)
        visit = pays("unionpay", li, enrolled(hall, li, RESIDENT, choice))
        assert paying.summary(step_of("unionpay.check", Summary), visit, parts, ended).property("cover") == ""
