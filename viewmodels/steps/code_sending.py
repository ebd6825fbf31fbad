"""A code that is sent to a phone: how long until it may be sent again, and why it was not."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.forms.fields import RESEND
from domain.ports import SmsCodes, Unreachable
from domain.words import Text
from viewmodels.model import Stateful
from viewmodels.worker import Questions, Worker

RESEND_S = int(RESEND.total_seconds())
"""Seconds until a code may be sent again."""
NOT_SENT = Text("短信暂时发不出去，请稍后再试，也可以请工作人员帮忙。")
TOO_MANY = Text("这个手机号码获取验证码的次数太多了，请明天再试，也可以请工作人员帮忙。")


@dataclass(frozen=True, slots=True)
class Sending:
    """A code may be sent again in `wait_s` seconds."""

    wait_s: int = 0


class CodeSending(QObject, Stateful[Sending]):
    """`failed(why)`: nothing was sent."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, codes: SmsCodes, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codes = codes
        self._questions = Questions(worker, self)
        self.state = Sending()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    @property
    def text(self) -> Text:
        """On the button that sends one."""
        return Text("{seconds} 秒后重发", seconds=self.state.wait_s) if self.state.wait_s else Text("获取验证码")

    def send(self, phone: str) -> None:
        """Send one to this number."""
        self._become(Sending(RESEND_S))
        self._second.start()
        self._questions.ask(lambda: self._codes.send(phone), self._sent, lambda _: self._fail(NOT_SENT), (Unreachable,))

    @Slot()
    def tick(self) -> None:
        """A second has passed since."""
        self._become(Sending(max(0, self.state.wait_s - 1)))
        if self.state.wait_s == 0:
            self._second.stop()

    def _sent(self, wait: timedelta) -> None:
        """Sent, or to be waited for: the phone has been sent another one not long ago, or too many."""
        seconds = ceil(wait.total_seconds())
        if seconds > RESEND_S:
            self._fail(TOO_MANY)
        elif seconds:
            self._become(Sending(seconds))

    def _fail(self, why: Text) -> None:
        self._second.stop()
        self._become(Sending())
        self.failed.emit(why)
