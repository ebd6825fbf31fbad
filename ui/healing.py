"""What a fault does to the terminal, and how it comes back.

What may pass is tried again, further and further apart, while 暂停服务 is on the screen. What cannot be tried again in
this process ends it within a minute, so that its supervisor starts it anew. A mistake of ours ends at most the visit;
many of them in a minute are no mistakes any more, and end the process as well.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.words import NOTHING, Text
from viewmodels.shell.navigation import NavigationViewModel
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.where import Visiting
from viewmodels.worker import Worker

if TYPE_CHECKING:
    from domain.runtime import Clock, Uptime
    from domain.terminal.outages import Outage

WAITS_S = (2, 4, 8)
"""How long before each try; the last again and again. So service is back within ten seconds of the cause's end."""
LEAVE_S = 45
"""How long 暂停服务 stands before a process that cannot heal ends: under the minute that a supervisor is promised."""
MISTAKES, MISTAKES_S = 5, 60.0
"""So many mistakes within so many seconds end the process."""
EXIT_NOT_ALONE = 1
EXIT_FAILED = 3
"""The exit code of a process that could not heal."""

log = Log("kiosk")


class Healing(QObject):
    """`again` tries to bring back what stands behind the screens, off the GUI thread, and raises what stops it.

    `healed` is called here with its answer once Home is back; `leave(code)` ends the process; `said` is told
    how the terminal is whenever that changes, in a word for the console's staff, empty while it is well.
    """

    def __init__(
        self,
        navigation: NavigationViewModel,
        worker: Worker,
        clock: "Clock",
        uptime: "Uptime",
        again: Callable[[], Any],
        healed: Callable[[Any], None],
        leave: Callable[[int], None],
        said: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._navigation, self._worker, self._clock, self._uptime = navigation, worker, clock, uptime
        self._again, self._healed, self._leave, self._said = again, healed, leave, said
        self._state: State | None = None
        self._told: OutOfServiceViewModel | None = None
        self._hopeless = False
        self._mistakes: deque[float] = deque(maxlen=MISTAKES)
        self._why = NOTHING
        self.over: list[Outage] = []
        """The times out of service that are over, until somebody takes them."""
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    @property
    def failed(self) -> bool:
        return self._state is not None

    def meet(self, error: BaseException) -> None:
        """A fault that nobody expected has come up on the GUI thread."""
        from domain.ports import ForStaff

        if isinstance(error, ForStaff):
            self.fail(error)
            return
        self._mistakes.append(self._uptime())
        if len(self._mistakes) == MISTAKES and self._mistakes[-1] - self._mistakes[0] < MISTAKES_S:
            self.fail(error)
            return
        screen = self._navigation.screen
        self._navigation.break_off()
        log.error(events.Mistake(screen), error)

    def fail(self, error: BaseException) -> None:
        """Out of service. The screen first: whatever tells of it may be broken as well."""
        from domain.ports import NotAlone

        if isinstance(error, NotAlone):
            self._leave(EXIT_NOT_ALONE)
        if self._state is None:
            visiting = isinstance(self._navigation.state, Visiting)
            self._state = State(self._clock(), 0, 0)
            self._told = OutOfServiceViewModel(self._navigation.language, self._state)
            self._navigation.fail(self._told)
            self._show(replace(self._state, cleared=visiting))
            self._second.start()
        self._hopeless = self._hopeless or not may_pass(error)
        self._wait()
        self._tell(error)

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        if self._state is None or self._state.left_s == 0:
            return
        self._show(replace(self._state, left_s=self._state.left_s - 1))
        if self._state.left_s > 0:
            return
        if self._hopeless:
            self._leave(EXIT_FAILED)
        else:
            self._worker.run(self, self._again, self._heal, self._failed_again, (Exception,))

    def _wait(self) -> None:
        assert self._state is not None
        wait = LEAVE_S if self._hopeless else WAITS_S[min(self._state.tries, len(WAITS_S) - 1)]
        self._show(replace(self._state, wait_s=wait, left_s=wait))

    def _failed_again(self, error: Exception) -> None:
        assert self._state is not None
        self._show(replace(self._state, tries=self._state.tries + 1))
        self._hopeless = not may_pass(error)
        self._wait()
        self._tell(error)

    def _heal(self, answer: Any) -> None:
        from domain.terminal.outages import Outage

        self._second.stop()
        if self._state is not None:
            self.over.append(Outage(self._why, self._state.since, self._clock()))
        self._state = self._told = None
        self._navigation.heal()
        self._healed(answer)
        self._said("")
        log.warning(events.InServiceAgain())

    def _show(self, state: State) -> None:
        self._state = state
        if self._told is not None:
            self._told.become(state)

    def _tell(self, error: BaseException) -> None:
        """The staff: in the log, on the console, on their page. What is meant for them says where it was found."""
        reason = reason_of(error)
        self._why = said_of(error)
        self._said(f"out of service: {reason}")
        log.error(events.OutOfService(Sentence(reason)), None if reason == str(error) else error)


def may_pass(error: BaseException) -> bool:
    """Whether trying again, here and now, can help."""
    from domain.ports import ForStaff, MayPass

    return isinstance(error, MayPass | ImportError | OSError) and not (
        isinstance(error, ForStaff) and not isinstance(error, MayPass)
    )


def reason_of(error: BaseException) -> str:
    """One plain English line without personal data: the message of what is meant for staff, else the kind only."""
    from domain.ports import ForStaff

    return str(error) if isinstance(error, ForStaff) else type(error).__name__


def said_of(error: BaseException) -> Text:
    """The same for the staff's page."""
    from domain.ports import ForStaff

    return error.said if isinstance(error, ForStaff) else Text("程序出错（{kind}）", kind=type(error).__name__)
