"""云闪付 at 22:50, without screens: what is begun before is settled, and nothing is begun after."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.channels.unionpay.table import TABLE as UNIONPAY
from domain.flows.steps import Closed
from domain.flows.visit import Choice, Due, Paying, Visit
from domain.payment.network import Absent, Paid, Presented
from domain.payment.states import OrderState
from domain.people.insurance import Insurance, Scheme
from tests.payment.hall import ZHANG, Hall
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import pays
from ui.kinds import step_maker
from viewmodels.making import ways_in
from viewmodels.parts import Parts
from viewmodels.shell.shell import ShellViewModel
from viewmodels.shell.where import HOME
from viewmodels.steps.confirming import confirmation_of, with_enrolments
from viewmodels.steps.pay_by_qr import PayByQrViewModel
from viewmodels.steps.pick_tier import PickTierViewModel
from viewmodels.steps.summary import SummaryViewModel
from viewmodels.words.phases import Phase

HALL_TIME = timezone(timedelta(hours=8))
CODE = "https://qr.95516.com/00010000/62322019950120260713"
Until = Callable[[Callable[[], bool]], None]


def night(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-23 {clock}").replace(tzinfo=HALL_TIME)


@pytest.fixture
def visit(hall: Hall, parts: Parts) -> Visit:
    """A month of pension, chosen and confirmed."""
    hall.now = night("22:48:00")
    person = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert person is not None
    began = Paying(Scheme.FLEXIBLE, Choice(Insurance.PENSION, "520102P"))
    due = with_enrolments(Due("unionpay", person, began), parts.desk.payments)
    form = confirmation_of(due, parts.desk.payments)
    choice = form.with_periods(due.paying.choice, form.listed()[:1])
    choice = Choice(choice.insurance, choice.agency, periods=choice.periods, tier="60", recorded=True)
    return pays("unionpay", person, due.paying.chosen(choice, form.bills(choice)))


@pytest.fixture
def shell(parts: Parts, visit: Visit) -> Iterator[ShellViewModel]:
    """A visitor who looks at the amount once more."""
    shell = ShellViewModel(parts.desk.payments.almanac.clock, demo=False, language=parts.language)
    shell.open(step_maker(parts), "", parts)
    shell.navigation.begin("unionpay")
    for outcome in ("enter", "flexible_pension", "identified", "next", "picked"):
        shell.navigation.finished(outcome, visit)
    assert at(shell) == "unionpay.summary_flexible"
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def at(shell: ShellViewModel) -> str:
    return shell.navigation.screen


def goes_on(shell: ShellViewModel) -> None:
    assert isinstance(shell.navigation.step, SummaryViewModel)
    shell.navigation.step.next()


def test_begun_at_22_49_59_and_paid_at_22_50_01(
    shell: ShellViewModel, hall: Hall, network: ScriptedNetwork, until: Until
) -> None:
    hall.now = night("22:49:59")
    network.will(("create", Presented(CODE)))
    goes_on(shell)
    pay = shell.navigation.step
    assert at(shell) == "unionpay.pay_flexible" and isinstance(pay, PayByQrViewModel)
    until(lambda: pay.state.phase is Phase.WAITING)
    hall.now = night("22:50:01")
    shell.tick()
    assert at(shell) == "unionpay.pay_flexible" and pay.property("code") == CODE
    network.will(("query", Paid("2026112322500100001", hall.now)))
    pay.check()
    until(lambda: at(shell) == "unionpay.result")
    assert [order.state for order in hall.store.orders.all()] == [OrderState.POSTED]


def test_nothing_is_begun_at_22_50(shell: ShellViewModel, hall: Hall) -> None:
    hall.now = night("22:50:00")
    goes_on(shell)
    assert at(shell) == "unionpay.closed"
    assert hall.store.orders.all() == ()
    shell.navigation.back()
    assert at(shell) == HOME
    shell.navigation.begin("unionpay")
    assert at(shell) == "unionpay.closed"


def test_a_screen_closes_by_itself_and_records_nothing_meanwhile(shell: ShellViewModel, hall: Hall) -> None:
    """A tick later the screen says so; what is touched within that second counts for nothing."""
    shell.navigation.back()
    tiers = shell.navigation.step
    assert at(shell) == "unionpay.flexible_tier" and isinstance(tiers, PickTierViewModel)
    hall.now = night("22:50:00")
    tiers.choose("60")
    tiers.submit()
    assert at(shell) == "unionpay.closed"
    declared = hall.store.tax.declared(hall.person(ZHANG), Scheme.FLEXIBLE)
    assert not any(record.channel == "unionpay" for record in declared)
    shell.navigation.begin("unionpay")
    hall.now = night("22:49:59")
    shell.navigation.begin("unionpay")
    assert at(shell) == "unionpay.city_service"
    hall.now = night("22:50:00")
    shell.tick()
    assert at(shell) == "unionpay.closed"


def test_back_from_the_closed_channel_leads_to_what_one_came_for(shell: ShellViewModel, hall: Hall) -> None:
    hall.now = night("23:05:00")
    shell.navigation.begin("matter.pay")
    shell.navigation.finished("unionpay", Visit())
    assert at(shell) == "unionpay.closed"
    shell.navigation.back()
    assert at(shell) == "matter.pay"


def test_cancelled_after_closing_time_is_closed_and_not_begun_anew(
    shell: ShellViewModel, hall: Hall, network: ScriptedNetwork, until: Until
) -> None:
    """The code of a cancelled order cannot be recalled: it is watched until its end, and the channel is closed."""
    network.recalls = False
    hall.now = night("22:49:00")
    network.will(("create", Presented(CODE)))
    goes_on(shell)
    pay = shell.navigation.step
    assert isinstance(pay, PayByQrViewModel)
    until(lambda: pay.state.phase is Phase.WAITING)
    hall.now = night("22:50:30")
    network.will(("query", Absent()), ("close", Absent()), ("query", Absent()))
    pay.cancel()
    until(lambda: pay.state.phase is Phase.UNCONFIRMED)
    assert "22:54" in pay.property("says")
    pay.primary()
    assert at(shell) == "unionpay.closed"
    hall.now = night("22:54:00")
    network.will(("query", Absent()), ("close", Absent()))
    hall.sweep()
    assert [order.state for order in hall.store.orders.all()] == [OrderState.CLOSED]


def test_an_expired_code_is_not_renewed_after_closing_time(
    shell: ShellViewModel, hall: Hall, network: ScriptedNetwork, until: Until
) -> None:
    hall.now = night("22:49:00")
    network.will(("create", Presented(CODE)))
    goes_on(shell)
    pay = shell.navigation.step
    assert isinstance(pay, PayByQrViewModel)
    until(lambda: pay.state.phase is Phase.WAITING)
    hall.now = night("22:54:00")
    network.will(("query", Absent()), ("close", Absent()))
    pay.watch.tick()
    until(lambda: pay.state.phase is Phase.EXPIRED)
    pay.primary()
    assert at(shell) == "unionpay.closed"
    assert len(hall.store.orders.all()) == 1


@pytest.mark.parametrize(
    ("clock", "until_when", "waiting", "line"),
    [
        ("22:50:00", "00:10", "1 小时 20 分钟", ["22:50", "次日 00:10", "现在 22:50"]),
        ("23:05:00", "00:10", "1 小时 5 分钟", ["22:50", "次日 00:10", "现在 23:05"]),
        ("23:10:00", "00:10", "1 小时", ["22:50", "次日 00:10", "现在 23:10"]),
        ("23:59:30", "00:10", "11 分钟", ["22:50", "次日 00:10", "现在 23:59"]),
    ],
)
def test_the_screen_says_until_when(
    parts: Parts, hall: Hall, ended: Ended, clock: str, until_when: str, waiting: str, line: list[str]
) -> None:
    hall.now = night(clock)
    step = UNIONPAY.screens["unionpay.closed"].step
    assert isinstance(step, Closed)
    closed = ways_in.closed(step, Visit("unionpay"), parts, ended)
    assert closed.property("until") == f"<b>{until_when}</b> 以后再来，还要等 <b>{waiting}</b>"
    assert [closed.property(name) for name in ("closesAt", "opensAt", "nowText")] == line
    assert [way["id"] for way in closed.property("ways")] == ["wechat", "alipay", "tax_app"]
    closed.done()
    assert ended.outcome == "done"


def test_the_screen_says_when_it_is_open_again(parts: Parts, hall: Hall, ended: Ended) -> None:
    hall.now = night("23:05:00")
    step = UNIONPAY.screens["unionpay.closed"].step
    assert isinstance(step, Closed)
    closed = ways_in.closed(step, Visit("unionpay"), parts, ended)
    hall.now = night("23:05:00") + timedelta(hours=1, minutes=5)
    closed.tick()
    assert closed.property("over") and closed.property("headline") == "云闪付现在可以办理了"
    closed.done()
    assert ended.outcome == "open"
