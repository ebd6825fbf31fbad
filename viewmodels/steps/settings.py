"""设置: what is out of service and what is not, taken out and back by a touch; and what is done with the program."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.beginnings import Beginnings, named
from domain.runtime import Clock
from domain.terminal.duty import Duty
from domain.terminal.suspensions import WHOLE
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.program import Machine, ProgramViewModel
from viewmodels.steps.question import Question, QuestionViewModel
from viewmodels.typed import Property
from viewmodels.words import standing
from viewmodels.words.language import Language, said, said_rows
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

NOT_KEPT = Text("没有改成：磁盘写不进去，请找系统管理员")


@dataclass(frozen=True, slots=True)
class State:
    """`done` is what has been done, `problem` what has not and why. `busy` while something is being done."""

    standings: standing.Standings
    busy: bool = False
    done: Text = NOTHING
    problem: Text = NOTHING


@QmlElement
class SettingsViewModel(StepViewModel, Stateful[State]):
    """`suspend(id)` is how it goes on to taking something out of service; `remark` is what has been done before."""

    changed = Signal()

    def __init__(
        self,
        duty: Duty,
        beginnings: Beginnings,
        machine: Machine,
        remark: Text,
        clock: Clock,
        worker: Worker,
        language: Language,
        suspend: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._duty, self._beginnings = duty, beginnings
        self._clock, self._worker, self._suspend = clock, worker, suspend
        self._question = QuestionViewModel(language, self)
        self._program = ProgramViewModel(machine, self._question, worker, language, self)
        self._program.changed.connect(self._made_way)
        self.state = State(self._standings(), done=remark)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    @Property(QVariantList, notify=changed)
    @said_rows
    def whole(self) -> Iterable[object]:
        """The terminal: `[{id, title, glyph, icon, word, caption, closed, own}]`."""
        return (self.state.standings.whole,)

    @Property(QVariantList, notify=changed)
    @said_rows
    def channels(self) -> Iterable[object]:
        """As `whole`, each with its `glyph`."""
        return self.state.standings.channels

    @Property(QVariantList, notify=changed)
    @said_rows
    def matters(self) -> Iterable[object]:
        """As `whole`, each with an `icon`."""
        return self.state.standings.matters

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("停用和恢复")

    @Property(str, notify=changed)
    @said
    def remark(self) -> Text:
        return Text("点一项停用，停用的再点恢复")

    @Property(ProgramViewModel, constant=True)
    def program(self) -> ProgramViewModel:
        """Its logs, and its end."""
        return self._program

    @Property(QuestionViewModel, constant=True)
    def question(self) -> QuestionViewModel:
        """What is asked before something is done."""
        return self._question

    @Property(str, notify=changed)
    @said
    def done(self) -> Text:
        """What has been done last."""
        return self.state.done or self._program.state.done

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        """What has not been done last, and why."""
        return self.state.problem or self._program.state.problem

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self.state.busy

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return Text("恢复本机") if self.state.standings.whole.own else Text("停用本机")

    @Slot()
    def submit(self) -> None:
        """The terminal."""
        self.choose(WHOLE)

    @Slot(str)
    def choose(self, what: str) -> None:
        """A channel, a matter or the terminal: it is taken out of service, or comes back after a question."""
        if self.state.busy:
            return
        found = self._beginnings.suspensions.of(what)
        if found is None:
            self._suspend(what)
            return
        text = standing.doubted(found, self._clock())
        self._question.ask(Question(text, Text("恢复办理"), partial(self._resume, what)))

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._become(replace(self.state, standings=self._standings()))

    @Slot()
    def _made_way(self) -> None:
        """What was said before the program was touched is over."""
        self._tell()
        self.changed.emit()

    def _resume(self, what: str) -> None:
        done = Text("{what}已经恢复办理", what=named(what))
        self._program.forget()
        self._tell(busy=True)
        self._worker.run(
            self,
            lambda: self._duty.suspending.resume(what),
            lambda _: self._tell(done=done),
            lambda error: self._tell(problem=NOT_KEPT),
            (OSError,),
        )

    def _tell(self, done: Text = NOTHING, problem: Text = NOTHING, *, busy: bool = False) -> None:
        self._become(State(self._standings(), busy, done, problem))

    def _standings(self) -> standing.Standings:
        return standing.standings(self._beginnings, self._clock())
