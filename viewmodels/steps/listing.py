"""Lists whose rows something can be done with, by their buttons."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Action, Entry
from domain.flows.steps.listing import Choose
from domain.flows.visit import Success
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.desks import Almanac
from domain.words import NOTHING, Text
from viewmodels.asking import Asking, TaxQuestion, ask_tax
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.paging import Paging
from viewmodels.step import StepViewModel
from viewmodels.steps.handed_out import Sheaf
from viewmodels.steps.listing_state import State
from viewmodels.steps.question import Question, QuestionViewModel
from viewmodels.typed import Property
from viewmodels.words import sentences
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.records_of import record_of
from viewmodels.words.rows import Button
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ListingViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        sheaf: Sheaf[Any, Any],
        almanac: Almanac,
        worker: Worker,
        language: Language,
        finish: Callable[[Onward[Any]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = sheaf.step
        self._sheaf = sheaf
        self._almanac = almanac
        self._worker = worker
        self._finish = finish
        self._question = TaxQuestion(worker, self, self._stands)
        self._doubt = QuestionViewModel(language, self)
        self.state = State(Paging(self._step.page), done=sheaf.remark, success=sheaf.success)
        self._load()

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, state, good, amount, pairs: [{key, value}]}]` of the page shown."""
        return self.state.paging.shown(self.state.records)

    @Property(QVariantList, notify=changed)
    @said_rows
    def about(self) -> Iterable[object]:
        """`[{key, value}]`: who the visitor is; empty where the list does not show it."""
        return self._sheaf.about

    @Property(str, notify=changed)
    @said
    def cautionHeading(self) -> Text:
        return Text("请注意")

    @Property(str, notify=changed)
    @said
    def caution(self) -> Text:
        """What one has to know before going on; empty if nothing."""
        return self.state.caution

    @Property(str, notify=changed)
    @said
    def note(self) -> Text:
        return self._step.note

    @Property(str, notify=changed)
    @said
    def done(self) -> Text:
        """What has been done."""
        return self.state.done

    @Property(str, notify=changed)
    def success(self) -> str:
        """How that is: good, open, bad."""
        return self.state.success

    @Property(QuestionViewModel, constant=True)
    def question(self) -> QuestionViewModel:
        """What some of the buttons ask first."""
        return self._doubt

    @Property(str, notify=changed)
    @said
    def otherText(self) -> Text:
        """The second way on; where there is no row it is the only one."""
        return self._step.other if self.state.entries and self._step.submit else NOTHING

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        """On the button for all rows; to ask again where the tax system was silent."""
        if self.state.busy:
            return sentences.LOADING
        if self.state.asking.silent:
            return Text("重新查询")
        return self._step.submit if self.state.records and self._step.submit else self._step.other

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._idle()

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        known = self.state.asking is Asking.ANSWERED and not self.state.problem
        return self._step.nothing if known and not self.state.records else NOTHING

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says or self.state.problem

    @Property(int, notify=changed)
    def page(self) -> int:
        return self.state.paging.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self.state.paging.pages

    @Property(str, notify=changed)
    @said
    def pageText(self) -> Text:
        return self.state.paging.text

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        self._become(replace(self.state, paging=self.state.paging.turned(pages)))
        self.turned.emit()

    @Slot(bool)
    def spread(self, spread: bool) -> None:
        """All rows at once, where not even a page of them fits on the screen: there they are divided as they fit."""
        self._become(replace(self.state, paging=self.state.paging.spreading(spread)))

    @Slot(str, str)
    def act(self, row: str, action: str) -> None:
        """A button of a row. It may ask first."""
        if self._idle() and self._doubt.state is None:
            self._become(
                replace(self.state, asking=Asking.ANSWERED, asked=(row, action), problem=NOTHING, done=NOTHING)
            )
            chosen = self._action()
            if chosen and chosen.confirm:
                self._doubt.ask(Question(chosen.confirm, chosen.label, partial(self._do, chosen.choose, row)))
            elif chosen:
                self._do(chosen.choose, row)

    @Slot()
    def submit(self) -> None:
        """The button for all rows; or ask again what was not answered. Two quick touches are one."""
        silent = self.state.asking.silent
        if silent and not self.state.entries:
            self._become(replace(self.state, done=self._sheaf.remark))
            self._load()
        elif silent and self._action():
            self.act(*self.state.asked)
        elif not (self.state.entries and self._step.submit):
            self.other()
        elif self._step.choose and self._idle():
            self._become(replace(self.state, asked=("", "")))
            self._do(self._step.choose, "")

    @Slot()
    def other(self) -> None:
        """The second way on."""
        if self._idle() and self._step.other:
            self._finish(self._sheaf.other())

    def _idle(self) -> bool:
        return not (self.state.busy or self.state.asking.loading)

    def _action(self) -> Action[Any, Any] | None:
        """The action that was asked for; None if its row is gone."""
        row, wanted = self.state.asked
        both = zip(self.state.entries, self.state.records, strict=True)
        entry = next((entry for entry, record in both if record.id == row), None)
        actions = self._step.buttons(entry) if entry else ()
        return next((action for action in actions if action.id == wanted), None)

    def _do(self, choose: Choose[Any, Any], row: str) -> None:
        self._become(replace(self.state, asking=Asking.ANSWERED, busy=True, problem=NOTHING, done=NOTHING))

        def silent() -> None:
            self._become(replace(self.state, busy=False, asking=Asking.SILENT))

        ask_tax(self._worker, self, partial(self._sheaf.do, choose, row), self._answered, silent)

    def _load(self) -> None:
        self._question.ask(self._sheaf.read, self._loaded)

    def _stands(self, asking: Asking) -> None:
        """Rows that are read anew are shown until then."""
        if asking.silent:
            self._begin_anew(State(Paging(self._step.page), asking=asking, done=self.state.doing))
        elif not self.state.entries:
            self._become(replace(self.state, asking=asking))

    def _loaded(self, found: tuple[tuple[Entry, ...], Text]) -> None:
        entries, caution = found
        records = tuple(replace(record_of(e, self._almanac), actions=self._buttons(e)) for e in entries)
        paging, kept = self.state.paging.of(len(records)), self.state
        done, how = (kept.doing, Success.GOOD) if kept.doing else (kept.done, kept.success)
        self._begin_anew(State(paging, entries, records, problem=kept.problem, done=done, success=how, caution=caution))

    def _begin_anew(self, state: State) -> None:
        """What is being asked is about a row that was there before."""
        self._doubt.withdraw()
        self._become(state)

    def _buttons(self, entry: Entry) -> tuple[Button, ...]:
        return tuple(Button(action.id, action.label) for action in self._step.buttons(entry))

    def _answered(self, answer: Onward[Any] | Wrong | Done) -> None:
        match answer:
            case Onward():
                self._finish(answer)
            case Done(sentence):
                self._become(replace(self.state, doing=sentence))
                self._load()
            case Wrong(problem):
                self._become(replace(self.state, busy=False, problem=problem))
                self._load()
