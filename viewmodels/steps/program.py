"""What staff do with the program: its logs go to a stick, it is begun anew, it is closed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.logs import terminal as events
from domain.logs.log import Log
from domain.terminal.exporting import Exported, Exporting, NoMedium, NotWritten
from domain.terminal.power import EXIT_CLOSED, EXIT_RESTART, Power
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.steps.question import Question, QuestionViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

EXPORT, RESTART, CLOSE = "export", "restart", "close"
SURE = {
    EXIT_RESTART: Text("重新启动程序，确定吗？停用的继续停用。"),
    EXIT_CLOSED: Text("关闭程序，确定吗？要到机器上用手打开，才能再办业务。"),
}
YES = {EXIT_RESTART: Text("重新启动"), EXIT_CLOSED: Text("关闭")}
NO_STICK = Text("没有找到 U 盘：请插好，等它亮了再点一次")
NOT_WRITTEN = Text("U 盘写不进去：满了、写保护，或者已经拔了")

log = Log("kiosk.staff")


@dataclass(frozen=True, slots=True)
class Machine:
    """What is done it with. `moving` says how many payments move now, and waits for the store; `staff` who does it."""

    exporting: Exporting
    power: Power
    moving: Callable[[], int]
    staff: str


@dataclass(frozen=True, slots=True)
class Deed:
    """`enabled`: it can be done, now."""

    id: str
    icon: str
    title: Text
    caption: Text
    button: Text
    enabled: bool


@dataclass(frozen=True, slots=True)
class State:
    """`done` is what has been done, `problem` what has not and why. `busy` while something is being done."""

    busy: bool = False
    done: Text = NOTHING
    problem: Text = NOTHING


@QmlElement
class ProgramViewModel(Model, Stateful[State]):
    """`question` is where it asks first."""

    changed = Signal()

    def __init__(
        self,
        machine: Machine,
        question: QuestionViewModel,
        worker: Worker,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._machine, self._question, self._worker = machine, question, worker
        self.state = State()

    @Property(QVariantList, notify=changed)
    @said_rows
    def deeds(self) -> Iterable[object]:
        """`[{id, icon, title, caption, button, enabled}]`."""
        back, idle = self._machine.power.comes_back, not self.state.busy
        again = Text("约一分钟后回到首页") if back else Text("没有系统服务，回不来")
        return (
            Deed(EXPORT, "document", Text("导出日志"), Text("写到 U 盘"), Text("导出"), idle),
            Deed(RESTART, "refresh", Text("重新启动程序"), again, YES[EXIT_RESTART], idle and back),
            Deed(CLOSE, "cross", Text("关闭程序"), Text("要用手打开"), YES[EXIT_CLOSED], idle),
        )

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("日志和程序")

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self.state.busy

    def forget(self) -> None:
        """What was said of it is over."""
        self._become(State())

    @Slot(str)
    def act(self, deed: str) -> None:
        """It asks first, but for what nobody can regret."""
        if self.state.busy:
            return
        if deed == EXPORT:
            self._export()
        elif deed == CLOSE:
            self._ask_first(EXIT_CLOSED)
        elif deed == RESTART and self._machine.power.comes_back:
            self._ask_first(EXIT_RESTART)

    def _export(self) -> None:
        self._become(State(busy=True, done=Text("正在写到 U 盘，请不要拔")))
        job = self._machine.exporting.write
        self._worker.run(self, job, self._exported, self._not_exported, (NoMedium, NotWritten))

    def _exported(self, made: Exported) -> None:
        done = Text(
            "日志已经写到 U 盘 {medium}：{file}，{lines} 行，{size} KB。可以拔了",
            medium=Verbatim(made.medium),
            file=Verbatim(made.file),
            lines=made.lines,
            size=max(1, round(made.size / 1000)),
        )
        if made.refused:
            done = Text("{done}。有 {count} 行像是个人号码，没有写", done=done, count=made.refused)
        self._become(State(done=done))

    def _not_exported(self, error: Exception) -> None:
        self._become(State(problem=NO_STICK if isinstance(error, NoMedium) else NOT_WRITTEN))

    def _ask_first(self, code: int) -> None:
        self._unless_money_moves(lambda: self._question.ask(Question(SURE[code], YES[code], partial(self._end, code))))

    def _end(self, code: int) -> None:
        """Money may have begun to move while it was asked."""

        def leave() -> None:
            log.warning(events.EndedByStaff(self._machine.staff, code == EXIT_RESTART))
            self._machine.power.leave(code)

        self._unless_money_moves(leave)

    def _unless_money_moves(self, go_on: Callable[[], None]) -> None:
        self._become(State(busy=True))

        def answered(moving: int) -> None:
            if moving:
                why = Text("现在不能关：有 {count} 笔付款还没有结果，请过几分钟再试", count=moving)
                self._become(State(problem=why))
                return
            self._become(State())
            go_on()

        self._worker.run(self, self._machine.moving, answered)
