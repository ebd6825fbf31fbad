"""A channel takes no business now: why, until when, and what can be done instead."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.flows.steps import Closed
from domain.forms.desks import PaymentDesk
from domain.policy import Closure
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.parts import Premises
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ClosedViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: Closed,
        channel: str,
        desk: PaymentDesk,
        premises: Premises,
        suspended: Callable[[str], Text],
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._channel = channel
        self._desk = desk
        self._now = desk.almanac.clock
        self._premises = premises
        self._suspended = suspended
        self._finish = finish
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    @property
    def closure(self) -> Closure | None:
        return self._desk.policy.closure(self._channel, self._now())

    @Property(bool, notify=changed)
    def over(self) -> bool:
        """Whether it has opened again meanwhile."""
        return self.closure is None

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        if self.closure:
            return self._step.headline
        return Text("{channel}现在可以办理了", channel=CHANNELS[self._channel].name)

    @Property(str, notify=changed)
    @said
    def until(self) -> Text:
        """When to come back, and how long that is, both in bold; empty once it is open."""
        closure = self.closure
        if closure is None:
            return NOTHING
        return Text(
            "<b>{ends:%H:%M}</b> 以后再来，还要等 <b>{waiting}</b>",
            ends=closure.ends,
            waiting=_waiting(closure.ends - self._now()),
        )

    @Property(str, notify=changed)
    @said
    def openText(self) -> Text:
        """On the line of hours, before the closure and after it."""
        return Text("可以办理")

    @Property(str, notify=changed)
    @said
    def closedText(self) -> Text:
        """On the line of hours, during the closure."""
        return Text("暂停办理")

    @Property(str, notify=changed)
    def closesAt(self) -> str:
        return f"{self.closure.begins:%H:%M}" if self.closure else ""

    @Property(str, notify=changed)
    @said
    def opensAt(self) -> Text:
        """When it opens, and whether that is tomorrow."""
        closure = self.closure
        if closure is None:
            return NOTHING
        tomorrow = closure.ends.date() > closure.begins.date()
        return Text("次日 {at:%H:%M}", at=closure.ends) if tomorrow else Verbatim(f"{closure.ends:%H:%M}")

    @Property(str, notify=changed)
    @said
    def nowText(self) -> Text:
        return Text("现在 {now:%H:%M}", now=self._now())

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the closure has passed, 0 to 1."""
        closure = self.closure
        if closure is None:
            return 1.0
        return (self._now() - closure.begins) / (closure.ends - closure.begins)

    @Property(QStringList, notify=changed)
    @said_each
    def notes(self) -> Iterable[Text]:
        return list(self._step.notes)

    @Property(str, notify=changed)
    @said
    def notesHeading(self) -> Text:
        return Text("注意事项")

    @Property(str, notify=changed)
    @said
    def waysHeading(self) -> Text:
        return Text("现在就想办，可以换个渠道")

    @Property(QVariantList, notify=changed)
    @said_rows
    def ways(self) -> Iterable[object]:
        """`[{id, title, caption, icon}]`: the channels that can be used now."""
        return (Row(way, CHANNELS[way].name, Text("现在可以办"), CHANNELS[way].glyph) for way in self._ways())

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("返回首页") if self.closure else Text("继续办理")

    @Slot(str)
    def choose(self, channel: str) -> None:
        self._finish(channel)

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self.changed.emit()

    def _ways(self) -> tuple[str, ...]:
        offered = (way for way in self._step.ways if way in self._premises.channels)
        return tuple(way for way in offered if not self._desk.closed(way) and not self._suspended(way))

    @Slot()
    def done(self) -> None:
        self._finish("done" if self.closure else "open")


def _waiting(left: timedelta) -> Text:
    """`1 小时 5 分钟`, counted up to whole minutes: nobody comes back too early."""
    hours, minutes = divmod(-(-left // timedelta(minutes=1)), 60)
    if not hours:
        return Text("{minutes} 分钟", minutes=minutes)
    if not minutes:
        return Text("{hours} 小时", hours=hours)
    return Text("{hours} 小时 {minutes} 分钟", hours=hours, minutes=minutes)
