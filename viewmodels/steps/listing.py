"""Lists whose rows something can be done with: their buttons, and the question that some of them ask first."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Action, Entry, Listing
from domain.flows.steps.listing import Choose
from domain.flows.visit import Visit
from domain.forms.asking import Done, Told, Wrong
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.words import sentences
from viewmodels.words.records_of import record_of
from viewmodels.words.rows import Button, Record, plain

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """`busy` while `asked` (row and action) is being answered for; `asking` while the visitor is asked whether to."""

    entries: tuple[Entry, ...] = ()
    records: tuple[Record, ...] = ()
    page: int = 0
    loading: bool = True
    slow: bool = False
    busy: bool = False
    asked: tuple[str, str] = ("", "")
    asking: bool = False
    problem: str = ""
    done: str = ""
    caution: str = ""


@QmlElement
class ListingViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: Listing, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self.state = State(done=visit.remark)
        self._load()

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """`[{id, title, state, good, amount, pairs: [{key, value}]}]` of the page shown."""
        first = self.state.page * self._step.page
        return plain(self.state.records[first : first + self._step.page])

    @Property(QVariantList, notify=changed)
    def about(self) -> list[dict[str, object]]:
        """`[{key, value}]`: who the visitor is; empty where the list does not show it."""
        return plain(sentences.about(self._visit)) if self._step.about else []

    @Property(str, notify=changed)
    def cautionHeading(self) -> str:
        return "请注意"

    @Property(str, notify=changed)
    def caution(self) -> str:
        """What one has to know before going on; empty if nothing."""
        return self.state.caution

    @Property(str, notify=changed)
    def done(self) -> str:
        """What has been done."""
        return self.state.done

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question that is asked first; empty while none is."""
        action = self._action() if self.state.asking else None
        return action.confirm if action else ""

    @Property(str, notify=changed)
    def yesText(self) -> str:
        """What the action is called that the question is about."""
        action = self._action()
        return action.label if action else ""

    @Property(str, notify=changed)
    def noText(self) -> str:
        return "不了"

    @Property(str, notify=changed)
    def otherText(self) -> str:
        """The second way on; where there is no row it is the only one."""
        return self._step.other if self.state.entries and self._step.submit else ""

    @Property(str, notify=changed)
    def submitText(self) -> str:
        """On the button for all rows; to ask again where the tax system was silent."""
        if self.state.busy:
            return sentences.LOADING
        if self.state.problem == sentences.TAX_UNREACHABLE:
            return "重新查询"
        return self._step.submit if self.state.records and self._step.submit else self._step.other

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return not (self.state.busy or self.state.loading)

    @Property(str, notify=changed)
    def nothing(self) -> str:
        return "" if self.state.records or self.state.loading or self.state.problem else self._step.nothing

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.loading

    @Property(str, notify=changed)
    def problem(self) -> str:
        return sentences.LOADING if self.state.loading and self.state.slow else self.state.problem

    @Property(int, notify=changed)
    def page(self) -> int:
        return self.state.page + 1

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._pages()

    @Property(str, notify=changed)
    def pageText(self) -> str:
        return f"第 {self.state.page + 1} 页，共 {self._pages()} 页"

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turn forward (1) or back (-1), as far as there are pages."""
        page = min(max(self.state.page + pages, 0), self._pages() - 1)
        self._become(replace(self.state, page=page))
        self.turned.emit()

    @Slot(str, str)
    def act(self, row: str, action: str) -> None:
        """A button of a row. It may ask first."""
        if self._idle() and not self.state.asking:
            self._become(replace(self.state, asked=(row, action), problem="", done=""))
            chosen = self._action()
            if chosen and chosen.confirm:
                self._become(replace(self.state, asking=True))
            elif chosen:
                self._do(chosen.choose, row)

    @Slot(bool)
    def answer(self, yes: bool) -> None:
        """The answer to the question."""
        action = self._action()
        if self.state.asking and action:
            self._become(replace(self.state, asking=False))
            if yes:
                self._do(action.choose, self.state.asked[0])

    @Slot()
    def submit(self) -> None:
        """The button for all rows; or ask again what was not answered. Two quick touches are one."""
        silent = self.state.problem == sentences.TAX_UNREACHABLE
        if silent and not self.state.entries:
            self._become(State(done=self._visit.remark))
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
            self._finish(self._step.ends[-1], self._step.anew(self._visit))

    def _idle(self) -> bool:
        return not (self.state.busy or self.state.loading)

    def _action(self) -> Action | None:
        """The action that was asked for; None if its row is gone."""
        row, wanted = self.state.asked
        both = zip(self.state.entries, self.state.records, strict=True)
        entry = next((entry for entry, record in both if record.id == row), None)
        actions = self._step.buttons(entry) if entry else ()
        return next((action for action in actions if action.id == wanted), None)

    def _do(self, choose: Choose, row: str) -> None:
        self._become(replace(self.state, busy=True, problem="", done=""))
        visit, desk = self._visit, self._parts.desk
        self._ask_tax(
            lambda: choose(desk, visit, row),
            self._answered,
            lambda: self._become(replace(self.state, busy=False, problem=sentences.TAX_UNREACHABLE)),
        )

    def _load(self) -> None:
        self._if_slow(lambda: self._become(replace(self.state, slow=self.state.loading)))
        visit, desk, step = self._visit, self._parts.desk, self._step
        self._ask_tax(
            lambda: (step.rows(desk, visit), step.caution(desk, visit)),
            self._loaded,
            lambda: self._become(State(loading=False, problem=sentences.TAX_UNREACHABLE)),
        )

    def _loaded(self, found: tuple[tuple[Entry, ...], str]) -> None:
        entries, caution = found
        records = tuple(replace(record_of(e, self._parts), actions=self._buttons(e)) for e in entries)
        page = min(self.state.page, max(0, -(-len(records) // self._step.page) - 1))
        kept = self.state
        self._become(State(entries, records, page, False, problem=kept.problem, done=kept.done, caution=caution))

    def _buttons(self, entry: Entry) -> tuple[Button, ...]:
        return tuple(Button(action.id, action.label) for action in self._step.buttons(entry))

    def _answered(self, answer: Told | Wrong | Done) -> None:
        match answer:
            case Told(outcome, visit):
                self._finish(outcome, visit)
            case Done(sentence):
                self._become(replace(self.state, busy=False, done=sentence))
                self._load()
            case Wrong(problem):
                self._become(replace(self.state, busy=False, problem=problem))
                self._load()

    def _pages(self) -> int:
        return max(1, -(-len(self.state.records) // self._step.page))

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
