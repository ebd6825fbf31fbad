"""Visits are counted as they go, by the real screens' view models; nobody is in what is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from adapters.stuck import StuckShelf
from domain.desk.stuck import Stuck
from domain.terminal.stuck import K, told
from domain.words import Text, Verbatim, joined
from kit.simulators.runtime import SimulatedRuntime
from tests.payment.hall import NOON, PEOPLE
from ui.kinds import step_maker
from viewmodels.asking import Asking
from viewmodels.parts import Parts
from viewmodels.shell.counting import Counting, wrong
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import ShellViewModel
from viewmodels.steps.form import FormViewModel
from viewmodels.steps.form_state import Filling
from viewmodels.words.language import Language

Until = Callable[[Callable[[], bool]], None]
ZHANG = next(one for one in PEOPLE if one.name == "张建国")


class Terminal:
    """A shell on real parts, which counts; `passes` lets time pass."""

    def __init__(self, parts: Parts, folder: Path) -> None:
        self.runtime = SimulatedRuntime(NOON)
        self.shelf, self.folder = StuckShelf(folder, lambda: NOON, 60), folder
        self.shell = ShellViewModel(lambda: NOON, demo=True, language=Language())
        self.navigation = self.shell.navigation
        self.counting = Counting(self.navigation, self.shelf, self.runtime.uptime, parts.worker, self.shell)
        self.shell.open(step_maker(parts), "示范办税服务厅", parts)

    @property
    def form(self) -> FormViewModel:
        step = self.navigation.step
        assert isinstance(step, FormViewModel)
        return step

    def identifies(self, name: str, number: str) -> None:
        """Somebody begins, forgets to fill in anything, then does."""
        self.navigation.begin("wechat")
        self.navigation.finished("enter", self.navigation.session.visit)  # type: ignore[union-attr]
        self.form.submit()
        self.runtime.pass_by(seconds=45)
        self.form.write("name", name)
        self.form.write("number", number)
        self.form.submit()


@pytest.fixture
def terminal(parts: Parts, tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(parts, tmp_path / "stuck")
    yield terminal
    terminal.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_walk_is_counted_and_nobody_is_in_it(terminal: Terminal, until: Until) -> None:
    at = terminal.navigation
    for _ in range(K):
        terminal.identifies(ZHANG.name, ZHANG.number)
        until(lambda: at.screen == "wechat.menu")
        at.back()
        at.left_alone()
    for _ in range(K):
        terminal.identifies("王小明", "52019919780315013X")
        until(lambda: not terminal.form.busy)
        at.home()
    until(lambda: bool(screens := told(terminal.shelf.of(1))) and screens[0].came == 2 * K)
    (identify, *others) = told(terminal.shelf.of(1))
    assert identify.screen == "wechat.identify"
    assert (identify.came, identify.on, identify.back) == (10, {"identified": 5}, 0)
    assert (identify.alone, identify.left, identify.given_up) == (5, 5, 10)
    assert identify.wrong["name"] == identify.wrong["number"] == 10, "each visit once"
    assert sum(identify.lasted.values()) >= 10 and set(identify.lasted) <= {"10", "60"}
    assert others == [
        Stuck("wechat.official_account", 10, on={"enter": 10}, lasted={"10": 10}),
        Stuck("wechat.menu", 5, back=5, lasted={"10": 5}),
    ]
    (file,) = terminal.folder.iterdir()
    kept = file.read_text("utf-8")
    known = [fact for one in PEOPLE for fact in (one.name, one.number, one.phone) if fact]
    assert [fact for fact in (*known, "王小明", "52019919780315013X") if fact in kept] == []


def test_a_fault_ends_a_visit_and_is_told(terminal: Terminal, until: Until) -> None:
    told_by = OutOfServiceViewModel(Language(), State(NOON, 0, 0))
    for fault in (terminal.navigation.break_off, lambda: terminal.navigation.fail(told_by)):
        for _ in range(K):
            terminal.navigation.heal()
            terminal.navigation.begin("wechat")
            fault()
    until(lambda: bool(found := told(terminal.shelf.of(1))) and found[0].came == 2 * K)
    (one,) = told(terminal.shelf.of(1))
    assert (one.screen, one.broken, one.given_up) == ("wechat.official_account", 10, 0)


def test_what_is_wrong_is_told_by_its_id() -> None:
    name, refusal = Text("王小明"), Text("没有找到 {name}")
    form = Filling({"name": "王小明"}, errors={"name": refusal.of(name=name)}, problem=refusal.of(name=name))
    assert list(wrong(form)) == ["name", "没有找到 {name}"]
    assert list(wrong(Filling({}, problem=joined("，", (refusal.of(name=name),))))) == ["other"]
    assert list(wrong(Filling({}, problem=Verbatim("王小明")))) == ["other"]
    assert list(wrong(Filling({}))) == list(wrong(None)) == []

    class Page:
        asking = Asking.SILENT

    assert list(wrong(Page())) == ["no answer"]
