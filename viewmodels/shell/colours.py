"""What a channel wears, for QML."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.flows.channels.channel import DARK, HIGH, Colours
from viewmodels.shell.access import Contrast

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

HOME = {Contrast.NORMAL: Colours(), Contrast.HIGH: HIGH, Contrast.DARK: DARK}


def worn(channel: str, contrast: Contrast) -> Colours:
    """Of a channel, by its id; of anything else what Home wears."""
    one = CHANNELS.get(channel)
    if one is None:
        return HOME[contrast]
    return {Contrast.NORMAL: one.colours, Contrast.HIGH: one.high, Contrast.DARK: one.dark}[contrast]


@QmlElement
class ChannelColours(QObject):
    """Of the `channel` that QML names, in the `contrast` that it names; of anything else what Home wears."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channel = ""
        self._contrast = Contrast.NORMAL
        self._worn = HOME[self._contrast]

    def _wear(self) -> None:
        self._worn = worn(self._channel, self._contrast)
        self.changed.emit()

    @Property(str, notify=changed)
    def channel(self) -> str:
        return self._channel

    @channel.setter  # type: ignore[no-redef]
    def channel(self, channel: str) -> None:
        if channel != self._channel:
            self._channel = channel
            self._wear()

    @Property(str, notify=changed)
    def contrast(self) -> str:
        return self._contrast

    @contrast.setter  # type: ignore[no-redef]
    def contrast(self, contrast: str) -> None:
        if contrast != self._contrast:
            self._contrast = Contrast(contrast)
            self._wear()

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

    @Property(QColor, notify=changed)
    def inkOnAccent(self) -> QColor:
        return QColor(self._worn.on_accent)

    @Property(QColor, notify=changed)
    def header(self) -> QColor:
        return QColor(self._worn.header)
