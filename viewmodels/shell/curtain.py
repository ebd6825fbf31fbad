"""What is written where the picture is hidden: why, and what one can do; nothing of anybody."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.words import Text
from viewmodels.model import Model
from viewmodels.shell.progress import ProgressViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CurtainViewModel(Model):
    changed = Signal()

    def __init__(self, language: Language, progress: ProgressViewModel, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._progress = progress
        progress.changed.connect(self.changed)

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("屏幕已遮住")

    @Property(str, notify=changed)
    @said
    def text(self) -> Text:
        return Text("正在耳机里朗读，\n旁边的人看不到您的姓名和号码")

    @Property(str, notify=changed)
    @said
    def keys(self) -> Text:
        step, count = self._progress.step, self._progress.count
        if not count:
            return Text("按方向键选，按确认键点")
        return Text("第 {step} 步，共 {count} 步，按方向键选，按确认键点", step=step, count=count)

    @Property(str, notify=changed)
    @said
    def again(self) -> Text:
        return Text("没听清，按【重复】键")

    @Property(str, notify=changed)
    @said
    def pulled(self) -> Text:
        return Text("拔出耳机，朗读马上停，再问您怎么办")

    @Property(str, notify=changed)
    @said
    def worn(self) -> Text:
        """On the strip."""
        return Text("耳机已插好")

    @Property(str, notify=changed)
    @said
    def showText(self) -> Text:
        return Text("显示画面")
