"""A channel takes no business now: why, until when, and what can be done instead."""

from datetime import timedelta

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.flows.steps import Closed
from domain.flows.visit import Visit
from domain.policy import Closure
from viewmodels.lists import QStringList, QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.words.rows import Row, plain

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ClosedViewModel(StepViewModel):
    changed = Signal()

    def __init__(self, step: Closed, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    @property
    def closure(self) -> Closure | None:
        return self._parts.policy.closure(self._visit.channel, self._parts.clock())

    @Property(bool, notify=changed)
    def over(self) -> bool:
        """Whether it has opened again meanwhile."""
        return self.closure is None

    @Property(str, notify=changed)
    def headline(self) -> str:
        return self._step.headline if self.closure else f"{CHANNELS[self._visit.channel].name}现在可以办理了"

    @Property(QStringList, notify=changed)
    def until(self) -> list[str]:
        """When to come back, and how long that is: `00:10`, ` 以后再来，还要等 `, `1 小时 5 分钟`."""
        closure = self.closure
        if closure is None:
            return []
        return [f"{closure.ends:%H:%M}", " 以后再来，还要等 ", _waiting(closure.ends - self._parts.clock())]

    @Property(QStringList, notify=changed)
    def line(self) -> list[str]:
        """The words of the line: open before, closed, open after; when it closes, when it opens, what time it is."""
        closure = self.closure
        if closure is None:
            return []
        opens = f"{'次日 ' if closure.ends.date() > closure.begins.date() else ''}{closure.ends:%H:%M}"
        now = f"现在 {self._parts.clock():%H:%M}"
        return ["可以办理", "暂停办理", "可以办理", f"{closure.begins:%H:%M}", opens, now]

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the closure has passed, 0 to 1."""
        closure = self.closure
        if closure is None:
            return 1.0
        return (self._parts.clock() - closure.begins) / (closure.ends - closure.begins)

    @Property(QStringList, notify=changed)
    def notes(self) -> list[str]:
        return list(self._step.notes)

    @Property(str, notify=changed)
    def notesHeading(self) -> str:
        return "注意事项"

    @Property(str, notify=changed)
    def waysHeading(self) -> str:
        return "现在就想办，可以换个渠道"

    @Property(QVariantList, notify=changed)
    def ways(self) -> list[dict[str, object]]:
        """`[{id, title, caption, icon}]`: the channels that can be used now."""
        return plain(Row(way, CHANNELS[way].name, "现在可以办", CHANNELS[way].glyph) for way in self._ways())

    @Property(str, notify=changed)
    def doneText(self) -> str:
        return "返回首页" if self.closure else "继续办理"

    @Slot(str)
    def choose(self, channel: str) -> None:
        self._finish(channel, self._visit)

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self.changed.emit()

    def _ways(self) -> tuple[str, ...]:
        offered = (way for way in self._step.ways if way in self._parts.channels)
        return tuple(way for way in offered if not self._parts.closed(way))

    @Slot()
    def done(self) -> None:
        self._finish("done" if self.closure else "open", self._visit)


def _waiting(left: timedelta) -> str:
    """`1 小时 5 分钟`, counted up to whole minutes: nobody comes back too early."""
    hours, minutes = divmod(-(-left // timedelta(minutes=1)), 60)
    return " ".join(part for part in (f"{hours} 小时" if hours else "", f"{minutes} 分钟" if minutes else "") if part)
