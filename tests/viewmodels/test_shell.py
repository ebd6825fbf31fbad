"""The shell without screens: where one is, how one leaves, and what a second without a touch does."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.engine import Screen, Session
from domain.flows.visit import Choice, Identity, Paying, Visit
from domain.identity import DocumentKind
from domain.people.insurance import Scheme
from domain.people.person import Person
from tests.alone import ALONE_S, PATIENCE, RESULT_ALONE_S, WARN_S
from tests.payment.hall import NOON
from viewmodels.parts import Finish, Parts
from viewmodels.shell.broken_off import TELLING_S
from viewmodels.shell.home import HomeViewModel
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import ShellViewModel
from viewmodels.shell.where import HOME, OUT_OF_SERVICE, Home
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language


class Stub(StepViewModel):
    """A step that may hold something."""

    def __init__(self, parts: Parts, finish: Finish, *, held: bool = False) -> None:
        super().__init__(parts.language)
        self.finish = finish
        self.held = held
        self.left_by = ""
        self.given = False
        self.typed: dict[str, dict[str, str]] = {}

    @property
    def filled(self) -> dict[str, dict[str, str]]:
        return self.typed

    @property
    def begun(self) -> bool:
        return self.given

    @property
    def holds(self) -> bool:
        return self.held

    def leave(self, outcome: str) -> None:
        self.left_by = outcome


@pytest.fixture
def closed(qapp: object) -> Iterator[ShellViewModel]:
    """A shell whose parts are not there yet."""
    shell = ShellViewModel(lambda: NOON, demo=True, language=Language())
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shell(closed: ShellViewModel, parts: Parts) -> ShellViewModel:
    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return Stub(parts, finish)

    closed.open(make, "示范办税服务厅", parts)
    return closed


def at(shell: ShellViewModel) -> str:
    return shell.navigation.screen


def test_a_channel_is_begun_and_left(shell: ShellViewModel) -> None:
    assert at(shell) == HOME
    shell.navigation.begin("wechat")
    assert (at(shell), shell.header.channelName) == ("wechat.official_account", "微信")
    shell.navigation.finished("enter", Visit())
    assert at(shell) == "wechat.identify"
    shell.navigation.back()
    assert at(shell) == "wechat.official_account"
    shell.navigation.home()
    assert at(shell) == HOME
    assert shell.navigation.state == Home()


@pytest.mark.parametrize("start", ["wechat.menu", "wechat.official_account", "matter", "nowhere"])
def test_a_visit_begins_at_a_start_of_a_table_and_nowhere_else(shell: ShellViewModel, start: str) -> None:
    with pytest.raises(KeyError, match=start):
        shell.navigation.begin(start)
    assert at(shell) == HOME
    shell.navigation.begin("matter.pay")
    assert at(shell) == "matter.pay"


def test_what_this_hall_does_not_offer_does_not_begin(closed: ShellViewModel, parts: Parts) -> None:
    """Touched before that was known."""
    closed.navigation.begin("matter.refund")
    closed.open(
        lambda screen, visit, finish: Stub(parts, finish),
        "",
        replace(parts, premises=replace(parts.premises, channels=frozenset({"wechat"}))),
    )
    assert at(closed) == HOME
    home = closed.navigation.step
    assert isinstance(home, HomeViewModel)
    home.refresh()
    assert set(home.property("captions")) == {
        "wechat",
        *(f"matter.{m}" for m in ("pay", "declare", "records", "certificate")),
    }


@pytest.mark.parametrize(
    ("channels", "matter", "begins"),
    [
        ({"wechat", "tax_app"}, "matter.refund", "tax_app.download"),
        ({"wechat", "tax_app"}, "matter.pay", "matter.pay"),
        ({"wechat"}, "matter.pay", "wechat.official_account"),
    ],
)
def test_a_matter_that_one_channel_can_do_begins_there(
    closed: ShellViewModel, parts: Parts, channels: set[str], matter: str, begins: str
) -> None:
    premises = replace(parts.premises, channels=frozenset(channels))
    closed.open(lambda screen, visit, finish: Stub(parts, finish), "", replace(parts, premises=premises))
    closed.navigation.begin(matter)
    assert at(closed) == begins
    assert closed.navigation.session
    assert closed.navigation.session.visit.matter == matter
    closed.navigation.back()
    assert at(closed) == HOME


def test_what_is_touched_before_the_parts_are_there_happens_after(closed: ShellViewModel, parts: Parts) -> None:
    closed.navigation.begin("wechat")
    assert at(closed) == HOME
    closed.open(lambda screen, visit, finish: Stub(parts, finish), "", parts)
    assert at(closed) == "wechat.official_account"


@pytest.mark.parametrize(("way", "outcome"), [("back", "cancelled"), ("home", "left")])
def test_what_is_held_is_brought_to_an_end_first(shell: ShellViewModel, way: str, outcome: str) -> None:
    shell.navigation.begin("wechat")
    step = shell.navigation.step
    assert isinstance(step, Stub)
    step.held = True
    getattr(shell.navigation, way)()
    assert step.left_by == outcome
    assert at(shell) == "wechat.official_account"


def test_alone(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    for _ in range(ALONE_S - WARN_S - 1):
        shell.tick()
    assert shell.idle.warning == 0
    shell.tick()
    assert shell.idle.warning == WARN_S
    shell.idle.touched()
    assert shell.idle.warning == 0
    for _ in range(ALONE_S):
        shell.tick()
    assert at(shell) == HOME


def test_the_result_is_not_asked_about_but_told_of(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    assert shell.idle.leaving == ""
    shell.navigation._go(Session("wechat.result", Visit("wechat")))
    assert (shell.idle.leaving, shell.header.canGoBack) == (f"{RESULT_ALONE_S} 秒后自动返回首页", False)
    for _ in range(RESULT_ALONE_S - 1):
        shell.tick()
    assert (shell.idle.leaving, shell.idle.warning) == ("1 秒后自动返回首页", 0)
    shell.tick()
    assert (at(shell), shell.idle.leaving) == (HOME, "")


def test_whoever_has_typed_in_a_household_is_asked_before_all_of_it_is_lost(shell: ShellViewModel) -> None:
    shell.navigation._go(Session("wechat.household", Visit("wechat")))
    for _ in range(ALONE_S - WARN_S):
        shell.tick()
    assert (shell.idle.leaving, shell.idle.warning, shell.header.canGoBack) == ("", WARN_S, False)


def test_what_stands_around_a_screen(shell: ShellViewModel) -> None:
    header, progress, served, strip = shell.header, shell.progress, shell.served, shell.strip
    assert (header.title, header.subtitle) == ("社会保险费自助缴费", "灵活就业人员、城乡居民都可以办")
    assert (strip.clock, strip.date, strip.hall) == ("04:00", "11月23日 星期一", "示范办税服务厅")
    assert strip.demoText.startswith(f"{strip.demoTag}终端")
    person = Person(1, DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")
    shell.navigation._go(Session("wechat.menu", Visit("wechat", who=Identity(person))))
    assert (header.title, header.subtitle, header.channelGlyph) == ("社保费功能列表", "", "微")
    assert (served.name, served.number, served.proof) == ("张建国", "520***********0119", "已核对")
    assert (progress.stepText, progress.countText, strip.demoText) == ("", "", "")
    shell.navigation._go(Session("wechat.confirm_flexible", Visit("wechat", who=Identity(person))))
    assert (progress.step, progress.count, progress.stepText, progress.countText) == (1, 4, "第 1 步", "，共 4 步")
    assert (served.name, served.proof, served.guidance) == ("", "", "")
    shell.navigation.fail(out_of_service())
    assert (header.subtitle, strip.help, progress.count) == ("本机正在自动恢复", "也可以拨打 12366", 0)


def test_home_is_never_left_alone(shell: ShellViewModel) -> None:
    for _ in range(2 * ALONE_S):
        shell.tick()
    assert at(shell) == HOME
    assert shell.idle.warning == 0


def out_of_service() -> OutOfServiceViewModel:
    return OutOfServiceViewModel(Language(), State(NOON, 8, 8))


def test_only_healing_leads_out_of_a_failure(closed: ShellViewModel, parts: Parts) -> None:
    """A tile is touched, a fault arrives, and then what stands behind the screens opens: still out of service."""
    closed.navigation.begin("wechat")
    closed.navigation.fail(out_of_service())
    closed.open(lambda screen, visit, finish: Stub(parts, finish), "", parts)
    closed.navigation.begin("wechat")
    closed.navigation.home()
    closed.navigation.back()
    closed.tick()
    closed.staffDoor.open()
    assert at(closed) == OUT_OF_SERVICE
    closed.navigation.heal()
    assert closed.navigation.state == Home()
    closed.navigation.begin("wechat")
    assert at(closed) == "wechat.official_account"


def test_what_a_failed_visit_ends_with_later_is_about_nothing(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    step = shell.navigation.step
    assert isinstance(step, Stub)
    shell.navigation.fail(out_of_service())
    step.finish("enter", Visit())
    assert at(shell) == OUT_OF_SERVICE


def test_a_mistake_ends_the_visit_and_its_visitor_is_told_so_for_a_while(shell: ShellViewModel) -> None:
    gone: list[str] = []
    shell.navigation.left.connect(lambda: gone.append(at(shell)))
    shell.navigation.break_off()
    assert (gone, shell.brokenOff.shown) == ([], False)
    shell.navigation.begin("wechat")
    shell.navigation.break_off()
    assert (at(shell), gone, shell.brokenOff.shown) == (HOME, [HOME], True)
    for _ in range(TELLING_S):
        assert shell.brokenOff.shown
        shell.tick()
    assert not shell.brokenOff.shown
    shell.navigation.begin("wechat")
    shell.navigation.break_off()
    shell.brokenOff.understood()
    assert shell.navigation.state == Home()


def test_a_step_ends_once_and_only_while_it_is_shown(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    first = shell.navigation.step
    assert isinstance(first, Stub)
    first.finish("enter", Visit())
    assert at(shell) == "wechat.identify"
    first.finish("enter", Visit())
    assert at(shell) == "wechat.identify"
    second = shell.navigation.step
    assert isinstance(second, Stub)
    shell.navigation.back()
    second.finish("identified", Visit())
    assert at(shell) == "wechat.official_account"


def test_back_keeps_what_was_typed(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    known = Visit("wechat", who=Identity(Person(1, DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")))
    for outcome in ("enter", "identified", "flexible_other"):
        shell.navigation.finished(outcome, known)
    form = shell.navigation.step
    assert at(shell) == "wechat.payee_flexible" and isinstance(form, Stub)
    form.typed = {"payee": {"name": "李桂兰"}}
    shell.navigation.back()
    assert at(shell) == "wechat.menu" and shell.navigation.session is not None
    assert shell.navigation.session.visit.filled == {"payee": {"name": "李桂兰"}}


def test_a_screen_without_a_way_back_keeps_its_visitor(shell: ShellViewModel) -> None:
    shell.navigation._go(Session("wechat.result", Visit("wechat")))
    shell.navigation.back()
    assert at(shell) == "wechat.result"


def test_whoever_begins_anew_is_not_told_of_what_broke_off_before(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    shell.navigation.break_off()
    shell.navigation.begin("alipay")
    assert not shell.brokenOff.shown
    shell.navigation.home()
    assert not shell.brokenOff.shown


def test_nobody_is_sent_away_from_a_payment_that_is_open(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    step = shell.navigation.step
    assert isinstance(step, Stub)
    step.held = True
    for _ in range(PATIENCE.held_s - 1):
        shell.tick()
    assert (at(shell), shell.idle.warning, shell.navigation.holds) == ("wechat.official_account", 0, True)
    shell.touched()
    shell.tick()
    step.held = False
    for _ in range(ALONE_S):
        assert at(shell) == "wechat.official_account"
        shell.tick()
    assert at(shell) == HOME


def test_what_is_held_for_longer_than_it_can_take_is_left_to_the_janitor(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    step = shell.navigation.step
    assert isinstance(step, Stub)
    step.held = True
    for _ in range(PATIENCE.held_s):
        assert at(shell) == "wechat.official_account"
        shell.tick()
    assert (at(shell), step.left_by) == (HOME, "")


def test_whoever_has_filled_something_in_is_asked_before_home(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    step = shell.navigation.step
    assert isinstance(step, Stub)
    step.given = True
    shell.goingHome.home()
    assert (at(shell), shell.goingHome.asks) == ("wechat.official_account", True)
    shell.goingHome.stay()
    assert (at(shell), shell.goingHome.asks) == ("wechat.official_account", False)
    shell.goingHome.home()
    shell.goingHome.leave()
    assert (at(shell), shell.goingHome.asks) == (HOME, False)


def test_the_question_stays_when_an_answer_brings_the_next_screen_as_long_as_there_is_something_to_lose(
    shell: ShellViewModel,
) -> None:
    paying = Visit("wechat", business=Paying(Scheme.FLEXIBLE, choice=Choice(agency="520102P")))
    told = []
    shell.navigation.begin("wechat")
    step = shell.navigation.step
    assert isinstance(step, Stub)
    step.given = True
    shell.goingHome.home()
    for session in (Session("wechat.pick_method", paying), Session("wechat.menu", Visit("wechat"))):
        shell.navigation._go(session)
        told.append((shell.goingHome.asks, shell.navigation.loses))
    assert told == [(True, True), (False, False)]


def test_nobody_is_asked_before_home_where_nothing_was_given(shell: ShellViewModel) -> None:
    shell.navigation.begin("wechat")
    shell.goingHome.home()
    assert at(shell) == HOME


def test_that_nothing_was_charged_is_said_until_a_code_was_asked_for(shell: ShellViewModel) -> None:
    paying = Visit("wechat", business=Paying(Scheme.FLEXIBLE))
    told = []
    for screen in ("wechat.menu", "wechat.pick_method", "wechat.pay", "wechat.pick_method"):
        shell.navigation._go(Session(screen, Visit("wechat") if screen == "wechat.menu" else paying))
        told.append(bool(shell.goingHome.unpaid))
    assert told == [False, True, False, False]


def test_what_turns_at_the_same_place_is_told_to_whoever_shows_it(shell: ShellViewModel) -> None:
    told: list[str] = []
    shell.navigation.turned.connect(lambda: told.append("turned"))
    shell.navigation.moved.connect(lambda: told.append("moved"))
    shell.navigation.begin("wechat")
    step = shell.navigation.step
    assert isinstance(step, Stub)
    step.turned.emit()
    assert told == ["moved", "turned"]


def test_a_tile_begins_what_it_stands_for(shell: ShellViewModel) -> None:
    home = shell.navigation.step
    assert isinstance(home, HomeViewModel)
    home.choose("matter.records")
    assert at(shell) == "matter.records"
