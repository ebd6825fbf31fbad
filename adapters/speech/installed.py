"""The voice of a terminal, and its jack as the settings name it. Nothing is loaded before somebody listens."""

from pathlib import Path

from adapters.settings import Settings
from adapters.speech.jack import Jack
from adapters.speech.reader import Maker, Reader
from adapters.speech.sound import Sound
from domain.runtime import Runtime
from domain.speech.voice import Earphone, NoJack


def voice(assets: Path, runtime: Runtime) -> Reader:
    def make() -> Maker:
        from adapters.speech.espeak import ESpeak
        from adapters.speech.lexicon import lexicon

        return ESpeak(lexicon(assets / "speech" / "lexicon.toml"))

    def heard(hertz: int) -> Sound:
        from adapters.speech.sound import sound

        return sound(hertz)

    return Reader(make, heard, runtime)


def earphone(settings: Settings) -> Earphone:
    jack = settings.speech.jack
    return NoJack() if jack is None else Jack(jack)
