"""查询缴费 and 参保信息, without screens: what each choice brings, and why one cannot go on."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from domain.flows.channels.alipay.table import TABLE as ALIPAY
from domain.flows.channels.unionpay.table import TABLE as UNIONPAY
from domain.flows.steps import PickEnrolment, Query
from domain.flows.visit import Choice, Paying
from domain.people.insurance import Insurance, Period, Scheme
from tests.payment.hall import PEOPLE, ZHANG, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import enrolled, pays
from viewmodels.making import paying
from viewmodels.parts import Parts
from viewmodels.steps.pick_enrolment import PickEnrolmentViewModel
from viewmodels.steps.query import QueryViewModel

Until = Callable[[Callable[[], bool]], None]
Ask = Callable[..., QueryViewModel]


@pytest.fixture
def ask(hall: Hall, parts: Parts, ended: Ended, until: Until) -> Ask:
    """A query of a demonstration person, once the tax system has answered."""

    def asked(
        name: str, screen: str, scheme: Scheme, insurance: Insurance | None = None, agency: str | None = None
    ) -> QueryViewModel:
        table = UNIONPAY if screen.startswith("unionpay") else ALIPAY
        step = table.screens[screen].step
        assert isinstance(step, Query)
        who = next(p for p in PEOPLE if p.name == name)
        person = hall.store.tax.find_person(who.kind, who.number, who.name)
        visit = pays(table.channel, person, Paying(scheme, Choice(insurance, agency)))
        query = paying.query(step, visit, parts, ended)
        until(lambda: not query.state.asking.loading)
        return query

    return asked


def shown(query: QueryViewModel) -> list[tuple[str, str, bool]]:
    return [(row["title"], row["caption"], row["chosen"]) for row in query.property("periods")]


def test_nothing_can_be_chosen_before_the_tax_system_has_answered(
    hall: Hall, parts: Parts, ended: Ended, until: Until
) -> None:
    """What is touched too early, or while nobody answers, is not taken for an answer."""
    zhang = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    step = ALIPAY.screens["alipay.query_flexible"].step
    assert isinstance(step, Query)
    query = paying.query(step, pays("alipay", zhang, Paying(Scheme.FLEXIBLE)), parts, ended)
    query.chooseInsurance("pension")
    query.choosePeriod("2026-11")
    assert not query.property("known") and query.property("insuranceError") == ""
    assert query.state.choice == Choice()
    until(lambda: not query.state.asking.loading)
    query.chooseInsurance("pension")
    query.next()
    assert ended.outcome == "next" and ended.visit.paying.choice.agency == "520102P"


def test_a_month_that_has_gone_by_is_not_paid_unseen(ask: Ask, hall: Hall, ended: Ended) -> None:
    hall.now = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)
    query = ask("张建国", "alipay.query_flexible", Scheme.FLEXIBLE)
    query.chooseInsurance("pension")
    hall.now = datetime(2027, 1, 1, 4, 0, tzinfo=UTC)
    query.next()
    assert query.property("periodError") == "这一期现在不能缴费，请重新选择"
    query.choosePeriod("2027-01")
    query.next()
    assert ended.outcome == "next" and ended.visit.paying.choice.periods == (Period(2027, 1),)


def test_unpaid_months_are_listed_as_arrears_and_only_where_there_are_any(ask: Ask) -> None:
    wang = ask("王秀英", "alipay.query_flexible", Scheme.FLEXIBLE)
    assert shown(wang) == [
        ("2026年11月", "", True),
        ("2026年10月", "补缴", False),
        ("2026年9月", "补缴", False),
    ]
    zhang = ask("张建国", "alipay.query_flexible", Scheme.FLEXIBLE)
    assert shown(zhang) == [("2026年11月", "", True)]


def test_several_months_are_ticked_and_paid_together(ask: Ask, ended: Ended) -> None:
    query = ask("王秀英", "alipay.query_flexible", Scheme.FLEXIBLE)
    for key in ("2026-09", "2026-10"):
        query.choosePeriod(key)
    query.chooseInsurance("pension")
    query.next()
    assert ended.outcome == "next"
    assert ended.visit.paying.choice == Choice(
        Insurance.PENSION, "520302P", arrears=True, periods=(Period(2026, 11), Period(2026, 10), Period(2026, 9))
    )


@pytest.mark.parametrize(
    ("person", "touches", "where", "sentence"),
    [
        ("张建国", [], "insuranceError", "请选择险种"),
        ("杨小军", ["pension"], "insuranceError", "没有查到这个险种的参保登记，请先到经办机构办理参保登记"),
        ("赵永红", ["pension"], "periodError", "这一期的费款已经缴过了，不用再缴"),
        ("张建国", ["2026-11", "pension"], "periodError", "请选择费款所属期"),
        ("王秀英", ["2026-10", "medical"], "insuranceError", "没有查到这个险种的参保登记，请先到经办机构办理参保登记"),
    ],
)
def test_why_a_flexible_worker_cannot_go_on(
    ask: Ask, ended: Ended, person: str, touches: list[str], where: str, sentence: str
) -> None:
    query = ask(person, "alipay.query_flexible", Scheme.FLEXIBLE)
    for touch in touches:
        query.choosePeriod(touch) if touch[0] == "2" else query.chooseInsurance(touch)
    query.next()
    assert query.property(where) == sentence
    assert ended.outcome is None


def test_medical_enrolment_shows_its_agency_only_after_it_was_chosen(ask: Ask, ended: Ended) -> None:
    query = ask("李桂兰", "alipay.query_resident", Scheme.RESIDENT)
    assert [(row["key"], row["value"]) for row in query.property("enrolled")] == [
        ("养老保险", "黔西市社会保险事业局"),
        ("医疗保险", "选择经办机构后显示"),
    ]
    query.chooseInsurance("medical")
    query.next()
    assert ended.outcome == "next" and ended.visit.paying.choice == Choice(Insurance.MEDICAL)


def test_who_is_enrolled_in_nothing_is_told_so(ask: Ask) -> None:
    query = ask("杨小军", "alipay.query_flexible", Scheme.FLEXIBLE)
    assert query.property("nothing") == "没有查到参保登记，请先到经办机构办理参保登记"


def test_unionpay_asks_for_a_year(ask: Ask, ended: Ended) -> None:
    query = ask("李桂兰", "unionpay.query_resident", Scheme.RESIDENT, Insurance.MEDICAL, "520581M")
    assert shown(query) == [("2026年", "", True), ("2027年", "", False)]
    query.choosePeriod("2027")
    query.next()
    assert query.property("periodError") == "2027年度缴费标准尚未公布，现在不能缴费"
    query.choosePeriod("2026")
    query.next()
    assert ended.outcome == "next" and ended.visit.paying.choice.periods == (Period(2026),)


@pytest.fixture
def enrolment(hall: Hall, parts: Parts, ended: Ended) -> Callable[[str, str], PickEnrolmentViewModel]:
    def made(name: str, agency: str) -> PickEnrolmentViewModel:
        step = ALIPAY.screens["alipay.resident_enrolment"].step
        assert isinstance(step, PickEnrolment)
        who = next(p for p in PEOPLE if p.name == name)
        person = hall.store.tax.find_person(who.kind, who.number, who.name)
        assert person is not None
        insurance = Insurance.MEDICAL if agency.endswith("M") else Insurance.PENSION
        visit = pays("alipay", person, enrolled(hall, person, Scheme.RESIDENT, Choice(insurance, agency)))
        return paying.pick_enrolment(step, visit, parts, ended)

    return made


def test_a_year_without_a_tier_and_a_paid_one_cannot_be_chosen(
    enrolment: Callable[[str, str], PickEnrolmentViewModel], ended: Ended
) -> None:
    rows = enrolment("陈玉梅", "520402M").property("rows")
    assert [(row["title"], row["caption"], row["enabled"]) for row in rows] == [
        ("2026年 医疗保险", "已缴费", False),
        ("2027年 医疗保险", "2027年度缴费标准尚未公布", False),
    ]


def test_nothing_to_choose_is_said_when_one_goes_on(
    enrolment: Callable[[str, str], PickEnrolmentViewModel], ended: Ended
) -> None:
    chen = enrolment("陈玉梅", "520402M")
    chen.submit()
    assert chen.property("error") == "没有可以缴费的参保信息" and ended.outcome is None


def test_a_wrong_agency_has_nothing_and_leads_back(
    enrolment: Callable[[str, str], PickEnrolmentViewModel], ended: Ended
) -> None:
    wrong = enrolment("李桂兰", "520102M")
    assert wrong.property("nothing") == "没有查到参保信息，请先到经办机构办理参保登记"
    wrong.submit()
    assert ended.outcome == "again"


def test_a_year_is_chosen_by_the_visitor_alone(
    enrolment: Callable[[str, str], PickEnrolmentViewModel], ended: Ended
) -> None:
    li = enrolment("李桂兰", "520581M")
    li.choose("2027")
    li.submit()
    assert li.property("error") == "请选择其中一条参保信息"
    li.choose("2026")
    li.submit()
    assert ended.outcome == "next" and ended.visit.paying.choice.periods == (Period(2026),)


def test_what_is_missing_is_pointed_out_until_something_is_chosen(ask: Ask, ended: Ended) -> None:
    query = ask("王秀英", "alipay.query_flexible", Scheme.FLEXIBLE)
    assert query.property("insuranceError") == ""
    query.next()
    assert query.property("insuranceError") == "请选择险种"
    query.choosePeriod("2026-10")
    assert query.property("insuranceError") == "" and ended.outcome is None


def test_a_month_is_unticked_as_it_was_ticked(ask: Ask) -> None:
    query = ask("王秀英", "alipay.query_flexible", Scheme.FLEXIBLE)
    for key in ("2026-10", "2026-11", "2020-01"):
        query.choosePeriod(key)
    assert [chosen for _, _, chosen in shown(query)] == [False, True, False]
    assert query.property("ticked") == "可以选几个月一起缴，已选 1 个月"
    query.choosePeriod("2026-10")
    assert query.property("ticked") == "可以选几个月一起缴，已选 0 个月"
