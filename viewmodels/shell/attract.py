"""Home that nobody touches: what is out of order, for whoever passes by, beside what Home says. A touch wakes it.

Where staff have taken all of the terminal out of service, what says so stays; it is forsaken as Home is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.terminal.patience import Patience
from domain.words import Text
from viewmodels.lists import QStringList
from viewmodels.model import Model, Stateful
from viewmodels.shell.hall import Hall
from viewmodels.shell.where import Home, Suspended, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_each
from viewmodels.words.troubles import troubles

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SELDOM = 5
"""Every so many seconds it is looked whether something else is out of order."""
MOST = 2
"""Of what is out of order so much is told; whoever begins is told the rest on Home."""


@dataclass(frozen=True, slots=True)
class Attract:
    """`told` is what is out of order, the worst first."""

    shown: bool = False
    told: tuple[Text, ...] = ()


@QmlElement
class AttractViewModel(Model, Stateful[Attract]):
    """Changes with what it shows, not with each second, for nobody looks. `forsaken`: whoever was at Home has gone."""

    changed = Signal()
    forsaken = Signal()
    woken = Signal()

    def __init__(self, language: Language, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._hall = hall
        self._after_s = Patience().home_s
        self._alone_s = 0
        self._where: Where = Home()
        self.state = Attract()

    def open(self, patience: Patience) -> None:
        """What the hall wants is known."""
        self._after_s = patience.home_s

    def follow(self, where: Where) -> None:
        """Another screen is shown, or the same one in another language."""
        if type(where) is not type(self._where):
            self._where = where
            self._alone_s = 0
            self._become(Attract())

    def touched(self) -> None:
        """Somebody is there. What is shown stays until their finger has gone, or it would touch what lies below."""
        self._alone_s = 0

    @Slot()
    def wake(self) -> None:
        """Home again; the touch was for nothing else."""
        self._alone_s = 0
        if self.state.shown:
            self._become(Attract())
            self.woken.emit()

    def tick(self, times: int) -> None:
        """A second has passed; who listens has so many `times` as long."""
        if not isinstance(self._where, Home | Suspended):
            return
        self._alone_s += 1
        if self.state.shown:
            if self._alone_s % SELDOM == 0:
                self._become(replace(self.state, told=self._troubles()))
        elif isinstance(self._where, Home) and self._alone_s >= self._after_s * times:
            self._become(Attract(True, self._troubles()))
            self.forsaken.emit()
        elif self._alone_s == self._after_s * times:
            self.forsaken.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.state.shown

    @Property(str, notify=changed)
    @said
    def canText(self) -> Text:
        """Above the matters."""
        return Text("这里可以办")

    @Property(str, notify=changed)
    @said
    def beginText(self) -> Text:
        return Text("轻触屏幕开始")

    @Property(str, notify=changed)
    @said
    def beginCaption(self) -> Text:
        return Text("带上身份证，手机付款")

    @Property(str, notify=changed)
    @said
    def teachCaption(self) -> Text:
        return Text("先练一遍，不会真的缴费")

    @Property(QStringList, notify=changed)
    @said_each
    def troubles(self) -> Iterable[Text]:
        """What is out of order, two lines at most."""
        return self.state.told

    def _troubles(self) -> tuple[Text, ...]:
        return tuple(troubles(self._hall))[:MOST]
