"""待处理: cases before staff. One is open, with the ways out of it; what its chosen one does stands on the button."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Case, WayOut
from domain.flows.visit import OnDuty
from domain.forms.asking import Done, Onward, Wrong
from domain.forms.desks import Almanac
from domain.words import NOTHING, Text
from viewmodels.asking import Asking, TaxQuestion, ask_tax
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.cases_state import A_BATCH, Lying, State
from viewmodels.steps.handed_out import Docket
from viewmodels.typed import Property
from viewmodels.words import cases, sentences
from viewmodels.words.language import Language, said, said_rows
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CasesViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        docket: Docket,
        almanac: Almanac,
        worker: Worker,
        language: Language,
        finish: Callable[[Onward[OnDuty]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._docket, self._step = docket, docket.step
        self._almanac, self._worker, self._finish = almanac, worker, finish
        self._question = TaxQuestion(worker, self, self._stands)
        self.state = State(opened=docket.opened, done=docket.given.remark)
        self._load()

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        """How many there are."""
        waiting = sum(bool(one.ways) for one in self.state.lying)
        return cases.counted(waiting, len(self.state.lying) - waiting)

    @Property(str, notify=changed)
    @said
    def remark(self) -> Text:
        """How much is owed in all, else how they are ordered."""
        return self.state.owed or (Text("最久的排在前面") if self.state.folded else NOTHING)

    @Property(QVariantList, notify=changed)
    @said_rows
    def opened(self) -> Iterable[object]:
        """The one that is open: `case_rows.Opened`, or none."""
        one = self.state.open
        return (cases.opened(one.told, one.ways, self.state.way),) if one else ()

    @Property(QVariantList, notify=changed)
    @said_rows
    def folded(self) -> Iterable[object]:
        """The others, oldest first: `case_rows.Folded`."""
        first = self.state.batch * A_BATCH
        return tuple(cases.folded(one.told) for one in self.state.folded[first : first + A_BATCH])

    @Property(str, notify=changed)
    @said
    def moreText(self) -> Text:
        """On the button that shows others of them; empty where all are shown."""
        count, shown = len(self.state.folded), (self.state.batch + 1) * A_BATCH
        if count <= A_BATCH:
            return NOTHING
        return Text("看后面的 {count} 件", count=count - shown) if shown < count else Text("回到最前面")

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
    def done(self) -> Text:
        """What has been done."""
        return self.state.done

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        known = self.state.asking is Asking.ANSWERED and not self.state.problem
        return self._step.nothing if known and not self.state.lying else NOTHING

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says or self.state.problem

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        """What will be done, with the figure; without a case that takes anything, the way on."""
        one, way = self.state.open, self.state.way
        if self.state.busy:
            return sentences.LOADING
        if one and one.ways:
            return cases.button(one.told, way) if way else Text("先选一种办法")
        return Text("重新查询") if self.state.asking.silent else self._on

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        one = self.state.open
        return self._idle() and not (one and one.ways and self.state.way is None)

    @Property(str, notify=changed)
    @said
    def laterText(self) -> Text:
        """On the button that leaves a case as it is."""
        return Text("先不办") if self.state.open and self.state.open.ways else NOTHING

    @Property(bool, notify=changed)
    def canLeave(self) -> bool:
        return self._idle()

    @Slot(str)
    def open(self, case: str) -> None:
        """A folded one is touched; what has been done is read by then, and what was chosen is taken back."""
        if self._idle():
            state = replace(self.state, opened=case, chosen="", done=NOTHING, problem=NOTHING)
            self._become(replace(state, asking=Asking.ANSWERED))
            self.turned.emit()

    @Slot(str)
    def choose(self, way: str) -> None:
        """A way out of the open one. Nothing is done by that."""
        if self._idle():
            self._become(replace(self.state, chosen=way))

    @Slot()
    def more(self) -> None:
        """Others of the folded ones; after the last the first again."""
        batches = -(-len(self.state.folded) // A_BATCH)
        self._become(replace(self.state, batch=(self.state.batch + 1) % max(1, batches)))
        self.turned.emit()

    @Slot()
    def submit(self) -> None:
        """Take the chosen way, once; without any, go on, or ask again what was not answered."""
        one, way = self.state.open, self.state.way
        if not self._idle():
            return
        if one and way:
            self._take(one, way)
        elif self.state.asking.silent:
            self._load()
        elif not (one and one.ways):
            self.later()

    @Slot()
    def later(self) -> None:
        """先不办: on to the next one that waits here, or to what waits elsewhere."""
        following = self.state.following
        if following:
            self.open(following.told.id)
        elif self._idle():
            self._finish(self._docket.other())

    @property
    def _on(self) -> Text:
        return Text("看下一件") if self.state.following else self._step.other

    def _idle(self) -> bool:
        return not (self.state.busy or self.state.asking.loading)

    def _take(self, one: Lying, way: WayOut) -> None:
        state = replace(self.state, opened=one.told.id, busy=True, problem=NOTHING, done=NOTHING)
        self._become(replace(state, asking=Asking.ANSWERED))

        def silent() -> None:
            self._become(replace(self.state, busy=False, asking=Asking.SILENT))

        ask_tax(self._worker, self, partial(self._docket.do, way.choose, one.told.id), self._answered, silent)

    def _load(self) -> None:
        self._question.ask(self._docket.read, self._loaded)

    def _stands(self, asking: Asking) -> None:
        """Cases that are read anew are shown until then, and not if they cannot be."""
        if asking.silent:
            self._become(State(opened=self.state.opened, asking=asking, done=self.state.doing or self.state.done))
        elif not self.state.lying:
            self._become(replace(self.state, asking=asking))

    def _loaded(self, found: tuple[tuple[Case, ...], Text]) -> None:
        """For the finger it is another screen: the button may do something else now."""
        entries, caution = found
        lying = tuple(Lying(cases.told(one, self._almanac), self._step.ways(one)) for one in entries)
        kept, done = self.state, self.state.doing or self.state.done
        owed = cases.summed(entries)
        self._become(State(lying, kept.opened, problem=kept.problem, done=done, caution=caution, owed=owed))
        self.turned.emit()

    def _answered(self, answer: Onward[OnDuty] | Wrong | Done) -> None:
        match answer:
            case Onward():
                self._finish(answer)
            case Done(sentence):
                self._become(replace(self.state, doing=sentence))
                self._load()
            case Wrong(problem):
                self._become(replace(self.state, busy=False, problem=problem))
                self._load()
