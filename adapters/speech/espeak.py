"""eSpeak NG by its C interface (`espeak-ng/speak_lib.h`, 1.52): text becomes samples, piece by piece."""

import ctypes
import re
from collections.abc import Callable, Iterator
from functools import cache
from threading import Lock
from typing import Any

from adapters.speech.lexicon import Respell
from domain.speech.voice import Pace

SYNCHRONOUS = 2
"""AUDIO_OUTPUT_SYNCHRONOUS: samples are handed to us, and nothing is played."""
DONT_EXIT = 0x8000
UTF8 = 1
WORDS_PER_MINUTE, RATE, VOLUME = 160, 1, 2
"""espeakRATE, espeakVOLUME."""
LOUD = 20
"""What a step of volume is of eSpeak's, of which 100 is as recorded."""
VOICES = {"zh": b"cmn", "en": b"en"}
HAN = re.compile(r"([\u3400-\u9fff\U00020000-\U0003ffff][\u3000-\u9fff\uff00-\uffef\U00020000-\U0003ffff ]*)")

Samples = Callable[[bytes], bool]
"""Is given samples (16 bits, one channel) and says whether more are wanted."""
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class SpeechFailed(Exception):
    """The library is not there, or does not speak the language."""


@cache
def _loaded() -> tuple[Any, int]:
    """The library, once for the process, and how many samples are a second."""
    import espeakng_loader  # type: ignore[import-untyped]

    try:
        library: Any = ctypes.CDLL(espeakng_loader.get_library_path())
    except OSError as error:
        raise SpeechFailed(str(error)) from error
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    hertz = library.espeak_Initialize(SYNCHRONOUS, 50, espeakng_loader.get_data_path().encode(), DONT_EXIT)
    if hertz <= 0:
        raise SpeechFailed("espeak_Initialize")
    return library, hertz


class ESpeak:
    """One for the process, for so is the library. Any thread may use it; one text is made at a time."""

    _lock = Lock()

    def __init__(self, respell: Respell) -> None:
        """Raises SpeechFailed."""
        self._respell = respell
        with self._lock:
            self._library, self.hertz = _loaded()

    def make(self, text: str, language: str, pace: Pace, wanted: Samples) -> None:
        """Hand over the samples of a text until it is over or no more are wanted."""
        with self._lock:
            going = True

            def hand_over(samples: Any, count: int, _: object) -> int:
                nonlocal going
                going = going and (not count or not samples or wanted(ctypes.string_at(samples, 2 * count)))
                return 0 if going else 1

            callback = _CALLBACK(hand_over)
            self._library.espeak_SetSynthCallback(callback)
            for voice, part in self._parts(text, language):
                if not going:
                    return
                self._speak_as(voice)
                self._library.espeak_SetParameter(RATE, WORDS_PER_MINUTE * pace.rate // 100, 0)
                self._library.espeak_SetParameter(VOLUME, LOUD * pace.volume, 0)
                words = part.encode() + b"\0"
                self._library.espeak_Synth(words, len(words), 0, 1, 0, UTF8, None, None)

    def phonemes(self, text: str, language: str) -> str:
        """How a text is pronounced, in eSpeak's own letters; `(en)` stands where another language's rules are used."""
        said = []
        with self._lock:
            for voice, part in self._parts(text, language):
                self._speak_as(voice)
                left = ctypes.c_char_p(part.encode())
                rest = ctypes.pointer(left)
                while left.value:
                    said.append(self._library.espeak_TextToPhonemes(rest, UTF8, 0).decode().strip())
        return " ".join(" ".join(said).split())

    def _speak_as(self, voice: bytes) -> None:
        if self._library.espeak_SetVoiceByName(voice):
            raise SpeechFailed(voice.decode())

    def _parts(self, text: str, language: str) -> Iterator[tuple[bytes, str]]:
        """Chinese within another language is said by the Chinese voice."""
        if language == "zh":
            yield VOICES["zh"], self._respell(text)
            return
        for place, part in enumerate(HAN.split(text)):
            if part.strip():
                yield (VOICES["zh"], self._respell(part)) if place % 2 else (VOICES["en"], part)
