"""Slow work off the GUI thread: the one place where a thread's answer becomes a queued signal."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    owner: QObject
    future: "Future[Any]"
    then: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    expected: tuple[type[Exception], ...]


class Worker(QObject):
    """Runs jobs on a few threads. Answers arrive on the GUI thread, and only while their owner lives."""

    _answered = Signal(object)

    def __init__(self, threads: int = 3, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = threads
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

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

        Any other error is raised on the GUI thread, where the terminal goes out of service over it.
        """
        future = self._pool.submit(job)
        future.add_done_callback(lambda done: self._answered.emit(_Answer(owner, done, then, failed, expected)))

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if answer.future.cancelled():
            return
        error = answer.future.exception()
        wanted = isValid(answer.owner)
        if isinstance(error, answer.expected) and answer.failed is not None:
            if wanted:
                answer.failed(error)
        elif error is not None:
            raise error
        elif wanted:
            answer.then(answer.future.result())

    def stop(self) -> None:
        """Wait for what is running and take no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)
