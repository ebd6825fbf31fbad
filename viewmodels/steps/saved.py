"""保存成功！: what was saved, under which number, and what happens now."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Saved
from domain.refunds.application import Application
from domain.refunds.desk import SAVED
from domain.words import Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words import refunds
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SavedViewModel(StepViewModel):
    """Of a refund application."""

    changed = Signal()

    def __init__(
        self,
        step: Saved,
        application: Application,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._application = application
        self._finish = finish

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return SAVED

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        """Where its money goes."""
        return refunds.promise(self._application)

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: the number to keep."""
        return (Pair(self._step.number, Verbatim(self._application.number)),)

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        return Text("可以用手机拍下本页")

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return self._step.submit

    @Slot()
    def submit(self) -> None:
        self._finish("done")
