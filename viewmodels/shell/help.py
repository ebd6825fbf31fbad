"""帮助: what the screen asks, what its words mean, and whom to call."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.page_words import PageWords
from viewmodels.shell.hall import STAFF
from viewmodels.shell.where import Home, Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HelpViewModel(PageWords, Stateful[Where]):
    """Its state is where the visitor is. `begin` begins a visit by its start."""

    changed = Signal()

    def __init__(self, language: Language, begin: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._begin = begin
        self._teach: Callable[[], None] | None = None
        self.state: Where = Home()

    def offer(self, teach: Callable[[], None]) -> None:
        """There is somebody who teaches the flows in a world that is pretended."""
        self._teach = teach
        self.changed.emit()

    def follow(self, where: Where) -> None:
        """Another screen is shown."""
        self._become(where)

    @Property(str, notify=changed)
    @said
    def openText(self) -> Text:
        return Text("帮助")

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("帮助")

    @Property(str, notify=changed)
    @said
    def promise(self) -> Text:
        return Text("填好的内容还在，关上帮助接着办") if isinstance(self.state, Visiting) else NOTHING

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("这一页要您做什么")

    @Property(str, notify=changed)
    @said
    def asks(self) -> Text:
        """In at most thirty characters."""
        if not isinstance(self.state, Visiting):
            return Text("先选手机上用的渠道，或者先选要办的事")
        from viewmodels.words import help as words

        return words.asks(self.state.row.step)

    @Property(QVariantList, notify=changed)
    @said_rows
    def terms(self) -> Iterable[object]:
        """`[{key, value}]`: words of the guide, and what they mean."""
        from viewmodels.words import help as words

        return words.terms(self.state.row.step) if isinstance(self.state, Visiting) else words.TERMS

    @Property(QVariantList, notify=changed)
    @said_rows
    def papers(self) -> Iterable[object]:
        """`[{heading, title, sample, at, place, says, otherwise}]`: where a number that is asked for is printed."""
        if not isinstance(self.state, Visiting):
            return ()
        from viewmodels.words import help as words

        paper = words.printed(self.state.row.step)
        return (paper,) if paper else ()

    @Property(str, notify=changed)
    @said
    def sampleText(self) -> Text:
        """Across a drawing of a paper."""
        return Text("样张")

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("知道了，继续办")

    @Property(str, notify=changed)
    @said
    def checkText(self) -> Text:
        """Where nobody is served, one may ask whether a paper is genuine."""
        return Text("查验证明") if isinstance(self.state, Home) else NOTHING

    @Slot()
    def check(self) -> None:
        self._begin("check")

    @Property(str, notify=changed)
    @said
    def teachText(self) -> Text:
        """Where nobody is served, or staff are, one may learn a flow."""
        idle = isinstance(self.state, Home) or (isinstance(self.state, Visiting) and self.state.channel == STAFF)
        return Text("跟我学，练一练") if self._teach and idle else NOTHING

    @Slot()
    def teach(self) -> None:
        if self._teach:
            self._teach()
