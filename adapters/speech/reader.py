"""Reads aloud on a thread of its own: what is asked last is said, and what was being said ends at once."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from adapters.speech.sound import BYTES, Sound
from domain.logs import devices as events
from domain.logs.log import Log
from domain.runtime import Runtime, Thread
from domain.speech.voice import Pace

PIECE_S = 0.02
"""What is handed over at once, and how often a full line is asked again."""
LONG_S = 3600.0
ENDS_S = 2.0
"""What a piece may take."""
log = Log("kiosk.speech")


class Maker(Protocol):
    """Makes samples of a text (`ESpeak`)."""

    @property
    def hertz(self) -> int: ...

    def make(self, text: str, language: str, pace: Pace, wanted: Callable[[bytes], bool]) -> None: ...


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    text: str
    language: str
    pace: Pace


class Reader:
    """A `Voice`. Nothing is loaded before it is to speak; where that fails it says so once, and is silent."""

    def __init__(self, make: Callable[[], Maker], sound: Callable[[int], Sound], runtime: Runtime) -> None:
        self._make, self._sound, self._runtime = make, sound, runtime
        self._lock = Lock()
        self._wanted: _Text | None = None
        self._bed = runtime.sleep()
        self._lost = False
        self._thread: Thread | None = None

    @property
    def speaking(self) -> bool:
        with self._lock:
            return self._wanted is not None

    def speak(self, text: str, language: str, pace: Pace) -> None:
        with self._lock:
            self._wanted = None if self._lost else _Text(text, language, pace)
        if self._thread is None:
            self._thread = self._runtime.start("speech", self._work)
        self._bed.wake()

    def stop(self) -> None:
        with self._lock:
            self._wanted = None

    def close(self) -> None:
        """For good."""
        self.stop()
        self._bed.stop()
        if self._thread:
            self._thread.join(ENDS_S)

    def _work(self) -> None:
        try:
            maker = self._make()
            sound = self._sound(maker.hertz)
            while self._bed.rest(LONG_S):
                while (text := self._now()) is not None:
                    sound = sound if sound.lasts else self._sound(maker.hertz)
                    self._say(maker, text, sound)
        except Exception:
            log.exception(events.SpeechLost())
            with self._lock:
                self._wanted, self._lost = None, True

    def _now(self) -> _Text | None:
        with self._lock:
            return self._wanted

    def _say(self, maker: Maker, text: _Text, sound: Sound) -> None:
        piece = int(PIECE_S * maker.hertz) * BYTES

        def hear(samples: bytes) -> bool:
            while samples and self._now() is text:
                taken = sound.take(samples[:piece])
                samples = samples[taken:]
                if not taken:
                    self._bed.rest(PIECE_S)
            return self._now() is text

        maker.make(text.text, text.language, text.pace, hear)
        with self._lock:
            over = self._wanted is text
            if over:
                self._wanted = None
        if not over:
            sound.hush()
