"""A visit that is left alone: the visitor is asked whether they are still there, and then it ends."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.shell.where import Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

WARN_S = 30
"""How long before leaving the visitor is asked whether they are still there."""


@dataclass(frozen=True, slots=True)
class Idle:
    """`alone_s` seconds without a touch out of `limit_s`; a limit of 0 is none. Who listens has so many `times` that.

    `asks`: the visitor is asked before it is over. Where there is nothing to lose they are only told when it will be.
    """

    limit_s: int = 0
    asks: bool = False
    alone_s: int = 0
    times: int = 1

    @property
    def left_s(self) -> int:
        return self.limit_s * self.times - self.alone_s

    @property
    def warns(self) -> bool:
        return self.asks and self.left_s <= WARN_S * self.times


@QmlElement
class IdleViewModel(Model, Stateful[Idle]):
    """`over`: nobody has touched anything for as long as the screen may be left alone."""

    changed = Signal()
    over = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Idle()

    def follow(self, where: Where) -> None:
        """Another screen is shown: it counts from its beginning."""
        step = where.row.step if isinstance(where, Visiting) else None
        limit_s, asks = (step.alone_s, step.loses) if step else (0, False)
        self._become(Idle(limit_s, asks, times=self.state.times))

    def wait_for(self, times: int) -> None:
        """From now on all takes so many times as long. Whoever plugs an earphone in, or pulls it out, is there."""
        if times != self.state.times:
            self._become(replace(self.state, times=times, alone_s=0))

    def tick(self, held: bool) -> None:
        """A second has passed. While a payment is open (`held`) no visit is over."""
        if not self.state.limit_s:
            return
        later = replace(self.state, alone_s=0 if held else self.state.alone_s + 1)
        if later.left_s > 0:
            self._become(later)
        else:
            self.over.emit()

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._become(replace(self.state, alone_s=0))

    @Property(int, notify=changed)
    def warning(self) -> int:
        """Seconds until the visit is ended for want of a touch; 0 while there is no need to ask."""
        return self.state.left_s if self.state.warns else 0

    @Property(str, notify=changed)
    @said
    def question(self) -> Text:
        return Text("您还在吗？")

    @Property(str, notify=changed)
    @said
    def consequence(self) -> Text:
        """What happens without an answer."""
        return Text("{seconds} 秒后返回首页，填写的内容会清除", seconds=self.warning)

    @Property(str, notify=changed)
    @said
    def stayText(self) -> Text:
        return Text("继续办理")

    @Property(str, notify=changed)
    @said
    def leaveText(self) -> Text:
        return Text("结束办理")

    @Property(str, notify=changed)
    @said
    def leaving(self) -> Text:
        """On the result: when the terminal returns to Home by itself."""
        if not self.state.limit_s or self.state.asks:
            return NOTHING
        return Text("{seconds} 秒后自动返回首页", seconds=self.state.left_s)
