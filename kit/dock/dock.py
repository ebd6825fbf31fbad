"""The demonstration's dock: a simulated phone, people at a tap, and levers that break and mend the world."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from kit.demo import Demo
from kit.dock.clock import NOW, ClockViewModel
from kit.dock.handset import HandsetViewModel
from kit.dock.levers import LeversViewModel
from kit.dock.people import PeopleViewModel
from kit.people.staff import DEMO_NUMBER, DEMO_PIN, SECOND_NUMBER, SECOND_PIN
from viewmodels.model import Model
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STAFF = Text(
    "工作人员：在首页长按时间，{number} 口令 {pin}，{second} 口令 {second_pin}",
    number=DEMO_NUMBER,
    pin=DEMO_PIN,
    second=SECOND_NUMBER,
    second_pin=SECOND_PIN,
)


@QmlElement
class DockViewModel(Model):
    changed = Signal()

    def __init__(
        self,
        language: Language,
        demo: Demo,
        handset: HandsetViewModel,
        people: PeopleViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._handset, self._people = handset, people
        self._levers = LeversViewModel(language, demo.world, self)
        self._clock = ClockViewModel(language, demo.world, self)
        self._levers.changed.connect(self._count)
        self._clock.changed.connect(self._count)
        self._moved, self._waits = 0, False
        self._bell, self._jack = demo.bell, demo.jack
        self._rung = 0
        self._half_second = QTimer(self, interval=500)
        self._half_second.timeout.connect(self.look)
        self._half_second.start()

    @Property(HandsetViewModel, constant=True)
    def phone(self) -> HandsetViewModel:
        return self._handset

    @Property(PeopleViewModel, constant=True)
    def people(self) -> PeopleViewModel:
        return self._people

    @Property(LeversViewModel, constant=True)
    def levers(self) -> LeversViewModel:
        return self._levers

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("演示台")

    @Property(ClockViewModel, constant=True)
    def clock(self) -> ClockViewModel:
        return self._clock

    @Property(str, notify=changed)
    @said
    def staff(self) -> Text:
        """Who the staff are, and how they come in."""
        return STAFF

    @Property(str, notify=changed)
    @said
    def bellText(self) -> Text:
        """That the bell rings, until it is answered or let ring."""
        if not self._rung or self._waits:
            return NOTHING
        return Text("终端在叫工作人员") if self._rung == 1 else Text("终端在叫工作人员，一分钟没有人应答")

    @Property(str, notify=changed)
    @said
    def answerText(self) -> Text:
        """On the button by which somebody of the staff says that they are coming."""
        return Text("我来了")

    @Property(str, notify=changed)
    @said
    def waitText(self) -> Text:
        """On the button that lets the bell ring."""
        return Text("不应答")

    @Property(str, notify=changed)
    @said
    def mendText(self) -> Text:
        """On the button that puts all levers and the clock back."""
        return Text("全部恢复（{count}处）", count=self._moved) if self._moved else Text("全部恢复")

    @Slot()
    def mend(self) -> None:
        """All is as it was at first, and the time the true one."""
        self._levers.mend()
        self._clock.pull(NOW)

    @Slot()
    def _count(self) -> None:
        moved = len(self._levers.moved) + self._clock.moved
        if moved != self._moved:
            self._moved = moved
            self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Look whether a message has come, or the bell rings, and what time it is."""
        self._handset.look()
        self._clock.look()
        if self._bell.rung != self._rung:
            self._rung, self._waits = self._bell.rung, False
            self.changed.emit()

    @Property(str, notify=changed)
    @said
    def earphoneText(self) -> Text:
        """On the button that plugs an earphone into the terminal, or pulls it out."""
        return Text("拔出耳机") if self._jack.plugged else Text("插入耳机")

    @Property(bool, notify=changed)
    def plugged(self) -> bool:
        return bool(self._jack.plugged)

    @Slot()
    def plug(self) -> None:
        """In, or out."""
        self._jack.plugged = not self._jack.plugged
        self.changed.emit()

    @Slot()
    def wait(self) -> None:
        """Nobody comes: it rings on."""
        self._waits = True
        self.changed.emit()

    @Slot()
    def answer(self) -> None:
        """Somebody of the staff says that they are coming."""
        self._bell.answer()
        self.look()
