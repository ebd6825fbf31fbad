"""朗读: on by choice or by an earphone, private by an earphone only, as it was before for the next visitor."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Signal

from domain.flows.engine import Screen
from domain.flows.visit import Visit
from domain.health.checkup import Checkup
from domain.health.device import State
from domain.speech.voice import Aloud, Mute, Pace
from kit.simulators.ears import DemoJack
from tests.alone import HOME_S, WARN_S
from tests.health.sample import checkup
from tests.payment.hall import NOON
from viewmodels.parts import Finish, Parts
from viewmodels.shell.shell import ShellViewModel
from viewmodels.shell.speech import LISTENING, Speech
from viewmodels.step import StepViewModel

Open = Callable[..., ShellViewModel]


class Blank(StepViewModel):
    """A step that shows nothing."""

    changed = Signal()


@pytest.fixture
def jack() -> DemoJack:
    return DemoJack()


@pytest.fixture
def open_shell(parts: Parts) -> Open:
    shells: list[ShellViewModel] = []

    def opened(jack: DemoJack | None) -> ShellViewModel:
        def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
            return Blank(parts.language)

        aloud = Aloud(Mute(), jack) if jack else Aloud()
        shell = ShellViewModel(lambda: NOON, demo=False, language=parts.language)
        shells.append(shell)
        shell.open(make, "示范办税服务厅", replace(parts, aloud=aloud))
        return shell

    return opened


def plugs(shell: ShellViewModel, jack: DemoJack, plugged: bool = True) -> None:
    jack.plugged = plugged
    shell.speech.look()


def heard(shell: ShellViewModel) -> tuple[bool, bool]:
    """Whether it is read aloud, and to the visitor alone."""
    return shell.speech.on, shell.speech.private


def test_an_earphone_switches_it_on_and_is_private(open_shell: Open, jack: DemoJack) -> None:
    shell = open_shell(jack)
    assert heard(shell) == (False, False) and not shell.speech.tells
    plugs(shell, jack)
    assert heard(shell) == (True, True) and shell.speech.mayHide


def test_pulled_out_it_is_silent_and_asked(open_shell: Open, jack: DemoJack) -> None:
    shell = open_shell(jack)
    plugs(shell, jack)
    plugs(shell, jack, plugged=False)
    speech = shell.speech
    assert (speech.on, speech.private, speech.asks) == (False, False, True)
    plugs(shell, jack)
    assert (speech.on, speech.private, speech.asks) == (True, True, False)


@pytest.mark.parametrize(("answer", "on"), [("aloud", True), ("mute", False)])
def test_what_is_answered_then(open_shell: Open, jack: DemoJack, answer: str, on: bool) -> None:
    shell = open_shell(jack)
    plugs(shell, jack)
    plugs(shell, jack, plugged=False)
    shell.speech.choose(answer)
    assert (shell.speech.on, shell.speech.private, shell.speech.asks) == (on, False, False)


def test_by_the_panel_alone_it_is_for_everybody(open_shell: Open, jack: DemoJack) -> None:
    speech = open_shell(jack).speech
    speech.choose("aloud")
    speech.wear("worn")
    assert speech.on and not speech.private, "the jack knows better"


def test_where_nobody_can_see_it_the_visitor_says_so(open_shell: Open) -> None:
    shell = open_shell(None)
    shell.speech.choose("aloud")
    assert shell.speech.tells and heard(shell) == (True, False)
    shell.speech.wear("worn")
    assert heard(shell) == (True, True)
    shell.speech.wear("open")
    assert heard(shell) == (True, False)


def test_anybody_may_hide_the_picture_and_who_hears_it_alone_goes_on_behind(open_shell: Open, jack: DemoJack) -> None:
    shell = open_shell(jack)
    shell.speech.choose("aloud")
    shell.speech.hide("hidden")
    assert hidden(shell) and not shell.speech.mayHide
    assert [row["id"] for row in shell.curtain.lines] == ["on", "kept", "over"]
    shell.speech.hide("shown")
    plugs(shell, jack)
    shell.speech.hide("hidden")
    assert [row["id"] for row in shell.curtain.lines] == ["keys", "again", "pulled"]
    assert [row["id"] for row in shell.speech.hiding if row["chosen"]] == ["hidden"]
    plugs(shell, jack, plugged=False)
    assert (hidden(shell), shell.speech.asks) == (True, True), "what is hidden stays so when a plug has slipped"
    plugs(shell, jack)
    assert (hidden(shell), shell.speech.asks) == (True, False)
    shell.speech.hide("shown")
    assert not hidden(shell)


@pytest.mark.parametrize("answer", ["aloud", "mute"])
def test_who_goes_on_without_an_earphone_sees_the_picture_again(open_shell: Open, jack: DemoJack, answer: str) -> None:
    shell = open_shell(jack)
    plugs(shell, jack)
    shell.speech.hide("hidden")
    plugs(shell, jack, plugged=False)
    shell.speech.choose(answer)
    assert not hidden(shell)


def hidden(shell: ShellViewModel) -> bool:
    return shell.speech.curtain


def test_rate_and_volume_go_by_steps_and_are_announced(open_shell: Open) -> None:
    pace = open_shell(None).pace
    told: list[str] = []
    pace.announced.connect(told.append)
    for change in (pace.faster, pace.louder):
        change(1)
        change(-1)
    assert told == ["语速 稍快", "语速 标准", "音量 6", "音量 5"]
    pace.faster(-9)
    pace.louder(9)
    assert (pace.canSlower, pace.canFaster, pace.canSofter, pace.canLouder) == (False, True, True, False)
    assert pace.state == Pace(75, 9)


ENDS: dict[str, Callable[[ShellViewModel], None]] = {
    "home": lambda shell: shell.navigation.home(),
    "fault": lambda shell: shell.navigation.break_off(),
    "standard": lambda shell: shell.access.standard(),
}


@pytest.mark.parametrize("end", ENDS)
def test_nothing_of_it_stays_for_the_next(open_shell: Open, jack: DemoJack, end: str) -> None:
    shell = open_shell(jack)
    shell.navigation.begin("wechat")
    plugs(shell, jack)
    shell.speech.hide("hidden")
    shell.pace.faster(2)
    shell.pace.louder(2)
    ENDS[end](shell)
    assert shell.speech.state == Speech() and shell.pace.usual
    shell.speech.look()
    assert not shell.speech.on, "an earphone that was left there is nobody's"


def test_who_began_to_listen_at_home_and_went_away_is_not_the_next(open_shell: Open) -> None:
    shell = open_shell(None)
    shell.speech.choose("aloud")
    for _ in range(HOME_S * LISTENING - 1):
        shell.tick()
    assert shell.speech.on
    shell.tick()
    assert not shell.speech.on


def test_who_listens_has_three_times_as_long(open_shell: Open) -> None:
    shell = open_shell(None)
    shell.navigation.begin("wechat")
    limit = shell.idle.state.limit_s
    shell.speech.choose("aloud")
    for _ in range(LISTENING * limit - LISTENING * WARN_S - 1):
        shell.tick()
    assert not shell.idle.warning and not shell.navigation.welcoming
    shell.tick()
    assert shell.idle.warning == LISTENING * WARN_S
    shell.speech.choose("mute")
    assert limit and shell.idle.state.times == 1


def test_who_pulls_the_earphone_out_late_is_still_asked_before_it_is_over(open_shell: Open, jack: DemoJack) -> None:
    shell = open_shell(jack)
    plugs(shell, jack)
    shell.navigation.begin("wechat")
    for _ in range(shell.idle.state.limit_s + 1):
        shell.tick()
    plugs(shell, jack, plugged=False)
    assert shell.idle.warning == 0
    shell.tick()
    assert not shell.navigation.welcoming, "as long as whoever only looks at it would have had"


class Sounds:
    """A `Health` that knows of the sound alone."""

    def __init__(self, state: State) -> None:
        self.state = state

    def checkup(self) -> Checkup:
        return checkup(sound=self.state)


@pytest.mark.parametrize(
    ("state", "caption"),
    [
        (State.OK, "插耳机才读姓名号码"),
        (State.DOUBTED, "喇叭没有声音，请插耳机"),
        (State.OFFLINE, "喇叭没有声音，请插耳机"),
    ],
)
def test_where_nobody_hears_the_loudspeaker_its_switch_says_so(parts: Parts, state: State, caption: str) -> None:
    desk = replace(parts.desk, door=replace(parts.desk.door, health=Sounds(state)))  # type: ignore[arg-type]
    shell = ShellViewModel(lambda: NOON, demo=False, language=parts.language)
    shell.open(lambda *_: Blank(parts.language), "示范办税服务厅", replace(parts, desk=desk))
    assert shell.speech.property("caption") == caption
    shell.speech.wear("worn")
    assert shell.speech.property("caption") == "已插耳机，也读姓名"
