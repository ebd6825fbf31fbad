"""What every reader on a serial line does: opened when it can be, looked at again and again, and told how it is."""

from collections.abc import Callable

from adapters.printing.streams import Stream, StreamBroken
from adapters.rounds import Rounds
from domain.logs import devices as events
from domain.logs.log import Log
from domain.runtime import Runtime

log = Log("kiosk.readers")

PATIENCE_S = 3.0
"""How long `stop` waits for a look that is under way."""
RETRY_S = 2.0
"""How long a line that is gone is left alone."""


class LineReader:
    """Implements `Reader`, but for what is read: `look(line)` is called every `seconds`, and raises StreamBroken."""

    cards = False

    def __init__(
        self,
        name: str,
        open_line: Callable[[], Stream],
        look: Callable[[Stream], None],
        runtime: Runtime,
        seconds: float,
    ) -> None:
        self._name, self._open_line, self._look, self._runtime = name, open_line, look, runtime
        self._line: Stream | None = None
        self._answers = True
        self._broken_at: float | None = None
        self._rounds = Rounds(runtime, {f"reader {name}": self._round}, seconds)

    @property
    def name(self) -> str:
        return self._name

    @property
    def answers(self) -> bool:
        return self._answers

    @property
    def _reads(self) -> str:
        return "cards" if self.cards else "codes"

    def start(self) -> None:
        self._rounds.start()

    def stop(self) -> None:
        """As `Reader` says; the line is closed."""
        self._rounds.stop(PATIENCE_S)
        self._close()

    def _round(self) -> None:
        now = self._runtime.uptime()
        if self._broken_at is not None and now - self._broken_at < RETRY_S:
            return
        try:
            if self._line is None:
                self._line = self._open_line()
            self._look(self._line)
            self._learn(answers=True)
            self._broken_at = None
        except StreamBroken:
            self._fail()
        except Exception:
            log.exception(events.ReaderUnasked(self._reads))
            self._fail()

    def _fail(self) -> None:
        self._broken_at = self._runtime.uptime()
        self._close()
        self._learn(answers=False)

    def _learn(self, *, answers: bool) -> None:
        if answers != self._answers:
            log.warning((events.ReaderAnswers if answers else events.ReaderSilent)(self._reads))
        self._answers = answers

    def _close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()
