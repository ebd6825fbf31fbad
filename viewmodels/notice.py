"""提示: one sentence and one button."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Notice
from domain.visit import Visit
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NoticeViewModel(StepViewModel):
    changed = Signal()

    def __init__(self, step: Notice, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step

    @Property(str, notify=changed)
    def sentence(self) -> str:
        return self._step.sentence

    @Property(str, notify=changed)
    def doneText(self) -> str:
        return self._step.submit

    @Slot()
    def done(self) -> None:
        self._finish("done", self._visit)
