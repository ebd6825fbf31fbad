"""设备 without screens: what staff read of the devices, and how a test page brings a printer back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from adapters.health.watch import HealthWatch
from adapters.printing.watch import PrinterWatch
from adapters.runtime import Machine
from domain.flows.visit import OnDuty, Visit
from domain.forms import staff
from domain.forms.asking import Onward
from domain.health import looks
from domain.health.checkup import Checkup
from domain.health.device import Check, Device, Finding, Kind, State
from domain.terminal.duty import StaffDoor
from domain.terminal.suspensions import WHOLE, Message, Suspension
from domain.words import Text
from kit.people.staff import DEMO_PIN
from kit.simulators.printers import PrinterTrouble
from tests.certificates.room import PAGE_S, PrintRoom
from tests.desk import door_of, hall_clock
from tests.documents.paper import pages
from tests.health.sample import checkup
from tests.payment.hall import Hall
from tests.refunds.bench import STAFF
from tests.viewmodels.conftest import Ended
from tests.viewmodels.reading import read
from viewmodels.parts import Parts
from viewmodels.steps.devices import DevicesViewModel

Until = Callable[[Callable[[], bool]], None]
Show = Callable[..., Any]


class Looked:
    """A `Health` whose devices are as a test says."""

    def __init__(self, found: Checkup) -> None:
        self.found = found
        self.asked: list[str] = []

    def checkup(self) -> Checkup:
        return self.found

    def look_at(self, key: str) -> Device:
        self.asked.append(key)
        device = self.found.of(key)
        assert device is not None
        return device

    def look_again(self) -> None:
        """Nothing changes by itself here."""


def at_work(hall: Hall, health: Looked | HealthWatch | None) -> Visit:
    """Somebody came in by the door of a terminal whose devices are looked at so."""
    admitted = entered(replace(door_of(hall), health=health))
    assert admitted.given is not None
    return Visit("staff", business=admitted.given)


def entered(door: StaffDoor) -> Onward[OnDuty | None]:
    told = staff.enter(door, None, {staff.NUMBER.key: STAFF, staff.PIN.key: DEMO_PIN})
    assert isinstance(told, Onward)
    return told


def test_what_is_worst_is_open_and_says_what_it_has_ended(hall: Hall, show: Show, until: Until) -> None:
    health = Looked(checkup(printer_a4=State.OUT, printer_roll=State.OUT, network_alipay=State.OFFLINE))
    step = show("staff.devices", at_work(hall, health))
    assert isinstance(step, DevicesViewModel)
    told = read(step)
    assert told["services"] == [
        "money: 可以收款, caption network.alipay没有应答, tone doubt",
        "slips: 不能打凭条, caption printer.a4、printer.roll缺纸, tone bad",
        "certificates: 不能打证明, caption printer.a4、printer.roll缺纸, tone bad",
    ]
    assert (told["heading"], told["wellHeading"]) == ("要处理 3 件", "正常 6 项")
    assert "opened" not in told
    first, *others = step.property("amiss")
    assert [one["opened"] for one in (first, *others)] == [True, False, False]
    worst = ("network.alipay", "没有应答", "bad", "没有通过", "11月23日 12:00 起，已 0 分钟", "", "")
    assert tuple(first[name] for name in ("id", "state", "tone", "verdict", "when", "ended", "test")) == worst
    assert first["steps"] == ["看大厅的网络是否正常", "其他渠道正常就请缴费人换一个渠道", "还不行就联系运维人员"]
    assert [one["ended"] for one in others] == ["凭条、证明已停办"] * 2
    assert [one["test"] for one in others] == ["打测试页"] * 2
    step.open("printer.a4")
    assert [one["id"] for one in step.property("amiss") if one["opened"]] == ["printer.a4"]
    step.open("disk")
    (opened,) = step.property("opened")
    assert (opened["id"], opened["verdict"], opened["more"]) == ("disk", "已通过", "11月23日 12:00 起，已 0 分钟")
    assert [one["id"] for one in step.property("well") if one["opened"]] == ["disk"]
    step.open("disk")
    assert not step.property("opened") and not [one for one in step.property("amiss") if one["opened"]]
    step.check("disk")
    until(lambda: health.asked == ["disk"] and not step.state.asked)


def test_all_are_looked_at_and_the_page_says_when(hall: Hall, show: Show, until: Until) -> None:
    health = Looked(checkup())
    step = show("staff.devices", at_work(hall, health))
    assert (step.property("heading"), step.property("looked")) == ("", "11月23日 12:00 以后都查过")
    step.submit()
    assert (step.property("submitText"), step.property("ready")) == ("正在查，还有 9 项", False)
    step.submit()
    until(lambda: bool(step.property("ready")))
    assert sorted(health.asked) == sorted(one.key for one in health.found.devices)
    assert (step.property("submitText"), step.property("looked")) == ("全部再查一遍", "11月23日 12:00 全部查过")


def test_what_has_not_been_looked_at_is_said_to_be_waited_for(hall: Hall, qapp: object, parts: Parts) -> None:
    health = Looked(replace(checkup(printer_a4=State.OUT), complete=False))
    at = at_work(hall, health)
    shop, worker, language = parts.print_shop, parts.worker, parts.language
    given = (at.on_duty.duty.health, "T0001", 4, hall_clock(hall), shop, worker, language)
    step = DevicesViewModel(*given, suspend=lambda: None)
    assert (step.property("problem"), step.property("services"), step.property("ready")) == (
        "正在查询，请稍等",
        [],
        False,
    )
    health.found = checkup()
    step.look()
    assert not step.property("loading") and len(step.property("services")) == 3 and not step.property("amiss")


def test_where_nobody_looks_the_page_says_so(hall: Hall, show: Show) -> None:
    step = show("staff.devices", at_work(hall, None))
    assert read(step) == {
        "nothing": "这台机器没有设备检查",
        "hint": "点一项看记录，也可以再查一次",
        "againText": "再查一次",
        "stepsTitle": "怎么办",
        "suspendText": "停用本机",
    }


def test_the_terminal_is_taken_out_of_service_from_here_unless_it_is(hall: Hall, show: Show, ended: Ended) -> None:
    health = Looked(checkup(printer_a4=State.OUT))
    step = show("staff.devices", at_work(hall, health))
    assert step.property("suspendText") == "停用本机"
    step.suspend()
    assert ended.outcome == "suspend" and ended.visit.on_duty.suspending == WHOLE
    closed = Suspension(WHOLE, Message.MAINTENANCE, health.found.at)
    health.found = replace(health.found, suspended=(closed,))
    step.look()
    assert step.property("suspendText") == ""


@pytest.mark.parametrize(
    ("health", "leads"),
    [
        (None, "admitted"),
        (Looked(checkup()), "admitted"),
        (Looked(checkup(printer_a4=State.LOW)), "admitted"),
        (Looked(checkup(printer_a4=State.OUT)), "devices"),
    ],
)
def test_the_door_leads_to_a_device_that_does_not_pass_where_nothing_else_waits(
    hall: Hall, health: Looked | None, leads: str
) -> None:
    assert entered(replace(door_of(hall), health=health)).outcome == leads


@pytest.fixture
def printers(hall: Hall, room: PrintRoom) -> HealthWatch:
    """The real watch over the printers of a room."""
    watch = PrinterWatch(room.printers, Machine())
    broken = Check("store", Kind.STORE, Text("业务账本"), lambda: Finding(State.OK, Text("正常")), looks.MONEY)
    return HealthWatch((broken, *looks.printers(room.printers, watch)), hall_clock(hall), Machine())


def test_a_printer_without_paper_comes_back_by_its_test_page(
    hall: Hall, printers: HealthWatch, show: Show, until: Until, room: PrintRoom
) -> None:
    printers.look()
    step = show("staff.devices", at_work(hall, printers))
    assert isinstance(step, DevicesViewModel) and step.property("heading") == ""
    room.pull(PrinterTrouble.NO_PAPER)
    step.test("printer.a4")
    until(lambda: step.property("heading") == "要处理 1 件")
    (card,) = step.property("amiss")
    assert (card["id"], card["opened"], card["state"], card["kind"], card["news"]) == (
        *("printer.a4", True, "缺纸", "bad"),
        "测试页没有通过，11月23日 12:00：缺纸",
    )
    room.pull(PrinterTrouble.NONE)
    step.test("printer.a4")
    step.test("printer.roll")
    until(lambda: bool(step.property("amiss")[0]["stop"]))
    (card,) = step.property("amiss")
    assert (card["news"], card["busy"], card["stop"]) == ("测试页送到了，打印机还没有说打完", True, "停止打印")
    room.pass_by(PAGE_S)
    step.tests.job.follow()
    until(lambda: step.property("heading") == "")
    (card,) = step.property("opened")
    assert (card["kind"], card["verdict"]) == ("good", "已通过")
    assert card["news"] == "测试页通过，11月23日 12:00。请看深浅、线条和字清不清楚"
    (sheet,) = room.papers("a4")
    assert "终端T0001" in pages(sheet)[0] and not room.papers("roll"), "one at a time"


def test_a_test_page_can_be_called_off(
    hall: Hall, printers: HealthWatch, show: Show, until: Until, room: PrintRoom
) -> None:
    printers.look()
    step = show("staff.devices", at_work(hall, printers))
    step.test("printer.roll")
    until(lambda: bool(step.property("opened")[0]["stop"]))
    step.stop()
    until(lambda: not step.property("opened")[0]["busy"])
    assert step.property("opened")[0]["news"] == "测试页没有通过，11月23日 12:00：没有打印完"
    assert not room.papers("roll")
    step.test("store")
    assert not step.tests.job.busy, "what is no printer has no page"
