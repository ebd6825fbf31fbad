"""试声音: a sentence is said aloud, and whoever stands there says whether they heard it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from domain.health.last_tests import End
from domain.speech.saying import aloud
from domain.speech.voice import Pace, Voice
from domain.words import Text
from viewmodels.model import Stateful
from viewmodels.words.language import Language

SENTENCE = Text("这是声音测试。听到的请点听到了。")


class SoundTest(QObject, Stateful[bool]):
    """The state is whether it was said, and nobody has answered. `over(end)`: they have; who leaves has not."""

    changed = Signal()

    def __init__(self, voice: Voice, language: Language, over: Callable[[End], None], parent: QObject) -> None:
        super().__init__(parent)
        self._voice, self._language, self._over = voice, language, over
        self.state = False

    def begin(self) -> None:
        """Say it, or once more, as loud and fast as visitors hear it at first."""
        tag = self._language.tag
        self._voice.speak(aloud(self._language.say(SENTENCE), tag), tag, Pace())
        self._become(True)

    def answer(self, heard: bool) -> None:
        if self.state:
            self._voice.stop()
            self._become(False)
            self._over(End.PASSED if heard else End.FAILED)
