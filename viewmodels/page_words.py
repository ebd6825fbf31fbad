"""How pages are turned, in words: what every screen says that may be longer than there is room."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PageWords(QObject):
    reworded = Signal()
    """Never, as long as there is one language."""

    @Property(str, notify=reworded)
    def previousPageText(self) -> str:
        return "上一页"

    @Property(str, notify=reworded)
    def nextPageText(self) -> str:
        return "下一页"

    @Slot(int, int, result=str)
    def pageOf(self, page: int, pages: int) -> str:
        """Which page of how many is shown."""
        return f"第 {page} 页，共 {pages} 页"
