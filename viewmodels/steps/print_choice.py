"""On which printer a paper is printed, and how often."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.printing.press import MOST_COPIES
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.model import Model
from viewmodels.parts import PrintShop
from viewmodels.steps.paper_print import PaperPrint
from viewmodels.typed import Property
from viewmodels.words import printers
from viewmodels.words.language import Language, said, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PrintChoiceViewModel(Model):
    changed = Signal()

    def __init__(
        self, printing: PaperPrint, print_shop: PrintShop, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(language, parent)
        self._printing = printing
        self._press = print_shop.press
        self._news = print_shop.news
        printing.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether there is a choice now."""
        return self._printing.state.choosing

    @Property(QVariantList, notify=changed)
    @said_rows
    def printers(self) -> Iterable[object]:
        """`[{id, title, caption, icon, chosen, enabled}]`; `enabled` is whether it can print now."""
        conditions = self._news.conditions()
        chosen = self._printing.state.printer
        shown = self._press.printers.items()
        return (printers.row(key, printer, conditions.get(key), chosen) for key, printer in shown)

    @Property(str, notify=changed)
    @said
    def outOfOrder(self) -> Text:
        """Said where nothing can be printed."""
        return printers.out_of_order(self._press.printers, self._news.conditions())

    @Property(str, notify=changed)
    @said
    def copiesText(self) -> Text:
        return Text("打印份数")

    @Property(str, notify=changed)
    @said
    def copiesRemark(self) -> Text:
        return Text("每次最多 {most_copies} 份", most_copies=MOST_COPIES)

    @Property(int, notify=changed)
    def copies(self) -> int:
        return self._printing.state.copies

    @Property(int, notify=changed)
    def mostCopies(self) -> int:
        return MOST_COPIES

    @Slot(str)
    def choose(self, printer: str) -> None:
        """Another printer: its paper may be another one."""
        self._printing.choose(printer)

    @Property(str, notify=changed)
    @said
    def fewerText(self) -> Text:
        """On the button with a minus, where it is read out."""
        return Text("少一份")

    @Property(str, notify=changed)
    @said
    def moreText(self) -> Text:
        return Text("多一份")

    @Slot(int)
    def add(self, copies: int) -> None:
        """More copies, or fewer."""
        self._printing.add(copies)
