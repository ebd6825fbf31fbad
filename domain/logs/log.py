"""Who writes events down. What becomes of them is `adapters/logs.py`'s affair."""

import logging
import sys

from domain.logs.event import Event


class Log:
    """`name` says whose it is: `kiosk.janitor`, `bureau.desk`. Nothing but events can be told to it; from any thread.

    Of an `error` that goes with an event its kind and its places are written, never what it says.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._logger = logging.getLogger(name)

    def debug(self, event: Event) -> None:
        """For who looks for a mistake."""
        self.tell(logging.DEBUG, event)

    def info(self, event: Event) -> None:
        """As it should be, and worth knowing later."""
        self.tell(logging.INFO, event)

    def warning(self, event: Event) -> None:
        """Somebody may have to see to it."""
        self.tell(logging.WARNING, event)

    def error(self, event: Event, error: BaseException | None = None) -> None:
        """Somebody has to see to it."""
        self.tell(logging.ERROR, event, error)

    def exception(self, event: Event) -> None:
        """As `error`, of what is being handled."""
        self.tell(logging.ERROR, event, sys.exc_info()[1])

    def tell(self, level: int, event: Event, error: BaseException | None = None) -> None:
        """At a level of `logging`."""
        self._logger.log(level, event, exc_info=error, stacklevel=3)
