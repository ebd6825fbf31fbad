"""However a visit ends, whoever wipes what it left is told so, once, and nothing of it is shown by then."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.engine import Screen
from domain.flows.visit import Visit
from tests.alone import ALONE_S
from tests.payment.hall import NOON
from viewmodels.parts import Finish, Parts
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import ShellViewModel
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language


def is_left_alone(shell: ShellViewModel) -> None:
    for _ in range(ALONE_S):
        shell.tick()


def out_of_service() -> OutOfServiceViewModel:
    return OutOfServiceViewModel(Language(), State(NOON, 8, 8))


ENDS: dict[str, tuple[Callable[[ShellViewModel], None], str]] = {
    "the visitor goes Home": (lambda shell: shell.navigation.home(), "home"),
    "the visitor goes back from the first screen": (lambda shell: shell.navigation.back(), "home"),
    "nobody is there": (is_left_alone, "home"),
    "a mistake of ours": (lambda shell: shell.navigation.break_off(), "home"),
    "out of service": (
        lambda shell: shell.navigation.fail(OutOfServiceViewModel(Language(), State(NOON, 8, 8))),
        "out_of_service",
    ),
}


@pytest.fixture
def visited(parts: Parts) -> Iterator[ShellViewModel]:
    """Somebody is on the first screen of WeChat."""

    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return StepViewModel(parts.language)

    shell = ShellViewModel(lambda: NOON, demo=True, language=Language())
    shell.open(make, "示范办税服务厅", parts)
    shell.navigation.begin("wechat")
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("end", ENDS)
def test_the_end_of_a_visit_is_told(visited: ShellViewModel, end: str) -> None:
    ends, where = ENDS[end]
    told: list[tuple[str, object]] = []
    visited.navigation.left.connect(lambda: told.append((visited.navigation.screen, visited.navigation.session)))
    ends(visited)
    assert told == [(where, None)]
