"""A certificate's paper from the wish to print it until the printer has said how it ended: made, sent, followed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.certificates.certificate import Certificate
from domain.certificates.issuing import Counter, NotTrue
from domain.certificates.paper import TypesettingFailed
from domain.ports import Unreachable
from domain.printing.press import MOST_COPIES, Paper, Run
from domain.printing.printer import Condition, PrinterFault
from viewmodels.model import Stateful
from viewmodels.paging import Paging
from viewmodels.parts import Pages, PrintShop
from viewmodels.steps.paper import PAGE_BY_PAGE
from viewmodels.steps.printing import CHOOSING
from viewmodels.words import printers
from viewmodels.words.print_phases import ENDS, UNDER_WAY, Phase
from viewmodels.worker import Questions, Worker

FOLLOW_MS = 500
"""How often a printer is asked how a job stands."""
FAULTS = (PrinterFault, TypesettingFailed, NotTrue)


@dataclass(frozen=True, slots=True)
class Printing:
    """`condition` is what stops or has stopped the job; `serial` counts papers, so that pictures are made anew.

    `paging` is of the paper's pages, one shown at a time. `leaving` is the outcome that the visitor has asked for while
    something was under way.
    """

    phase: Phase = Phase.SETTING
    printer: str = ""
    paper: Paper | None = None
    serial: int = 0
    paging: Paging = PAGE_BY_PAGE
    copies: int = 1
    run: Run | None = None
    condition: Condition = Condition.OK
    leaving: str = ""

    @property
    def holds(self) -> bool:
        """Whether a job is under way."""
        return self.phase in UNDER_WAY

    @property
    def choosing(self) -> bool:
        """Whether printer and copies can be chosen now."""
        return self.phase in CHOOSING


class PaperPrint(QObject, Stateful[Printing]):
    """The prints of the certificate `number`. `ended(outcome)` once, when the screen is to be left."""

    changed = Signal()

    def __init__(
        self,
        number: str,
        counter: Counter,
        print_shop: PrintShop,
        worker: Worker,
        ended: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._counter = counter
        self._shop = print_shop
        self._press = print_shop.press
        self._worker = worker
        self._ended = ended
        self._papers = Questions(worker, self)
        self._looks = Questions(worker, self)
        self.pages: Pages | None = None
        self.state = Printing(printer=printers.usual(self._press.printers, print_shop.news.conditions()))
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.follow)

    @property
    def ready(self) -> bool:
        """Whether the chosen printer can print now; while that is not known it may be tried."""
        condition = self._shop.news.conditions().get(self.state.printer)
        return bool(self.state.printer) and (condition is None or condition.ready)

    def set(self) -> None:
        """Make the paper of the next print, and show it."""
        printer, number = self.state.printer, self._number
        self._become(replace(self.state, phase=Phase.SETTING))

        def made(paper: Paper) -> None:
            self._show(paper)
            self._become(replace(self.state, phase=Phase.READY, run=None, condition=Condition.OK))

        def failed(_: Exception) -> None:
            self._become(replace(self.state, phase=Phase.UNSET))

        self._papers.ask(lambda: self._press.paper(number, printer), made, failed, (TypesettingFailed,))

    def choose(self, printer: str) -> None:
        """Another printer: its paper may be another one."""
        if self.state.choosing and printer != self.state.printer and printer in self._press.printers:
            self._become(replace(self.state, printer=printer, paper=None, paging=replace(self.state.paging, page=0)))
            self.set()

    def add(self, copies: int) -> None:
        """More copies, or fewer."""
        if self.state.choosing:
            self._become(replace(self.state, copies=min(max(self.state.copies + copies, 1), MOST_COPIES)))

    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self._become(replace(self.state, paging=self.state.paging.turned(pages)))

    def print(self) -> None:
        """Print the paper that is shown."""
        paper, copies = self.state.paper, self.state.copies
        assert paper is not None
        self._send(paper.certificate, lambda: self._press.start(paper, copies))

    def print_again(self) -> None:
        """From the start, as the next print that it is."""
        paper, printer, copies = self.state.paper, self.state.printer, self.state.copies
        assert paper is not None
        self._send(paper.certificate, lambda: self._press.again(paper.certificate.number, printer, copies))

    def print_another(self) -> None:
        """Once more, as one copy."""
        self._become(replace(self.state, copies=1))
        self.set()

    def give_up(self) -> None:
        """Call the job off."""
        run = self.state.run
        assert run is not None
        self._become(replace(self.state, phase=Phase.STOPPING))
        self._work(lambda: self._press.give_up(run), self._told_of)

    def leave(self, outcome: str) -> None:
        """A job under way is called off first."""
        if not self.state.holds:
            self.end(outcome)
            return
        self._become(replace(self.state, leaving=outcome))
        if self.state.phase is Phase.PRINTING:
            self.give_up()

    def end(self, outcome: str) -> None:
        """Follow it no more."""
        self._follow.stop()
        self._ended(outcome)

    @Slot()
    def follow(self) -> None:
        """Ask the printer how the job stands; one question at a time."""
        run = self.state.run
        if run and self.state.phase is Phase.PRINTING and not self._looks.waiting:
            self._looks.ask(lambda: self._press.follow(run), self._told_of, self._failed, FAULTS)

    def _show(self, paper: Paper) -> None:
        if paper != self.state.paper:
            self.pages = self._shop.open_pdf(paper.pdf)
            paging = self.state.paging.of(self.pages.count)
            self._become(replace(self.state, paper=paper, serial=self.state.serial + 1, paging=paging))

    def _send(self, certificate: Certificate, start: Callable[[], Run]) -> None:
        """A visitor may stand here while the money goes back: it is asked once more before paper comes out."""
        counter = self._counter

        def job() -> Run:
            with suppress(Unreachable):
                counter.insist(certificate)
            return start()

        self._become(replace(self.state, phase=Phase.SENDING))
        self._work(job, self._sent)

    def _sent(self, run: Run) -> None:
        """It is the run's paper that is printed, whatever was shown before."""
        self._looks = Questions(self._worker, self)
        self._show(run.paper)
        self._become(replace(self.state, phase=Phase.PRINTING, run=run, condition=Condition.OK))
        self._follow.start()
        if self.state.leaving:
            self.give_up()

    def _told_of(self, run: Run) -> None:
        """An answer about the run that is under way; about an earlier one nobody asks any more."""
        current = self.state.run
        if not self.state.holds or current is None or (current.id, current.paper) != (run.id, run.paper):
            return
        if self.state.phase is Phase.STOPPING and not run.over:
            return
        phase = ENDS.get(run.job.state, Phase.PRINTING)
        self._become(replace(self.state, phase=phase, run=run, condition=run.job.condition))
        if run.over:
            self._over()

    def _over(self) -> None:
        self._follow.stop()
        self._shop.news.look_again()
        if self.state.leaving:
            self.end(self.state.leaving)

    def _failed(self, error: Exception) -> None:
        """Nothing came to the printer."""
        if isinstance(error, PrinterFault):
            self._become(replace(self.state, phase=Phase.FAILED, condition=error.condition))
        elif isinstance(error, NotTrue):
            self._become(replace(self.state, phase=Phase.REFUNDED))
        else:
            self._become(replace(self.state, phase=Phase.UNSET))
        self._over()

    def _work(self, job: Callable[[], Run], then: Callable[[Run], None]) -> None:
        self._worker.run(self, job, then, self._failed, FAULTS)
