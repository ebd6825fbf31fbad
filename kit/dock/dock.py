"""The demonstration's dock: a simulated phone, people at a tap, and levers that break and mend the world."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.forms.fields import Answers
from domain.words import NOTHING, Text
from kit.demo import Demo
from kit.dock.handset import HandsetViewModel
from kit.dock.levers import LeversViewModel
from kit.dock.people import PeopleViewModel
from kit.people.staff import DEMO_NUMBER, DEMO_PIN, SECOND_NUMBER, SECOND_PIN
from kit.simulators.browser import Browser
from viewmodels.model import Model
from viewmodels.words.language import Language, said
from viewmodels.worker import Worker

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
        see: Callable[[], list[str]],
        fill: Callable[[Answers], bool],
        links: Mapping[str, str],
        browser: Browser,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        """`see` and `links` as HandsetViewModel, `fill` as PeopleViewModel."""
        super().__init__(language, parent)
        self.handset = HandsetViewModel(language, demo, see, links, browser, worker, self)
        self.persons = PeopleViewModel(language, demo, fill, self)
        self._levers = LeversViewModel(language, demo.world, self)
        self._bell, self._jack = demo.bell, demo.jack
        self._rung = 0
        self._half_second = QTimer(self, interval=500)
        self._half_second.timeout.connect(self.look)
        self._half_second.start()

    @Property(HandsetViewModel, constant=True)
    def phone(self) -> HandsetViewModel:
        return self.handset

    @Property(PeopleViewModel, constant=True)
    def people(self) -> PeopleViewModel:
        return self.persons

    @Property(LeversViewModel, constant=True)
    def levers(self) -> LeversViewModel:
        return self._levers

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("演示台")

    @Property(str, notify=changed)
    @said
    def staff(self) -> Text:
        """Who the staff are, and how they come in."""
        return STAFF

    @Property(str, notify=changed)
    @said
    def bellText(self) -> Text:
        """What staff touch to say that they are coming, while the bell rings."""
        if not self._rung:
            return NOTHING
        return Text("有人呼叫，点这里应答") if self._rung == 1 else Text("一分钟没有人应答，点这里应答")

    @Slot()
    def look(self) -> None:
        """Look whether a message has come, or the bell rings."""
        self.handset.look()
        if self._bell.rung != self._rung:
            self._rung = self._bell.rung
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
    def answer(self) -> None:
        """Somebody of the staff says that they are coming."""
        self._bell.answer()
        self.look()
