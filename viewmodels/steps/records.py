"""Rows to read: the tiers chosen so far (选档记录), or what was paid in any channel (缴费记录)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.runtime import Clock
from domain.words import NOTHING, Text
from viewmodels.asking import Asking, TaxQuestion
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.paging import Paging
from viewmodels.parts import PrintShop
from viewmodels.step import StepViewModel
from viewmodels.steps.slip import SlipViewModel
from viewmodels.typed import Property
from viewmodels.words import slips
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Button, Record
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
BY_FOUR = Paging(size=4)


@dataclass(frozen=True, slots=True)
class State:
    records: tuple[Record, ...] = ()
    paging: Paging = BY_FOUR
    asking: Asking = Asking.ANSWERED
    chosen: Record | None = None


@QmlElement
class RecordsViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        nothing: Text,
        read: Callable[[], tuple[Record, ...]],
        told: Callable[[Record], slips.Told] | None,
        clock: Clock,
        print_shop: PrintShop,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._nothing = nothing
        self._read = read
        self._told = told
        self._finish = finish
        self._slip = SlipViewModel(print_shop, clock, worker, language, self)
        self._reprints = bool(print_shop.press.printers) and told is not None
        self.state = State()
        self._question = TaxQuestion(worker, self, lambda asking: self._become(State(asking=asking)))
        self._load()

    def _load(self) -> None:
        self._question.ask(self._read, self._loaded)

    def _loaded(self, records: tuple[Record, ...]) -> None:
        if self._reprints:
            reprint = (Button("reprint", Text("补打凭条")),)
            records = tuple(replace(record, id=str(n), actions=reprint) for n, record in enumerate(records))
        self._become(State(records, self.state.paging.of(len(records))))

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, state, good, amount, pairs: [{key, value}], actions}]` of the page shown, newest first.

        While a slip is printed again, the one that it is of.
        """
        if self.state.chosen:
            return (replace(self.state.chosen, actions=()),)
        return self.state.paging.shown(self.state.records)

    @Property(SlipViewModel, constant=True)
    def slip(self) -> SlipViewModel:
        return self._slip

    @Slot(str)
    def reprint(self, row: str) -> None:
        """Its slip is wanted again."""
        chosen = next((record for record in self.state.records if record.id == row), None)
        if chosen and self._told and self._reprints:
            self._become(replace(self.state, chosen=chosen))
            self._slip.offer(self._told(chosen), again=True)
            self.turned.emit()

    def uncover(self) -> bool:
        """Back to all records, once a slip has come out."""
        if self.state.chosen is None:
            return False
        if self._slip.busy:
            return True
        self._slip.offer(None)
        self._become(replace(self.state, chosen=None))
        self.turned.emit()
        return True

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        answered = self.state.asking is Asking.ANSWERED
        return self._nothing if answered and not self.state.records else NOTHING

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says

    @Property(int, notify=changed)
    def page(self) -> int:
        return 1 if self.state.chosen else self.state.paging.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return 1 if self.state.chosen else self.state.paging.pages

    @Property(str, notify=changed)
    @said
    def pageText(self) -> Text:
        return self.state.paging.text

    @Property(str, notify=changed)
    @said
    def doneText(self) -> Text:
        return Text("重新查询") if self.state.asking.silent else Text("返回")

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self._become(replace(self.state, paging=self.state.paging.turned(pages)))

    @Slot(bool)
    def spread(self, spread: bool) -> None:
        """All rows at once, where not even a page of them fits on the screen: there they are divided as they fit."""
        self._become(replace(self.state, paging=self.state.paging.spreading(spread)))

    @Slot()
    def done(self) -> None:
        """Back, or ask again where the tax system was silent."""
        if self.state.asking.silent:
            self._load()
        elif not self.uncover():
            self._finish("done")
