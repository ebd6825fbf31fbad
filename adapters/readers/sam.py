"""A reader for identity cards with a SAM, on a serial line (115200 8N1): find, select, read.

One exclusive or over a frame finds a single wrong bit, and not always two: so a card is read twice, where the reader
does that, and counts only if it says the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from adapters.printing.streams import Stream, StreamBroken
from adapters.readers.card_text import LONG, card_on
from adapters.readers.frames import MOST, Frames, frame
from adapters.readers.lines import LineReader
from domain.readers.reading import Card, Unread
from domain.readers.readings import Readings
from domain.runtime import Runtime, Uptime

FIND, SELECT, READ = frame(b"\x20\x01"), frame(b"\x20\x02"), frame(b"\x30\x01")
FOUND, NO_CARD, DONE = 0x9F, 0x80, 0x90
"""SW3."""
EVERY_S, SELDOM_S = 0.3, 1.8
"""How often it looks for a card; and while no screen waits for one, whether the last is still there."""
ANSWER_S, READ_S = 1.0, 3.0
"""How long a reader may take: for a card it speaks with the chip."""
TRIES = 3
SIZES = LONG.to_bytes(2) + (1024).to_bytes(2)
"""What an answer to READ begins with: how long text and photo are."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    data: bytes


class SamProtocol:
    """Asks one reader, over its line. Raises StreamBroken where it says nothing, or something that it cannot mean."""

    def __init__(self, line: Stream, uptime: Uptime) -> None:
        self._line, self._uptime = line, uptime

    def finds(self) -> bool:
        """Whether a card lies there."""
        answer = self._ask(FIND, ANSWER_S)
        if answer is None or answer.status not in {FOUND, NO_CARD}:
            raise StreamBroken("it does not look for cards")
        return answer.status == FOUND

    def reads(self, today: date) -> Card | None:
        """The card that was found; None if it could not be read."""
        selected = self._ask(SELECT, ANSWER_S)
        if selected is None or selected.status != DONE:
            return None
        first = self._ask(READ, READ_S)
        if first is None or first.status != DONE:
            return None
        again = self._ask(READ, READ_S)
        if again is None or (again != first and (again.status == DONE or again.data)):
            return None  # A reader that does not read twice says so, and nothing else.
        return card_on(first.data[len(SIZES) : len(SIZES) + LONG], today) if first.data.startswith(SIZES) else None

    def _ask(self, command: bytes, patience: float) -> _Answer | None:
        """What it answers; None if nothing whole came in time."""
        frames, until = Frames(), self._uptime() + patience
        self._line.read(MOST, 0)  # What came too late for the question before.
        self._line.write(command)
        while (left := until - self._uptime()) > 0:
            for content in frames.feed(self._line.read(frames.lacks, left)):
                return _Answer(content[2], content[3:])
        return None


class SamReader(LineReader):
    """Reads a card once for each time that it is put down. What lies there when a visitor goes is never read."""

    cards = True

    def __init__(
        self,
        name: str,
        open_line: Callable[[], Stream],
        readings: Readings,
        runtime: Runtime,
        seconds: float = EVERY_S,
    ) -> None:
        super().__init__(name, open_line, self._look_for_cards, runtime, seconds)
        self._readings, self._runtime = readings, runtime
        self._done_with = False
        self._looked_at = -SELDOM_S

    def clear(self) -> None:
        """As `Reader` says: whatever lies there has been dealt with."""
        self._done_with = True

    def _look_for_cards(self, line: Stream) -> None:
        now = self._runtime.uptime()
        if not self._readings.awaited and now - self._looked_at < SELDOM_S:
            return
        self._looked_at = now
        protocol = SamProtocol(line, self._runtime.uptime)
        if not protocol.finds():
            self._done_with = False
        elif (screen := self._readings.awaited) and not self._done_with:
            self._done_with = True
            today = self._runtime.now().date()
            tries = (protocol.reads(today) for attempt in range(TRIES) if attempt == 0 or protocol.finds())
            self._readings.put(next(filter(None, tries), None) or Unread(), screen)
