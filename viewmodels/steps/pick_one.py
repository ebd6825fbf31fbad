"""One of several rows: an option of a form's field, or a contribution period."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickOneViewModel(StepViewModel):
    """`picked(id)` is how it ends; `nothing` is said where there is no row."""

    changed = Signal()

    def __init__(
        self,
        rows: list[Row],
        nothing: Text,
        language: Language,
        picked: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._picked = picked
        self._nothing = nothing
        self.rows_shown = rows

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, chosen, enabled}]`; a row that is not enabled says why in its caption."""
        return self.rows_shown

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        return NOTHING if self.rows_shown else self._nothing

    @Slot(str)
    def choose(self, row: str) -> None:
        self._picked(row)
