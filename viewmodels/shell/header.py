"""The header: the channel, the screen's title, and whether there is a way back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from viewmodels.shell.where import Failed, Home, Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.channels import CHANNELS

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Header:
    """`subtitle` where nobody is served, the channel's name and character where somebody is."""

    title: str = "社会保险费自助缴费"
    subtitle: str = ""
    channel_name: str = ""
    channel_glyph: str = ""
    can_go_back: bool = False


def header_of(where: Where) -> Header:
    """What stands above a screen."""
    match where:
        case Home():
            return Header(subtitle="灵活就业人员、城乡居民都可以办")
        case Failed():
            return Header(subtitle="本机正在自动恢复")
        case Visiting():
            step, channel = where.row.step, CHANNELS.get(where.channel)
            name, glyph = (channel.name, channel.glyph) if channel else ("", "")
            return Header(step.title, "", name, glyph, step.back)


@QmlElement
class HeaderViewModel(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = header_of(Home())

    def follow(self, where: Where) -> None:
        """Another screen is shown."""
        self._become(header_of(where))

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.state.title

    @Property(str, notify=changed)
    def subtitle(self) -> str:
        return self.state.subtitle

    @Property(str, notify=changed)
    def channelName(self) -> str:
        return self.state.channel_name

    @Property(str, notify=changed)
    def channelGlyph(self) -> str:
        return self.state.channel_glyph

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        return self.state.can_go_back

    @Property(str, constant=True)
    def backText(self) -> str:
        return "返回"

    @Property(str, constant=True)
    def homeText(self) -> str:
        return "首页"

    def _become(self, state: Header) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
