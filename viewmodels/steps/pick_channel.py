"""What one came for, and the channels that can do it."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.flows.steps import PickChannel
from domain.flows.visit import Visit
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.words.language import said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickChannelViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: PickChannel, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("请选一个渠道")

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, icon}]`: a channel, what is different there, and its character."""
        return (
            Row(
                way.channel,
                CHANNELS[way.channel].name,
                CHANNELS[way.channel].closed if self._parts.closed(way.channel) else way.differs,
                CHANNELS[way.channel].glyph,
            )
            for way in self._step.ways
            if way.channel in self._parts.channels
        )

    @Slot(str)
    def choose(self, channel: str) -> None:
        self._finish(channel, self._visit)
