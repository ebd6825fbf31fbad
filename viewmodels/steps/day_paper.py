"""日结单: the paper of a day, looked at as it is printed, and printed on a printer that has sheets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from domain.certificates.paper import TypesettingFailed
from domain.ports import Unreachable
from domain.printing.printer import Condition, JobState, PrinterFault
from domain.printing.slip import SlipRun
from domain.runtime import Clock
from domain.terminal.duty import Duty
from domain.words import NOTHING, Text
from viewmodels.model import Stateful
from viewmodels.paging import Paging
from viewmodels.parts import Pages, PrintShop
from viewmodels.step import StepViewModel
from viewmodels.steps.large import LargeViewModel
from viewmodels.typed import Property
from viewmodels.words import day_phases
from viewmodels.words.day_phases import UNDER_WAY, Phase
from viewmodels.words.language import Language, said
from viewmodels.worker import Questions, Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FOLLOW_MS, LOOK_MS = 500, 1000
"""How often a printer is asked how a job stands, and how often it is looked which can print."""
ENDS = {JobState.PRINTED: Phase.PRINTED, JobState.FAILED: Phase.FAILED, JobState.LOST: Phase.LOST}
PAGE_BY_PAGE = Paging(size=1)


@dataclass(frozen=True, slots=True)
class State:
    """`serial` counts papers, 0 while there is none; `leaving` is where to, once the job has been called off."""

    phase: Phase = Phase.SETTING
    pdf: bytes = b""
    serial: int = 0
    paging: Paging = PAGE_BY_PAGE
    run: SlipRun | None = None
    condition: Condition = Condition.OK
    leaving: str = ""


@QmlElement
class DayPaperViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        on: date,
        duty: Duty,
        clock: Clock,
        print_shop: PrintShop,
        demo: bool,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._on, self._duty, self._clock = on, duty, clock
        self._shop, self._press = print_shop, print_shop.slips
        self._demo, self._worker, self._finish = demo, worker, finish
        self._papers, self._looks = Questions(worker, self), Questions(worker, self)
        self._pages: Pages | None = None
        self._large = LargeViewModel(language, self)
        self.state = State()
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.follow)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.changed)
        self._look.start()
        self._set()

    @property
    def holds(self) -> bool:
        return self.state.phase in UNDER_WAY

    @Property(int, notify=changed)
    def serial(self) -> int:
        """Counts papers from 1; 0 while there is none to be seen."""
        return self.state.serial

    @Property(int, notify=changed)
    def page(self) -> int:
        return self.state.paging.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self.state.paging.pages

    @Property(float, notify=changed)
    def tallness(self) -> float:
        """Height of the page shown over its width."""
        return self._pages.tallness(self.state.paging.page) if self._pages else 2**0.5

    @Property(str, notify=changed)
    @said
    def pageText(self) -> Text:
        return self.state.paging.text if self.state.serial else NOTHING

    @Property(str, notify=changed)
    @said
    def sampleText(self) -> Text:
        """That it is a sample; empty outside the demonstration."""
        return Text("样张") if self._demo else NOTHING

    @Property(str, notify=changed)
    @said
    def sampleRemark(self) -> Text:
        """What that means."""
        return Text("仅供演示，\n没有法律效力") if self._demo else NOTHING

    @Property(LargeViewModel, constant=True)
    def large(self) -> LargeViewModel:
        return self._large

    @Property(str, notify=changed)
    @said
    def news(self) -> Text:
        """How it stands; nothing while there is nothing to say."""
        return day_phases.says(self.state.phase, self.state.condition, self._printer)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """good, bad, unknown or neutral."""
        return day_phases.KINDS.get(self.state.phase, "neutral")

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return day_phases.PRIMARY.get(self.state.phase, Text("打印"))

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return not self.holds and (bool(self._printer) or self.state.phase in {Phase.PRINTED, Phase.UNSET})

    @Property(str, notify=changed)
    @said
    def otherText(self) -> Text:
        return Text("停止打印") if self.state.phase is Phase.PRINTING else NOTHING

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self._become(replace(self.state, paging=self.state.paging.turned(pages)))

    @Slot()
    def submit(self) -> None:
        """Print it; once that is done, back to the day."""
        printer, pdf, press = self._printer, self.state.pdf, self._press
        if self.state.phase is Phase.PRINTED:
            self._finish("done")
        elif self.state.phase is Phase.UNSET:
            self._set()
        elif printer and pdf and not self.holds:
            self._become(replace(self.state, phase=Phase.SENDING, condition=Condition.OK))
            self._worker.run(self, lambda: press.send(pdf, printer), self._sent, self._failed, (PrinterFault,))

    @Slot()
    def other(self) -> None:
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

    def leave(self, outcome: str) -> None:
        """A job under way is called off first; Back and Home lead to the day, from where one locks."""
        self._become(replace(self.state, leaving="done"))
        self.other()

    def draw(self, page: int, width: int, top: int, height: int) -> QImage:
        """The picture of a strip of a page, as `Pages` says."""
        return self._pages.draw(page, width, top, height) if self._pages else QImage()

    @property
    def _printer(self) -> str:
        """The first printer of sheets that prints now, or may; empty if there is none."""
        conditions, printers = self._shop.news.conditions(), self._shop.press.printers
        usable = (key for key, one in printers.items() if key not in conditions or conditions[key].ready)
        return next((key for key in usable if printers[key].media.sheets), "")

    def _set(self) -> None:
        on, duty, setter, clock = self._on, self._duty, self._shop.days, self._clock
        self._become(replace(self.state, phase=Phase.SETTING))
        self._papers.ask(
            lambda: setter.day_end(duty.days.of(on, duty.number), clock()),
            self._made,
            lambda _: self._become(replace(self.state, phase=Phase.UNSET)),
            (TypesettingFailed, Unreachable),
        )

    def _made(self, pdf: bytes) -> None:
        self._pages = self._shop.open_pdf(pdf)
        paging, serial = self.state.paging.of(self._pages.count), self.state.serial + 1
        self._become(replace(self.state, phase=Phase.READY, pdf=pdf, serial=serial, paging=paging))

    def _sent(self, run: SlipRun) -> None:
        self._become(replace(self.state, phase=Phase.PRINTING, run=run))
        self._follow.start()
        if self.state.leaving:
            self.other()

    def _told_of(self, run: SlipRun) -> None:
        if not self.holds or (self.state.phase is Phase.STOPPING and not run.over):
            return
        phase = ENDS.get(run.job.state, Phase.PRINTING)
        self._become(replace(self.state, phase=phase, run=run, condition=run.job.condition))
        if run.over:
            self._over()

    def _failed(self, error: Exception) -> None:
        """Nothing came to the printer."""
        assert isinstance(error, PrinterFault)
        self._become(replace(self.state, phase=Phase.FAILED, condition=error.condition))
        self._over()

    def _over(self) -> None:
        self._follow.stop()
        self._shop.news.look_again()
        if self.state.leaving:
            self._finish(self.state.leaving)
