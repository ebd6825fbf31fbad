"""How pages are turned, in words: what every screen says that may be longer than there is room."""

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from domain.words import Text
from viewmodels.model import Model
from viewmodels.words.language import said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PageWords(Model):
    reworded = Signal()
    """Another language was chosen."""
    NOTIFIES: ClassVar[tuple[str, ...]] = ("reworded", "changed")

    @Property(str, notify=reworded)
    @said
    def previousPageText(self) -> Text:
        return Text("上一页")

    @Property(str, notify=reworded)
    @said
    def nextPageText(self) -> Text:
        return Text("下一页")

    @Property(str, notify=reworded)
    @said
    def pageOfText(self) -> Text:
        """Which page of how many is shown: `%1` of `%2`."""
        return Text("第 {page} 页，共 {pages} 页", page="%1", pages="%2")
