"""帮助: what the screen asks, what its words mean, and whom to call."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.page_words import PageWords
from viewmodels.shell.where import Home, Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Help:
    where: Where
    shown: bool = False


@QmlElement
class HelpViewModel(PageWords, Stateful[Help]):
    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Help(Home())

    def follow(self, where: Where) -> None:
        """Another screen is shown, or the same one in another language."""
        if where != self.state.where:
            self._become(Help(where))

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.state.shown

    @Property(str, notify=changed)
    @said
    def openText(self) -> Text:
        return Text("帮助")

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("这一页要您做什么")

    @Property(str, notify=changed)
    @said
    def asks(self) -> Text:
        """In at most thirty characters."""
        if not isinstance(self.state.where, Visiting):
            return Text("先选手机上用的渠道，或者先选要办的事")
        from viewmodels.words import help as words

        return words.asks(self.state.where.row.step)

    @Property(str, notify=changed)
    @said
    def termsHeading(self) -> Text:
        return Text("这些词是什么意思") if self.state.shown else NOTHING

    @Property(QVariantList, notify=changed)
    @said_rows
    def terms(self) -> Iterable[object]:
        """`[{key, value}]`: words of the guide, and what they mean. Nothing while nobody looks."""
        if not self.state.shown:
            return ()
        from viewmodels.words import help as words

        where = self.state.where
        return words.terms(where.row.step) if isinstance(where, Visiting) else words.PAYING

    @Property(str, notify=changed)
    @said
    def call(self) -> Text:
        """Whom to ask."""
        return Text("还是不会，请叫工作人员，或拨打 12366")

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("知道了，继续办")

    @Slot()
    def toggle(self) -> None:
        """The switch on the strip: a second touch closes what the first has opened."""
        self._become(replace(self.state, shown=not self.state.shown))

    @Slot()
    def close(self) -> None:
        self._become(replace(self.state, shown=False))
