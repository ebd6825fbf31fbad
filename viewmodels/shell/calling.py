"""呼叫工作人员: called, answered by a person, or not yet; the same on every screen until somebody has come."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

if TYPE_CHECKING:  # Home is there before any of it
    from collections.abc import Callable

    from domain.runtime import Clock
    from domain.terminal.calls import Call
    from viewmodels.shell.hall import Hall

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

log = Log("kiosk.calls")


class Stage(StrEnum):
    """How far a call has come."""

    NOTHING = ""
    CALLED = "called"
    ANSWERED = "answered"


@QmlElement
class CallingViewModel(Model, Stateful["Call | None"]):
    """Its state is the call that is open. A call outlives the screen, and knows nothing of who made it.

    `screen` says where the visitor stands, by the screen's id.
    """

    changed = Signal()

    def __init__(
        self,
        language: Language,
        clock: "Clock",
        hall: "Hall",
        screen: "Callable[[], str]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._clock, self._hall, self._screen = clock, hall, screen
        self._there = False
        self.state: Call | None = None

    def open(self) -> None:
        """What stands behind the screens is there, and perhaps a bell."""
        self._listen()

    @Property(bool, notify=changed)
    def there(self) -> bool:
        """Whether staff can be called from here: there is a bell, and it is heard."""
        return self._there

    @Property(str, notify=changed)
    def told(self) -> str:
        """called, answered, or nothing."""
        if self.state is None:
            return Stage.NOTHING
        return Stage.CALLED if self.state.answered is None else Stage.ANSWERED

    @Property(bool, notify=changed)
    def mayCall(self) -> bool:
        """Whether the button is there: nobody was called, or nobody came."""
        return self.state is None or self.state.may_again

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("呼叫工作人员")

    @Property(str, notify=changed)
    @said
    def callText(self) -> Text:
        return Text("呼叫工作人员") if self.state is None else Text("再呼叫一次")

    @Property(str, notify=changed)
    @said
    def cancelText(self) -> Text:
        return NOTHING if self.state is None else Text("取消呼叫")

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        if self.state is None:
            return NOTHING
        if self.state.answered:
            return Text("工作人员知道了，正在过来")
        return Text("已呼叫，等工作人员应答") if self.state.rung == 1 else Text("没有人应答，已再叫一位")

    @Property(str, notify=changed)
    @said
    def shortly(self) -> Text:
        """In two characters on the strip, as long as a call is open."""
        if self.state is None:
            return NOTHING
        return Text("来了") if self.state.answered else Text("已叫")

    @Property(str, notify=changed)
    @said
    def caption(self) -> Text:
        if self.state is None:
            return NOTHING
        at = f"{self.state.at:%H:%M}"
        if self.state.answered:
            return Text("{at} 呼叫，{answered} 应答，请在这里稍等", at=at, answered=f"{self.state.answered:%H:%M}")
        return Text("{at} 呼叫，请在这里稍等", at=at)

    @Property(str, notify=changed)
    @said
    def otherwise(self) -> Text:
        """What one can do instead."""
        if not self.there:
            return Text("还是不会，请叫工作人员，或拨打 12366")
        if self.state is None:
            return Text("也可以拨打 12366")
        return Text("等了 2 分钟还没有人来，可以再呼叫，或拨打 12366")

    @Slot()
    def call(self) -> None:
        """Ring; again, if nobody came."""
        from domain.terminal.calls import Call

        if self._hall.bell is not None and self.there and self.mayCall:
            self._become(Call(self._clock()))
            self._hall.bell.ring(1, self._screen())
            log.info(events.StaffCalled())

    @Slot()
    def cancel(self) -> None:
        """Nobody needs to come."""
        if self.state is not None:
            self._end("a visitor has called off the call for the staff")

    @Slot()
    def forget(self) -> None:
        """The visitor has gone; who still waits for an answer may stand at Home."""
        if self.state is not None and self.state.answered:
            self._end("a visitor whose call was answered has gone")

    def tick(self) -> None:
        """A second has passed."""
        self._listen()
        if self.state is None or self._hall.bell is None:
            return
        from domain.terminal.calls import after_a_second

        before = self.state
        if before.answered is None and not self.there:
            self._end("a call for the staff is not heard at their desk")
            return
        after = after_a_second(before, self._hall.bell.answered(), self._clock())
        if after is None:
            self._end("a call for the staff has lapsed")
            return
        self._become(after)
        if after.rung > before.rung:
            self._hall.bell.ring(after.rung, self._screen())
            log.warning(events.CallUnanswered(after.rung))
        elif after.answered and not before.answered:
            log.info(events.CallAnswered(before.waited_s))

    def _listen(self) -> None:
        """Whether there is a bell that is heard now."""
        there = self._hall.bell is not None and self._hall.bell.there()
        if there != self._there:
            self._there = there
            self.changed.emit()

    def _end(self, why: str) -> None:
        self._become(None)
        if self._hall.bell is not None:
            self._hall.bell.still()
        log.info(events.CallOver(Sentence(why)))
