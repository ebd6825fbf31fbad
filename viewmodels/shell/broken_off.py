"""Over Home: a fault has ended the visit before, and whoever stands there is told so."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import Text
from viewmodels.model import Model, Stateful
from viewmodels.shell.where import Home, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

TELLING_S = 60
"""How long at most it is said."""


@dataclass(frozen=True, slots=True)
class BrokenOff:
    """It is said for `left_s` seconds more."""

    left_s: int = 0


@QmlElement
class BrokenOffViewModel(Model, Stateful[BrokenOff]):
    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = BrokenOff()

    def follow(self, where: Where) -> None:
        """Another screen is shown: it is said on Home only."""
        if not isinstance(where, Home):
            self._become(BrokenOff())

    @Slot()
    def tell(self) -> None:
        """A fault has ended a visit."""
        self._become(BrokenOff(TELLING_S))

    def tick(self) -> None:
        """A second has passed."""
        self._become(BrokenOff(max(0, self.state.left_s - 1)))

    @Slot()
    def understood(self) -> None:
        """Whoever stands at Home has read it."""
        self._become(BrokenOff())

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.state.left_s > 0

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("出了点问题，这次没有办完")

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        return Text("您填过的内容已经清除，请从首页重新办理。\n手机上已经付款的，会自动入账，请不要再付。")

    @Property(str, notify=changed)
    @said
    def understoodText(self) -> Text:
        return Text("知道了")
