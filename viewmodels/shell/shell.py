"""The shell around every screen: where the visitor is, the way back, Home, and what happens when nobody is there."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from viewmodels.lists import QStringList
from viewmodels.shell.home import HomeViewModel
from viewmodels.shell.out_of_service import OutOfServiceViewModel
from viewmodels.shell.where import AtHome, Failed, Visiting, Where
from viewmodels.step import StepViewModel
from viewmodels.words.channels import CHANNELS

if TYPE_CHECKING:  # Home needs no flow: they are loaded when the first visit begins
    from domain.flows.engine import Screen, Session
    from domain.flows.visit import Visit
    from domain.runtime import Clock
    from viewmodels.parts import Finish, Parts

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MakeStep = Callable[["Screen", "Visit", "Finish"], StepViewModel]
"""Makes the view model of a screen."""

HOME = "home"
OUT_OF_SERVICE = "out_of_service"
STAFF = "staff.pin"
WARN_S = 30
"""How long before leaving the visitor is asked whether they are still there."""
TELLING_S = 60
"""How long at most Home says that a fault has ended the visit before."""
WEEKDAYS = "一二三四五六日"


@QmlElement
class ShellViewModel(QObject):
    """`moved` is emitted when another screen is to be shown; `left` when a visit ended and must leave no trace.

    `turned` is emitted when a screen shows something else at the same place.
    """

    changed = Signal()
    moved = Signal()
    turned = Signal()
    left = Signal()

    def __init__(self, clock: "Clock", demo: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._hall = ""
        self._demo = demo
        self._make: MakeStep | None = None
        self._wanted = ""
        self._parts: Parts | None = None
        self.state: Where = AtHome()
        self.step: QObject = self._home()

    def open(self, make: MakeStep, hall: str, parts: "Parts") -> None:
        """The parts behind the screens are there: what a visitor touched meanwhile is done now."""
        self._make = make
        self._hall = hall
        self._parts = parts
        self._refresh()
        if self._wanted:
            self.begin(self._wanted)

    def fail(self, told: OutOfServiceViewModel) -> None:
        """Out of service: whatever was shown is gone, and what was wanted is forgotten. Only `heal` leads back."""
        self._wanted = ""
        self._show(Failed(), told)
        self.left.emit()

    @property
    def closed(self) -> bool:
        """Whether what stands behind the screens has not been there yet."""
        return self._make is None

    def heal(self) -> None:
        """In service again."""
        if isinstance(self.state, Failed):
            self._show(AtHome(), self._home())

    def break_off(self) -> None:
        """A mistake of ours has happened. It ends the visit, whatever stands open: the janitor settles an order."""
        if isinstance(self.state, Visiting):
            self._show(AtHome(telling_s=TELLING_S), self._home())
            self.left.emit()

    @property
    def session(self) -> "Session | None":
        """The visit that is under way."""
        return self.state.session if isinstance(self.state, Visiting) else None

    @Property(str, notify=changed)
    def screen(self) -> str:
        """The id of the screen shown: `home`, or `<channel>.<screen>`."""
        match self.state:
            case Visiting(session):
                return session.at
            case Failed():
                return OUT_OF_SERVICE
        return HOME

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return isinstance(self.state, Failed)

    @Property(bool, notify=changed)
    def welcoming(self) -> bool:
        """Whether the terminal's own header stands above, and nobody is being served."""
        return self.session is None

    @property
    def row(self) -> "Screen | None":
        """The screen's row in its flow; None on Home."""
        if self.session is None:
            return None
        from domain.flows.catalogue import SCREENS

        return SCREENS[self.session.at]

    @Property(str, notify=changed)
    def channel(self) -> str:
        return self._channel()

    @Property(str, notify=changed)
    def channelName(self) -> str:
        channel = CHANNELS.get(self._channel())
        return channel.name if channel else ""

    @Property(str, notify=changed)
    def channelGlyph(self) -> str:
        channel = CHANNELS.get(self._channel())
        return channel.glyph if channel else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.row.step.title if self.row else "社会保险费自助缴费"

    @Property(str, notify=changed)
    def subtitle(self) -> str:
        """Under the title, where nobody is served."""
        match self.state:
            case Visiting():
                return ""
            case Failed():
                return "本机正在自动恢复"
        return "灵活就业人员、城乡居民都可以办"

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        return bool(self.row and self.row.step.back)

    @Property(str, notify=changed)
    def backText(self) -> str:
        return "返回"

    @Property(str, notify=changed)
    def homeText(self) -> str:
        return "首页"

    @Property(str, notify=changed)
    def unit(self) -> str:
        """What stands behind every amount."""
        return "元"

    @Property(int, notify=changed)
    def stepNumber(self) -> int:
        """The x of 第 x 步，共 n 步; 0 where no step is counted."""
        return self._position()[0]

    @Property(int, notify=changed)
    def stepCount(self) -> int:
        return self._position()[1]

    @Property(QStringList, notify=changed)
    def stepText(self) -> list[str]:
        """`第 1 步` in bold, and `，共 4 步`."""
        x, n = self._position()
        return [f"第 {x} 步", f"，共 {n} 步"] if n else []

    @Property(str, notify=changed)
    def guidance(self) -> str:
        """One sentence where no step is counted yet."""
        if self.row is None or self._position()[1]:
            return ""
        from viewmodels.words import guidance

        return guidance.sentence(self.row.step)

    @Property(str, notify=changed)
    def servedName(self) -> str:
        """Who is served, on the menu; on a list of the staff's, who is at work."""
        return self._served()[0]

    @Property(str, notify=changed)
    def servedNumber(self) -> str:
        return self._served()[1]

    @Property(str, notify=changed)
    def servedState(self) -> str:
        return "已认证" if self._served()[0] else ""

    @Property(str, notify=changed)
    def leavingText(self) -> str:
        """On the result: when the terminal returns to Home by itself."""
        if not self.row or self.row.step.back:
            return ""
        return f"{self._alone_limit() - self._alone_s} 秒后自动返回首页"

    @Property(int, notify=changed)
    def warning(self) -> int:
        """Seconds until the visit is ended for want of a touch; 0 while there is no need to ask."""
        if not self.row or not self.row.step.back:
            return 0
        left = self._alone_limit() - self._alone_s
        return left if left <= WARN_S else 0

    @Property(QStringList, notify=changed)
    def warningWords(self) -> list[str]:
        """Question, what happens otherwise, and the buttons that stay and leave."""
        return ["您还在吗？", f"{self.warning} 秒后返回首页，填写的内容会清除", "继续办理", "结束办理"]

    @Property(bool, notify=changed)
    def brokenOff(self) -> bool:
        """Whether a fault has ended the visit before: whoever stands here is told so."""
        return isinstance(self.state, AtHome) and self.state.telling_s > 0

    @Property(str, notify=changed)
    def brokenOffHeading(self) -> str:
        return "出了点问题，这次没有办完"

    @Property(str, notify=changed)
    def brokenOffText(self) -> str:
        return "您填过的内容已经清除，请从首页重新办理。\n手机上已经付款的，会自动入账，请不要再付。"

    @Property(str, notify=changed)
    def understoodText(self) -> str:
        return "知道了"

    @Property(str, notify=changed)
    def hall(self) -> str:
        return self._hall

    @Property(str, notify=changed)
    def time(self) -> str:
        return f"{self._clock():%H:%M}"

    @Property(str, notify=changed)
    def date(self) -> str:
        now = self._clock()
        return f"{now.month}月{now.day}日 星期{WEEKDAYS[now.weekday()]}"

    @Property(str, notify=changed)
    def demoTag(self) -> str:
        return "演示" if self._demo else ""

    @Property(str, notify=changed)
    def demoText(self) -> str:
        """On Home; everywhere else the tag says it alone."""
        at_home = isinstance(self.state, AtHome)
        return "演示终端：人物、金额都是虚构的，不会真的扣款" if self._demo and at_home else ""

    @Property(str, notify=changed)
    def printerText(self) -> str:
        """How the printers are, in a word; empty where there is none, and while nothing can be done here."""
        if self._parts is None or isinstance(self.state, Failed):
            return ""
        from viewmodels.words import printers

        return printers.strip(self._parts.press.printers, self._parts.printers.conditions())

    @Property(bool, notify=changed)
    def printerReady(self) -> bool:
        """Whether that is good news."""
        if self._parts is None:
            return True
        from viewmodels.words import printers

        return not printers.notice(self._parts.press.printers, self._parts.printers.conditions())

    @Property(str, notify=changed)
    def help(self) -> str:
        return "也可以拨打 12366" if isinstance(self.state, Failed) else "不会操作？请叫工作人员，或拨打 12366"

    @Slot(str)
    def begin(self, where: str) -> None:
        """Begin a visit: in a channel, or on a screen. Out of service nothing begins."""
        if isinstance(self.state, Failed):
            return
        if self._make is None:
            self._wanted = where
            return
        from domain.flows import catalogue, engine

        self._wanted = ""
        channel = catalogue.CHANNELS.get(where)
        if channel is None or self._is_offered(where):
            self._go(engine.begin(channel.start if channel else where))

    @Slot()
    def openStaffDoor(self) -> None:
        """The staff's way in, which nothing shows: from Home only, and only where there are staff."""
        if isinstance(self.state, AtHome) and self._parts is not None and self._parts.desk.staff.anybody:
            self.begin(STAFF)

    @Slot()
    def back(self) -> None:
        """To the screen before, with what was given there."""
        from domain.flows import catalogue, engine

        session = self.session
        if isinstance(self.step, StepViewModel) and self.step.holds:
            self.step.leave("cancelled")
        elif session and self.canGoBack:
            filled = self.step.filled if isinstance(self.step, StepViewModel) else engine.NOTHING
            self._go(engine.back(catalogue.SCREENS, session, filled))

    @Slot()
    def home(self) -> None:
        """To Home, leaving nothing behind; an open payment is brought to an end first."""
        if isinstance(self.step, StepViewModel) and self.step.holds:
            self.step.leave("left")
        elif self.session:
            self._go(None)

    @Slot()
    def understood(self) -> None:
        """Whoever stands at Home has read that the visit before was broken off."""
        if isinstance(self.state, AtHome):
            self._become(AtHome())

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        if isinstance(self.state, Visiting):
            self._become(replace(self.state, alone_s=0))

    @Slot()
    def tick(self) -> None:
        """A second has passed. A visit left alone ends at Home, but never while a payment is open."""
        held = isinstance(self.step, StepViewModel) and self.step.holds
        if isinstance(self.state, Visiting):
            self.state = replace(self.state, alone_s=0 if held else self.state.alone_s + 1)
        elif isinstance(self.state, AtHome):
            self.state = AtHome(max(0, self.state.telling_s - 1))
        if self.row and self._alone_s >= self._alone_limit():
            self.home()
        elif self._has_closed():
            self._go(self.session)
        else:
            self._refresh()

    def finished(self, outcome: str, visit: "Visit") -> None:
        """The step that is shown has ended."""
        from domain.flows import catalogue, engine

        if self.session:
            self._go(engine.advance(catalogue.SCREENS, self.session, outcome, visit))

    def _finish_of(self, session: "Session") -> "Finish":
        """A step ends its own screen once. What it says after that, or after it was left, is about nothing."""

        def finish(outcome: str, visit: "Visit") -> None:
            if self.session is session:
                self.finished(outcome, visit)

        return finish

    def _go(self, session: "Session | None") -> None:
        if session is None:
            self._show(AtHome(), self._home())
            self.left.emit()
        elif self._make is not None:
            from domain.flows.catalogue import SCREENS
            from domain.flows.engine import admitted

            session = admitted(SCREENS, session, self._is_closed)
            self._show(Visiting(session), self._make(SCREENS[session.at], session.visit, self._finish_of(session)))

    def _home(self) -> HomeViewModel:
        return HomeViewModel(self.begin, self._is_offered, self._is_closed, self._cannot_print, self)

    def _is_offered(self, where: str) -> bool:
        """Whether a channel is offered in this hall, or a matter in any of its channels."""
        if self._parts is None:
            return True
        from domain.flows.matters import MATTERS

        ways = MATTERS.screens[where].step.outcomes if where in MATTERS.screens else (where,)
        return not self._parts.channels.isdisjoint(ways)

    def _cannot_print(self) -> str:
        """Why nothing can be printed; empty if it can, or while that is not known."""
        if self._parts is None:
            return ""
        from viewmodels.words import printers

        return printers.out_of_order(self._parts.press.printers, self._parts.printers.conditions())

    def _is_closed(self, channel: str) -> bool:
        return self._parts is not None and self._parts.closed(channel)

    def _has_closed(self) -> bool:
        """Whether the channel has closed around a screen that begins business; a payment comes to its end first."""
        session = self.session
        if session is None or not self._is_closed(self._channel()):
            return False
        from domain.flows.catalogue import SCREENS
        from domain.flows.engine import admitted
        from domain.flows.steps import PayByQr

        busy = isinstance(SCREENS[session.at].step, PayByQr) or (
            isinstance(self.step, StepViewModel) and self.step.holds
        )
        return not busy and admitted(SCREENS, session, self._is_closed) != session

    def _refresh(self) -> None:
        """What depends on the time, here and on Home."""
        self.changed.emit()
        if isinstance(self.step, HomeViewModel):
            self.step.changed.emit()

    def _show(self, state: Where, step: QObject) -> None:
        gone, self.step = self.step, step
        step.setParent(self)
        if isinstance(step, StepViewModel):
            step.turned.connect(self.turned)
        self.state = state
        self.changed.emit()
        self.moved.emit()
        gone.deleteLater()

    def _channel(self) -> str:
        return self.session.at.partition(".")[0] if self.session else ""

    @property
    def _alone_s(self) -> int:
        return self.state.alone_s if isinstance(self.state, Visiting) else 0

    def _alone_limit(self) -> int:
        return self.row.step.alone_s if self.row else 0

    def _position(self) -> tuple[int, int]:
        if self.session is None:
            return 0, 0
        from domain.flows import catalogue, engine

        return engine.position(catalogue.SCREENS, self.session) or (0, 0)

    def _served(self) -> tuple[str, str]:
        if self.row is None or self.session is None or self._position()[1]:
            return "", ""
        from domain.flows.steps import Listing
        from viewmodels.words import guidance

        step, visit = self.row.step, self.session.visit
        if visit.staff and isinstance(step, Listing):
            return f"工号 {visit.staff}", ""
        return guidance.served(step, visit)

    def _become(self, state: Where) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
