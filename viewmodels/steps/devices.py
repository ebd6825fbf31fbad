"""设备: what can be done now, what needs a hand, and what passes; each can be looked at again, and printers tried."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.health.checkup import Checkup
from domain.health.device import Device
from domain.health.last_tests import End
from domain.health.watch import Health
from domain.runtime import HALL_TIME
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.device_looks import DeviceLooks
from viewmodels.steps.device_tests import DeviceTests
from viewmodels.steps.touch_test import TouchTestViewModel
from viewmodels.typed import Property
from viewmodels.words import devices
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.sentences import LOADING
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Tests = Callable[[Callable[[str, End | None], None], QObject], DeviceTests]
"""Makes the tests, given what is told how one ended, and whose they are."""
LOOK_MS = 1000
"""How often it is read how the devices were when they were last looked at."""


@dataclass(frozen=True, slots=True)
class State:
    """`opened` is a device's key; None until somebody has opened or closed one: then it is the worst."""

    checkup: Checkup | None = None
    opened: str | None = None


@QmlElement
class DevicesViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        health: Health | None,
        number: str,
        channels: int,
        tests: Tests,
        worker: Worker,
        language: Language,
        suspend: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._health, self._channels, self._suspend = health, channels, suspend
        self.state = State()
        self.looks = DeviceLooks(health, number, worker, self)
        self.looks.changed.connect(self.changed)
        self.looks.found.connect(self.look)
        self.tests = tests(self.looks.tested, self)
        self.tests.changed.connect(self.changed)
        self.tests.touch.turned.connect(self.turned)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        if health is not None:
            self.look()
            self._look.start()

    @Property(QVariantList, notify=changed)
    @said_rows
    def services(self) -> Iterable[object]:
        """`[{id, title, caption, tone}]`: what can be done now; none until every device has been looked at."""
        checkup = self.state.checkup
        if checkup is None or not checkup.complete:
            return ()
        return devices.boxes(checkup, len(self.tests.pages.printers), self._channels)

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        """How much needs a hand; empty if nothing does."""
        count = len(self._amiss)
        return Text("要处理 {count} 件", count=count) if count else NOTHING

    @Property(QVariantList, notify=changed)
    @said_rows
    def amiss(self) -> Iterable[object]:
        """What needs a hand, the worst first: `devices.Card`."""
        return tuple(self._card(one) for one in self._amiss)

    @Property(str, notify=changed)
    @said
    def wellHeading(self) -> Text:
        count = len(self._well)
        return Text("正常 {count} 项", count=count) if count else NOTHING

    @Property(QVariantList, notify=changed)
    @said_rows
    def opened(self) -> Iterable[object]:
        """Of what passes the one that somebody has opened: `devices.Card`, or none."""
        return tuple(self._card(one) for one in self._well if one.key == self._opened)

    @Property(QVariantList, notify=changed)
    @said_rows
    def well(self) -> Iterable[object]:
        """`[{id, icon, title, caption, verdict, when, opened}]`: what passes."""
        checkup = self.state.checkup
        if checkup is None:
            return ()
        return tuple(devices.line(one, self._icon(one), checkup.at, one.key == self._opened) for one in self._well)

    @Property(str, notify=changed)
    @said
    def looked(self) -> Text:
        """When all of them were looked at."""
        return devices.looked(self.state.checkup, self.looks.state.done)

    @Property(str, notify=changed)
    @said
    def hint(self) -> Text:
        return Text("点一项看记录，也可以再查一次")

    @Property(str, notify=changed)
    @said
    def againText(self) -> Text:
        return Text("再查一次")

    @Property(str, notify=changed)
    @said
    def stepsTitle(self) -> Text:
        return Text("怎么办")

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        """Where nobody looks at the devices."""
        return devices.NONE_HERE if self._health is None else NOTHING

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        """Whether some device has not been looked at since the terminal started."""
        return self._health is not None and (self.state.checkup is None or not self.state.checkup.complete)

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return LOADING if self.loading else NOTHING

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        if self._health is None:
            return NOTHING
        if self.looks.state.every:
            return Text("正在查，还有 {count} 项", count=len(self.looks.state.asked))
        return Text("全部再查一遍")

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._health is not None and not self.looks.state.every and not self.loading

    @Slot()
    def submit(self) -> None:
        """Look at every device, each for itself."""
        if self.ready and self.state.checkup is not None:
            self.looks.at_every(one.key for one in self.state.checkup.devices)

    @Slot(str)
    def open(self, key: str) -> None:
        """A device is touched: it opens, or closes."""
        self._become(replace(self.state, opened="" if key == self._opened else key))

    @Slot(str)
    def check(self, key: str) -> None:
        """Look at a device now."""
        self.looks.at(key)

    @Property(str, notify=changed)
    @said
    def suspendText(self) -> Text:
        """Nothing where it is out of service already: the page of settings brings it back."""
        return NOTHING if self.state.checkup and self.state.checkup.closed else Text("停用本机")

    @Slot()
    def suspend(self) -> None:
        self._suspend()

    @Slot(str)
    def test(self, key: str) -> None:
        """Begin a device's test; it stays open until it is known how that ended."""
        one = self.state.checkup.of(key) if self.state.checkup else None
        if one is not None and self.tests.begin(one):
            self._become(replace(self.state, opened=key))

    @Slot(bool)
    def answer(self, heard: bool) -> None:
        """Whether the sentence that was said was heard."""
        self.tests.sound.answer(heard)

    @Property(TouchTestViewModel, constant=True)
    def touch(self) -> TouchTestViewModel:
        """The corners of the screen."""
        return self.tests.touch

    @Slot()
    def stop(self) -> None:
        """Call the test page off."""
        self.tests.pages.stop()

    @Slot()
    def look(self) -> None:
        """How they were when they were last looked at."""
        if self._health is None:
            return
        checkup = self._health.checkup()
        checkup = replace(checkup, at=checkup.at.astimezone(HALL_TIME))
        opened = self.state.opened
        if opened is None and checkup.complete and checkup.amiss:
            opened = checkup.amiss[0].key
        self._become(replace(self.state, checkup=checkup, opened=opened))

    @property
    def _amiss(self) -> tuple[Device, ...]:
        return self.state.checkup.amiss if self.state.checkup else ()

    @property
    def _well(self) -> tuple[Device, ...]:
        return self.state.checkup.well if self.state.checkup else ()

    @property
    def _opened(self) -> str:
        return self.state.opened or ""

    def _icon(self, one: Device) -> str:
        return devices.icon_of(one, self.tests.pages.printers)

    def _card(self, one: Device) -> devices.Card:
        assert self.state.checkup is not None
        asked, opened = one.key in self.looks.state.asked, one.key == self._opened
        return devices.card(self.state.checkup, one, self._icon(one), opened, asked, self.tests.of(one))
