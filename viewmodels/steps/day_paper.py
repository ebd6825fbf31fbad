"""日结单: the paper of a day, looked at as it is printed, and printed on a printer that has sheets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.certificates.paper import TypesettingFailed
from domain.ports import Unreachable
from domain.runtime import Clock
from domain.terminal.duty import Duty
from domain.words import Text
from viewmodels.model import Stateful
from viewmodels.paging import Paging
from viewmodels.parts import Pages, PrintShop
from viewmodels.steps.paper import PAGE_BY_PAGE, PaperViewModel
from viewmodels.steps.slip_job import SlipJob
from viewmodels.typed import Property
from viewmodels.words import day_phases
from viewmodels.words.language import Language, said
from viewmodels.words.print_phases import KINDS, Phase
from viewmodels.worker import Questions, Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1000
"""How often it is looked which printers can print."""


@dataclass(frozen=True, slots=True)
class State:
    """`serial` counts papers, 0 while there is none; `leaving`: back to the day, once the job has been called off."""

    pdf: bytes = b""
    serial: int = 0
    paging: Paging = PAGE_BY_PAGE
    leaving: bool = False


@QmlElement
class DayPaperViewModel(PaperViewModel, Stateful[State]):
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
        super().__init__(demo, language, parent)
        self._on, self._duty, self._clock = on, duty, clock
        self._shop, self._finish = print_shop, finish
        self._papers = Questions(worker, self)
        self._pages: Pages | None = None
        self.state = State()
        self.job = SlipJob(print_shop, worker, self)
        self.job.changed.connect(self.changed)
        self.job.sent.connect(self._sent)
        self.job.over.connect(self._over)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.changed)
        self._look.start()
        self._set()

    @property
    def holds(self) -> bool:
        return self.job.busy

    @property
    def shown(self) -> Pages | None:
        return self._pages

    @property
    def papers(self) -> int:
        return self.state.serial

    @property
    def paging(self) -> Paging:
        return self.state.paging

    @Property(str, notify=changed)
    @said
    def news(self) -> Text:
        """How it stands; nothing while there is nothing to say."""
        return day_phases.says(self.job.state.phase, self.job.state.condition, self._printer)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """good, bad, unknown or neutral."""
        return KINDS.get(self.job.state.phase, "neutral")

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return day_phases.PRIMARY.get(self.job.state.phase, Text("打印"))

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return not self.holds and (bool(self._printer) or self.job.state.phase in {Phase.PRINTED, Phase.UNSET})

    @Property(str, notify=changed)
    @said
    def otherText(self) -> Text:
        return self.job.stop_text

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self._become(replace(self.state, paging=self.state.paging.turned(pages)))

    @Slot()
    def submit(self) -> None:
        """Print it; once that is done, back to the day."""
        printer, pdf, press = self._printer, self.state.pdf, self._shop.slips
        match self.job.state.phase:
            case Phase.PRINTED:
                self._finish("done")
            case Phase.UNSET:
                self._set()
            case _ if printer and pdf:
                self.job.print(lambda: press.send(pdf, printer))

    @Slot()
    def other(self) -> None:
        """Call the job off."""
        self.job.stop()

    def leave(self, outcome: str) -> None:
        """A job under way is called off first; Back and Home lead to the day, from where one locks."""
        self._become(replace(self.state, leaving=True))
        self.job.stop()

    @property
    def _printer(self) -> str:
        """The first printer of sheets that prints now, or may; empty if there is none."""
        conditions, printers = self._shop.news.conditions(), self._shop.press.printers
        usable = (key for key, one in printers.items() if key not in conditions or conditions[key].ready)
        return next((key for key in usable if printers[key].media.sheets), "")

    def _set(self) -> None:
        on, duty, setter, clock = self._on, self._duty, self._shop.days, self._clock
        self.job.stands(Phase.SETTING)
        self._papers.ask(
            lambda: setter.day_end(duty.days.of(on, duty.number), clock()),
            self._made,
            lambda _: self.job.stands(Phase.UNSET),
            (TypesettingFailed, Unreachable),
        )

    def _made(self, pdf: bytes) -> None:
        self._pages = self._shop.open_pdf(pdf)
        paging, serial = self.state.paging.of(self._pages.count), self.state.serial + 1
        self._become(replace(self.state, pdf=pdf, serial=serial, paging=paging))
        self.job.stands(Phase.READY)

    def _sent(self) -> None:
        if self.state.leaving:
            self.job.stop()

    def _over(self) -> None:
        if self.state.leaving:
            self._finish("done")
