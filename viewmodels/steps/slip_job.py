"""A paper that is no certificate, from the wish to print it until the printer has said how it ended.

Who leaves meanwhile leaves the job to whoever clears the printers away.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.certificates.paper import TypesettingFailed
from domain.ports import ForStaff
from domain.printing.printer import Condition, PrinterFault
from domain.printing.slip import SlipRun
from domain.words import NOTHING, Text
from viewmodels.model import Stateful
from viewmodels.parts import PrintShop
from viewmodels.words.print_phases import ENDS, KINDS, STOP, UNDER_WAY, Phase
from viewmodels.worker import Questions, Worker

FOLLOW_MS = 500
"""How often a printer is asked how a job stands."""
FAULTS = (PrinterFault, TypesettingFailed, ForStaff)


@dataclass(frozen=True, slots=True)
class Standing:
    """`condition` is what stops or has stopped the job."""

    phase: Phase = Phase.READY
    run: SlipRun | None = None
    condition: Condition = Condition.OK


class SlipJob(QObject, Stateful[Standing]):
    """One after the other. `sent`: a printer has it, and whatever becomes of it, one may come out. `over`: it ended."""

    changed = Signal()
    sent = Signal()
    over = Signal()

    def __init__(self, print_shop: PrintShop, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._press, self._news, self._worker = print_shop.slips, print_shop.news, worker
        self._looks = Questions(worker, self)
        self.state = Standing()
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.follow)

    @property
    def busy(self) -> bool:
        """Whether one is under way."""
        return self.state.phase in UNDER_WAY

    @property
    def kind(self) -> str:
        """good, bad, unknown or neutral; a job that its printer has stopped is not known to go on."""
        if self.state.phase is Phase.PRINTING and not self.state.condition.ready:
            return "unknown"
        return KINDS.get(self.state.phase, "neutral")

    @property
    def stop_text(self) -> Text:
        return STOP if self.state.phase is Phase.PRINTING else NOTHING

    def stands(self, phase: Phase) -> None:
        """The paper is being made, cannot be, or is ready for the next job."""
        self._become(Standing(phase))

    def print(self, start: Callable[[], SlipRun]) -> None:
        """`start` sends it, on a worker. Two quick touches are one."""
        if not self.busy:
            self._become(replace(self.state, phase=Phase.SENDING, condition=Condition.OK))
            self._worker.run(self, start, self._sent, self._failed, FAULTS)

    def stop(self) -> None:
        """Call the job off."""
        run, press = self.state.run, self._press
        if self.state.phase is Phase.PRINTING and run:
            self._become(replace(self.state, phase=Phase.STOPPING))
            self._worker.run(self, lambda: press.give_up(run), self._told_of, self._unwritten, (ForStaff,))

    @Slot()
    def follow(self) -> None:
        """Ask the printer how the job stands; one question at a time."""
        run, press = self.state.run, self._press
        if run and self.state.phase is Phase.PRINTING and not self._looks.waiting:
            self._looks.ask(lambda: press.follow(run), self._told_of, self._unwritten, (ForStaff,))

    def _sent(self, run: SlipRun) -> None:
        self._become(replace(self.state, phase=Phase.PRINTING, run=run))
        self._follow.start()
        self.sent.emit()

    def _told_of(self, run: SlipRun) -> None:
        """An answer about the job that is under way; about an earlier one nobody asks any more."""
        if not self.busy or self.state.run is None or self.state.run.id != run.id:
            return
        if self.state.phase is Phase.STOPPING and not run.over:
            return
        phase = ENDS.get(run.job.state, Phase.PRINTING)
        self._become(replace(self.state, phase=phase, run=run, condition=run.job.condition))
        if run.over:
            self._over()

    def _unwritten(self, error: Exception) -> None:
        """How it ended could not be written down: it is asked about again, until it can."""
        if self.state.phase is Phase.STOPPING:
            self._become(replace(self.state, phase=Phase.PRINTING))

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
        self.over.emit()
