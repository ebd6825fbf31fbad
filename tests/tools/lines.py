"""Lines from standard input, to be asked for without waiting."""

import sys
from queue import Empty, SimpleQueue
from threading import Thread

OVER = "over"


class Lines:
    """Read by a thread of its own; `OVER` when no more come."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[str] = SimpleQueue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self._queue.put(line.strip())
        self._queue.put(OVER)

    def wait(self) -> str:
        """The next one, however long it takes: nothing else is done meanwhile."""
        return self._queue.get()

    def next(self) -> str | None:
        """The next one, if it is there."""
        try:
            return self._queue.get_nowait()
        except Empty:
            return None
