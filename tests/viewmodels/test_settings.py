"""设置 without screens: taken out and back, the logs on a stick, and the end of the program."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from domain.flows.visit import NotGiven, OnDuty, Visit
from domain.payment import events
from domain.payment.moving import MOVES_FOR
from domain.ports import Unreadable
from domain.terminal.exporting import Exported, NoMedium, NotWritten
from domain.terminal.power import EXIT_CLOSED, EXIT_RESTART, Power
from domain.terminal.suspensions import WHOLE, Message, Suspensions
from tests.desk import on_duty
from tests.payment.hall import Hall, bill_of, new_order
from tests.viewmodels.conftest import Ended
from viewmodels.parts import Parts
from viewmodels.steps.settings import SettingsViewModel
from viewmodels.steps.suspend import SuspendViewModel

Until = Callable[[Callable[[], bool]], None]
Show = Callable[..., Any]


@dataclass
class Stick:
    """What comes of writing on it."""

    answer: Exported | Exception

    def write(self) -> Exported:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@dataclass
class Room:
    """Somebody on duty, in a world in which the program's end is only written down."""

    parts: Parts
    visit: Visit
    show: Show
    left: list[int] = field(default_factory=list)

    @property
    def closed(self) -> Suspensions:
        return self.visit.on_duty.duty.suspending.suspensions

    def settings(self, comes_back: bool = True, stick: Stick | None = None) -> SettingsViewModel:
        door = replace(self.parts.desk.door, suspensions=self.closed)
        parts = replace(
            self.parts,
            desk=replace(self.parts.desk, door=door),
            power=Power(self.left.append, comes_back),
            exporting=stick or Stick(NoMedium()),
        )
        step = self.show("staff.settings", self.visit, parts)
        assert isinstance(step, SettingsViewModel)
        return step

    def suspend(self, what: str) -> SuspendViewModel:
        at_work = replace(self.visit.on_duty, suspending=what)
        step = self.show("staff.suspend", replace(self.visit, business=at_work))
        assert isinstance(step, SuspendViewModel)
        return step


@pytest.fixture
def room(hall: Hall, parts: Parts, show: Show) -> Room:
    return Room(parts, Visit("staff", business=OnDuty(on_duty(hall))), show)


def told(step: SettingsViewModel) -> dict[str, tuple[str, str]]:
    rows = (*step.property("whole"), *step.property("channels"), *step.property("matters"))
    return {row["id"]: (row["word"], row["caption"]) for row in rows}


def buttons(step: SettingsViewModel) -> dict[str, bool]:
    return {deed["id"]: deed["enabled"] for deed in step.program.property("deeds")}


def test_out_of_service_and_back(room: Room, hall: Hall, until: Until, ended: Ended) -> None:
    step = room.settings()
    assert set(told(step).values()) == {("正常", "")} and len(told(step)) == 11
    step.choose("wechat")
    assert (ended.outcome, ended.visit.on_duty.suspending) == ("suspend", "wechat")

    page = room.suspend("wechat")
    page.chooseMessage("upgrade")
    page.chooseEnd("hour")
    assert page.property("submitText") == "停用微信，到 13:00"
    assert page.property("shownText") == "微信暂停，系统升级，13:00 恢复"
    hall.later(minutes=5)
    page.tick()
    assert page.property("submitText") == "停用微信，到 13:05", "it is an hour from now"
    page.submit()
    until(lambda: ended.outcome == "suspended")
    assert ended.visit.on_duty.remark == "微信已经停用，13:05 恢复"

    step = room.settings()
    assert told(step)["wechat"] == ("停用", "系统升级，13:05 恢复")
    room.closed.suspend("matter.pay", Message.DONE, None, "0002")
    step.tick()
    assert told(step)["matter.pay"] == ("停用", "今天业务已办完，直到再次开通")
    assert told(step)["matter.declare"] == ("随缴费", "")
    step.choose("wechat")
    assert step.question.property("text") == "微信是工号 GY0107 在 12:05 停的，现在恢复办理吗？"
    step.question.answer(False)
    assert room.closed.of("wechat")
    step.choose("wechat")
    step.question.answer(True)
    until(lambda: step.property("done") == "微信已经恢复办理")
    assert not room.closed.of("wechat") and told(step)["wechat"] == ("正常", "")


def test_the_whole_terminal_is_the_button(room: Room, until: Until, ended: Ended) -> None:
    step = room.settings()
    assert step.property("submitText") == "停用本机"
    step.submit()
    assert ended.visit.on_duty.suspending == WHOLE
    page = room.suspend(WHOLE)
    page.chooseEnd("never")
    assert page.property("submitText") == "停用本机，直到再次开通"
    page.submit()
    page.submit()
    until(lambda: ended.outcome == "suspended")
    assert len(room.closed.standing()) == 1, "two quick touches are one"
    step = room.settings()
    assert step.property("submitText") == "恢复本机" and told(step)["alipay"] == ("随本机", "")
    step.submit()
    step.question.answer(True)
    until(lambda: not room.closed.standing())


@pytest.mark.parametrize(
    ("hour", "offered"),
    [
        (10, ["10:30", "11:00", "18:00", "明天 08:00", ""]),
        (17, ["17:30", "18:00", "18:00", "明天 08:00", ""]),
        (18, ["18:30", "19:00", "明天 08:00", ""]),
    ],
)
def test_until_when(room: Room, hall: Hall, hour: int, offered: list[str]) -> None:
    hall.now += timedelta(hours=hour - 12)
    page = room.suspend("wechat")
    assert [row["caption"] for row in page.property("ends")] == offered
    if "18:00" in offered:
        page.chooseEnd("evening")
        hall.now += timedelta(hours=18 - hour)
        page.tick()
        assert page.property("submitText") == "停用微信，直到再次开通", "what was ahead is over"


class Full:
    """A disk that takes nothing, or one that cannot be read."""

    def __init__(self, readable: bool = True) -> None:
        self.readable = readable

    def read(self) -> tuple[Any, ...]:
        if self.readable:
            return ()
        raise Unreadable("damaged")

    def write(self, kept: object) -> None:
        raise OSError


def test_what_cannot_be_written_down_does_not_happen(room: Room, hall: Hall, until: Until, ended: Ended) -> None:
    room.closed._shelf = Full()
    page = room.suspend("wechat")
    page.submit()
    until(lambda: page.property("problem") == "没有改成：磁盘写不进去，请找系统管理员")
    assert ended.outcome is None and not room.closed.standing()


def test_what_cannot_be_read_is_told_before_it_opens(room: Room, hall: Hall, until: Until) -> None:
    room.closed._kept = Suspensions(Full(readable=False), room.closed._clock)._kept
    room.closed._shelf = Full()
    step = room.settings()
    assert told(step)[WHOLE] == ("停用", "等工作人员检查，直到再次开通")
    step.submit()
    assert step.question.property("text").startswith("停用记录读不出")
    step.question.answer(True)
    until(lambda: step.property("problem") == "没有改成：磁盘写不进去，请找系统管理员")
    assert room.closed.of(WHOLE)


def test_nobody_suspends_nothing(room: Room) -> None:
    with pytest.raises(NotGiven):
        room.suspend("")


@pytest.mark.parametrize(
    ("answer", "done", "problem"),
    [
        (NoMedium(), "", "没有找到 U 盘：请插好，等它亮了再点一次"),
        (NotWritten(), "", "U 盘写不进去：满了、写保护，或者已经拔了"),
        (
            Exported("kiosk-logs.zip", "STICK", 812, 0, 51_200),
            "日志已经写到 U 盘 STICK：kiosk-logs.zip，812 行，51 KB。可以拔了",
            "",
        ),
        (
            Exported("kiosk-logs.zip", "STICK", 812, 2, 90),
            "日志已经写到 U 盘 STICK：kiosk-logs.zip，812 行，1 KB。可以拔了。有 2 行像是个人号码，没有写",
            "",
        ),
    ],
)
def test_the_logs_on_a_stick(room: Room, until: Until, answer: Exported | Exception, done: str, problem: str) -> None:
    step = room.settings(stick=Stick(answer))
    step.program.act("export")
    assert step.property("done") == "正在写到 U 盘，请不要拔" and not any(buttons(step).values())
    until(lambda: not step.program.property("busy"))
    assert (step.property("done"), step.property("problem")) == (done, problem)


@pytest.mark.parametrize(("deed", "code"), [("restart", EXIT_RESTART), ("close", EXIT_CLOSED)])
def test_the_end_asks_once_more(room: Room, until: Until, deed: str, code: int) -> None:
    step = room.settings()
    step.program.act(deed)
    until(lambda: step.question.property("text") != "")
    step.question.answer(False)
    assert room.left == []
    step.program.act(deed)
    until(lambda: step.question.property("text") != "")
    step.question.answer(True)
    until(lambda: room.left == [code])


def test_nothing_ends_while_money_moves(room: Room, hall: Hall, until: Until) -> None:
    step = room.settings()
    step.program.act("close")
    until(lambda: step.question.property("text") != "")
    order = new_order("GZT000120261123000000001", bill_of(1), at=hall.now)
    hall.store.orders.add(order)
    step.question.answer(True)
    until(lambda: step.property("problem") == "现在不能关：有 1 笔付款还没有结果，请过几分钟再试")
    step.program.act("restart")
    until(lambda: not step.program.property("busy"))
    assert (room.left, step.question.property("text")) == ([], "")
    hall.now += MOVES_FOR
    step.program.act("close")
    until(lambda: step.question.property("text") != "")
    hall.now -= MOVES_FOR
    hall.store.orders.move(order, events.Refused(), hall.now)
    step.question.answer(True)
    until(lambda: room.left == [EXIT_CLOSED])


def test_what_would_not_come_back_is_not_begun_anew(room: Room) -> None:
    step = room.settings(comes_back=False)
    assert buttons(step) == {"export": True, "restart": False, "close": True}
    step.program.act("restart")
    assert not step.program.property("busy") and room.left == []
