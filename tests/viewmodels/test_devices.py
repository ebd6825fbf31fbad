"""设备 without screens: what staff read of the devices, and how a test page brings a printer back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
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
from domain.health.last_tests import End
from domain.speech.voice import Mute
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
from viewmodels.steps.device_tests import DeviceTests
from viewmodels.steps.devices import DevicesViewModel
from viewmodels.steps.touch_test import ALONE_S, CORNERS

Until = Callable[[Callable[[], bool]], None]
Show = Callable[..., Any]
WELL = Finding(State.OK, Text("正常"))


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

    def tested(self, key: str, end: End, by: str) -> Device:
        return self.look_at(key)

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
    until(lambda: health.asked == ["disk"] and not step.looks.state.asked)


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
    around = ("T0001", hall_clock(hall), parts.print_shop, Mute(), parts.worker, parts.language)
    given = (at.on_duty.duty.health, STAFF, 4, partial(DeviceTests, *around), parts.worker, parts.language)
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
    told = read(step)
    del told["touch"]
    assert told == {
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
    store = Check("store", Kind.STORE, Text("业务账本"), lambda: WELL, looks.MONEY)
    return HealthWatch((store, *looks.printers(room.printers, watch)), hall_clock(hall), Machine())


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
    step.tests.pages.job.follow()
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
    assert step.property("opened")[0]["news"] == "测试页停下了，没有结果"
    until(lambda: not step.looks.state.asked)
    assert not room.papers("roll") and not step.property("amiss"), "it says nothing of the printer"
    step.test("store")
    assert not step.tests.pages.job.busy, "what is no printer has no page"


@pytest.fixture
def panel(hall: Hall, room: PrintRoom) -> HealthWatch:
    """A terminal whose printers, screen and sound a look finds well."""
    printing = looks.printers(room.printers, PrinterWatch(room.printers, Machine()))
    network = Check("network.wechat", Kind.NETWORK, Text("微信支付"), lambda: WELL, looks.MONEY)
    watch = HealthWatch((network, *printing, *looks.pretended()), hall_clock(hall), Machine())
    watch.look()
    return watch


def test_the_screen_is_tested_by_a_finger_in_each_of_its_corners(
    hall: Hall, panel: HealthWatch, show: Show, until: Until
) -> None:
    step = show("staff.devices", at_work(hall, panel))
    assert isinstance(step, DevicesViewModel)
    touch, turned = step.touch, []
    step.turned.connect(lambda: turned.append(touch.shown))
    (line,) = (one for one in step.property("well") if one["id"] == "screen")
    assert line["caption"] == "还没有测过"
    step.test("screen")
    assert touch.property("shown") and [one["id"] for one in touch.property("corners")] == list(CORNERS)
    for corner in list(CORNERS)[:3]:
        touch.touch(corner)
        touch.press(corner)
    assert touch.property("count") == "点到 3 个，共 4 个"
    touch.press("bottom_right")
    assert (touch.property("lead"), touch.property("count")) == ("角上要用手指点，按键不算", "点到 3 个，共 4 个")
    touch.touch("bottom_right")
    assert not touch.property("shown") and turned == [True, False], "a second tap is not for what lies below"
    until(lambda: bool(step.property("opened")) and step.property("opened")[0]["kind"] == "good")
    (card,) = step.property("opened")
    assert (card["test"], card["news"]) == ("试触摸", "测试通过，11月23日 12:00")

    step.test("screen")
    touch.callOff()
    assert step.property("opened")[0]["kind"] == "good", "who has called it off has found nothing"
    step.test("screen")
    touch.touch("top_left")
    for _ in range(ALONE_S):
        touch.tick()
    until(lambda: bool(step.property("amiss")))
    (card,) = step.property("amiss")
    assert not touch.property("shown")
    assert (card["state"], card["tone"], card["verdict"], card["when"], card["news"], card["kind"]) == (
        *("有角点不到", "doubt", "查过正常", "11月23日 12:00", "测试没有通过，11月23日 12:00"),
        "bad",
    )
    assert read(step)["services"][0] == "money: 可以收款, caption 屏幕与触摸有角点不到, tone doubt"
    again = show("staff.devices", at_work(hall, panel))
    assert again.property("amiss")[0]["news"] == "测试没有通过，11月23日 12:00", "after a lock as well"


def test_the_sound_is_tested_by_who_hears_a_sentence(
    hall: Hall, panel: HealthWatch, show: Show, until: Until, parts: Parts
) -> None:
    step = show("staff.devices", at_work(hall, panel))
    assert isinstance(step, DevicesViewModel)
    step.answer(True)
    step.test("sound")
    (card,) = step.property("opened")
    assert (card["news"], card["test"], card["heard"], card["unheard"]) == (
        *("放了一句话，听到了吗？", "再放一次"),
        *("听到了", "没听到"),
    )
    step.answer(False)
    until(lambda: bool(step.property("amiss")))
    (card,) = step.property("amiss")
    assert (card["state"], card["ended"], step.property("services")[0]["tone"]) == ("没有人听到", "", "good")
    step.test("sound")
    step.answer(True)
    until(lambda: not step.property("amiss"))
    assert step.property("opened")[0]["news"] == "测试通过，11月23日 12:00"


def test_a_printer_whose_page_failed_is_in_doubt_though_it_says_that_it_is_well(
    hall: Hall, printers: HealthWatch, show: Show, until: Until, room: PrintRoom
) -> None:
    printers.look()
    step = show("staff.devices", at_work(hall, printers))
    printers.tested("printer.a4", End.FAILED, STAFF)
    step.look()
    (card,) = step.property("amiss")
    assert (card["state"], card["verdict"], card["news"]) == (
        *("测试没有通过", "查过正常"),
        "测试没有通过，11月23日 12:00",
    )
    assert read(step)["services"][1] == "slips: 能打凭条, caption A4 打印机测试没有通过, tone doubt"
    room.pull(PrinterTrouble.JAM)
    step.check("printer.a4")
    until(lambda: step.property("amiss")[0]["state"] == "卡纸")
    assert step.property("amiss")[0]["news"] == "测试没有通过，11月23日 12:00"
