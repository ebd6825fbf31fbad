"""A visitor calls the staff: what the screen says, who is rung, and when it ends."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.terminal.calls import AGAIN_AFTER_S, ESCALATES_AFTER_S, LAPSES_AFTER_S
from kit.simulators.desk import DeskBell
from tests.payment.hall import NOON
from viewmodels.parts import Parts
from viewmodels.shell.calling import CallingViewModel
from viewmodels.shell.hall import Hall
from viewmodels.words.language import Language

WITHOUT_A_BELL = "还是不会，请叫工作人员，或拨打 12366"
WAITING, ONE_MORE, COMING = "已呼叫，等工作人员应答", "没有人应答，已再叫一位", "工作人员知道了，正在过来"


SCREEN = "wechat.confirm_flexible"


class Bell(DeskBell):
    """Heard, or not; `rung_at` is the screen that was told."""

    heard, rung_at = True, ""

    def there(self) -> bool:
        return self.heard

    def ring(self, rung: int, screen: str) -> None:
        super().ring(rung, screen)
        self.rung_at = screen


class Desk:
    """The staff's desk, and a visitor at noon."""

    def __init__(self, parts: Parts) -> None:
        self.bell, self.now = Bell(), NOON
        hall = Hall()
        hall.open("", replace(parts, premises=replace(parts.premises, bell=self.bell)))
        self.calling = CallingViewModel(Language(), self.clock, hall, lambda: SCREEN)
        self.calling.open()

    def clock(self) -> datetime:
        return self.now

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.now += timedelta(seconds=1)
            self.calling.tick()

    @property
    def says(self) -> tuple[str, str, int, bool]:
        """What the screen says, what the strip says, how many are rung, and whether one may call."""
        return self.calling.title, self.calling.shortly, self.bell.rung, self.calling.mayCall


@pytest.fixture
def desk(qapp: object, parts: Parts) -> Desk:
    return Desk(parts)


def test_called_and_answered(desk: Desk) -> None:
    desk.calling.call()
    assert desk.says == (WAITING, "已叫", 1, False) and desk.bell.rung_at == SCREEN
    desk.wait(20)
    assert desk.says == (WAITING, "已叫", 1, False)
    desk.bell.answer()
    assert desk.calling.title == WAITING, "a machine has not answered for anybody"
    desk.wait(40)
    assert desk.says == (COMING, "来了", 0, False)
    assert desk.calling.caption == f"{NOON:%H:%M} 呼叫，{NOON:%H:%M} 应答，请在这里稍等"


def test_nobody_answers(desk: Desk) -> None:
    desk.calling.call()
    desk.wait(ESCALATES_AFTER_S - 1)
    assert desk.says == (WAITING, "已叫", 1, False)
    desk.wait(1)
    assert desk.says == (ONE_MORE, "已叫", 2, False)
    desk.wait(AGAIN_AFTER_S - ESCALATES_AFTER_S)
    assert desk.says == (ONE_MORE, "已叫", 2, True)
    assert desk.calling.callText == "再呼叫一次"
    desk.calling.call()
    assert desk.says == (WAITING, "已叫", 1, False)


def test_who_has_answered_does_not_come(desk: Desk) -> None:
    desk.calling.call()
    desk.wait(ESCALATES_AFTER_S + 1)
    desk.bell.answer()
    desk.wait(AGAIN_AFTER_S)
    assert desk.says == (COMING, "来了", 0, False)
    desk.wait(1)
    assert desk.says == (COMING, "来了", 0, True)


@pytest.mark.parametrize("answered", [False, True])
def test_a_call_lapses(desk: Desk, answered: bool) -> None:
    desk.calling.call()
    if answered:
        desk.bell.answer()
    desk.wait(LAPSES_AFTER_S + 1)
    assert desk.says == ("", "", 0, True)


def test_it_is_called_off(desk: Desk) -> None:
    assert desk.calling.cancelText == ""
    desk.calling.call()
    assert desk.calling.cancelText == "取消呼叫"
    desk.calling.cancel()
    assert desk.says == ("", "", 0, True)


def test_who_leaves_the_screens_may_still_wait_but_not_once_somebody_has_come(desk: Desk) -> None:
    desk.calling.call()
    desk.calling.forget()
    assert desk.says == (WAITING, "已叫", 1, False)
    desk.bell.answer()
    desk.wait(1)
    desk.calling.forget()
    assert desk.says == ("", "", 0, True)


def test_a_call_that_is_not_heard_is_over_and_the_screen_says_whom_to_ask(desk: Desk) -> None:
    desk.calling.call()
    desk.bell.heard = False
    desk.wait(1)
    assert desk.says == ("", "", 0, True)
    assert (desk.calling.there, desk.calling.otherwise) == (False, WITHOUT_A_BELL)
    desk.calling.call()
    assert desk.says == ("", "", 0, True)
    desk.bell.heard = True
    desk.wait(1)
    desk.calling.call()
    desk.bell.answer()
    desk.wait(1)
    desk.bell.heard = False
    desk.wait(1)
    assert desk.calling.title == COMING, "who is on the way comes, whatever the line does"


def test_it_is_logged_with_nothing_about_who_calls(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "kiosk.calls"):
        desk.calling.call()
        desk.wait(ESCALATES_AFTER_S)
        desk.bell.answer()
        desk.wait(1)
        desk.calling.cancel()
    assert [(one.levelname, one.getMessage()) for one in caplog.records] == [
        ("INFO", "a visitor calls the staff"),
        ("WARNING", "nobody has answered a visitor's call: rung 2"),
        ("INFO", "a visitor's call is answered after 60 s"),
        ("INFO", "a visitor has called off the call for the staff"),
    ]


def test_without_a_bell_the_screen_says_whom_to_ask(qapp: object, parts: Parts) -> None:
    hall = Hall()
    hall.open("", parts)
    calling = CallingViewModel(Language(), lambda: NOON, hall, lambda: SCREEN)
    calling.open()
    calling.call()
    assert (calling.there, calling.told, calling.otherwise) == (False, "", WITHOUT_A_BELL)
