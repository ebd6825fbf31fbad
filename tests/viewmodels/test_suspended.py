"""What staff have taken out of service, for whoever comes then: Home, menus, choices, and all of the terminal."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.visit import Choice, Due, Identity, Paying, Visit
from domain.people.insurance import Insurance, Scheme
from domain.terminal.suspensions import WHOLE, Message, Suspensions
from tests.desk import door_of, on_duty
from tests.payment.hall import NOON, ZHANG, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import SOMEBODY, pays
from ui.kinds import step_maker
from viewmodels.parts import Parts
from viewmodels.shell.hall import Hall as Behind
from viewmodels.shell.home import HomeViewModel
from viewmodels.shell.out_of_service import OutOfServiceViewModel
from viewmodels.shell.shell import ShellViewModel
from viewmodels.steps.closed import ClosedViewModel
from viewmodels.steps.confirming import confirmation_of, with_enrolments
from viewmodels.steps.menu import MenuViewModel
from viewmodels.steps.pick_channel import PickChannelViewModel
from viewmodels.steps.pick_tier import PickTierViewModel
from viewmodels.words.troubles import troubles

HOUR = timedelta(hours=1)
Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def parts(parts: Parts, hall: Hall) -> Parts:
    """With somebody who works here."""
    return replace(parts, desk=replace(parts.desk, door=door_of(hall)))


@pytest.fixture
def closed(parts: Parts) -> Suspensions:
    return parts.desk.door.suspensions


@pytest.fixture
def chooses(hall: Hall, parts: Parts) -> Visit:
    """Somebody before the tiers of a month of pension."""
    person = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert person is not None
    began = Paying(Scheme.FLEXIBLE, Choice(Insurance.PENSION, "520102P"))
    due = with_enrolments(Due("alipay", person, began), parts.desk.payments)
    choice = confirmation_of(due, parts.desk.payments)
    chosen = choice.with_periods(due.paying.choice, choice.listed()[:1])
    return pays("alipay", person, due.paying.chosen(chosen, ()))


@pytest.fixture
def shell(parts: Parts) -> Iterator[ShellViewModel]:
    shell = ShellViewModel(parts.desk.payments.almanac.clock, demo=False, language=parts.language)
    shell.open(step_maker(parts), "示范办税服务厅", parts)
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def behind(parts: Parts) -> Behind:
    """What the shell asks of."""
    behind = Behind()
    behind.open("示范办税服务厅", parts)
    return behind


def at(shell: ShellViewModel) -> str:
    return shell.navigation.screen


def home(shell: ShellViewModel) -> HomeViewModel:
    assert isinstance(shell.navigation.step, HomeViewModel)
    return shell.navigation.step


def test_home_says_what_is_closed_and_nothing_begins_there(
    shell: ShellViewModel, closed: Suspensions, hall: Hall, parts: Parts
) -> None:
    closed.suspend("tax_app", Message.UPGRADE, hall.now + HOUR, "0001")
    closed.suspend("matter.pay", Message.DONE, None, "0001")
    shell.tick()
    said = home(shell).property("captions")
    shut = {"tax_app", "matter.refund", "matter.account", "matter.pay", "matter.declare"}
    assert set(home(shell).property("suspended")) == shut
    assert (said["tax_app"], said["matter.refund"]) == ("暂停，系统升级，13:00 恢复",) * 2
    assert said["matter.declare"] == "暂停，今天业务已办完"
    assert [str(one) for one in troubles(behind(parts))] == [
        "<b>贵州税务APP</b> 暂停，系统升级，13:00 恢复",
        "<b>缴费</b> 暂停，今天业务已办完",
    ]
    for start in shut:
        shell.navigation.begin(start)
        assert at(shell) == "home"
    shell.navigation.begin("matter.certificate")
    assert at(shell) == "matter.certificate"
    hall.later(minutes=61)
    shell.navigation.home()
    assert set(home(shell).property("suspended")) == {"matter.pay", "matter.declare"}
    closed.resume("matter.pay", "0001")
    shell.tick()
    assert home(shell).property("suspended") == []


def test_a_matter_leads_into_no_channel_that_is_closed(shell: ShellViewModel, closed: Suspensions) -> None:
    shell.navigation.begin("matter.pay")
    pick = shell.navigation.step
    assert isinstance(pick, PickChannelViewModel)
    closed.suspend("wechat", Message.MAINTENANCE, None, "0001")
    shell.navigation.finished("wechat", Visit("matter", matter="matter.pay"))
    assert at(shell) == "home", "it was closed between the look and the touch"
    shell.navigation.begin("matter.pay")
    pick = shell.navigation.step
    assert isinstance(pick, PickChannelViewModel)
    rows = {row["id"]: (row["caption"], row["enabled"]) for row in pick.property("rows")}
    assert rows["wechat"] == ("暂停，设备检修", False) and rows["alipay"][1]
    pick.choose("wechat")
    assert at(shell) == "matter.pay"
    closed.resume("wechat", "0001")
    pick._look_again()
    assert all(row["enabled"] for row in pick.property("rows"))
    pick.choose("wechat")
    assert at(shell) == "wechat.official_account"


def test_a_channel_leads_into_no_matter_that_is_closed(
    closed: Suspensions, show: Callable[..., MenuViewModel], ended: Ended
) -> None:
    closed.suspend("matter.certificate", Message.MAINTENANCE, NOON + HOUR, "0001")
    menu = show("alipay.menu", Visit("alipay", who=Identity(SOMEBODY)))
    rows = {row["id"]: row for group in menu.property("groups") for row in group["rows"]}
    shut = {id for id, row in rows.items() if not row["enabled"]}
    assert shut == {"payment_proof", "tax_first", "tax_reissue"}
    assert rows["tax_first"]["caption"] == "暂停，设备检修，13:00 恢复"
    menu.choose("tax_first")
    assert ended.outcome is None
    menu.choose("payment_records")
    assert ended.outcome == "payment_records"


def test_nobody_declares_in_paying(closed: Suspensions, chooses: Visit, show: Callable[..., PickTierViewModel]) -> None:
    """A tier that is chosen and not paid is a declaration: no way round, but for who came for that before."""
    assert show("alipay.flexible_tier", chooses).property("stopText") == "确认"
    closed.suspend("matter.declare", Message.MAINTENANCE, None, "0001")
    assert show("alipay.flexible_tier", chooses).property("stopText") == ""
    came_for_it = replace(chooses, matter="matter.declare")
    assert show("alipay.flexible_tier", came_for_it).property("stopText") == "确认"


def test_what_is_closed_at_night_names_no_channel_that_staff_have_closed(
    closed: Suspensions, hall: Hall, show: Callable[..., ClosedViewModel]
) -> None:
    hall.now = NOON + 11 * HOUR
    closed.suspend("wechat", Message.MAINTENANCE, None, "0001")
    ways = show("unionpay.closed", Visit("unionpay")).property("ways")
    assert [way["id"] for way in ways] == ["alipay", "tax_app"]


def test_a_visit_that_is_under_way_is_not_cut_off(shell: ShellViewModel, closed: Suspensions) -> None:
    shell.navigation.begin("wechat")
    for what in ("wechat", "matter.pay", WHOLE):
        closed.suspend(what, Message.MAINTENANCE, None, "0001")
    shell.tick()
    assert at(shell) == "wechat.official_account"
    shell.navigation.finished("enter", Visit("wechat"))
    shell.tick()
    assert at(shell) == "wechat.identify"
    shell.navigation.home()
    assert at(shell) == "suspended"


def test_the_way_back_is_open(shell: ShellViewModel, closed: Suspensions) -> None:
    shell.navigation.begin("matter.pay")
    shell.navigation.finished("wechat", Visit("matter", matter="matter.pay"))
    assert at(shell) == "wechat.official_account"
    closed.suspend(WHOLE, Message.MAINTENANCE, None, "0001")
    shell.navigation.back()
    assert at(shell) == "matter.pay"


def test_all_of_the_terminal(shell: ShellViewModel, closed: Suspensions, hall: Hall) -> None:
    left: list[str] = []
    shell.navigation.left.connect(lambda: left.append(at(shell)))
    closed.suspend(WHOLE, Message.MAINTENANCE, hall.now + HOUR, "0001")
    shell.tick()
    told = shell.navigation.step
    assert at(shell) == "suspended" and isinstance(told, OutOfServiceViewModel)
    assert (told.headline, told.sentence, told.history) == (
        "暂停服务",
        "设备检修，\n13:00 恢复办理。",
        "12:00 停的",
    )
    assert (told.figure, told.figureCaption, told.share, told.cleared) == ("13:00", "恢复", 1.0, "")
    assert told.paidHeading == "刚刚付过款？请不要再付"
    assert (shell.header.subtitle, shell.strip.printers, shell.strip.suspended) == ("本机现在不办业务", "", True)
    assert not shell.navigation.failed and not shell.attract.shown and shell.staffDoor.there
    for start in ("wechat", "matter.pay", "check"):
        shell.navigation.begin(start)
        assert at(shell) == "suspended"
    hall.later(minutes=30)
    shell.tick()
    assert shell.navigation.step is told and told.share == 0.5
    shell.staffDoor.open()
    assert at(shell) == "staff.pin"
    shell.navigation.home()
    assert at(shell) == "suspended" and left == ["suspended"]
    hall.later(minutes=30)
    shell.tick()
    assert at(shell) == "home" and not shell.strip.suspended


def test_what_one_has_chosen_there_is_forgotten_once_nobody_is_there(
    shell: ShellViewModel, closed: Suspensions
) -> None:
    closed.suspend(WHOLE, Message.MAINTENANCE, None, "0001")
    shell.tick()
    shell.access.chooseSize("large")
    for _ in range(59):
        shell.tick()
    assert shell.access.scale > 1
    shell.touched()
    for _ in range(60):
        shell.tick()
    assert shell.access.scale == 1 and not shell.attract.shown and at(shell) == "suspended"


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (None, ("", "", 0.0, "请到窗口办理，\n本机现在不办业务。")),
        (NOON + 20 * HOUR, ("08:00", "恢复", 1.0, "请到窗口办理，\n明天 08:00 恢复办理。")),
    ],
)
def test_until_when(
    shell: ShellViewModel, closed: Suspensions, until: object, told: tuple[str, str, float, str]
) -> None:
    closed.suspend(WHOLE, Message.WINDOW, until, "0001")  # type: ignore[arg-type]
    shell.tick()
    step = shell.navigation.step
    assert isinstance(step, OutOfServiceViewModel)
    assert (step.figure, step.figureCaption, step.share, step.sentence) == told


def test_who_closes_it_is_on_duty(hall: Hall) -> None:
    duty = on_duty(hall)
    duty.suspending.suspend("wechat", Message.MAINTENANCE, None)
    (one,) = duty.suspending.suspensions.standing()
    assert one.by == duty.number
    duty.suspending.resume("wechat")
    assert duty.suspending.suspensions.standing() == ()
