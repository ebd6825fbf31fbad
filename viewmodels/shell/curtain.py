"""What is written where the picture is hidden: why, and what one can do; nothing of anybody."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Model
from viewmodels.shell.progress import ProgressViewModel
from viewmodels.shell.speech import SpeechViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CurtainViewModel(Model):
    """For who hides it from those beside them; and for who listens, and goes on behind it by keys."""

    changed = Signal()

    def __init__(
        self, language: Language, progress: ProgressViewModel, speech: SpeechViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(language, parent)
        self._progress, self._speech = progress, speech
        progress.changed.connect(self.changed)
        speech.changed.connect(self.changed)

    @Property(str, notify=changed)
    @said
    def hideText(self) -> Text:
        """On the strip."""
        return Text("隐藏")

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("屏幕已遮住")

    @Property(str, notify=changed)
    @said
    def text(self) -> Text:
        if self._speech.private:
            return Text("正在耳机里朗读，\n旁边的人看不到您的姓名和号码")
        return Text("旁边的人看不到您的姓名和号码")

    @Property(QVariantList, notify=changed)
    @said_rows
    def lines(self) -> Iterable[object]:
        """`[{id, title, icon}]`: what one can do."""
        if self._speech.private:
            return (
                Row("keys", self._keys(), NOTHING, "list"),
                Row("again", Text("没听清，按【重复】键"), NOTHING, "sound"),
                Row("pulled", Text("拔出耳机，朗读马上停，再问您怎么办"), NOTHING, "headphones"),
            )
        return (
            Row("on", Text("点【显示画面】，接着办"), NOTHING, "eye"),
            Row("kept", Text("填好的内容都还在"), NOTHING, "tick"),
            Row("over", Text("一直没有人点，会问一声，再清除"), NOTHING, "clock"),
        )

    @Property(str, notify=changed)
    @said
    def worn(self) -> Text:
        """On the strip."""
        return Text("耳机已插好")

    @Property(str, notify=changed)
    @said
    def showText(self) -> Text:
        return Text("显示画面")

    def _keys(self) -> Text:
        step, count = self._progress.step, self._progress.count
        if not count:
            return Text("按方向键选，按确认键点")
        return Text("第 {step} 步，共 {count} 步，按方向键选，按确认键点", step=step, count=count)
