"""Reading aloud on a thread of its own: what is asked last is said, and what was being said ends."""

from collections.abc import Callable
from threading import Event

import pytest

from adapters.runtime import Machine
from adapters.speech.espeak import ESpeak, SpeechFailed
from adapters.speech.lexicon import lexicon
from adapters.speech.reader import Reader
from adapters.speech.sound import BUFFER_S, BYTES, Silence
from commands.places import ASSETS
from domain.runtime import Thread
from domain.speech.voice import Pace

LONG = "八百七十八元九角四分" * 20
PATIENCE_S = 20


class Ears:
    """A line that holds as much as a loudspeaker's; who listens lets it go on by `hear`."""

    lasts = True

    def __init__(self, holds: float = float("inf")) -> None:
        self.heard = 0
        self.holds = holds
        self.first, self.hushed, self.over = Event(), Event(), Event()

    def take(self, samples: bytes) -> int:
        taken = int(min(len(samples), self.holds - self.heard))
        self.heard += taken
        self.first.set()
        return taken

    def hush(self) -> None:
        self.hushed.set()


class AtOnce(Machine):
    """Whose threads have ended when they are started."""

    def start(self, name: str, work: Callable[[], None], niceness: int = 0) -> Thread:
        work()
        return super().start(name, lambda: None)


def maker() -> ESpeak:
    return ESpeak(lexicon(ASSETS / "speech" / "lexicon.toml"))


def until(event: Event) -> None:
    assert event.wait(PATIENCE_S)


def spoken(text: str, pace: Pace) -> int:
    """How many bytes a text is."""
    made: list[int] = []
    maker().make(text, "zh", pace, lambda samples: not made.append(len(samples)))  # type: ignore[func-returns-value]
    return sum(made)


def test_what_is_said_is_interrupted_before_what_the_line_holds_is_over() -> None:
    voice = maker()
    holds = int(BUFFER_S * voice.hertz) * BYTES
    ears = Ears(holds)
    reader = Reader(lambda: voice, lambda hertz: ears, Machine())
    reader.speak(LONG, "zh", Pace())
    until(ears.first)
    reader.stop()
    until(ears.hushed)
    assert ears.heard <= holds and BUFFER_S < 0.1
    reader.close()


def test_what_is_asked_last_is_said() -> None:
    ears, opened = Ears(1000), []
    reader = Reader(maker, lambda hertz: opened.append(hertz) or ears, Machine())  # type: ignore[func-returns-value]
    reader.speak(LONG, "zh", Pace())
    until(ears.first)
    ears.first.clear()
    reader.speak("重新", "zh", Pace())
    until(ears.hushed)
    until(ears.first)
    assert len(opened) == 1
    reader.close()


@pytest.mark.parametrize("text", ["一", LONG])
def test_faster_is_shorter(text: str) -> None:
    slow, usual, fast = (spoken(text, Pace(rate=rate)) for rate in (75, 100, 200))
    assert slow > usual > fast > 0


def test_without_sound_all_is_taken_and_it_ends() -> None:
    silence = Silence()
    assert silence.take(b"12") == 2
    ended = Event()

    class Last(Silence):
        def take(self, samples: bytes) -> int:
            ended.set()
            return super().take(samples)

    reader = Reader(maker, lambda hertz: Last(), Machine())
    reader.speak("好", "zh", Pace())
    until(ended)
    reader.close()


def test_where_nothing_can_speak_it_is_silent_and_says_so_once(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> ESpeak:
        raise SpeechFailed("no library")

    reader = Reader(broken, lambda hertz: Silence(), AtOnce())
    for _ in range(3):
        reader.speak("好", "zh", Pace())
        assert not reader.speaking
    assert caplog.text.count("nothing is read aloud") == 1


def test_a_pace_goes_as_far_as_it_goes() -> None:
    pace = Pace()
    assert [pace.faster(step).rate for step in (-9, -1, 0, 1, 9)] == [75, 75, 100, 125, 200]
    assert [pace.louder(step).volume for step in (-9, -1, 0, 1, 9)] == [1, 4, 5, 6, 9]
