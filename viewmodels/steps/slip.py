"""打印凭条: on a screen that tells what was done, the printers that print it, and how that goes. Never by itself.

Who leaves meanwhile leaves the job to whoever clears the printers away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.certificates.paper import TypesettingFailed
from domain.printing.printer import Condition, JobState, PrinterFault
from domain.printing.slip import SlipRun
from domain.runtime import Clock
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.parts import PrintShop
from viewmodels.typed import Property
from viewmodels.words import printers, slip_phases, slips
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row
from viewmodels.words.slip_phases import KINDS, UNDER_WAY, Phase
from viewmodels.worker import Questions, Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FOLLOW_MS, LOOK_MS = 500, 1000
"""How often a printer is asked how a job stands, and how often it is looked which can print."""
ENDS = {JobState.PRINTED: Phase.PRINTED, JobState.FAILED: Phase.FAILED, JobState.LOST: Phase.LOST}
FAULTS = (PrinterFault, TypesettingFailed)


@dataclass(frozen=True, slots=True)
class State:
    """`told` is what stands on the slip, None while there is nothing to take along. `again`: one may be out already."""

    told: slips.Told | None = None
    again: bool = False
    phase: Phase = Phase.READY
    run: SlipRun | None = None
    condition: Condition = Condition.OK


@QmlElement
class SlipViewModel(Model, Stateful[State]):
    changed = Signal()

    def __init__(
        self, print_shop: PrintShop, clock: Clock, worker: Worker, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(language, parent)
        self._press, self._printers, self._news = print_shop.slips, print_shop.press.printers, print_shop.news
        self._clock, self._worker = clock, worker
        self._looks = Questions(worker, self)
        self.state = State()
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.follow)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.changed)

    def offer(self, told: slips.Told | None, again: bool = False) -> None:
        """What may be taken along from now on; a slip that is under way is brought to its end first."""
        if self.busy or told == self.state.told:
            return
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
        return self.state.phase in UNDER_WAY

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
        if self.state.phase is Phase.READY and self._out:
            return self._out
        return slip_phases.says(self.state.phase, self.state.condition)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """good, bad, unknown or neutral."""
        if self.state.phase is Phase.PRINTING and not self.state.condition.ready:
            return "unknown"
        return KINDS.get(self.state.phase, "unknown" if self.state.phase is Phase.READY and self._out else "neutral")

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
        return Text("停止打印") if self.state.phase is Phase.PRINTING else NOTHING

    @Slot(str)
    def print(self, printer: str) -> None:
        """Print it there. Two quick touches are one."""
        told, press = self.state.told, self._press
        if told is None or self.busy or printer not in self._printers:
            return
        slip = slips.slip(told, self._clock(), self.state.again, self.language)
        self._become(replace(self.state, phase=Phase.SENDING, condition=Condition.OK))
        self._worker.run(self, lambda: press.start(slip, printer), self._sent, self._failed, FAULTS)

    @Slot()
    def stop(self) -> None:
        """Call the job off."""
        run, press = self.state.run, self._press
        if self.state.phase is Phase.PRINTING and run:
            self._become(replace(self.state, phase=Phase.STOPPING))
            self._worker.run(self, lambda: press.give_up(run), self._told_of)

    @Slot()
    def follow(self) -> None:
        """Ask the printer how the job stands; one question at a time."""
        run, press = self.state.run, self._press
        if run and self.state.phase is Phase.PRINTING and not self._looks.waiting:
            self._looks.ask(lambda: press.follow(run), self._told_of)

    @property
    def _out(self) -> Text:
        return printers.out_of_order(self._printers, self._news.conditions())

    def _button(self, row: Row) -> Row:
        return row if len(self._printers) > 1 else replace(row, title=Text("打印"))

    def _sent(self, run: SlipRun) -> None:
        """Whatever becomes of it, the next one is another of the same."""
        self._become(replace(self.state, phase=Phase.PRINTING, run=run, again=True))
        self._follow.start()

    def _told_of(self, run: SlipRun) -> None:
        if not self.busy or self.state.run is None or self.state.run.id != run.id:
            return
        if self.state.phase is Phase.STOPPING and not run.over:
            return
        phase = ENDS.get(run.job.state, Phase.PRINTING)
        self._become(replace(self.state, phase=phase, run=run, condition=run.job.condition))
        if run.over:
            self._over()

    def _failed(self, error: Exception) -> None:
        """Nothing came to the printer."""
        if isinstance(error, PrinterFault):
            self._become(replace(self.state, phase=Phase.FAILED, condition=error.condition))
        else:
            self._become(replace(self.state, phase=Phase.UNSET))
        self._over()

    def _over(self) -> None:
        self._follow.stop()
        self._news.look_again()
