"""What can be tested by hand: a printer by its page, the screen by its corners, the sound by a sentence."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from domain.health.device import Device, Kind
from domain.health.last_tests import End
from domain.runtime import Clock
from domain.speech.voice import Voice
from viewmodels.parts import PrintShop
from viewmodels.steps.printer_tests import PrinterTests
from viewmodels.steps.sound_test import SoundTest
from viewmodels.steps.touch_test import TouchTestViewModel
from viewmodels.words import device_tests
from viewmodels.words.language import Language
from viewmodels.worker import Worker


class DeviceTests(QObject):
    """`over(key, end)` is called once one has ended; `end` is None where that says nothing of the device."""

    changed = Signal()

    def __init__(
        self,
        terminal: str,
        clock: Clock,
        shop: PrintShop,
        voice: Voice,
        worker: Worker,
        language: Language,
        over: Callable[[str, End | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.pages = PrinterTests(terminal, clock, shop, worker, over, self)
        self.touch = TouchTestViewModel(language, partial(over, Kind.SCREEN), self)
        self.sound = SoundTest(voice, language, partial(over, Kind.SOUND), self)
        for one in (self.pages, self.touch, self.sound):
            one.changed.connect(self.changed)

    def begin(self, one: Device) -> bool:
        """Whether it was begun: there is none for that device, or a page is being printed."""
        match one.kind:
            case Kind.PRINTER:
                return self.pages.print(one.key, one.printer)
            case Kind.SCREEN:
                self.touch.begin()
            case Kind.SOUND:
                self.sound.begin()
            case _:
                return False
        return True

    def of(self, one: Device) -> device_tests.Test:
        """How the test of a device stands; where none is at work, how its latest has ended."""
        if one.kind is Kind.SOUND and self.sound.state:
            return device_tests.HEARING
        now = self.pages.of(one.key) if one.kind is Kind.PRINTER else device_tests.Test()
        return device_tests.offered(one, now)
