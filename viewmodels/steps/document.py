"""A certificate's paper: looked at, printed, or handed over to a phone, and followed to its end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.certificates.issuing import Counter
from domain.flows.steps import Document
from domain.words import NOTHING, Text
from viewmodels.paging import Paging
from viewmodels.parts import Pages, PrintShop
from viewmodels.steps.paper import PaperViewModel
from viewmodels.steps.paper_print import PaperPrint, Printing
from viewmodels.steps.phone import PhoneViewModel
from viewmodels.steps.print_choice import PrintChoiceViewModel
from viewmodels.steps.printing import PRIMARY, SECONDARY, Told, told
from viewmodels.typed import Property
from viewmodels.words.language import Language, said
from viewmodels.words.print_phases import Phase
from viewmodels.words.to_phone import DOWNLOAD
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1000
"""How often it is looked which printers can print."""


@QmlElement
class DocumentViewModel(PaperViewModel):
    """`number` is the certificate's, `remark` what else is to be said of it."""

    changed = Signal()

    def __init__(
        self,
        step: Document,
        number: str,
        remark: Text,
        counter: Counter,
        print_shop: PrintShop,
        demo: bool,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(demo, language, parent)
        self._step = step
        self._number = number
        self._remark = remark
        self._finish = finish
        self.printing = PaperPrint(number, counter, print_shop, worker, self._ended, self)
        self.printing.changed.connect(self.changed)
        self._choice = PrintChoiceViewModel(self.printing, print_shop, language, self)
        self._phone = PhoneViewModel(number, counter, print_shop, demo, worker, language, self)
        self._phone.covered.connect(self._covered)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._choice.changed)
        self._look.timeout.connect(self.changed)
        self._look.start()
        self.printing.set()

    @property
    def state(self) -> Printing:
        return self.printing.state

    @property
    def holds(self) -> bool:
        return self.state.holds or self._phone.busy

    def uncover(self) -> bool:
        return self._phone.close()

    @property
    def shown(self) -> Pages | None:
        return self.printing.pages

    @property
    def papers(self) -> int:
        return self.state.serial if self.state.paper else 0

    @property
    def paging(self) -> Paging:
        return self.state.paging

    @Property(str, notify=changed)
    @said
    def note(self) -> Text:
        """What else is to be said of the certificate, or the guide's word, while there is nothing more urgent."""
        guide = self._step.note if self._phone.offered else self._step.on_paper
        return (self._remark or guide) if self.state.phase is Phase.READY else NOTHING

    @Property(PrintChoiceViewModel, constant=True)
    def choice(self) -> PrintChoiceViewModel:
        return self._choice

    @Property(PhoneViewModel, constant=True)
    def phone(self) -> PhoneViewModel:
        return self._phone

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        told = self._told()
        return told.headline if told else NOTHING

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        told = self._told()
        return told.sentence if told else NOTHING

    @Property(str, notify=changed)
    def kind(self) -> str:
        """good, bad, unknown or neutral."""
        told = self._told()
        return told.kind if told else "neutral"

    @Property(str, notify=changed)
    @said
    def primaryText(self) -> Text:
        return PRIMARY.get(self.state.phase, Text("打印"))

    @Property(bool, notify=changed)
    def primaryEnabled(self) -> bool:
        match self.state.phase:
            case Phase.PRINTED | Phase.UNSET | Phase.REFUNDED:
                return True
            case Phase.READY | Phase.FAILED | Phase.LOST:
                return self.printing.ready
        return False

    @Property(str, notify=changed)
    @said
    def secondaryText(self) -> Text:
        if self.state.phase is Phase.READY and self._phone.offered:
            return DOWNLOAD
        return SECONDARY.get(self.state.phase, NOTHING)

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self.printing.turn(pages)

    @Slot()
    def primary(self) -> None:
        match self.state.phase:
            case Phase.PRINTED | Phase.REFUNDED:
                self.printing.end("done")
            case Phase.READY if self.printing.ready:
                self.printing.print()
            case Phase.FAILED | Phase.LOST if self.printing.ready:
                self.printing.print_again()
            case Phase.UNSET:
                self.printing.set()

    @Slot()
    def secondary(self) -> None:
        match self.state.phase:
            case Phase.READY:
                self._phone.open()
            case Phase.PRINTED:
                self.printing.print_another()
            case Phase.PRINTING:
                self.printing.give_up()
            case Phase.FAILED | Phase.LOST | Phase.UNSET:
                self.printing.end("done")

    def leave(self, outcome: str) -> None:
        """A job under way is called off first, and what is on its way to the phone's code is made to its end."""
        self._phone.leave(lambda: self.printing.leave(outcome))

    def _told(self) -> Told | None:
        phase = Phase.STOPPING if self.state.leaving and self.holds else self.state.phase
        return told(phase, self.state.condition, self.state.run, self._number)

    def _covered(self) -> None:
        """A paper that the phone has was a print: what is shown afterwards is the next."""
        self.turned.emit()
        if not self._phone.state.shown and self._phone.state.handed:
            self.printing.set()

    def _ended(self, outcome: str) -> None:
        self._look.stop()
        self._finish(outcome)
