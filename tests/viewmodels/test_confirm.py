"""缴费信息确认 without screens: what is chosen is what is asked for next, shown, and paid."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from domain.flows.steps import Confirm
from domain.flows.visit import Choice, Paying
from domain.people.insurance import Insurance, Period, Scheme
from domain.ports import TaxSystem
from tests.payment.hall import Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.line import Line
from tests.viewmodels.visits import known, over_a_line, pays, step_of
from viewmodels.making import paying
from viewmodels.parts import Parts
from viewmodels.steps.confirm import ConfirmViewModel
from viewmodels.words import sentences

Until = Callable[[Callable[[], bool]], None]
MONTH = Period(2026, 11)


@pytest.fixture
def line(hall: Hall) -> Line:
    return Line(hall.store.tax)


Show = Callable[..., ConfirmViewModel]


@pytest.fixture
def show(hall: Hall, parts: Parts, ended: Ended, until: Until, line: Line) -> Show:
    """The form of a person, once the tax system has answered or has not."""

    def shown(name: str = "张建国", scheme: Scheme = Scheme.FLEXIBLE, choice: Choice | None = None) -> ConfirmViewModel:
        step = step_of(f"wechat.confirm_{scheme}", Confirm)
        visit = pays("wechat", known(hall, name), Paying(scheme, choice or Choice()))
        form = paying.confirm(step, visit, over_a_line(parts, cast(TaxSystem, line)), ended)
        until(lambda: not form.property("loading"))
        return form

    return shown


def boxes(rows: list[dict[str, Any]]) -> list[tuple[str, bool]]:
    return [(row["title"], row["chosen"]) for row in rows]


def test_nothing_is_chosen_at_first(show: Show) -> None:
    form = show()
    assert [row["value"] for row in form.property("identity")] == ["张建国", "居民身份证", "520***********0119"]
    assert boxes(form.property("insurances")) == [("养老保险", False), ("医疗保险", False)]
    assert boxes(form.property("arrears")) == [("否", True), ("是", False)]
    for name in ("agency", "problem", "stopText"):
        assert form.property(name) == "", name
    for name in ("tier", "base", "amount", "paidFor", "demo"):
        assert form.sum.property(name) == "", name
    assert (form.property("nextText"), form.sum.property("label")) == ("下一步", "缴费金额")


def test_residents_are_asked_in_other_words(show: Show) -> None:
    form = show("李桂兰", Scheme.RESIDENT)
    assert boxes(form.property("arrears")) == [("正常缴费", True), ("补缴", False)]


def test_what_is_chosen_is_shown_and_paid(show: Show, ended: Ended) -> None:
    form = show(choice=Choice(Insurance.PENSION, "520102P", periods=(MONTH,), tier="60", recorded=True))
    assert boxes(form.property("insurances")) == [("养老保险", True), ("医疗保险", False)]
    assert form.property("agency") == "南明区社会保险事业局" and form.property("period") == "2026年11月"
    assert (form.sum.property("tier"), form.sum.property("base")) == ("60% 档", "缴费基数 4,394.70 元")
    assert (form.sum.property("amount"), form.sum.property("paidFor")) == ("878.94", "2026年11月，共 1 个月")
    assert form.property("note") == "缴费档次已记录" and form.property("stopText") != ""
    form.next()
    assert ended.outcome == "pay"
    (bill,) = ended.visit.paying.bills
    assert (bill.agency, bill.tier, bill.period, bill.fen) == ("520102P", "60", MONTH, 87894)


def test_who_only_declares_stops_with_what_was_chosen(show: Show, ended: Ended) -> None:
    form = show(choice=Choice(Insurance.PENSION, "520102P", periods=(MONTH,), tier="60", recorded=True))
    form.stop()
    assert ended.outcome == "stop" and [bill.tier for bill in ended.visit.paying.bills] == ["60"]


@pytest.mark.parametrize("way", ["next", "stop", "pickTier"])
def test_what_is_missing_keeps_the_visitor_here(show: Show, ended: Ended, way: str) -> None:
    form = show()
    before = str(form.property("errors"))
    getattr(form, way)()
    assert ended.outcome is None and str(form.property("errors")) != before


def test_a_picker_opens_once_what_it_depends_on_is_answered(show: Show, ended: Ended) -> None:
    form, opened = show(), []
    form.pickAgency()
    opened.append(ended.outcome)
    form.chooseInsurance("pension")
    for pick in (form.pickAgency, form.pickPeriod):
        pick()
        opened.append(ended.outcome)
    assert opened == [None, "pick_agency", "pick_period"]
    assert ended.visit.paying.choice.insurance is Insurance.PENSION


def test_another_insurance_takes_back_what_hung_on_the_first(show: Show) -> None:
    form = show(choice=Choice(Insurance.PENSION, "520102P", periods=(MONTH,), tier="60", recorded=True))
    form.chooseInsurance("pension")
    assert form.sum.property("amount") == "878.94", "it was chosen already"
    form.chooseInsurance("medical")
    assert (form.sum.property("tier"), form.sum.property("amount"), form.property("stopText")) == ("", "", "")


def test_residents_arrears_are_listed_on_the_next_screen(show: Show, ended: Ended) -> None:
    form = show("刘志强", Scheme.RESIDENT, Choice(Insurance.PENSION, "522601P"))
    assert not form.property("listed")
    form.chooseArrears("yes")
    assert form.property("listed") and boxes(form.property("arrears")) == [("正常缴费", False), ("补缴", True)]
    form.next()
    assert (ended.outcome, ended.visit.paying.choice.arrears) == ("arrears", True)


def test_a_silent_tax_system_is_asked_again_and_nothing_opens_meanwhile(
    show: Show, line: Line, ended: Ended, until: Until
) -> None:
    line.silent = True
    form = show()
    assert (form.property("problem"), form.property("nextText")) == (sentences.TAX_UNREACHABLE, "重新查询")
    form.pickAgency()
    line.silent = False
    form.next()
    until(lambda: not form.property("loading"))
    assert (form.property("problem"), form.property("nextText"), ended.outcome) == ("", "下一步", None)


def test_what_is_touched_while_the_tax_system_is_asked_happens_after_the_answer(
    hall: Hall, parts: Parts, ended: Ended, until: Until
) -> None:
    choice = Choice(Insurance.PENSION, "520102P", periods=(MONTH,), tier="60", recorded=True)
    visit = pays("wechat", known(hall, "张建国"), Paying(Scheme.FLEXIBLE, choice))
    form = paying.confirm(step_of("wechat.confirm_flexible", Confirm), visit, parts, ended)
    assert form.property("loading") and form.property("problem") == "", "a short wait is not spoken of"
    form.next()
    assert ended.outcome is None
    until(lambda: ended.outcome == "pay")


@pytest.mark.parametrize(
    ("choice", "touches", "missing"),
    [
        (
            Choice(),
            ["next", "stop", "pickTier", "pickAgency", "pickPeriod"],
            {
                "insurance": "请选择缴费险种",
                "agency": "请选择社保经办机构",
                "period": "请选择费款所属期",
                "tier": "请选择缴费档次",
            },
        ),
        (
            Choice(Insurance.PENSION),
            ["next", "stop", "pickTier"],
            {"agency": "请选择社保经办机构", "period": "请选择费款所属期", "tier": "请选择缴费档次"},
        ),
        (
            Choice(Insurance.PENSION, "520102P"),
            ["next", "stop", "pickTier"],
            {"period": "请选择费款所属期", "tier": "请选择缴费档次"},
        ),
        (Choice(Insurance.PENSION, "520102P", periods=(MONTH,)), ["next", "stop"], {"tier": "请选择缴费档次"}),
    ],
)
def test_what_is_missing_is_pointed_out_until_something_is_chosen(
    show: Show, ended: Ended, choice: Choice, touches: list[str], missing: dict[str, str]
) -> None:
    for touch in touches:
        form = show(choice=choice)
        assert not any(form.property("errors").values())
        getattr(form, touch)()
        assert {where: says for where, says in form.property("errors").items() if says} == missing, touch
        form.chooseInsurance("medical")
        assert not any(form.property("errors").values()) and ended.outcome is None


def test_what_is_wrong_is_said_at_once(show: Show, ended: Ended) -> None:
    form = show(choice=Choice(Insurance.PENSION, "520103P"))
    assert form.property("errors")["agency"] == "所选经办机构与参保登记地不一致，请重新选择"
    form.chooseInsurance("medical")
    form.chooseArrears("yes")
    assert form.property("errors")["arrears"] == "目前支持养老保险的补缴，请改选养老保险"
    form.pickTier()
    assert ended.outcome is None


@pytest.mark.parametrize(("arrears", "answer"), [(False, "no"), (True, "yes")])
def test_the_same_answer_again_changes_nothing(show: Show, arrears: bool, answer: str) -> None:
    choice = Choice(Insurance.PENSION, "520302P", arrears=arrears, periods=(Period(2026, 10),), tier="60")
    form = show("王秀英", choice=choice)
    form.chooseArrears(answer)
    assert form.state.choice == choice


def test_only_the_last_touch_before_the_answer_counts(hall: Hall, parts: Parts, ended: Ended, until: Until) -> None:
    choice = Choice(Insurance.PENSION, "520102P", periods=(MONTH,), tier="60", recorded=True)
    visit = pays("wechat", known(hall, "张建国"), Paying(Scheme.FLEXIBLE, choice))
    form = paying.confirm(step_of("wechat.confirm_flexible", Confirm), visit, parts, ended)
    form.next()
    form.pickPeriod()
    until(lambda: ended.outcome is not None)
    assert ended.outcome == "pick_period"
