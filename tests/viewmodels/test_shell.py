"""The shell without screens: where one is, how one leaves, and what a second without a touch does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.engine import Screen
from domain.flows.steps import ALONE_S
from domain.flows.visit import Visit
from tests.payment.hall import NOON
from viewmodels.parts import Finish, Parts
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import HOME, OUT_OF_SERVICE, TELLING_S, WARN_S, ShellViewModel
from viewmodels.shell.where import AtHome
from viewmodels.step import StepViewModel


class Stub(StepViewModel):
    """A step that may hold something."""

    def __init__(self, visit: Visit, parts: Parts, finish: Finish, *, held: bool = False) -> None:
        super().__init__(visit, parts, finish)
        self.held = held
        self.left_by = ""

    @property
    def holds(self) -> bool:
        return self.held

    def leave(self, outcome: str) -> None:
        self.left_by = outcome


@pytest.fixture
def closed(qapp: object) -> Iterator[ShellViewModel]:
    """A shell whose parts are not there yet."""
    shell = ShellViewModel(lambda: NOON, demo=True)
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shell(closed: ShellViewModel, parts: Parts) -> ShellViewModel:
    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return Stub(visit, parts, finish)

    closed.open(make, "示范办税服务厅", parts)
    return closed


def at(shell: ShellViewModel) -> str:
    return str(shell.property("screen"))


def test_a_channel_is_begun_and_left(shell: ShellViewModel) -> None:
    assert at(shell) == HOME
    shell.begin("wechat")
    assert (at(shell), shell.property("channelName")) == ("wechat.official_account", "微信")
    shell.finished("enter", Visit())
    assert at(shell) == "wechat.identify"
    shell.back()
    assert at(shell) == "wechat.official_account"
    shell.home()
    assert at(shell) == HOME
    assert shell.state == AtHome()


def test_what_is_touched_before_the_parts_are_there_happens_after(closed: ShellViewModel, parts: Parts) -> None:
    closed.begin("wechat")
    assert at(closed) == HOME
    closed.open(lambda screen, visit, finish: Stub(visit, parts, finish), "", parts)
    assert at(closed) == "wechat.official_account"


@pytest.mark.parametrize(("way", "outcome"), [("back", "cancelled"), ("home", "left")])
def test_what_is_held_is_brought_to_an_end_first(shell: ShellViewModel, way: str, outcome: str) -> None:
    shell.begin("wechat")
    step = shell.step
    assert isinstance(step, Stub)
    step.held = True
    getattr(shell, way)()
    assert step.left_by == outcome
    assert at(shell) == "wechat.official_account"


def test_alone(shell: ShellViewModel) -> None:
    shell.begin("wechat")
    for _ in range(ALONE_S - WARN_S - 1):
        shell.tick()
    assert shell.property("warning") == 0
    shell.tick()
    assert shell.property("warning") == WARN_S
    shell.touched()
    assert shell.property("warning") == 0
    for _ in range(ALONE_S):
        shell.tick()
    assert at(shell) == HOME


def test_home_is_never_left_alone(shell: ShellViewModel) -> None:
    for _ in range(2 * ALONE_S):
        shell.tick()
    assert at(shell) == HOME
    assert shell.property("warning") == 0


def out_of_service() -> OutOfServiceViewModel:
    return OutOfServiceViewModel(State(NOON, 8, 8))


def test_only_healing_leads_out_of_a_failure(closed: ShellViewModel, parts: Parts) -> None:
    """A tile is touched, a fault arrives, and then what stands behind the screens opens: still out of service."""
    closed.begin("wechat")
    closed.fail(out_of_service())
    closed.open(lambda screen, visit, finish: Stub(visit, parts, finish), "", parts)
    closed.begin("wechat")
    closed.home()
    closed.back()
    closed.tick()
    closed.openStaffDoor()
    assert at(closed) == OUT_OF_SERVICE
    closed.heal()
    assert closed.state == AtHome()
    closed.begin("wechat")
    assert at(closed) == "wechat.official_account"


def test_what_a_failed_visit_ends_with_later_is_about_nothing(shell: ShellViewModel) -> None:
    shell.begin("wechat")
    step = shell.step
    assert isinstance(step, Stub)
    shell.fail(out_of_service())
    step._finish("enter", Visit())
    assert at(shell) == OUT_OF_SERVICE


def test_a_mistake_ends_the_visit_and_its_visitor_is_told_so_for_a_while(shell: ShellViewModel) -> None:
    gone: list[str] = []
    shell.left.connect(lambda: gone.append(at(shell)))
    shell.break_off()
    assert (gone, shell.property("brokenOff")) == ([], False)
    shell.begin("wechat")
    shell.break_off()
    assert (at(shell), gone, shell.property("brokenOff")) == (HOME, [HOME], True)
    for _ in range(TELLING_S):
        assert shell.property("brokenOff")
        shell.tick()
    assert not shell.property("brokenOff")
    shell.begin("wechat")
    shell.break_off()
    shell.understood()
    assert shell.state == AtHome()


def test_a_step_ends_once_and_only_while_it_is_shown(shell: ShellViewModel) -> None:
    shell.begin("wechat")
    first = shell.step
    assert isinstance(first, Stub)
    first._finish("enter", Visit())
    assert at(shell) == "wechat.identify"
    first._finish("enter", Visit())
    assert at(shell) == "wechat.identify"
    second = shell.step
    assert isinstance(second, Stub)
    shell.back()
    second._finish("identified", Visit())
    assert at(shell) == "wechat.official_account"
