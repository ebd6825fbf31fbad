"""功能入口: how one gets here on the phone."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Entrance, Needs
from domain.flows.visit import Visit
from viewmodels.lists import QStringList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EntranceViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Entrance, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step

    @Property(QStringList, notify=changed)
    def taps(self) -> list[str]:
        """What to tap on the phone, in order."""
        return list(self._step.taps)

    @Property(str, notify=changed)
    def heading(self) -> str:
        return "手机上的操作顺序"

    @Property(str, notify=changed)
    def remark(self) -> str:
        return self._step.remark

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the phone is to scan; empty where there is nothing to scan, or this hall has no such link."""
        return self._parts.links.get(self._step.link, "")

    @Property(str, notify=changed)
    def codeText(self) -> str:
        return self._step.scan

    @Property(str, notify=changed)
    def demo(self) -> str:
        return "演示码，不会打开真的页面" if self._parts.demo else ""

    @Property(bool, notify=changed)
    def located(self) -> bool:
        """Whether the remark is about where one is."""
        return self._step.located

    @Property(str, notify=changed)
    def here(self) -> str:
        """Over the remark: where the terminal stands, as the phone must be located in 贵州 (guide 一(一)2)."""
        return f"本终端当前定位：贵州省{self._parts.city}" if self.located else "注意事项"

    @Property(str, notify=changed)
    def enterText(self) -> str:
        return self._step.enter

    @Property(str, notify=changed)
    def otherText(self) -> str:
        """The other way in; none where it is for who logs in, and nobody can."""
        return self._step.other if self._step.needs is not Needs.LOGIN or self._parts.logins else ""

    @Slot()
    def enter(self) -> None:
        self._finish("enter", self._visit)

    @Slot()
    def other(self) -> None:
        self._finish("other", self._visit)
