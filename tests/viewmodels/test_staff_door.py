"""The staff's door: there only where there are staff, and opened from Home only; who came in forgets the PIN."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from adapters import tries
from adapters.pins import pin_hash
from adapters.runtime import Machine
from adapters.staff import StaffRoll
from domain.flows.catalogue import SCREENS
from domain.flows.engine import Screen, begin
from domain.flows.staff import TABLE as STAFF_TABLE
from domain.flows.steps import PickDay, PickOption
from domain.flows.visit import OnDuty, Visit
from domain.forms import staff
from domain.forms.asking import Onward, Wrong
from domain.forms.scopes import DOOR
from domain.terminal.duty import Duty
from domain.terminal.staff import NotAdmitted
from domain.words import Text
from tests.payment.hall import NOON
from ui.kinds import step_maker
from viewmodels.parts import Finish, Parts
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import ShellViewModel
from viewmodels.shell.where import HOME
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language

NUMBER, PIN = "0001", "507291"


@pytest.fixture
def staffed(parts: Parts, tmp_path: Path) -> Parts:
    roll = StaffRoll({NUMBER: pin_hash(PIN)}, tmp_path / tries.NAME, Machine().uptime)
    return replace(parts, desk=replace(parts.desk, door=replace(parts.desk.door, keys=roll)))


@pytest.fixture
def shell(qapp: object) -> Iterator[ShellViewModel]:
    shell = ShellViewModel(lambda: NOON, demo=False, language=Language())
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(shell: ShellViewModel, parts: Parts) -> ShellViewModel:
    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return StepViewModel(parts.language)

    shell.open(make, "示范办税服务厅", parts)
    return shell


def admitted(parts: Parts) -> Duty:
    duty = parts.desk.door.admits(NUMBER, PIN)
    assert isinstance(duty, Duty)
    return duty


def at(shell: ShellViewModel) -> str:
    return shell.navigation.screen


def test_in_a_hall_without_staff_there_is_no_door(shell: ShellViewModel, parts: Parts) -> None:
    shell.staffDoor.open()
    opened(shell, parts).staffDoor.open()
    shell.navigation.begin("staff")
    assert (at(shell), shell.staffDoor.there) == (HOME, False)


def test_it_opens_from_home_only(shell: ShellViewModel, staffed: Parts) -> None:
    opened(shell, staffed).navigation.begin("wechat")
    shell.staffDoor.open()
    assert at(shell) == "wechat.official_account"
    shell.navigation.home()
    shell.staffDoor.open()
    assert at(shell) == "staff.pin"
    shell.navigation.finished("admitted", Visit("staff", business=OnDuty(admitted(staffed))))
    assert (at(shell), shell.header.channelName) == ("staff.refunds", f"工号 {NUMBER}  T0001")
    shell.navigation.fail(OutOfServiceViewModel(Language(), State(NOON, 8, 8)))
    shell.staffDoor.open()
    assert at(shell) == "out_of_service"


def test_who_was_admitted_is_known_and_the_pin_is_forgotten(staffed: Parts) -> None:
    answers = {"number": NUMBER, "pin": PIN}
    told = staff.enter(staffed.desk.door, None, answers)
    assert isinstance(told, Onward) and told.outcome == "admitted"
    visit = DOOR.after(Visit("staff").with_answers(staff.FORM, answers), told)
    assert (visit.on_duty.duty.number, visit.filled) == (NUMBER, {})
    assert staff.enter(staffed.desk.door, None, {**answers, "pin": "135790"}) == Wrong(
        Text("工号或口令不对，请检查。"), use="pin"
    )


@pytest.mark.parametrize(
    "at",
    [
        at
        for at, one in STAFF_TABLE.screens.items()
        if at != STAFF_TABLE.start and not isinstance(one.step, PickDay | PickOption)
    ],
)
def test_nobody_sees_the_staffs_screens_who_did_not_come_in_by_the_door(
    shell: ShellViewModel, staffed: Parts, at: str
) -> None:
    """They are no start; and nothing is made of a visit that is put together by hand."""
    shell.open(step_maker(staffed), "示范办税服务厅", staffed)
    with pytest.raises(KeyError):
        shell.navigation.begin(at)
    shell.navigation.begin("staff")
    with pytest.raises(NotAdmitted):
        shell.navigation.finished("admitted", Visit("staff"))
    assert shell.navigation.screen == "staff.pin"
    ended: list[str] = []
    for visit in (begin(at).visit, Visit("staff").with_answers(staff.FORM, {"number": NUMBER, "pin": PIN})):
        with pytest.raises(NotAdmitted):
            step_maker(staffed)(SCREENS[at], visit, lambda outcome, visit: ended.append(outcome))
    assert ended == []
