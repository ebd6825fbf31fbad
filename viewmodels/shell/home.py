"""Home: the four channels, and the matters that one may have come for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.channels import CHANNELS, matters
from domain.words import Text
from viewmodels.lists import QStringList, QVariantList, QVariantMap
from viewmodels.model import Stateful
from viewmodels.page_words import PageWords
from viewmodels.shell.hall import Hall
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MATTERS = tuple(Row(matter.id, matter.title, matter.caption, matter.icon) for matter in matters.MATTERS)
PRINTED = tuple(matter.id for matter in matters.MATTERS if matter.prints)


@dataclass(frozen=True, slots=True)
class Tiles:
    """By channel and matter: what it is for, or that it is closed now. What is not offered is left out.

    `suspended` are those that staff have taken out of service: nothing begins there.
    """

    captions: Mapping[str, Text]
    suspended: frozenset[str] = frozenset()


@QmlElement
class HomeViewModel(PageWords, Stateful[Tiles]):
    changed = Signal()

    def __init__(
        self, language: Language, begin: Callable[[str], None], hall: Hall, parent: QObject | None = None
    ) -> None:
        super().__init__(language, parent)
        self._begin = begin
        self._hall = hall
        self.state = self._now()

    def refresh(self) -> None:
        """What stands behind the screens may have changed."""
        self._become(self._now())

    @Property(QVariantList, notify=changed)
    @said_rows
    def channels(self) -> Iterable[object]:
        """`[{id, title, icon}]`, `icon` the channel's character."""
        return (Row(c.id, c.name, icon=c.glyph) for c in CHANNELS.values())

    @Property(QVariantMap, notify=changed)
    def captions(self) -> dict[str, str]:
        """By channel and matter, as in `Tiles`."""
        return {start: self.language.say(caption) for start, caption in self.state.captions.items()}

    @Property(QStringList, notify=changed)
    def suspended(self) -> list[str]:
        """Channels and matters that cannot be touched."""
        return sorted(self.state.suspended)

    @Property(QVariantList, notify=changed)
    @said_rows
    def matters(self) -> Iterable[object]:
        """`[{id, title, caption, icon}]`; `captions` has those that can be done here."""
        return MATTERS

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("按渠道办理")

    @Property(str, notify=changed)
    @said
    def remark(self) -> Text:
        return Text("步骤和手机上一样")

    @Property(str, notify=changed)
    @said
    def mattersHeading(self) -> Text:
        return Text("按事项办理")

    @Property(str, notify=changed)
    @said
    def mattersRemark(self) -> Text:
        return Text("先选要办的事，再选渠道")

    @Property(str, notify=changed)
    @said
    def help(self) -> Text:
        return Text("不会操作？请叫大厅工作人员帮忙，也可以拨打")

    @Property(str, notify=changed)
    def helpNumber(self) -> str:
        return "12366"

    @Slot(str)
    def choose(self, where: str) -> None:
        """Begin a channel, or a matter."""
        self._begin(where)

    def _now(self) -> Tiles:
        closed, offered = self._hall.is_closed, self._hall.offers
        channels = {c.id: c.closed if closed(c.id) else c.caption for c in CHANNELS.values()}
        captions = {**channels, **{matter.id: matter.caption for matter in MATTERS}}
        if not self._hall.can_pay():
            captions |= dict.fromkeys((*channels, matters.PAY.id), Text("暂停，时间不准"))
        if not self._hall.can_print():
            captions |= dict.fromkeys(PRINTED, Text("打印机暂时不能用"))
        if not self._hall.is_reached():
            captions = dict.fromkeys(captions, Text("暂停，线路不通"))
        told = self._suspended(captions)
        captions = {start: caption for start, caption in (captions | told).items() if offered(start)}
        return Tiles(captions, frozenset(told))

    def _suspended(self, starts: Iterable[str]) -> dict[str, Text]:
        """What staff have taken out of service, with what is said of it."""
        if not self._hall.suspensions():
            return {}
        from domain.flows.beginnings import told

        found = ((start, self._hall.suspended(start)) for start in starts)
        return {start: told(one, self._hall.now()) for start, one in found if one}
