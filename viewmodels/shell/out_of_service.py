"""暂停服务: what a visitor is told while the terminal cannot be trusted and tries to come back.

Whoever has paid comes first. Nothing of why is told here: that is for the log and the staff.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.lists import QStringList
from viewmodels.model import Model
from viewmodels.words.language import Language, said, said_each

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """`left_s` of `wait_s` seconds are left until the next try; 0 while it is under way. `tries` have failed.

    `cleared`: somebody was served, and what they had filled in is gone.
    """

    since: datetime
    wait_s: int
    left_s: int
    tries: int = 0
    cleared: bool = False


@QmlElement
class OutOfServiceViewModel(Model):
    changed = Signal()

    def __init__(self, language: Language, state: State, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = state

    def become(self, state: State) -> None:
        """Show how it stands now."""
        if state != self.state:
            self.state = state
            self.changed.emit()

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return Text("暂停服务")

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        return Text("本机在自己恢复，恢复以后\n会回到首页，不用按什么。")

    @Property(str, notify=changed)
    @said
    def history(self) -> Text:
        """Since when, and how often it was tried."""
        since, tries = self.state.since, self.state.tries
        if not tries:
            return Text("{since:%H:%M} 停的", since=since)
        return Text("{since:%H:%M} 停的，已经试过 {tries} 次", since=since, tries=tries)

    @Property(str, notify=changed)
    def figure(self) -> str:
        """Seconds until the next try; empty while it is under way."""
        return str(self.state.left_s) if self.state.left_s else ""

    @Property(str, notify=changed)
    @said
    def figureCaption(self) -> Text:
        return Text("秒后再试") if self.state.left_s else Text("正在恢复")

    @Property(float, notify=changed)
    def share(self) -> float:
        """What is left of the wait, 0 to 1."""
        return self.state.left_s / self.state.wait_s if self.state.wait_s else 0.0

    @Property(str, notify=changed)
    @said
    def paidHeading(self) -> Text:
        return Text("刚刚付过款？请不要再付")

    @Property(QStringList, notify=changed)
    @said_each
    def paidPoints(self) -> Iterable[Text]:
        """What whoever has paid should know, point by point; what matters is marked as bold."""
        return [
            Text("手机上显示<b>付款成功</b>的，会自动入账；<br>入不了账的，会退给您。"),
            Text("请<b>不要删</b>手机上的付款记录。"),
            Text("想马上知道结果，请找工作人员，<br>给他看付款记录。"),
        ]

    @Property(str, notify=changed)
    @said
    def unpaidHeading(self) -> Text:
        return Text("还没有付款")

    @Property(str, notify=changed)
    @said
    def unpaidText(self) -> Text:
        return Text("可以在这里等一等，也可以到<b>大厅窗口</b>办理。")

    @Property(str, notify=changed)
    @said
    def cleared(self) -> Text:
        """Said only when it is so."""
        return Text("您填过的内容已经清除，别人看不到") if self.state.cleared else NOTHING

    @Property(str, notify=changed)
    @said
    def help(self) -> Text:
        return Text("要帮忙，请到大厅人工窗口，或叫旁边的工作人员")
