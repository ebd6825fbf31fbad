"""Nobody touches anything: it is asked whether somebody is there, counted down, and then the visit is over."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.terminal.patience import Patience
from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.shell.where import Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STAY = Text("继续办理")
KEPT = Text("点【继续办理】，填好的内容都还在")
"""What becomes of it with that answer, whoever asks."""


@dataclass(frozen=True, slots=True)
class Idle:
    """`alone_s` seconds without a touch out of `limit_s`, 0 for none; who listens has so many `times` that.

    The last `answer_s` of these the visitor is asked. Where there is nothing to lose (0) they are only told when it
    will be over. `held_s` seconds money or paper has moved without a touch, out of `most_s`.
    """

    limit_s: int = 0
    answer_s: int = 0
    alone_s: int = 0
    held_s: int = 0
    most_s: int = 0
    times: int = 1

    @property
    def left_s(self) -> int:
        return self.limit_s * self.times - self.alone_s

    @property
    def asked_s(self) -> int:
        """Seconds that are left to answer; 0 as long as nobody is asked."""
        return self.left_s if self.left_s <= self.answer_s * self.times else 0

    @property
    def is_over(self) -> bool:
        return self.left_s <= 0 or self.held_s >= self.most_s * self.times

    def after_a_second(self, held: bool) -> "Idle":
        """While something is `held` that must be brought to an end, no visit is over for want of a touch."""
        if held:
            return replace(self, alone_s=0, held_s=self.held_s + 1)
        return replace(self, alone_s=self.alone_s + 1, held_s=0)


@QmlElement
class IdleViewModel(Model, Stateful[Idle]):
    """`over`: nobody has touched anything for as long as the screen may be left alone."""

    changed = Signal()
    over = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._patience = Patience()
        self.state = Idle()

    def open(self, patience: Patience) -> None:
        """What the hall wants is known."""
        self._patience = patience

    def follow(self, where: Where) -> None:
        """Another screen is shown: it counts from its beginning."""
        times, most_s = self.state.times, self._patience.held_s
        if not isinstance(where, Visiting):
            self._become(Idle(times=times))
            return
        step = where.row.step
        answer_s = self._patience.answer_s if step.loses else 0
        self._become(Idle(self._patience.before(step.stay) + answer_s, answer_s, most_s=most_s, times=times))

    def wait_for(self, times: int) -> None:
        """From now on all takes so many times as long. Whoever plugs an earphone in, or pulls it out, is there."""
        if times != self.state.times:
            self._become(replace(self.state, times=times, alone_s=0, held_s=0))

    def tick(self, held: bool) -> None:
        """A second has passed; `held`: money or paper moves."""
        if not self.state.limit_s:
            return
        later = self.state.after_a_second(held)
        if later.is_over:
            self.over.emit()
        else:
            self._become(later)

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._become(replace(self.state, alone_s=0, held_s=0))

    @Property(int, notify=changed)
    def warning(self) -> int:
        """Seconds until the visit is ended for want of a touch; 0 while there is no need to ask."""
        return self.state.asked_s

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the time to answer is left, 0 to 1."""
        whole = self.state.answer_s * self.state.times
        return self.state.asked_s / whole if whole else 0.0

    @Property(str, notify=changed)
    @said
    def question(self) -> Text:
        return Text("您还在吗？")

    @Property(str, notify=changed)
    @said
    def caption(self) -> Text:
        return Text("好一会儿没有点屏幕了")

    @Property(str, notify=changed)
    @said
    def figureCaption(self) -> Text:
        return Text("秒后退出")

    @Property(str, notify=changed)
    @said
    def kept(self) -> Text:
        """What becomes of it with an answer."""
        return KEPT

    @Property(str, notify=changed)
    @said
    def lost(self) -> Text:
        """And without one."""
        return Text("不点，就清除内容，回到首页")

    @Property(str, notify=changed)
    @said
    def stayText(self) -> Text:
        return STAY

    @Property(str, notify=changed)
    @said
    def leaveText(self) -> Text:
        return Text("结束，退出")

    @Property(str, notify=changed)
    @said
    def leaving(self) -> Text:
        """On the result: when the terminal returns to Home by itself."""
        if not self.state.limit_s or self.state.answer_s:
            return NOTHING
        return Text("{seconds} 秒后自动返回首页", seconds=self.state.left_s)
