"""今日 and its paper: what the staff read of a day, and how the report comes to paper, without screens."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.desk.day_end import DayEnd
from domain.flows.staff_day import FORM, ON
from domain.flows.visit import OnDuty, Visit
from domain.money import Fen
from domain.payment import events
from domain.payment.order import Network
from domain.ports import Unreachable
from domain.reconciliation.bill import Tally
from domain.reconciliation.books import Bucket
from domain.reconciliation.report import Outcome, Report
from kit.simulators.printers import PrinterTrouble
from tests.certificates.room import PAGE_S, PrintRoom, Templates
from tests.desk import on_duty
from tests.documents.paper import pages
from tests.payment.hall import NOON, Hall
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.reading import read
from tests.viewmodels.test_result import PAID, lived
from viewmodels.steps.day import DayViewModel
from viewmodels.steps.day_paper import DayPaperViewModel
from viewmodels.words.print_phases import Phase

Until = Callable[[Callable[[], bool]], None]
Show = Callable[..., Any]
DAY, BEFORE = date(2026, 11, 23), date(2026, 11, 22)


@pytest.fixture
def visit(hall: Hall, network: ScriptedNetwork) -> Visit:
    """Somebody is on duty, and has taken one payment today."""
    lived(hall, network, PAID, events.Posted("520000000000000999"))
    return Visit("staff", business=OnDuty(on_duty(hall)))


def bill(network: str, outcome: Outcome, **buckets: Tally) -> Report:
    return Report(Network(network), BEFORE, outcome, NOON, buckets={Bucket[name]: one for name, one in buckets.items()})


def test_a_day_in_lanes_and_buckets(hall: Hall, visit: Visit, show: Show, ended: Ended) -> None:
    hall.store.reports.keep(bill("wechat", Outcome.DONE, MATCH=Tally(61, Fen(4_821_436))))
    hall.store.reports.keep(bill("alipay", Outcome.DONE, THEIRS_ONLY=Tally(1, Fen(102_543))))
    hall.store.reports.keep(bill("unionpay", Outcome.SILENT))
    step = show("staff.day", visit)
    assert isinstance(step, DayViewModel)
    told = read(step)
    assert (told["heading"], told["when"], told["total"], told["count"]) == (
        "今日收款",
        "11月23日，到 12:00",
        "878.94",
        "1 笔",
    )
    assert told["billsWhen"] == "11月22日，11月23日 12:00 对完，云闪付对方没有应答"
    assert told["boxes"] == [
        "退费, caption 在办 0 笔, figure 0 笔 0.00 元, icon refund",
        "凭条, caption 重打 0，未确认 0, figure 0 张, icon receipt",
        "证明, caption 重打 0，未确认 0, figure 0 份, icon document",
    ]
    assert told["buckets"] == [
        "match: 两边相符, amount 48,214.36 元, count 61 笔, tone good",
        "ours_only: 只有我方, amount 0.00 元, count 0 笔, tone plain",
        "theirs_only: 只有对方, amount 1,025.43 元, count 1 笔, tone doubt",
        "differs: 金额不同, amount 0.00 元, count 0 笔, tone plain",
    ]
    wechat, *others = step.property("lanes")
    bars = {hour["title"]: bar for hour, bar in zip(step.property("hours"), wechat["bars"], strict=True)}
    assert (bars["12"]["part"], bars["12"]["highest"], wechat["most"]) == (1.0, True, "879")
    assert [hour for hour, bar in bars.items() if bar["ahead"]] == ["13", "14", "15", "16", "17"]
    assert not any(bar["part"] for lane in others for bar in lane["bars"])
    step.openBills()
    assert ended.outcome == "bills"


def test_another_day_has_nothing_ahead(visit: Visit, show: Show, ended: Ended) -> None:
    step = show("staff.day", visit.with_answers(FORM, {ON.key: f"{BEFORE}"}))
    told = read(step)
    assert (told["heading"], told["when"], told["total"]) == ("当天收款", "11月22日", "0.00")
    assert not any(bar["ahead"] for lane in step.property("lanes") for bar in lane["bars"])
    step.other()
    assert (ended.outcome, ended.visit.filled[FORM][ON.key]) == ("pick", f"{BEFORE}")


class Silent:
    """Days of which the first question is not answered."""

    def __init__(self, days: Any) -> None:
        self.days, self.asked = days, 0

    def of(self, day: date, staff: str = "") -> DayEnd:
        self.asked += 1
        if self.asked == 1:
            raise Unreachable
        found = self.days.of(day, staff)
        assert isinstance(found, DayEnd)
        return found


def test_what_is_not_answered_is_asked_again(visit: Visit, show: Show, until: Until) -> None:
    days = Silent(visit.on_duty.duty.days)
    object.__setattr__(visit.on_duty.duty, "days", days)
    step = show("staff.day", visit)
    assert (step.property("submitText"), step.property("total")) == ("重新查询", "")
    step.submit()
    until(lambda: step.property("total") == "878.94")
    assert step.property("submitText") == "打印日结单"


def paper(show: Show, until: Until, visit: Visit) -> DayPaperViewModel:
    step = show("staff.day_paper", visit)
    assert isinstance(step, DayPaperViewModel)
    until(lambda: step.job.state.phase is not Phase.SETTING)
    return step


def test_the_report_comes_out_of_the_printer_that_has_sheets(
    visit: Visit, show: Show, until: Until, room: PrintRoom, ended: Ended
) -> None:
    step = paper(show, until, visit)
    assert (step.property("serial"), step.property("pageText"), step.property("news")) == (1, "第 1 页，共 1 页", "")
    assert not step.draw(0, 100, 0, 100).isNull()
    step.submit()
    until(lambda: step.job.state.phase is Phase.PRINTING)
    assert step.holds and step.property("otherText") == "停止打印"
    room.pass_by(PAGE_S)
    step.job.follow()
    until(lambda: step.job.state.phase is Phase.PRINTED)
    (sheet,) = room.papers("a4")
    assert "净收款（收款减退费）878.94元" in pages(sheet)[0] and not room.papers("roll")
    step.submit()
    assert ended.outcome == "done"


def test_who_leaves_calls_it_off_first(visit: Visit, show: Show, until: Until, ended: Ended) -> None:
    step = paper(show, until, visit)
    step.submit()
    step.leave("left")
    until(lambda: ended.outcome == "done")
    assert step.job.state.phase is Phase.FAILED


def test_without_sheets_it_can_be_looked_at(visit: Visit, show: Show, until: Until, room: PrintRoom) -> None:
    step = paper(show, until, visit)
    room.pull(PrinterTrouble.OFFLINE)
    step.submit()
    until(lambda: step.job.state.phase is Phase.FAILED)
    assert (step.property("news"), step.property("kind")) == ("日结单没有打印：没有连接", "bad")
    assert step.property("submitText") == "再打印一次"


def test_a_broken_template_is_told(visit: Visit, show: Show, until: Until, templates: Templates) -> None:
    file = templates.folder / "day.typ"
    whole = file.read_text("utf-8")
    file.write_text("#let", "utf-8")
    step = paper(show, until, visit)
    assert (step.job.state.phase, step.property("submitText"), step.property("serial")) == (Phase.UNSET, "重新生成", 0)
    file.write_text(whole, "utf-8")
    step.submit()
    until(lambda: step.job.state.phase is Phase.READY)
