"""What one came for, and the channels that can do it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.flows.steps import PickChannel
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.parts import Premises
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickChannelViewModel(StepViewModel):
    """`closed` tells whether a channel takes no business now."""

    changed = Signal()

    def __init__(
        self,
        step: PickChannel,
        premises: Premises,
        closed: Callable[[str], bool],
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._premises = premises
        self._closed = closed
        self._finish = finish

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
                CHANNELS[way.channel].closed if self._closed(way.channel) else way.differs,
                CHANNELS[way.channel].glyph,
            )
            for way in self._step.ways
            if way.channel in self._premises.channels
        )

    @Slot(str)
    def choose(self, channel: str) -> None:
        self._finish(channel)
