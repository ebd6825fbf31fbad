"""What a channel wears, for QML."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.flows.channels.channel import Colours

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

HOME = Colours()


@QmlElement
class ChannelColours(QObject):
    """Of the `channel` that QML names; of anything else what Home wears."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channel = ""
        self._worn = HOME

    @Property(str, notify=changed)
    def channel(self) -> str:
        return self._channel

    @channel.setter  # type: ignore[no-redef]
    def channel(self, channel: str) -> None:
        if channel != self._channel:
            self._channel = channel
            self._worn = CHANNELS[channel].colours if channel in CHANNELS else HOME
            self.changed.emit()

    @Property(QColor, notify=changed)
    def accent(self) -> QColor:
        return QColor(self._worn.accent)

    @Property(QColor, notify=changed)
    def deep(self) -> QColor:
        return QColor(self._worn.deep)

    @Property(QColor, notify=changed)
    def accentInk(self) -> QColor:
        return QColor(self._worn.accent_ink)

    @Property(QColor, notify=changed)
    def tint(self) -> QColor:
        return QColor(self._worn.tint)

    @Property(QColor, notify=changed)
    def edge(self) -> QColor:
        return QColor(self._worn.edge)
