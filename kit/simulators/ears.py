"""Who listens in the demonstration: a jack to plug an earphone into, and all that was ever said."""

from dataclasses import dataclass

from domain.speech.voice import Mute, Pace, Voice


class DemoJack:
    """An `Earphone` that is plugged in on the dock."""

    detects = True

    def __init__(self) -> None:
        self.plugged = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said; to everybody, or by the `earphone` alone."""

    text: str
    earphone: bool


class Overheard:
    """A `Voice` that passes on what it is to say, and remembers it where a play asks for that.

    `interrupted`: how often it was told to be silent.
    """

    def __init__(self, voice: Voice, jack: DemoJack) -> None:
        self._voice, self._jack = voice, jack
        self.heard: list[Heard] | None = None
        self.interrupted = 0

    def listen(self) -> None:
        """From now on all is remembered, and nothing can be heard in the room."""
        self.heard, self._voice = [], Mute()

    @property
    def speaking(self) -> bool:
        return self._voice.speaking

    def speak(self, text: str, language: str, pace: Pace) -> None:
        if self.heard is not None:
            self.heard.append(Heard(text, self._jack.plugged))
        self._voice.speak(text, language, pace)

    def stop(self) -> None:
        self.interrupted += 1
        self._voice.stop()
