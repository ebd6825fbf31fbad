"""暂停服务: what a visitor is told while the terminal serves nobody: after a fault, or because staff want it so.

Whoever has paid comes first. Nothing of why is told after a fault: that is for the log and the staff.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QStringList
from viewmodels.page_words import PageWords
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_each

if TYPE_CHECKING:  # A fault may come before any of it.
    from domain.terminal.suspensions import Suspension

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class State:
    """After a fault: `left_s` of `wait_s` seconds are left until the next try; 0 while it is under way.

    `tries` have failed. `cleared`: somebody was served, and what they had filled in is gone.
    """

    since: datetime
    wait_s: int
    left_s: int
    tries: int = 0
    cleared: bool = False

    @property
    def share(self) -> float:
        return self.left_s / self.wait_s if self.wait_s else 0.0

    @property
    def figure(self) -> Text:
        return Verbatim(f"{self.left_s}") if self.left_s else NOTHING

    @property
    def caption(self) -> Text:
        return Text("秒后再试") if self.left_s else Text("正在恢复")

    @property
    def sentence(self) -> Text:
        return Text("本机在自己恢复，恢复以后\n会回到首页，不用按什么。")

    @property
    def history(self) -> Text:
        if not self.tries:
            return Text("{since:%H:%M} 停的", since=self.since)
        return Text("{since:%H:%M} 停的，已经试过 {tries} 次", since=self.since, tries=self.tries)

    @property
    def unpaid(self) -> Text:
        return Text("可以在这里等一等，也可以到<b>大厅窗口</b>办理。")


@dataclass(frozen=True, slots=True)
class Planned:
    """Staff have taken it out of service; as it is `now`."""

    suspension: "Suspension"
    now: datetime
    cleared: bool = False

    @property
    def share(self) -> float:
        until, since = self.suspension.until, self.suspension.since
        if until is None or until - since <= NO_TIME:
            return 0.0
        return min(1.0, (until - self.now) / (until - since))

    @property
    def figure(self) -> Text:
        """When it is back."""
        until = self.suspension.until
        return Verbatim(f"{until.astimezone(self.now.tzinfo):%H:%M}") if until else NOTHING

    @property
    def caption(self) -> Text:
        return Text("恢复") if self.suspension.until else NOTHING

    @property
    def sentence(self) -> Text:
        from domain import times

        why, until = self.suspension.message.label, self.suspension.until
        if until is None:
            return Text("{why}，\n本机现在不办业务。", why=why)
        return Text("{why}，\n{until} 恢复办理。", why=why, until=times.short(until, self.now))

    @property
    def history(self) -> Text:
        return Text("{since:%H:%M} 停的", since=self.suspension.since.astimezone(self.now.tzinfo))

    @property
    def unpaid(self) -> Text:
        return Text("请到<b>大厅窗口</b>办理，或者等本机恢复。")


@QmlElement
class OutOfServiceViewModel(PageWords):
    changed = Signal()

    def __init__(self, language: Language, state: State | Planned, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = state

    def become(self, state: State | Planned) -> None:
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
        return self.state.sentence

    @Property(str, notify=changed)
    @said
    def history(self) -> Text:
        """Since when, and how often it was tried."""
        return self.state.history

    @Property(str, notify=changed)
    @said
    def figure(self) -> Text:
        """Seconds until the next try, empty while it is under way; or when it is back, empty where nobody knows."""
        return self.state.figure

    @Property(str, notify=changed)
    @said
    def figureCaption(self) -> Text:
        return self.state.caption

    @Property(float, notify=changed)
    def share(self) -> float:
        """What is left of the wait, 0 to 1."""
        return self.state.share

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
        return self.state.unpaid

    @Property(str, notify=changed)
    @said
    def cleared(self) -> Text:
        """Said only when it is so."""
        return Text("您填过的内容已经清除，别人看不到") if self.state.cleared else NOTHING

    @Property(str, notify=changed)
    @said
    def help(self) -> Text:
        return Text("要帮忙，请到大厅人工窗口，或叫旁边的工作人员")
