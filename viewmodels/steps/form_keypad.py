"""The large keypad of a form: its keys, what they do to the field in use, and how much of it has been typed."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import Text
from viewmodels.lists import QStringList
from viewmodels.model import Model
from viewmodels.steps import form_fields
from viewmodels.steps.form_fields import KEYPADS
from viewmodels.steps.form_filling import FormFilling
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KeypadViewModel(Model):
    changed = Signal()
    reworded = Signal()
    NOTIFIES = ("reworded", "changed")

    def __init__(self, filling: FormFilling, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._filling = filling
        filling.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether the field in use is typed on it."""
        return self._filling.pad in KEYPADS

    @Property(QStringList, notify=changed)
    def keys(self) -> list[str]:
        """Its characters, the last of them below the others."""
        return form_fields.keys(self._filling.pad)

    @Property(str, notify=changed)
    @said
    def counted(self) -> Text:
        return form_fields.counted(self._filling.typed, self._filling.given)

    @Property(str, notify=reworded)
    @said
    def eraseText(self) -> Text:
        return Text("删除")

    @Property(str, notify=reworded)
    @said
    def clearText(self) -> Text:
        return Text("清空")

    @Property(str, notify=reworded)
    @said
    def nextText(self) -> Text:
        return Text("下一项")

    @Slot(str)
    def press(self, character: str) -> None:
        """One of the keys, or the same on a keyboard that is plugged in."""
        if self._filling.typed and character in form_fields.keys(self._filling.pad):
            self._write(self._filling.state.text + character)

    @Slot()
    def erase(self) -> None:
        self._write(self._filling.state.text[:-1])

    @Slot()
    def clear(self) -> None:
        self._write("")

    @Slot()
    def next(self) -> None:
        self._filling.use_next()

    def _write(self, text: str) -> None:
        if self._filling.typed:
            self._filling.write(self._filling.state.active, text)
