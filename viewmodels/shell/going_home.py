"""首页 was touched: whoever has filled something in that is not done yet is asked before it is lost."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.shell.idle import KEPT, STAY
from viewmodels.shell.navigation import NavigationViewModel
from viewmodels.shell.where import Home, Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class GoingHome:
    """`asks`: it is asked now. `unpaid`: something is to be paid here, and no money has moved for it.

    `charged`: a code was asked for in this visit. What became of it its network may not have said yet.
    """

    asks: bool = False
    unpaid: bool = False
    charged: bool = False


@QmlElement
class GoingHomeViewModel(Model, Stateful[GoingHome]):
    changed = Signal()

    def __init__(self, language: Language, navigation: NavigationViewModel, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._navigation = navigation
        self._where: Where = Home()
        self.state = GoingHome()

    def follow(self, where: Where) -> None:
        """Another screen is shown, or the same one in another language.

        An answer may bring it while the question stands: that stays under the finger, if there is still something to
        lose.
        """
        if where is self._where:
            return
        self._where = where
        if not isinstance(where, Visiting):
            self._become(GoingHome())
            return
        from domain.flows.steps import PayByQr
        from domain.flows.visit import Paying

        charged = self.state.charged or isinstance(where.row.step, PayByQr)
        asks = self.state.asks and self._navigation.loses
        self._become(GoingHome(asks, isinstance(where.session.visit.business, Paying) and not charged, charged))

    @Slot()
    def home(self) -> None:
        """首页 was touched."""
        if self._navigation.loses:
            self._become(replace(self.state, asks=True))
        else:
            self._navigation.home()

    @Slot()
    def leave(self) -> None:
        """Home, whatever is lost."""
        self._navigation.home()

    @Slot()
    def stay(self) -> None:
        self._become(replace(self.state, asks=False))

    @Property(bool, notify=changed)
    def asks(self) -> bool:
        return self.state.asks

    @Property(str, notify=changed)
    @said
    def question(self) -> Text:
        return Text("要回首页吗？")

    @Property(str, notify=changed)
    @said
    def caption(self) -> Text:
        return Text("这件事还没有办完")

    @Property(str, notify=changed)
    @said
    def kept(self) -> Text:
        """What becomes of it who stays."""
        return KEPT

    @Property(str, notify=changed)
    @said
    def lost(self) -> Text:
        """And who goes."""
        return Text("点【回首页】，填好的内容就清除")

    @Property(str, notify=changed)
    @said
    def unpaid(self) -> Text:
        """Whether money has moved, for whoever is asked here or by the clock."""
        return Text("这一笔还没有付款，没有扣钱") if self.state.unpaid else NOTHING

    @Property(str, notify=changed)
    @said
    def stayText(self) -> Text:
        return STAY

    @Property(str, notify=changed)
    @said
    def leaveText(self) -> Text:
        return Text("回首页")
