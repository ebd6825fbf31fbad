"""停用: what visitors are told instead, and until when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain import times
from domain.flows.beginnings import named, stands
from domain.runtime import Clock
from domain.terminal.suspensions import CHOICES, WHOLE, End, Message, Suspending, Suspension, ends
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.settings import NOT_KEPT
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row
from viewmodels.words.standing import ENDS
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """What is chosen, at the time `now`, to the minute."""

    now: datetime
    message: Message = CHOICES[0]
    end: End = End.HALF_HOUR
    busy: bool = False
    problem: Text = NOTHING

    @property
    def until(self) -> Text:
        """When it ends by itself; empty if it does not."""
        at = self.end.at(self.now)
        return times.short(at, self.now) if at else NOTHING


@QmlElement
class SuspendViewModel(StepViewModel, Stateful[State]):
    """`finish(remark)` says what has been done."""

    changed = Signal()

    def __init__(
        self,
        what: str,
        suspending: Suspending,
        clock: Clock,
        worker: Worker,
        language: Language,
        finish: Callable[[Text], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._what, self._suspending = what, suspending
        self._clock, self._worker, self._finish = clock, worker, finish
        self.state = State(self._minute())
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("停用{what}", what=named(self._what))

    @Property(str, notify=changed)
    @said
    def remark(self) -> Text:
        """What it means for whoever is there already."""
        if self._what == WHOLE:
            return Text("付了款的照常入账，工作人员照常登录")
        return Text("办到一半的不受影响，付了款的照常入账")

    @Property(str, notify=changed)
    @said
    def messageHeading(self) -> Text:
        return Text("告诉缴费人")

    @Property(str, notify=changed)
    @said
    def endHeading(self) -> Text:
        return Text("到什么时候")

    @Property(QVariantList, notify=changed)
    @said_rows
    def messages(self) -> Iterable[object]:
        """`[{id, title, caption, chosen, enabled}]`."""
        return (Row(one.value, one.label, chosen=one is self.state.message) for one in CHOICES)

    @Property(QVariantList, notify=changed)
    @said_rows
    def ends(self) -> Iterable[object]:
        """As `messages`, each with its time of day."""
        return (self._row(end) for end in ends(self.state.now))

    @Property(str, notify=changed)
    @said
    def shownHeading(self) -> Text:
        return Text("缴费人看到的")

    @Property(str, notify=changed)
    @said
    def shownText(self) -> Text:
        now = self.state.now
        return stands(Suspension(self._what, self.state.message, now, self.state.end.at(now)), now)

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.problem

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self.state.busy

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        """What it will do, and until when."""
        if until := self.state.until:
            return Text("停用{what}，到 {until}", what=named(self._what), until=until)
        return Text("停用{what}，直到再次开通", what=named(self._what))

    @Slot(str)
    def chooseMessage(self, message: str) -> None:
        self._become(replace(self.state, message=Message(message)))

    @Slot(str)
    def chooseEnd(self, end: str) -> None:
        self._become(replace(self.state, end=End(end)))

    @Slot()
    def submit(self) -> None:
        """It is out of service as soon as that is written down."""
        if self.state.busy:
            return
        done = Text("{what}已经停用", what=named(self._what))
        if until := self.state.until:
            done = Text("{done}，{until} 恢复", done=done, until=until)
        message, at = self.state.message, self.state.end.at(self.state.now)
        self._become(replace(self.state, busy=True, problem=NOTHING))
        self._worker.run(
            self,
            lambda: self._suspending.suspend(self._what, message, at),
            lambda _: self._finish(done),
            lambda error: self._become(replace(self.state, busy=False, problem=NOT_KEPT)),
            (OSError,),
        )

    @Slot()
    def tick(self) -> None:
        """A second has passed: times go on, and one that was ahead may be over."""
        now = self._minute()
        self._become(replace(self.state, now=now, end=self.state.end if self.state.end in ends(now) else End.NEVER))

    def _minute(self) -> datetime:
        return self._clock().replace(second=0, microsecond=0)

    def _row(self, end: End) -> Row:
        then = replace(self.state, end=end)
        return Row(end.value, ENDS[end], then.until, chosen=end is self.state.end)
