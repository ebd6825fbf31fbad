"""The header: the channel, the screen's title, and whether there is a way back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS
from domain.words import NOTHING, Text, Verbatim, joined
from viewmodels.model import Model, Stateful
from viewmodels.shell.hall import STAFF, Hall
from viewmodels.shell.where import Failed, Home, Suspended, Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SPACE = Verbatim("  ")


@dataclass(frozen=True, slots=True)
class Header:
    """`subtitle` where nobody is served, the channel's name and character where somebody is.

    `tag` stands in the place of a character on the staff's own screens. On a page of their desk the way back `locks`.
    """

    title: Text = Text("社会保险费自助缴费")
    subtitle: Text = NOTHING
    channel_name: Text = NOTHING
    channel_glyph: Text = NOTHING
    can_go_back: bool = False
    tag: Text = NOTHING
    locks: bool = False


def header_of(where: Where, terminal: str = "") -> Header:
    """What stands above a screen of this terminal."""
    match where:
        case Home():
            return Header(subtitle=Text("灵活就业人员、城乡居民都可以办"))
        case Failed():
            return Header(subtitle=Text("本机正在自动恢复"))
        case Suspended():
            return Header(subtitle=Text("本机现在不办业务"))
        case Visiting():
            if where.channel == STAFF and (staff := _of_staff(where, terminal)):
                return staff
            step, channel = where.row.step, CHANNELS.get(where.channel)
            name, glyph = (channel.name, channel.glyph) if channel else (NOTHING, NOTHING)
            return Header(step.title, NOTHING, name, glyph, step.back)


def _of_staff(where: Visiting, terminal: str) -> Header | None:
    """Who is on duty, and where; None if nobody is."""
    from domain.flows.staff_desk import AT
    from domain.flows.visit import OnDuty

    step, business = where.row.step, where.session.visit.business
    if not isinstance(business, OnDuty):
        return None
    who = joined(SPACE, (Text("工号 {staff}", staff=Verbatim(business.duty.number)), Verbatim(terminal)))
    locks = where.screen in AT
    return Header(Text("工作台") if locks else step.title, NOTHING, who, NOTHING, step.back, Text("工作人员"), locks)


@QmlElement
class HeaderViewModel(Model, Stateful[Header]):
    changed = Signal()

    def __init__(self, language: Language, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._hall = hall
        self.state = header_of(Home())

    def follow(self, where: Where) -> None:
        """Another screen is shown."""
        self._become(header_of(where, self._hall.terminal))

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return self.state.title

    @Property(str, notify=changed)
    @said
    def subtitle(self) -> Text:
        return self.state.subtitle

    @Property(str, notify=changed)
    @said
    def channelName(self) -> Text:
        return self.state.channel_name

    @Property(str, notify=changed)
    @said
    def channelGlyph(self) -> Text:
        return self.state.channel_glyph

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        return self.state.can_go_back

    @Property(str, notify=changed)
    @said
    def tag(self) -> Text:
        return self.state.tag

    @Property(bool, notify=changed)
    def locks(self) -> bool:
        return self.state.locks

    @Property(str, notify=changed)
    @said
    def backText(self) -> Text:
        return Text("锁定") if self.state.locks else Text("返回")

    @Property(str, notify=changed)
    @said
    def homeText(self) -> Text:
        return Text("首页")
