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
from domain.flows.engine import Screen
from domain.flows.visit import Visit
from domain.forms import staff
from domain.forms.asking import Told, Wrong
from tests.payment.hall import NOON
from viewmodels.parts import Finish, Parts
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import HOME, ShellViewModel
from viewmodels.step import StepViewModel

NUMBER, PIN = "0001", "507291"


@pytest.fixture
def staffed(parts: Parts, tmp_path: Path) -> Parts:
    roll = StaffRoll({NUMBER: pin_hash(PIN)}, tmp_path / tries.NAME, Machine().uptime)
    return replace(parts, desk=replace(parts.desk, staff=roll))


@pytest.fixture
def shell(qapp: object) -> Iterator[ShellViewModel]:
    shell = ShellViewModel(lambda: NOON, demo=False)
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(shell: ShellViewModel, parts: Parts) -> ShellViewModel:
    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return StepViewModel(visit, parts, finish)

    shell.open(make, "示范办税服务厅", parts)
    return shell


def at(shell: ShellViewModel) -> str:
    return str(shell.property("screen"))


def test_in_a_hall_without_staff_there_is_no_door(shell: ShellViewModel, parts: Parts) -> None:
    shell.openStaffDoor()
    opened(shell, parts).openStaffDoor()
    assert at(shell) == HOME


def test_it_opens_from_home_only(shell: ShellViewModel, staffed: Parts) -> None:
    opened(shell, staffed).begin("wechat")
    shell.openStaffDoor()
    assert at(shell) == "wechat.official_account"
    shell.home()
    shell.openStaffDoor()
    assert at(shell) == "staff.pin"
    shell.finished("admitted", Visit("staff", staff=NUMBER))
    assert (at(shell), shell.property("servedName")) == ("staff.refunds", f"工号 {NUMBER}")
    shell.fail(OutOfServiceViewModel(State(NOON, 8, 8)))
    shell.openStaffDoor()
    assert at(shell) == "out_of_service"


def test_who_was_admitted_is_known_and_the_pin_is_forgotten(staffed: Parts) -> None:
    answers = {"number": NUMBER, "pin": PIN}
    visit = Visit("staff").with_answers(staff.FORM, answers)
    told = staff.enter(staffed.desk, visit, answers)
    assert told == Told("admitted", Visit("staff", staff=NUMBER))
    assert staff.enter(staffed.desk, visit, {**answers, "pin": "135790"}) == Wrong(
        "工号或口令不对，请检查。", use="pin"
    )
