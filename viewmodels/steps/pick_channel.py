"""What one came for, and the channels that can do it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.flows.steps import PickChannel, Way
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.parts import Premises
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 2000
"""How often it is looked what is closed."""


@QmlElement
class PickChannelViewModel(StepViewModel):
    """`closed` tells whether a channel takes no business now, `suspended` what is said where staff want it so."""

    changed = Signal()

    def __init__(
        self,
        step: PickChannel,
        premises: Premises,
        closed: Callable[[str], bool],
        suspended: Callable[[str], Text],
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._premises = premises
        self._closed = closed
        self._suspended = suspended
        self._finish = finish
        self._rows = self._all()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._look.start()

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("请选一个渠道")

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, icon, enabled}]`: a channel, what is different there, and its character."""
        return self._rows

    @Slot(str)
    def choose(self, channel: str) -> None:
        if not self._suspended(channel):
            self._finish(channel)

    @Slot()
    def _look_again(self) -> None:
        rows, self._rows = self._rows, self._all()
        if rows != self._rows:
            self.changed.emit()

    def _all(self) -> tuple[Row, ...]:
        return tuple(self._row(way) for way in self._step.ways if way.channel in self._premises.channels)

    def _row(self, way: Way) -> Row:
        channel = CHANNELS[way.channel]
        if told := self._suspended(channel.id):
            return Row(channel.id, channel.name, told, channel.glyph, enabled=False)
        caption = channel.closed if self._closed(channel.id) else way.differs
        return Row(channel.id, channel.name, caption, channel.glyph)
