"""What stands around a screen, on Home and out of service, at one moment each: `sheets/frame.toml`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.engine import Screen, Session
from domain.flows.visit import Identity, OnDuty, Paying, Visit
from domain.people.insurance import Scheme
from domain.printing.printer import Condition
from tests.alone import ALONE_S, PATIENCE, WARN_S
from tests.desk import hall_clock, on_duty
from tests.payment.hall import NOON, Hall
from tests.viewmodels.news import News
from tests.viewmodels.reading import over, read, sheets
from tests.viewmodels.visits import SOMEBODY
from viewmodels.parts import Finish, Parts
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import ShellViewModel
from viewmodels.shell.where import Home
from viewmodels.step import StepViewModel

SHEETS = sheets("frame")
KNOWN = Identity(SOMEBODY, logged_in=True)


@dataclass
class Frame:
    """The shell with what stands behind it, and a hall to be changed."""

    shell: ShellViewModel
    parts: Parts
    news: News
    hall: Hall

    def opens(self, **premises: Any) -> "Frame":
        def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
            return StepViewModel(self.parts.language)

        here = replace(self.parts, premises=replace(self.parts.premises, **premises))
        self.shell.open(make, "示范办税服务厅", here)
        return self

    def at(self, screen: str, visit: Visit) -> "Frame":
        self.opens()
        self.shell.navigation._go(Session(screen, visit))
        return self

    def waits(self, seconds: int) -> "Frame":
        for _ in range(seconds):
            self.shell.tick()
        return self


@pytest.fixture
def frame(parts: Parts, hall: Hall) -> Iterator[Frame]:
    shell = ShellViewModel(hall_clock(hall), demo=True, language=parts.language)
    news = News({})
    yield Frame(shell, replace(parts, print_shop=replace(parts.print_shop, news=news)), news, hall)
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def at_night(frame: Frame) -> Frame:
    frame.hall.now = NOON + timedelta(hours=11)
    return frame.opens()


def printers(**known: Condition) -> Callable[[Frame], Frame]:
    def made(frame: Frame) -> Frame:
        frame.news.known |= known
        return frame.opens()

    return made


def forsaken(frame: Frame) -> Frame:
    """By night, and no printer prints."""
    return at_night(printers(a4=Condition.JAM, roll=Condition.OFFLINE)(frame)).waits(PATIENCE.home_s)


def broken_off(frame: Frame) -> Frame:
    frame.opens().shell.navigation.begin("wechat")
    frame.shell.navigation.break_off()
    return frame


def failed(frame: Frame) -> Frame:
    frame.opens().shell.navigation.fail(OutOfServiceViewModel(frame.parts.language, State(NOON, 8, 8)))
    return frame


def on_a_list(frame: Frame) -> Frame:
    return frame.at("staff.refunds", Visit("staff", business=OnDuty(on_duty(frame.hall))))


MOMENTS: dict[str, Callable[[Frame], Frame]] = {
    "before anything stands behind it": lambda frame: frame,
    "at Home": lambda frame: frame.opens(),
    "at Home, where one channel is closed": at_night,
    "at Home, where two are offered": lambda frame: frame.opens(channels=frozenset({"wechat", "unionpay"})),
    "at Home, with a printer that is low": printers(a4=Condition.LOW, roll=Condition.OK),
    "at Home, with a printer that is jammed": printers(a4=Condition.JAM, roll=Condition.OK),
    "at Home, with no printer that prints": printers(a4=Condition.JAM, roll=Condition.OFFLINE),
    "at Home, where nobody has been for a while": forsaken,
    "on the way in": lambda frame: frame.at("wechat.official_account", Visit("wechat")),
    "on a form": lambda frame: frame.at("wechat.identify", Visit("wechat")),
    "on a menu": lambda frame: frame.at("wechat.menu", Visit("wechat", who=KNOWN)),
    "on a counted step": lambda frame: frame.at(
        "wechat.confirm_flexible", Visit("wechat", who=KNOWN, business=Paying(Scheme.FLEXIBLE))
    ),
    "on a list of the staff's": on_a_list,
    "left alone": lambda frame: frame.at("wechat.menu", Visit("wechat", who=KNOWN)).waits(ALONE_S - WARN_S),
    "on a result that is left alone": lambda frame: frame.at("wechat.result", Visit("wechat", who=KNOWN)).waits(5),
    "broken off": broken_off,
    "out of service": failed,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_stands_around_a_screen(moment: str, frame: Frame) -> None:
    shell = MOMENTS[moment](frame).shell
    step, where = shell.navigation.step, shell.navigation.state
    expected = over(SHEETS["always"], SHEETS.get(type(where).__name__, {}), SHEETS[moment])
    told = read(shell)
    assert told["navigation"].pop("welcome", {}) == (read(step) if isinstance(where, Home) else {})
    assert told | {"shown": read(step)} == over({"shown": {}}, expected)
