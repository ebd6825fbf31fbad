"""What a box of a form agrees to: read on the whole screen before the box is ticked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Form
from domain.forms.fields import Tick
from domain.words import NOTHING, Text
from viewmodels.lists import QStringList
from viewmodels.model import Model
from viewmodels.steps.form_filling import FormFilling
from viewmodels.words.language import Language, said, said_each

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReadingViewModel(Model):
    changed = Signal()
    reworded = Signal()
    NOTIFIES = ("reworded", "changed")

    def __init__(
        self, step: Form[Any, Any], filling: FormFilling, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(language, parent)
        self._boxes = tuple(field for field in step.fields if isinstance(field, Tick) and field.paragraphs)
        self._filling = filling
        filling.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether it is to be read now."""
        return self._filling.state.reading != ""

    @Property(str, notify=reworded)
    @said
    def heading(self) -> Text:
        return next((box.heading for box in self._boxes), NOTHING)

    @Property(QStringList, notify=reworded)
    @said_each
    def paragraphs(self) -> Iterable[Text]:
        return (text for box in self._boxes for text in box.paragraphs)

    @Property(str, notify=reworded)
    @said
    def agreeText(self) -> Text:
        return Text("同意")

    @Property(str, notify=reworded)
    @said
    def refuseText(self) -> Text:
        return Text("不同意")

    @Slot(bool)
    def agree(self, yes: bool) -> None:
        """What was read is agreed to, or not."""
        self._filling.agree(yes)
