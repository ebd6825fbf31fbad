"""卡在哪: where visitors have given up or gone wrong lately, as counts of visits in which nobody can be found."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.desk.stuck import Stuck
from domain.flows.hurdles import hurdle, screen
from domain.terminal.stuck import Shelf, hurdles
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

DAYS, MOST = 7, 8
"""Of so many days so many screens are told, where most were given up first."""
OFF = Text("本机没有计数。想知道缴费人卡在哪里，请系统管理员在设置文件里打开 [counts]")
NOTHING_YET = Text("还没有可以说的：同一个界面要有五个人次以上")
UNREAD = Text("计数读不出来，请系统管理员查看日志")


@dataclass(frozen=True, slots=True)
class Row:
    """`given_up` of all who `came`; `part` is how many of them, 0 to 1. `wrong` is what went wrong most often."""

    id: str
    title: Text
    given_up: Text
    came: Text
    part: float
    wrong: Text


@dataclass(frozen=True, slots=True)
class State:
    rows: tuple[Row, ...] = ()
    loading: bool = False
    nothing: Text = NOTHING


@QmlElement
class StuckViewModel(StepViewModel, Stateful[State]):
    """`shelf` is where it is counted; None where it is not."""

    changed = Signal()

    def __init__(self, shelf: Shelf | None, worker: Worker, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = State(nothing=OFF) if shelf is None else State(loading=True)
        if shelf is not None:
            worker.run(
                self,
                lambda: hurdles(shelf.of(DAYS)),
                self._loaded,
                lambda error: self._become(State(nothing=UNREAD)),
                (OSError,),
            )

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("缴费人卡在哪里")

    @Property(str, notify=changed)
    @said
    def remark(self) -> Text:
        return Text("最近 {days} 天，只数人次，五个一档", days=DAYS)

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, given_up, came, part, wrong}]`, where most were given up first."""
        return self.state.rows

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        """Why there are no rows."""
        return self.state.nothing

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.loading

    def _loaded(self, found: tuple[Stuck, ...]) -> None:
        rows = tuple(map(_row, found[:MOST]))
        self._become(State(rows, nothing=NOTHING if rows else NOTHING_YET))


def _row(one: Stuck) -> Row:
    came = Text("到过 {visits} 人次", visits=one.came)
    given_up = Text("放弃 {visits} 人次", visits=one.given_up)
    wrong = Text("差错最多：{what}", what=hurdle(one)) if one.wrong else NOTHING
    return Row(one.screen, screen(one.screen), given_up, came, min(1.0, one.given_up / one.came), wrong)
