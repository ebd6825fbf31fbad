"""The bell of a terminal rings at its bureau's desk, over a line that breaks."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from adapters.bureau.bell import LOOK_S, UNHEARD, BureauBell
from adapters.bureau.enrolment import trusting
from adapters.bureau.line import BureauLine
from adapters.bureau.remote import Bureau as Remote
from adapters.payments.net import Net
from domain.desk.calls import LAPSES_AFTER, DeskCall
from kit.simulators.runtime import SimulatedRuntime
from tests.bureau.conftest import Served
from tests.bureau.till import Cut
from tests.payment.hall import NOON

SCREEN = "wechat.confirm_flexible"


@dataclass
class Terminal:
    """Its bell, whose rounds are done by hand, and the desk."""

    served: Served
    number: str = "T0001"

    def __post_init__(self) -> None:
        served, self.runtime = self.served, SimulatedRuntime(NOON)
        self.cut = Cut(Net(served.clock, trusting(served.places.ca, served.enrolled(self.number))))
        line = BureauLine(served.url, None, served.clock, self.cut)
        served.opened.callback(line.close)
        self.bell = BureauBell(Remote(line).calls, line, self.runtime)

    def open(self) -> tuple[DeskCall, ...]:
        """What the desk has."""
        return self.served.offices.calls.open(self.served.clock.now())

    def comes(self, who: str) -> bool:
        [call] = self.open()
        return self.served.offices.calls.comes(call.terminal, call.made, who, self.served.clock.now())


@pytest.fixture
def here(served: Served) -> Terminal:
    return Terminal(served)


def test_it_rings_once_more_and_is_answered_by_a_person(here: Terminal) -> None:
    here.bell.ring(1, SCREEN)
    assert here.bell.go() and not here.bell.answered()
    assert here.open() == (DeskCall("T0001", NOON, NOON, SCREEN),)
    here.runtime.pass_by(seconds=60)
    here.bell.ring(2, SCREEN)
    here.bell.go()
    [call] = here.open()
    assert (call.made, call.rung, call.is_urgent(NOON)) == (NOON, 2, True)
    assert here.comes("0003") and not here.comes("0002"), "the first one comes"
    assert here.bell.go() and here.bell.answered()
    here.cut.asked.clear()
    assert here.bell.go() and here.cut.asked == [], "nothing more is asked"
    here.bell.still()
    assert not here.bell.go() and here.open() == () and not here.bell.answered()


def test_the_same_visitor_calls_again(here: Terminal) -> None:
    here.bell.ring(1, SCREEN)
    here.bell.go()
    here.comes("0003")
    here.bell.go()
    here.runtime.pass_by(seconds=120)
    here.bell.ring(1, "home")
    assert not here.bell.answered()
    here.bell.go()
    [call] = here.open()
    assert (call.made, call.screen, call.comes) == (NOON + timedelta(seconds=120), "", "")


def test_what_a_terminal_says_of_itself_is_a_screen_or_nothing(here: Terminal) -> None:
    here.bell.ring(1, "张建国 520199197803150119")
    here.bell.go()
    assert [call.screen for call in here.open()] == [""]


def test_while_the_line_is_down_nobody_is_said_to_hear_it(here: Terminal) -> None:
    assert here.bell.there()
    here.cut.down = True
    here.bell.ring(1, SCREEN)
    for _ in range(UNHEARD - 1):
        assert here.bell.go() and here.bell.there(), "it may be heard yet"
    here.bell.go()
    assert not here.bell.there()
    here.bell.still()
    assert not here.bell.go() and not here.bell.there() and here.open() == ()
    here.cut.down = False
    here.bell.ring(1, SCREEN)
    here.bell.go()
    assert here.bell.there() and len(here.open()) == 1


def test_what_is_called_off_while_the_line_is_down_is_over_once_it_is_back(here: Terminal) -> None:
    here.bell.ring(1, SCREEN)
    here.bell.go()
    here.cut.down = True
    here.bell.still()
    assert here.bell.go() and len(here.open()) == 1
    here.cut.down = False
    assert not here.bell.go() and here.open() == ()


def test_nobody_has_to_end_it_and_nobody_ends_another_s(here: Terminal, served: Served) -> None:
    there = Terminal(served, "T0002")
    for one in (here, there):
        one.bell.ring(1, SCREEN)
        one.bell.go()
    there.bell.still()
    there.bell.go()
    assert [call.terminal for call in here.open()] == ["T0001"]
    served.clock.at += LAPSES_AFTER
    assert here.open() == ()


def test_its_thread_works_only_while_somebody_waits(here: Terminal) -> None:
    assert here.runtime.started == {}
    here.bell.ring(1, SCREEN)
    here.runtime.until = NOON + timedelta(seconds=10)
    here.runtime.started.pop("bell")()
    assert here.runtime.slept == [LOOK_S] * 4
    assert here.cut.asked == ["/v1/calls/ring", *["/v1/calls/answered"] * 4]
