"""打印凭条: on a screen that tells what was done, the printers that print it, and how that goes. Never by itself.

Who leaves meanwhile leaves the job to whoever clears the printers away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.runtime import Clock
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.parts import PrintShop
from viewmodels.steps.slip_job import SlipJob
from viewmodels.typed import Property
from viewmodels.words import printers, slip_phases, slips
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.print_phases import Phase
from viewmodels.words.rows import Row
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1000
"""How often it is looked which printers can print."""


@dataclass(frozen=True, slots=True)
class State:
    """`told` is what stands on the slip, None while there is nothing to take along. `again`: one may be out already."""

    told: slips.Told | None = None
    again: bool = False


@QmlElement
class SlipViewModel(Model, Stateful[State]):
    changed = Signal()

    def __init__(
        self, print_shop: PrintShop, clock: Clock, worker: Worker, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(language, parent)
        self._press, self._printers, self._news = print_shop.slips, print_shop.press.printers, print_shop.news
        self._clock = clock
        self.job = SlipJob(print_shop, worker, self)
        self.job.changed.connect(self.changed)
        self.job.sent.connect(self._sent)
        self.state = State()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.changed)

    def offer(self, told: slips.Told | None, again: bool = False) -> None:
        """What may be taken along from now on; a slip that is under way is brought to its end first."""
        if self.busy or told == self.state.told:
            return
        self.job.stands(Phase.READY)
        self._become(State(told, again))
        if told and not self._look.isActive():
            self._look.start()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether there is anything to print, and anything to print it on."""
        return self.state.told is not None and bool(self._printers)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether one is under way."""
        return self.job.busy

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        if self.state.told is None:
            return NOTHING
        return Text("补打凭条") if self.state.again else Text("打印凭条")

    @Property(str, notify=changed)
    @said
    def says(self) -> Text:
        """How it stands; where nothing can be printed, why; nothing while there is nothing to say but its name."""
        at = self.job.state
        return self._out if at.phase is Phase.READY and self._out else slip_phases.says(at.phase, at.condition)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """good, bad, unknown or neutral."""
        return "unknown" if self.job.state.phase is Phase.READY and self._out else self.job.kind

    @Property(QVariantList, notify=changed)
    @said_rows
    def printers(self) -> Iterable[object]:
        """`[{id, title, enabled}]`: a button for each printer; none while one is at work."""
        conditions = self._news.conditions()
        shown = () if self.busy or self.state.told is None else self._printers.items()
        return (self._button(printers.row(key, one, conditions.get(key), "")) for key, one in shown)

    @Property(str, notify=changed)
    @said
    def stopText(self) -> Text:
        return self.job.stop_text

    @Slot(str)
    def print(self, printer: str) -> None:
        """Print it there. Two quick touches are one."""
        told, press = self.state.told, self._press
        if told is None or self.busy or printer not in self._printers:
            return
        slip = slips.slip(told, self._clock(), self.state.again, self.language)
        self.job.print(lambda: press.start(slip, printer))

    @Slot()
    def stop(self) -> None:
        """Call the job off."""
        self.job.stop()

    @property
    def _out(self) -> Text:
        return printers.out_of_order(self._printers, self._news.conditions())

    def _button(self, row: Row) -> Row:
        return row if len(self._printers) > 1 else replace(row, title=Text("打印"))

    def _sent(self) -> None:
        """Whatever becomes of it, the next one is another of the same."""
        self._become(replace(self.state, again=True))
