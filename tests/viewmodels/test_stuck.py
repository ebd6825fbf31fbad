"""卡在哪 without screens: what the staff read of where visitors give up, and that nothing is counted unless wanted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.stuck import StuckShelf
from domain.flows.visit import OnDuty, Visit
from domain.terminal.staff import NotAdmitted
from domain.terminal.stuck import Cell, Counts, Kind
from tests.desk import hall_clock, on_duty
from tests.payment.hall import Hall
from viewmodels.parts import Parts
from viewmodels.steps.stuck import StuckViewModel

Show = Callable[..., Any]
IDENTIFY, PAY = "wechat.identify", "alipay.pay_flexible"
COUNTS: Counts = {
    Cell(IDENTIFY, Kind.CAME): 40,
    Cell(IDENTIFY, Kind.ENDED, "idle"): 7,
    Cell(IDENTIFY, Kind.ENDED, "home"): 6,
    Cell(IDENTIFY, Kind.WRONG, "number"): 12,
    Cell(PAY, Kind.CAME): 9,
    Cell("wechat.menu", Kind.CAME): 4,
}


@pytest.fixture
def visit(hall: Hall) -> Visit:
    return Visit("staff", business=OnDuty(on_duty(hall)))


@pytest.fixture
def shelf(hall: Hall, tmp_path: Path) -> StuckShelf:
    return StuckShelf(tmp_path / "stuck", hall_clock(hall), 60)


def test_where_most_gave_up_comes_first(visit: Visit, parts: Parts, shelf: StuckShelf, show: Show) -> None:
    shelf.add(COUNTS)
    step = show("staff.stuck", visit, replace(parts, stuck=shelf))
    assert isinstance(step, StuckViewModel)
    keys = ("id", "title", "given_up", "came", "part", "wrong")
    assert [tuple(row[key] for key in keys) for row in step.property("rows")] == [
        (IDENTIFY, "微信，用户认证", "放弃 10 人次", "到过 40 人次", 0.25, "差错最多：证件号码，10 人次"),
    ], "where all went on nobody is stuck"
    assert (step.property("nothing"), step.property("remark")) == ("", "最近 7 天，只数人次，五个一档")


def test_where_it_is_not_counted_it_says_so(visit: Visit, parts: Parts, shelf: StuckShelf, show: Show) -> None:
    assert show("staff.stuck", visit).property("nothing").startswith("本机没有计数")
    nothing = show("staff.stuck", visit, replace(parts, stuck=shelf)).property("nothing")
    assert nothing == "还没有可以说的：同一个界面要有五个人次以上"
    (shelf._folder).write_text("no folder")
    assert (
        show("staff.stuck", visit, replace(parts, stuck=shelf)).property("nothing")
        == "计数读不出来，请系统管理员查看日志"
    )


def test_it_is_for_staff(show: Show) -> None:
    with pytest.raises(NotAdmitted):
        show("staff.stuck", Visit("staff"))
