"""The bell at the bureau's desk: rung over the line, and asked about as long as somebody waits."""

from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from adapters.bureau.line import BureauLine
from domain.logs import terminal as events
from domain.logs.log import Log
from domain.ports import Unreachable
from domain.runtime import Runtime, Thread
from domain.terminal.calls import Switchboard

log = Log("kiosk.calls")

LOOK_S = 3.0
"""How often it is asked whether somebody has answered."""
UNHEARD = 3
"""So many rounds in a row that the bureau has not heard: then nobody there knows of the call."""
PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Rung:
    """A call as it is to be heard."""

    since: datetime
    rung: int
    screen: str


class BureauBell:
    """Implements `Bell`. Its thread works only while there is a call, or one to be ended."""

    def __init__(self, calls: Switchboard, line: BureauLine, runtime: Runtime) -> None:
        self._calls, self._line, self._runtime = calls, line, runtime
        self._sleep, self._lock = runtime.sleep(), Lock()
        self._thread: Thread | None = None
        self._works = False
        self._wanted: Rung | None = None
        self._heard: Rung | None = None
        self._answered: datetime | None = None
        self._unheard = 0

    def there(self) -> bool:
        """As `Bell` says. A round that fails while somebody waits is no silence yet."""
        with self._lock:
            return self._unheard < UNHEARD if self._wanted else not self._line.silent

    def ring(self, rung: int, screen: str) -> None:
        """As `Bell` says."""
        with self._lock:
            before = self._wanted
            same = rung > 1 and before is not None
            self._wanted = replace(before, rung=rung) if same and before else Rung(self._runtime.now(), rung, screen)
            self._unheard = self._unheard if same else 0
            self._begin()

    def answered(self) -> bool:
        """As `Bell` says."""
        with self._lock:
            return self._wanted is not None and self._answered == self._wanted.since

    def still(self) -> None:
        """As `Bell` says."""
        with self._lock:
            self._wanted = None
            self._begin()

    def close(self) -> None:
        """No more rounds. What is rung lapses at the desk by itself."""
        self._sleep.stop()
        if self._thread is not None:
            self._thread.join(PATIENCE_S)

    def go(self) -> bool:
        """One round; whether there is another to do."""
        with self._lock:
            wanted, heard = self._wanted, self._heard
        try:
            self._tell(wanted, heard)
        except Unreachable:
            with self._lock:
                self._unheard += 1
        except Exception:
            log.exception(events.BellFailed())
        with self._lock:
            return self._wanted is not None or self._heard is not None

    def _tell(self, wanted: Rung | None, heard: Rung | None) -> None:
        if wanted is None:
            if heard is not None:
                self._calls.still()
        else:
            if wanted != heard:
                self._calls.ring(wanted.since, wanted.rung, wanted.screen)
            if self._answered != wanted.since and self._calls.answered(wanted.since):
                self._answered = wanted.since
        with self._lock:
            self._heard, self._unheard = wanted, 0

    def _begin(self) -> None:
        """Have a round done now; by a thread that is at work already, if one is."""
        self._sleep.wake()
        if not self._works:
            self._works = True
            self._thread = self._runtime.start("bell", self._again_and_again)

    def _again_and_again(self) -> None:
        while self._sleep.rest(LOOK_S):
            if not self.go():
                with self._lock:
                    if self._wanted is None and self._heard is None:
                        self._works = False
                        return
