"""The screen rests for a while, because somebody has tried again and again to get out of the terminal."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import Text
from viewmodels.model import Model, Stateful
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FROZEN_S = 30


@dataclass(frozen=True, slots=True)
class Frozen:
    """For `left_s` seconds more."""

    left_s: int = 0


@QmlElement
class FrozenViewModel(Model, Stateful[Frozen]):
    """`thawed`: it can be touched again."""

    changed = Signal()
    thawed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Frozen()

    @Slot()
    def freeze(self) -> None:
        self._become(Frozen(FROZEN_S))

    def tick(self) -> None:
        """A second has passed."""
        if self.state.left_s:
            self._become(Frozen(self.state.left_s - 1))
            if not self.state.left_s:
                self.thawed.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.state.left_s > 0

    @Property(str, notify=changed)
    def figure(self) -> str:
        return str(self.state.left_s)

    @Property(float, notify=changed)
    def share(self) -> float:
        """What is left of it, 0 to 1."""
        return self.state.left_s / FROZEN_S

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("请稍等一下")

    @Property(str, notify=changed)
    @said
    def text(self) -> Text:
        return Text("屏幕一会儿就恢复，填好的内容都还在。\n需要帮忙，请叫工作人员。")

    @Property(str, notify=changed)
    @said
    def figureCaption(self) -> Text:
        return Text("秒后恢复")
