"""Slow work off the GUI thread: the one place where a thread's answer becomes a queued signal."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from domain.logs import terminal as events
from domain.logs.log import Log
from viewmodels.pyside import import_plainly, make_shared_types

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
log = Log("kiosk.worker")


@dataclass(slots=True, eq=False)
class _Errand:
    """A job, and what becomes of its answer.

    A thread keeps what it has run for a moment longer. Were that a view model, it could die there, and its timers with
    it: so the errand forgets all of it as soon as the answer is delivered.
    """

    owner: QObject
    job: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    expected: tuple[type[Exception], ...]
    future: "Future[Any] | None" = None

    def __call__(self) -> Any:
        return self.job()

    def forget(self) -> None:
        del self.owner, self.job, self.then, self.failed, self.future


class Worker(QObject):
    """Runs jobs on a few threads. Answers arrive on the GUI thread, and only while their owner lives."""

    _answered = Signal(object)

    def __init__(self, threads: int = 3, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = threads

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        from PySide6.QtCore import Qt  # its enums take 12 ms, and the first picture needs none

        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        import_plainly()
        make_shared_types()
        return ThreadPoolExecutor(self._threads, thread_name_prefix="worker")

    def run(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        expected: tuple[type[Exception], ...] = (),
    ) -> None:
        """Do `job` elsewhere, then call `then(result)` here; `failed(error)` for an `expected` error.

        Any other error is raised on the GUI thread while the owner lives, and ends the visit; else it is logged.
        """
        errand = _Errand(owner, job, then, failed, expected)
        errand.future = self._pool.submit(errand)
        errand.future.add_done_callback(lambda _: self._answered.emit(errand))

    @Slot(object)
    def _deliver(self, errand: _Errand) -> None:
        try:
            self._answer(errand)
        finally:
            errand.forget()

    def _answer(self, errand: _Errand) -> None:
        assert errand.future is not None
        if errand.future.cancelled():
            return
        error = errand.future.exception()
        wanted = isValid(errand.owner)
        if isinstance(error, errand.expected) and errand.failed is not None:
            if wanted:
                errand.failed(error)
        elif error is not None and wanted:
            raise error
        elif error is not None:
            log.error(events.JobAbandoned(), error)
        elif wanted:
            errand.then(errand.future.result())

    def stop(self) -> None:
        """Wait for what is running and take no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Questions:
    """Questions of one owner, each of which takes the place of the one before.

    Only the newest counts: an older answer is about what was before. A mistake in an older one is still a mistake.
    """

    def __init__(self, worker: Worker, owner: QObject) -> None:
        self._worker = worker
        self._owner = owner
        self._newest = 0
        self._waiting = False

    @property
    def waiting(self) -> bool:
        """Whether the newest has not been answered yet."""
        return self._waiting

    def ask(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        expected: tuple[type[Exception], ...] = (),
    ) -> None:
        """As `Worker.run`, for the owner."""
        self._newest += 1
        self._waiting = True
        question = self._newest

        def answer(told: Callable[[Any], None], what: Any) -> None:
            if question == self._newest:
                self._waiting = False
                told(what)

        refused = partial(answer, failed) if failed else None
        self._worker.run(self._owner, job, partial(answer, then), refused, expected)
