"""放大查看: the words around a page that is seen larger than the screen, part by part."""

from PySide6.QtCore import Signal
from PySide6.QtQml import QmlElement

from domain.words import Text
from viewmodels.model import Model
from viewmodels.typed import Property
from viewmodels.words.language import said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LargeViewModel(Model):
    changed = Signal()

    @Property(str, notify=changed)
    @said
    def zoomText(self) -> Text:
        """On the button that opens it."""
        return Text("放大查看")

    @Property(str, notify=changed)
    @said
    def moreText(self) -> Text:
        """Below a page that is cut off before it is opened."""
        return Text("下面还有，可以放大查看")

    @Property(str, notify=changed)
    @said
    def previousText(self) -> Text:
        return Text("上一屏")

    @Property(str, notify=changed)
    @said
    def nextText(self) -> Text:
        return Text("下一屏")

    @Property(str, notify=changed)
    @said
    def partOfText(self) -> Text:
        """Which part of how many is shown: `%1` of `%2`."""
        return Text("第 {page} 屏，共 {pages} 屏", page="%1", pages="%2")

    @Property(str, notify=changed)
    @said
    def largerText(self) -> Text:
        return Text("放大")

    @Property(str, notify=changed)
    @said
    def smallerText(self) -> Text:
        return Text("缩小")

    @Property(str, notify=changed)
    @said
    def closeText(self) -> Text:
        return Text("关闭")
