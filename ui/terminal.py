"""A running terminal: its window at once, and what stands behind the screens as soon as that is open."""

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from ui.garbage import Garbage
from ui.qr import warm_up
from ui.window import REST_S, Window
from viewmodels.shell import ShellViewModel
from viewmodels.worker import Worker

if TYPE_CHECKING:
    from datetime import datetime

    from domain.ports import Clock
    from viewmodels.backend import Backend, Demo

OpenBackend = Callable[[Worker], "Backend"]


class QmlFault(Exception):
    """A fault in QML, or in a slot that QML called. The message is its place."""


class Terminal:
    """`clock` tells the time until the backend brings its own; `size`, `fullscreen`, `rest_s` are for `Window`."""

    def __init__(
        self,
        open_backend: OpenBackend,
        size: tuple[int, int] | None,
        clock: "Clock",
        *,
        demo: bool,
        dock: bool = False,
        fullscreen: bool = False,
        rest_s: float = REST_S,
    ) -> None:
        self.backend: Backend | None = None
        self.failed = False
        self.when_open: Callable[[], None] = lambda: None
        self.when_failed: Callable[[str], None] = lambda reason: None
        self._clock = clock
        self._dock = dock
        self._open_backend = open_backend
        self._garbage = Garbage()
        self.worker = Worker()
        self.shell = ShellViewModel(self._now, demo)
        self.shell.left.connect(self._garbage.collect)
        self.shell.left.connect(self._clear_away)
        self.window = Window(self.shell, size, fullscreen, rest_s)
        self.window.after_first_frame(self._open)

    def _now(self) -> "datetime":
        return self.backend.parts.clock() if self.backend else self._clock()

    def _open(self) -> None:
        worker = self.worker
        worker.run(self.shell, self._make_backend, self._opened, self.fail, (Exception,))
        worker.run(self.shell, warm_up, lambda _: None)
        self.window.complete()

    def _make_backend(self) -> "Backend":
        # Kept from here on, so that it is closed even if the window is gone before the answer arrives.
        self.backend = self._open_backend(self.worker)
        return self.backend

    def _opened(self, backend: "Backend") -> None:
        from domain.certificates.paper import TypesettingFailed
        from ui.kinds import step_maker

        parts = backend.parts
        self.shell.open(step_maker(parts), backend.hall, parts)
        if backend.demo and self._dock:
            self._show_dock(backend.demo)
        self.worker.run(self.shell, backend.warm_up, lambda _: None, _cold, (TypesettingFailed,))
        if not self.shell.row:
            self.window.rehearse(parts)
        self.when_open()

    def _show_dock(self, demo: "Demo") -> None:
        from domain.forms.fields import Answers
        from ui.eyes import read_codes
        from viewmodels.dock import DockViewModel
        from viewmodels.form import FormViewModel

        def fill(answers: Answers) -> bool:
            step = self.shell.step
            return isinstance(step, FormViewModel) and step.fill(answers)

        def see() -> list[str]:
            return read_codes(self.window.root.grabWindow())

        links = self.backend.parts.links if self.backend else {}
        numbers = demo.certificates
        dock = DockViewModel(demo.phone, demo.world, demo.people, demo.sms, see, fill, links, numbers, self.shell)
        self.window.show_dock(dock)

    def _clear_away(self) -> None:
        if self.backend:
            self.worker.run(self.shell, self.backend.left, lambda _: None)

    def fail(self, error: BaseException) -> None:
        """Out of service: nothing that can be trusted stands behind the screens."""
        from domain.ports import ForStaff

        self.failed = True
        logging.getLogger("kiosk").error("out of service", exc_info=error)
        reason = str(error) if isinstance(error, ForStaff | QmlFault) else type(error).__name__
        print(f"kiosk: out of service: {reason}", file=sys.stderr)
        self.shell.fail(reason)
        self.when_failed(reason)

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


def _cold(error: Exception) -> None:
    """No certificate can be set: its screen says so, everything else goes on."""
    logging.getLogger("kiosk").error("certificates cannot be set: %s", error)
