"""A certificate's paper: looked at, printed, and followed until the printer says how it ended."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from domain.certificates.certificate import Certificate
from domain.certificates.issuing import NotTrue
from domain.certificates.paper import TypesettingFailed
from domain.flows.steps import Document
from domain.flows.visit import Visit
from domain.ports import Unreachable
from domain.printing.press import MOST_COPIES, Paper, Run
from domain.printing.printer import Condition, PrinterFault
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.steps.printing import ENDS, UNDER_WAY, Phase, Told, told
from viewmodels.words import printers
from viewmodels.words.rows import Row, plain

if TYPE_CHECKING:
    from viewmodels.steps.pages import Pages

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FOLLOW_MS = 500
"""How often a printer is asked how a job stands."""
LOOK_MS = 1000
"""How often the choice of printers is looked over."""


@dataclass(frozen=True, slots=True)
class State:
    """`condition` is what stops or has stopped the job; `serial` counts papers, so that pictures are made anew.

    `leaving` is the outcome that the visitor has asked for while something was under way.
    """

    phase: Phase = Phase.SETTING
    printer: str = ""
    paper: Paper | None = None
    serial: int = 0
    page: int = 0
    copies: int = 1
    run: Run | None = None
    condition: Condition = Condition.OK
    leaving: str = ""


@QmlElement
class DocumentViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Document, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self._press = parts.press
        self._pages: Pages | None = None
        self._asked = 0
        self.state = State(printer=self._usual())
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.follow)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.changed)
        self._look.start()
        self._following = False
        self._set()

    @property
    def holds(self) -> bool:
        return self.state.phase in UNDER_WAY

    @Property(int, notify=changed)
    def serial(self) -> int:
        """Counts papers from 1; 0 while there is none to be seen."""
        return self.state.serial if self.state.paper else 0

    @Property(int, notify=changed)
    def page(self) -> int:
        return self.state.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._count()

    @Property(float, notify=changed)
    def tallness(self) -> float:
        """Height of the page shown over its width."""
        return self._pages.tallness(self.state.page) if self._pages else 2**0.5

    @Property(str, notify=changed)
    def pageText(self) -> str:
        return f"第 {self.state.page + 1} 页，共 {self._count()} 页" if self.state.paper else ""

    @Property(str, notify=changed)
    def zoomText(self) -> str:
        """On the button that opens the large picture."""
        return "放大查看"

    @Property(str, notify=changed)
    def largerText(self) -> str:
        return "放大"

    @Property(str, notify=changed)
    def smallerText(self) -> str:
        return "缩小"

    @Property(str, notify=changed)
    def closeText(self) -> str:
        return "关闭"

    @Property(str, notify=changed)
    def sampleText(self) -> str:
        """That it is a sample; empty outside the demonstration."""
        return "样张" if self._parts.demo else ""

    @Property(str, notify=changed)
    def sampleRemark(self) -> str:
        """What that means."""
        return "仅供演示，\n没有法律效力" if self._parts.demo else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """What else is to be said of the certificate, or the guide's word, while there is nothing more urgent."""
        return (self._visit.remark or self._step.note) if self.state.phase is Phase.READY else ""

    @Property(QVariantList, notify=changed)
    def printers(self) -> list[dict[str, object]]:
        """`[{id, title, caption, icon, chosen, enabled}]`; `enabled` is whether it can print now."""
        conditions = self._parts.printers.conditions()
        return plain(self._printer(key, conditions.get(key)) for key in self._press.printers)

    @Property(str, notify=changed)
    def outOfOrder(self) -> str:
        """Said where nothing can be printed."""
        return printers.out_of_order(self._press.printers, self._parts.printers.conditions())

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        """Whether printer and copies can be chosen now."""
        return self.state.phase in {Phase.SETTING, Phase.READY, Phase.FAILED, Phase.LOST}

    @Property(str, notify=changed)
    def copiesText(self) -> str:
        return "打印份数"

    @Property(str, notify=changed)
    def copiesRemark(self) -> str:
        return f"每次最多 {MOST_COPIES} 份"

    @Property(int, notify=changed)
    def copies(self) -> int:
        return self.state.copies

    @Property(int, notify=changed)
    def mostCopies(self) -> int:
        return MOST_COPIES

    @Property(str, notify=changed)
    def headline(self) -> str:
        told = self._told()
        return told.headline if told else ""

    @Property(str, notify=changed)
    def sentence(self) -> str:
        told = self._told()
        return told.sentence if told else ""

    @Property(str, notify=changed)
    def kind(self) -> str:
        """good, bad, unknown or neutral."""
        told = self._told()
        return told.kind if told else "neutral"

    @Property(str, notify=changed)
    def primaryText(self) -> str:
        match self.state.phase:
            case Phase.PRINTED | Phase.REFUNDED:
                return "完成"
            case Phase.FAILED | Phase.LOST:
                return "重新打印"
            case Phase.UNSET:
                return "再试一次"
            case Phase.SENDING | Phase.PRINTING | Phase.STOPPING:
                return "正在打印"
        return "打印"

    @Property(bool, notify=changed)
    def primaryEnabled(self) -> bool:
        match self.state.phase:
            case Phase.PRINTED | Phase.UNSET | Phase.REFUNDED:
                return True
            case Phase.READY | Phase.FAILED | Phase.LOST:
                return self._is_ready()
        return False

    @Property(str, notify=changed)
    def secondaryText(self) -> str:
        match self.state.phase:
            case Phase.PRINTED:
                return "再打印一次"
            case Phase.PRINTING:
                return "停止打印"
            case Phase.FAILED | Phase.LOST | Phase.UNSET:
                return "不打印了"
        return ""

    @Slot(str)
    def choose(self, printer: str) -> None:
        """Another printer: its paper may be another one."""
        if self.choosing and printer != self.state.printer and printer in self._press.printers:
            self._become(replace(self.state, printer=printer, paper=None, page=0))
            self._set()

    @Slot(int)
    def add(self, copies: int) -> None:
        """More copies, or fewer."""
        if self.choosing:
            self._become(replace(self.state, copies=min(max(self.state.copies + copies, 1), MOST_COPIES)))

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self._become(replace(self.state, page=min(max(self.state.page + pages, 0), self._count() - 1)))

    @Slot()
    def primary(self) -> None:
        match self.state.phase:
            case Phase.PRINTED | Phase.REFUNDED:
                self._end("done")
            case Phase.READY if self._is_ready():
                self._print()
            case Phase.FAILED | Phase.LOST if self._is_ready():
                self._print_again()
            case Phase.UNSET:
                self._set()

    @Slot()
    def secondary(self) -> None:
        match self.state.phase:
            case Phase.PRINTED:
                self._become(replace(self.state, copies=1))
                self._set()
            case Phase.PRINTING:
                self._give_up()
            case Phase.FAILED | Phase.LOST | Phase.UNSET:
                self._end("done")

    def leave(self, outcome: str) -> None:
        """A job under way is called off first."""
        if not self.holds:
            self._end(outcome)
            return
        self._become(replace(self.state, leaving=outcome))
        if self.state.phase is Phase.PRINTING:
            self._give_up()

    def draw(self, page: int, width: int, top: int, height: int) -> QImage:
        """The picture of a strip of a page, as `Pages` says."""
        return self._pages.draw(page, width, top, height) if self._pages else QImage()

    @Slot()
    def follow(self) -> None:
        """Ask the printer how the job stands; one question at a time."""
        run = self.state.run
        if run and self.state.phase is Phase.PRINTING and not self._following:
            self._following = True
            self._work(lambda: self._press.follow(run), self._told_of)

    def _set(self) -> None:
        """Make the paper of the next print, and show it. Only the newest question counts."""
        printer, number = self.state.printer, self._visit.certificate
        self._become(replace(self.state, phase=Phase.SETTING))
        self._asked += 1
        asked = self._asked

        def made(paper: Paper) -> None:
            if asked == self._asked:
                self._show(paper)
                self._become(replace(self.state, phase=Phase.READY, run=None, condition=Condition.OK))

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._become(replace(self.state, phase=Phase.UNSET))

        self._parts.worker.run(self, lambda: self._press.paper(number, printer), made, failed, (TypesettingFailed,))

    def _show(self, paper: Paper) -> None:
        from viewmodels.steps.pages import Pages

        if paper != self.state.paper:
            self._pages = Pages(paper.pdf)
            page = min(self.state.page, self._pages.count - 1)
            self._become(replace(self.state, paper=paper, serial=self.state.serial + 1, page=page))

    def _print(self) -> None:
        paper, copies = self.state.paper, self.state.copies
        assert paper is not None
        self._send(paper.certificate, lambda: self._press.start(paper, copies))

    def _print_again(self) -> None:
        """From the start, as the next print that it is."""
        paper, printer, copies = self.state.paper, self.state.printer, self.state.copies
        assert paper is not None
        self._send(paper.certificate, lambda: self._press.again(paper.certificate.number, printer, copies))

    def _send(self, certificate: Certificate, start: Callable[[], Run]) -> None:
        """A visitor may stand here while the money goes back: it is asked once more before paper comes out."""
        counter = self._parts.desk.counter

        def job() -> Run:
            with suppress(Unreachable):
                counter.insist(certificate)
            return start()

        self._become(replace(self.state, phase=Phase.SENDING))
        self._work(job, self._sent)

    def _sent(self, run: Run) -> None:
        """It is the run's paper that is printed, whatever was shown before."""
        self._following = False
        self._show(run.paper)
        self._become(replace(self.state, phase=Phase.PRINTING, run=run, condition=Condition.OK))
        self._follow.start()
        if self.state.leaving:
            self._give_up()

    def _give_up(self) -> None:
        run = self.state.run
        assert run is not None
        self._become(replace(self.state, phase=Phase.STOPPING))
        self._work(lambda: self._press.give_up(run), self._told_of)

    def _told_of(self, run: Run) -> None:
        """An answer about the run that is under way; about an earlier one nobody asks any more."""
        current = self.state.run
        if not self.holds or current is None or (current.id, current.paper) != (run.id, run.paper):
            return
        self._following = False
        if self.state.phase is Phase.STOPPING and not run.over:
            return
        phase = ENDS.get(run.job.state, Phase.PRINTING)
        self._become(replace(self.state, phase=phase, run=run, condition=run.job.condition))
        if run.over:
            self._ended()

    def _ended(self) -> None:
        self._follow.stop()
        self._parts.printers.look_again()
        if self.state.leaving:
            self._end(self.state.leaving)

    def _failed(self, error: Exception) -> None:
        """Nothing came to the printer."""
        if isinstance(error, PrinterFault):
            self._become(replace(self.state, phase=Phase.FAILED, condition=error.condition))
        elif isinstance(error, NotTrue):
            self._become(replace(self.state, phase=Phase.REFUNDED))
        else:
            self._become(replace(self.state, phase=Phase.UNSET))
        self._ended()

    def _work(self, job: Callable[[], Run], then: Callable[[Run], None]) -> None:
        self._parts.worker.run(self, job, then, self._failed, (PrinterFault, TypesettingFailed, NotTrue))

    def _count(self) -> int:
        return self._pages.count if self._pages else 1

    def _told(self) -> Told | None:
        phase = Phase.STOPPING if self.state.leaving and self.holds else self.state.phase
        return told(phase, self.state.condition, self.state.run, self._visit.certificate)

    def _usual(self) -> str:
        """The first printer that is ready, or the first at all."""
        conditions = self._parts.printers.conditions()
        ready = (key for key in self._press.printers if key in conditions and conditions[key].ready)
        return next(ready, next(iter(self._press.printers), ""))

    def _is_ready(self) -> bool:
        """Whether the chosen printer can print now; while that is not known it may be tried."""
        condition = self._parts.printers.conditions().get(self.state.printer)
        return bool(self.state.printer) and (condition is None or condition.ready)

    def _printer(self, key: str, condition: Condition | None) -> Row:
        printer = self._press.printers[key]
        icon = "printer" if printer.media.sheets else "receipt"
        ready = condition is None or condition.ready
        chosen = key == self.state.printer
        return Row(key, printer.name, printers.state(condition), icon, chosen, ready)

    def _end(self, outcome: str) -> None:
        self._follow.stop()
        self._look.stop()
        self._finish(outcome, self._visit)

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
