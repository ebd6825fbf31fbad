"""Small screens by themselves: what they say at each moment, and where each of their ways on leads."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest

from domain.flows.channels import CHANNELS
from domain.flows.steps import PickBills, PickDay, PickEnrolment, PickPeriod, Summary
from domain.flows.visit import Choice, Paying, Visit
from domain.people.insurance import Insurance, Period, Scheme
from domain.printing.printer import Condition, Printer
from tests.payment.hall import NOON, Hall, bill_of
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import enrolled, known, pays, step_of
from viewmodels.keyboard import KeyboardViewModel
from viewmodels.making import forms, paying
from viewmodels.parts import Parts
from viewmodels.shell.access import Contrast
from viewmodels.shell.colours import HOME, ChannelColours
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.steps.pick_bills import PickBillsViewModel
from viewmodels.steps.pick_day import YEARS, PickDayViewModel
from viewmodels.steps.pick_enrolment import PickEnrolmentViewModel
from viewmodels.steps.pick_one import PickOneViewModel
from viewmodels.words import printers
from viewmodels.words.language import Language

Until = Callable[[Callable[[], bool]], None]


class TestArrears:
    @pytest.fixture
    def arrears(self, hall: Hall, parts: Parts, ended: Ended, until: Until) -> PickBillsViewModel:
        """Four years of a resident's pension."""
        liu = known(hall, "刘志强")
        choice = Choice(Insurance.PENSION, "522601P", arrears=True)
        visit = pays("wechat", liu, enrolled(hall, liu, Scheme.RESIDENT, choice))
        shown = paying.pick_bills(step_of("wechat.arrears", PickBills), visit, parts, ended)
        assert shown.property("loading") and not shown.property("ready")
        until(lambda: not shown.property("loading"))
        return shown

    def test_all_are_ticked_at_first(self, arrears: PickBillsViewModel) -> None:
        rows = arrears.property("rows")
        assert [row["chosen"] for row in rows] == [True] * 4
        assert rows[0]["caption"].startswith("城乡居民 养老保险，") and rows[0]["title"].endswith("年")
        assert (arrears.property("amountLabel"), arrears.property("amount")) == ("补缴合计，共 4 笔", "1,800.00")

    def test_what_is_unticked_is_not_paid(self, arrears: PickBillsViewModel, ended: Ended) -> None:
        gone, *kept = [row["id"] for row in arrears.property("rows")]
        assert arrears.property("rows")[0]["amount"] == "600.00"
        arrears.toggle(gone)
        assert (arrears.property("amountLabel"), arrears.property("amount")) == ("补缴合计，共 3 笔", "1,200.00")
        arrears.submit()
        assert ended.outcome == "pay" and [bill.period.key for bill in ended.visit.paying.bills] == kept

    def test_nothing_ticked_is_nothing_to_pay(self, arrears: PickBillsViewModel, ended: Ended) -> None:
        for row in arrears.property("rows"):
            arrears.toggle(row["id"])
        assert (arrears.property("amountLabel"), arrears.property("amount")) == ("请至少选一笔", "")
        assert not arrears.property("ready") and arrears.property("nothing") == ""
        arrears.submit()
        assert ended.outcome is None


class TestEnrolment:
    @pytest.fixture
    def listed(self, hall: Hall, parts: Parts, ended: Ended) -> Callable[[str], PickEnrolmentViewModel]:
        def at(agency: str) -> PickEnrolmentViewModel:
            li = known(hall, "李桂兰")
            choice = Choice(Insurance.MEDICAL, agency)
            visit = pays("alipay", li, enrolled(hall, li, Scheme.RESIDENT, choice))
            step = step_of("alipay.resident_enrolment", PickEnrolment)
            return paying.pick_enrolment(step, visit, parts, ended)

        return at

    def test_one_has_to_be_chosen(self, listed: Callable[[str], PickEnrolmentViewModel], ended: Ended) -> None:
        screen = listed("520581M")
        assert screen.property("heading") == "选择其中一条参保信息" and screen.property("error") == ""
        rows = {row["id"]: row for row in screen.property("rows")}
        assert rows and not any(row["chosen"] for row in rows.values())
        screen.submit()
        payable = [key for key, row in rows.items() if row["enabled"]]
        told = "请选择其中一条参保信息" if payable else "没有可以缴费的参保信息"
        assert screen.property("error") == told and ended.outcome is None

    def test_what_cannot_be_paid_says_why_and_cannot_be_chosen(
        self, listed: Callable[[str], PickEnrolmentViewModel]
    ) -> None:
        screen = listed("520581M")
        now, later = screen.property("rows")
        assert [row["title"] for row in (now, later)] == ["2026年 医疗保险", "2027年 医疗保险"]
        assert (now["enabled"], later["enabled"], later["caption"]) == (True, False, "2027年度缴费标准尚未公布")
        for row in (now, later):
            screen.choose(row["id"])
            assert [r["id"] for r in screen.property("rows") if r["chosen"]] == ["2026"]

    def test_none_at_this_agency(self, listed: Callable[[str], PickEnrolmentViewModel], ended: Ended) -> None:
        screen = listed("520102M")
        assert (screen.property("rows"), screen.property("heading")) == ([], "")
        assert screen.property("nothing") != "" and screen.property("submitText") == "重新选择"
        screen.submit()
        assert ended.outcome == "again"


@pytest.mark.parametrize(
    ("at", "left", "figure", "caption", "history"),
    [
        (State(NOON, 8, 8), 1.0, "8", "秒后再试", "04:00 停的"),
        (State(NOON, 8, 2, tries=3), 0.25, "2", "秒后再试", "04:00 停的，已经试过 3 次"),
        (State(NOON, 8, 0, tries=1), 0.0, "", "正在恢复", "04:00 停的，已经试过 1 次"),
    ],
)
def test_out_of_service_says_when_it_is_tried_again(
    qapp: object, at: State, left: float, figure: str, caption: str, history: str
) -> None:
    screen = OutOfServiceViewModel(Language(), at)
    assert screen.property("share") == left
    assert (screen.property("figure"), screen.property("figureCaption")) == (figure, caption)
    assert screen.property("history") == history


@pytest.mark.parametrize("cleared", [True, False])
def test_out_of_service_says_what_was_cleared_only_if_it_was(qapp: object, cleared: bool) -> None:
    assert bool(OutOfServiceViewModel(Language(), State(NOON, 8, 8, cleared=cleared)).property("cleared")) is cleared


def test_what_is_to_be_paid_is_read_once_more(hall: Hall, parts: Parts, ended: Ended) -> None:
    zhang = known(hall, "张建国")
    bill = bill_of(zhang.id)
    choice = Choice(Insurance.PENSION, "520102P", periods=(bill.period,), tier="60")
    visit = pays("alipay", zhang, enrolled(hall, zhang, Scheme.FLEXIBLE, choice).chosen(choice, (bill,)))
    summary = paying.summary(step_of("alipay.summary_flexible", Summary), visit, parts, ended)
    assert [f"{row['key']}：{row['value']}" for row in summary.property("rows")] == [
        "姓名：张建国",
        "证件类型：居民身份证",
        "证件号码：520***********0119",
        "险种：灵活就业 养老保险",
        "社保经办机构：南明区社会保险事业局",
        "费款所属期：2026年11月",
        "缴费档次：60% 档，基数 4,394.70 元",
    ]
    assert (summary.property("amountLabel"), summary.property("amount")) == ("应付金额", "878.94")
    summary.next()
    assert ended.outcome == "next"


class TestDays:
    @pytest.fixture
    def day(self, parts: Parts, ended: Ended) -> Callable[[str], PickDayViewModel]:
        return lambda at: forms.pick_day(step_of(at, PickDay), Visit("tax_app"), parts, ended)

    def test_a_day_of_long_ago_is_a_touch_for_each_of_its_parts(
        self, day: Callable[[str], PickDayViewModel], ended: Ended
    ) -> None:
        screen = day("tax_app.account_opened_on")
        assert (screen.part, screen.heading, len(screen.weekdays), screen.columns) == ("day", "请选日期", 7, 7)
        assert [part["title"] for part in screen.parts] == ["2026 年", "11 月"]
        screen.turn("year")
        years = [row["id"] for row in screen.rows]
        assert years == [str(2026 - ago) for ago in range(YEARS)] and not [*screen.weekdays]
        screen.choose("2006")
        assert (screen.part, screen.heading, screen.columns) == ("month", "请选月份", 3)
        screen.choose("5")
        assert [part["title"] for part in screen.parts] == ["2006 年", "5 月"]
        screen.choose("2006-05-04")
        assert "2006-05-04" in [day for form in ended.visit.filled.values() for day in form.values()]

    def test_months_that_have_not_come_cannot_be_chosen(self, day: Callable[[str], PickDayViewModel]) -> None:
        screen = day("tax_app.account_opened_on")
        screen.turn("month")
        assert [row["id"] for row in screen.rows if not row["enabled"]] == ["12"]
        assert [row["id"] for row in screen.rows if row["chosen"]] == ["11"]
        screen.turn("year")
        screen.choose("2025")
        assert all(row["enabled"] for row in screen.rows)

    def test_a_day_is_chosen_and_days_to_come_are_not(
        self, day: Callable[[str], PickDayViewModel], ended: Ended
    ) -> None:
        screen = day("tax_app.refund_normal_first")
        rows = {row["id"]: row for row in screen.property("rows")}
        today, tomorrow, before = (rows[f"2026-{at}"] for at in ("11-23", "11-24", "10-31"))
        assert [(row["title"], row["caption"], row["enabled"]) for row in (today, tomorrow, before)] == [
            ("23", "今天", True),
            ("24", "", False),
            ("", "", False),
        ]
        screen.choose("2026-11-20")
        assert ended.outcome == "picked"
        assert "2026-11-20" in [day for form in ended.visit.filled.values() for day in form.values()]

    @pytest.mark.parametrize(
        ("at", "says"), [("tax_app.account_opened_on", ""), ("tax_app.refund_normal_first", "不选日期")]
    )
    def test_only_a_day_that_need_not_be_given_is_taken_back(
        self, day: Callable[[str], PickDayViewModel], at: str, says: str
    ) -> None:
        screen = day(at)
        assert screen.property("noneText") == says

    def test_no_day_is_an_answer(self, day: Callable[[str], PickDayViewModel], ended: Ended) -> None:
        day("tax_app.refund_normal_first").none()
        assert ended.outcome == "picked" and "" in [
            answer for form in ended.visit.filled.values() for answer in form.values()
        ]


class TestPeriods:
    @pytest.fixture
    def periods(self, hall: Hall, parts: Parts, ended: Ended) -> Callable[[str, bool], PickOneViewModel]:
        def of(name: str, arrears: bool) -> PickOneViewModel:
            who = known(hall, name)
            choice = Choice(Insurance.PENSION, "520302P", arrears=arrears, tier="60", recorded=True)
            visit = pays("wechat", who, enrolled(hall, who, Scheme.FLEXIBLE, choice))
            return paying.pick_period(step_of("wechat.flexible_period", PickPeriod), visit, parts, ended)

        return of

    def test_unpaid_months_to_choose_from(self, periods: Callable[[str, bool], PickOneViewModel], ended: Ended) -> None:
        screen = periods("王秀英", True)
        rows = screen.property("rows")
        assert [row["title"] for row in rows] == ["2026年10月", "2026年9月"] and screen.property("nothing") == ""
        screen.choose(rows[1]["id"])
        assert ended.outcome == "picked"
        choice = ended.visit.paying.choice
        assert (choice.period, choice.tier, choice.recorded) == (Period(2026, 9), None, False)

    def test_nothing_is_owed(self, periods: Callable[[str, bool], PickOneViewModel]) -> None:
        screen = periods("张建国", True)
        assert (screen.property("rows"), screen.property("nothing")) == ([], "没有需要补缴的费用")

    def test_what_is_paid_cannot_be_chosen(self, periods: Callable[[str, bool], PickOneViewModel]) -> None:
        (row,) = periods("赵永红", False).property("rows")
        assert (row["caption"], row["enabled"]) == ("已缴费", False)


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ((11,), "2026年11月"),
        ((9, 11), "2026年9月、2026年11月"),
        ((3, 4, 5, 6, 7), "2026年3月至2026年7月，共 5 个月"),
        ((1, 3, 4, 5, 7), "2026年1月、2026年3月至2026年5月、2026年7月，共 5 个月"),
    ],
)
def test_many_months_are_told_in_few_words(
    hall: Hall, parts: Parts, ended: Ended, months: tuple[int, ...], told: str
) -> None:
    zhang = known(hall, "张建国")
    bills = tuple(bill_of(zhang.id, month) for month in months)
    visit = pays("alipay", zhang, Paying(Scheme.FLEXIBLE, Choice(Insurance.PENSION), bills=bills))
    summary = paying.summary(step_of("alipay.summary_flexible", Summary), visit, parts, ended)
    rows = {row["key"]: row["value"] for row in summary.property("rows")}
    assert rows["费款所属期"] == told
    assert rows.get("金额") == (f"878.94 元 × {len(months)} 个月" if len(months) > 1 else None)


@dataclass
class Standing:
    """A printer that is how it is."""

    name: str


@pytest.mark.parametrize(
    ("a4", "roll", "strip", "before", "nothing"),
    [
        (Condition.OK, Condition.OK, "打印机正常", "", ""),
        (None, None, "", "", ""),
        (Condition.LOW, Condition.OK, "甲纸墨不多", "", ""),
        (Condition.OK, Condition.JAM, "乙卡纸", "乙卡纸，可以用甲", ""),
        (Condition.NO_PAPER, Condition.OK, "甲缺纸", "甲缺纸，可以用乙", ""),
        (Condition.OFFLINE, None, "甲没有连接", "甲没有连接，可以用乙", ""),
        (
            Condition.COVER_OPEN,
            Condition.COVER_OPEN,
            "甲盖子没有关好",
            "打印机盖子没有关好，请叫工作人员关好打印机的盖子",
            "打印机盖子没有关好，请叫工作人员关好打印机的盖子",
        ),
    ],
)
def test_how_printers_are_is_told_in_the_strip_and_before_one_starts(
    a4: Condition | None, roll: Condition | None, strip: str, before: str, nothing: str
) -> None:
    both = cast(dict[str, Printer], {"a4": Standing("甲"), "roll": Standing("乙")})
    known_of = {key: condition for key, condition in (("a4", a4), ("roll", roll)) if condition is not None}
    assert printers.strip(both, known_of) == strip
    assert printers.notice(both, known_of) == before
    assert printers.out_of_order(both, known_of) == nothing


def test_no_printer_at_all() -> None:
    assert (printers.strip({}, {}), printers.out_of_order({}, {})) == ("", "本机没有打印机")


@pytest.mark.parametrize("condition", [condition for condition in Condition if not condition.ready])
def test_whatever_stops_a_printer_is_named_with_what_to_do(condition: Condition) -> None:
    said = printers.out_of_order(cast(dict[str, Printer], {"a4": Standing("甲")}), {"a4": condition})
    what, do = said.split("，")
    assert what == f"打印机{printers.state(condition)}" and do.startswith("请叫工作人员")
    assert printers.state(None) == "正在检查打印机"


@pytest.mark.parametrize(
    ("letters", "words", "hint"),
    [
        ("", [], ""),
        ("zz", [], "没有这个拼音，请按“删除”"),
        ("wang", ["王", "网"], "请在上面一行选字"),
    ],
)
def test_the_keyboard_says_what_to_do_with_letters(qapp: object, letters: str, words: list[str], hint: str) -> None:
    board = KeyboardViewModel(Language())
    board.begin(False, False)
    board.compose(letters, words)
    assert board.property("hint") == hint
    assert board.property("waiting") == ("" if letters else "请按拼音，字会出现在这里")


@pytest.mark.parametrize("contrast", Contrast)
@pytest.mark.parametrize("channel", [*CHANNELS, "staff", ""])
def test_a_channel_wears_its_colours_and_what_is_none_wears_what_home_wears(channel: str, contrast: Contrast) -> None:
    worn, told = ChannelColours(), []
    worn.setProperty("channel", "wechat")
    worn.changed.connect(lambda: told.append(worn.property("accent")))
    for _ in range(2):
        worn.setProperty("channel", channel)
        worn.setProperty("contrast", contrast)
    one = CHANNELS.get(channel)
    ways = {"normal": "colours", "high": "high", "dark": "dark"}
    colours = getattr(one, ways[contrast]) if one else HOME[contrast]
    expected = [*dataclasses.astuple(colours)]
    names = ("accent", "deep", "accentInk", "tint", "edge", "inkOnAccent", "header")
    assert [worn.property(name).name().upper() for name in names] == expected
    assert (worn.property("channel"), worn.property("contrast")) == (channel, contrast)
    assert len(told) == (channel != "wechat") + (contrast != "normal")
