"""功能入口: how one gets here on the phone."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Entrance, Needs
from domain.words import NOTHING, Text
from viewmodels.lists import QStringList
from viewmodels.parts import Premises
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_each

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EntranceViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self,
        step: Entrance,
        matter: str,
        premises: Premises,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        """`matter` is what one came for, empty if that is not known."""
        super().__init__(language, parent)
        self._step = step
        self._matter = matter
        self._premises = premises
        self._finish = finish

    @Property(QStringList, notify=changed)
    @said_each
    def taps(self) -> Iterable[Text]:
        """What to tap on the phone, in order."""
        return list(self._step.taps)

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("手机上的操作顺序")

    @Property(str, notify=changed)
    @said
    def remark(self) -> Text:
        return self._step.remark

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the phone is to scan; empty where there is nothing to scan, or this hall has no such link."""
        return self._premises.links.get(self._step.link, "")

    @Property(str, notify=changed)
    @said
    def codeText(self) -> Text:
        return self._step.scan

    @Property(str, notify=changed)
    @said
    def demo(self) -> Text:
        return Text("演示码，不会打开真的页面") if self._premises.demo else NOTHING

    @Property(bool, notify=changed)
    def located(self) -> bool:
        """Whether the remark is about where one is."""
        return self._step.located

    @Property(str, notify=changed)
    @said
    def here(self) -> Text:
        """Over the remark: where the terminal stands, as the phone must be located in 贵州 (guide 一(一)2)."""
        return Text("本终端当前定位：贵州省{city}", city=self._premises.city) if self.located else Text("注意事项")

    @Property(str, notify=changed)
    @said
    def enterText(self) -> Text:
        return self._step.enter

    @Property(str, notify=changed)
    @said
    def otherText(self) -> Text:
        """The other way in; none where it is for who logs in, and nobody can."""
        return self._step.other if self._step.needs is not Needs.LOGIN or self._premises.logins else NOTHING

    @Property(bool, notify=changed)
    def otherFirst(self) -> bool:
        """Whether the other way in is the one for what one came for."""
        return self._matter in self._step.other_for and bool(self.otherText)

    @Slot()
    def enter(self) -> None:
        self._finish("enter")

    @Slot()
    def other(self) -> None:
        self._finish("other")
