"""A running terminal: its window at once, and what stands behind the screens as soon as that is open."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from domain.logs import terminal as events
from domain.logs.log import Log
from ui import clipboard
from ui.farewell import Farewell
from ui.garbage import Garbage, sweep
from ui.glyphs import Glyphs
from ui.healing import Healing
from ui.qr import warm_up
from ui.window import Window
from viewmodels.shell.shell import ShellViewModel
from viewmodels.words.language import Language
from viewmodels.worker import Questions, Worker

if TYPE_CHECKING:
    from datetime import datetime

    from domain.runtime import Runtime
    from domain.terminal.power import Power
    from viewmodels.backend import Backend

log = Log("kiosk")
SELDOM = 5
"""Where nobody is, only every so many seconds it is looked whether there is damage."""

OpenBackend = Callable[[Worker], "Backend"]
Beside = Callable[["Terminal", "Backend"], None]
"""Puts something of another world beside a terminal, once that is open."""


def _nobody(_: object) -> None:
    """Nobody is told."""


class Terminal:
    """`runtime` tells the time until the backend brings its own; `size` and what follows to `turned` is `Window`'s.

    `language` is what is spoken at first, Chinese unless something else is said.

    `power` ends the process when the terminal cannot heal, or staff want it. `said` is told how it is, as `Healing`
    says, and `ready` once it is in service for the first time. `teach` begins a lesson over it, where there are any.
    """

    def __init__(
        self,
        open_backend: OpenBackend,
        size: tuple[int, int] | None,
        runtime: "Runtime",
        *,
        demo: bool,
        dock: Beside | None = None,
        fullscreen: bool = False,
        rest_s: float | None = None,
        turned: int = 0,
        power: "Power | None" = None,
        said: Callable[[str], None] = _nobody,
        ready: Callable[[], None] = lambda: None,
        language: Language | None = None,
        teach: Callable[[], None] | None = None,
    ) -> None:
        self.backend: Backend | None = None
        self._clock, self._uptime = runtime.now, runtime.uptime
        self._ready, self._power = ready, power
        self._dock, self._open_backend = dock, open_backend
        self._garbage = Garbage()
        self._glyphs = Glyphs()
        self.worker = Worker()
        self.language = language or Language()
        self.shell = ShellViewModel(self._now, demo, self.language)
        if teach is not None:
            self.shell.help.offer(lambda: self._lend(teach))
        heals = (self._again, self._healed, power.leave if power else _nobody, said)
        self.healing = Healing(self.shell.navigation, self.worker, self._now, runtime.uptime, *heals, self.shell)
        self.window = Window(self.shell, size, runtime.uptime, fullscreen, rest_s, turned)
        self.shell.navigation.left.connect(self._clear_away)
        self.farewell = Farewell(self.shell.navigation, self._garbage.collect, self.window.forget, sweep, self._forget)
        self.window.after_first_frame(self._open)
        self._damage = Questions(self.worker, self.shell)
        self._seconds = 0
        self._second = QTimer(self.shell, interval=1000)
        self._second.timeout.connect(self._look)
        self._second.start()

    def _lend(self, teach: Callable[[], None]) -> None:
        """A lesson begins over the terminal, which is left as for any visitor that comes after."""
        self.shell.navigation.home()
        teach()

    def _now(self) -> "datetime":
        return self.backend.parts.desk.payments.almanac.clock() if self.backend else self._clock()

    def _open(self) -> None:
        worker = self.worker
        worker.run(self.shell, self._make_backend, self._opened, self.healing.fail, (Exception,))
        worker.run(self.shell, warm_up, lambda _: None)
        self.window.complete()

    @property
    def failed(self) -> bool:
        """Whether it is out of service now."""
        return self.healing.failed

    def _again(self) -> "Backend":
        """What a fault has taken away is there again. On a worker; raises what still stops it."""
        if self.backend is None:
            return self._make_backend()
        self.backend.probe()
        return self.backend

    def _healed(self, backend: "Backend") -> None:
        if self.shell.closed:
            self._opened(backend)
        for outage in self.healing.over:
            backend.outages.add(outage)
        self.healing.over.clear()

    def _look(self) -> None:
        """Whether the check in the background has found damage, which is kept in a file."""
        self._seconds += 1
        rests = self.shell.attract.shown and self._seconds % SELDOM
        if self.backend and not rests and not self.failed and not self._damage.waiting:
            self._damage.ask(self.backend.damage, self._looked, self.healing.meet, (Exception,))

    def _looked(self, damage: str | None) -> None:
        """Over a damaged store nobody is served."""
        from domain.ports import ForStaff

        if damage and not self.failed:
            self.fail(ForStaff(damage))

    def _make_backend(self) -> "Backend":
        # Kept from here on, so that it is closed even if the window is gone before the answer arrives.
        self.backend = self._open_backend(self.worker)
        return self.backend

    def _opened(self, backend: "Backend") -> None:
        from domain.certificates.paper import TypesettingFailed
        from domain.readers.reading import Scanned
        from ui.kinds import step_maker

        parts = replace(backend.parts, language=self.language, power=self._power or backend.parts.power)
        if parts.stuck is not None:
            from viewmodels.shell.counting import Counting

            Counting(self.shell.navigation, parts.stuck, self._uptime, self.worker, self.shell)
        self.shell.open(step_maker(parts), backend.hall, parts)
        if parts.readers.typed:
            self.window.inputs.hear(lambda text: parts.readers.readings.put(Scanned(text)))
        self.window.inputs.read_aloud(parts.aloud.voice)
        if self._dock:
            self._dock(self, backend)
        self.worker.run(self.shell, backend.warm_up, lambda _: None, _cold, (TypesettingFailed,))
        self.window.prepare()
        if not self.shell.navigation.session:
            self.window.rehearse(parts, self._garbage.collect)
        self._ready()

    def _clear_away(self) -> None:
        clipboard.wipe()
        if self.backend:
            self.worker.run(self.shell, self.backend.left, lambda _: None, _not_cleared, (Exception,))

    def _forget(self) -> None:
        if self.backend:
            self.worker.run(self.shell, self.backend.forget, self._forgotten)

    def _forgotten(self, _: None) -> None:
        """A visitor who has come meanwhile is not to wait: there is an end to that visit, too."""
        if not self.shell.navigation.session:
            self._glyphs.watch()

    def meet(self, error: BaseException) -> None:
        """A fault that nobody expected: once what is under way on this thread has come to its end, act on it."""
        QTimer.singleShot(0, self.shell, lambda: self.healing.meet(error))

    def fail(self, error: BaseException) -> None:
        """Out of service: nothing that can be trusted stands behind the screens."""
        self.healing.fail(error)

    def close(self) -> None:
        """What runs is finished, the window goes, and what stood behind it is closed."""
        self.worker.stop()
        self.window.close()
        self.shell.deleteLater()
        self.worker.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.backend:
            self.backend.close()
        self._garbage.stop()


def _not_cleared(error: Exception) -> None:
    """The next visitor is not to blame, and is served."""
    log.error(events.NotCleared(), error)


def _cold(error: Exception) -> None:
    """No certificate can be set: its screen says so, everything else goes on."""
    log.error(events.NoTypesetting(), error)
