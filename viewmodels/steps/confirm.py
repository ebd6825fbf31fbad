"""缴费信息确认: who it is for, and what is to be paid, each choice with what it brings."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.confirmation import Confirmation, Field
from domain.flows.steps import Confirm, Kept
from domain.flows.visit import Choice, Due, Paying
from domain.forms.desks import PaymentDesk
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Bill
from domain.words import NOTHING, Text, Verbatim, joined
from viewmodels.asking import Asking, TaxQuestion
from viewmodels.lists import QVariantList, QVariantMap
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.confirm_sum import SumViewModel, sum_of
from viewmodels.steps.confirming import Choosing, confirmation_of, with_enrolments
from viewmodels.typed import Property
from viewmodels.words import sentences
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ConfirmViewModel(StepViewModel, Stateful[Choosing]):
    changed = Signal()

    def __init__(
        self,
        step: Confirm,
        due: Due,
        declares: bool,
        desk: PaymentDesk,
        worker: Worker,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._declares = declares
        self._desk = desk
        self._finish = finish
        self._step = step
        self._question = TaxQuestion(worker, self, self._stands)
        self._wanted: Callable[[], None] | None = None
        self._sum = SumViewModel(language, self)
        self.state = Choosing(due.paying.choice)
        if due.paying.enrolments is None:
            self._load()
        else:
            self._become(self._assessed(self.state))

    def _load(self) -> None:
        due, desk = self._due, self._desk
        self._question.ask(lambda: with_enrolments(due, desk), self._loaded)

    def _loaded(self, due: Due) -> None:
        self._due = due
        self._become(self._assessed(replace(self.state, asking=Asking.ANSWERED)))
        wanted, self._wanted = self._wanted, None
        if wanted:
            wanted()

    def _stands(self, asking: Asking) -> None:
        self._become(replace(self.state, asking=asking))

    @property
    def begun(self) -> bool:
        return self.state.choice != Choice()

    @property
    def form(self) -> Confirmation:
        return confirmation_of(self._due, self._desk)

    @Property(QVariantList, notify=changed)
    @said_rows
    def identity(self) -> Iterable[object]:
        """`[{key, value}]`: name, document kind, masked number."""
        return sentences.identity(self._due.insured)

    @Property(QVariantMap, notify=changed)
    def labels(self) -> dict[str, str]:
        """The five labels by field: insurance, agency, arrears, period, tier."""
        return {f.value: self.language.say(label) for f, label in zip(Field, self._step.fields, strict=True)}

    @Property(QVariantList, notify=changed)
    @said_rows
    def insurances(self) -> Iterable[object]:
        return (Row(i, i.label, chosen=self.state.choice.insurance is i) for i in Insurance)

    @Property(QVariantList, notify=changed)
    @said_rows
    def arrears(self) -> Iterable[object]:
        """The two boxes of 是否补缴 (否, 是) or 缴费类型 (正常缴费, 补缴)."""
        no, yes = (Text("否"), Text("是")) if self._step.scheme is Scheme.FLEXIBLE else (Text("正常缴费"), Text("补缴"))
        chosen = self.state.choice.arrears
        return (Row("no", no, chosen=not chosen), Row("yes", yes, chosen=chosen))

    @Property(str, notify=changed)
    @said
    def agency(self) -> Text:
        code = self.state.choice.agency
        return Verbatim(self._desk.almanac.offices.name(code)) if code else NOTHING

    @Property(str, notify=changed)
    @said
    def period(self) -> Text:
        return self.state.choice.period.label if self.state.choice.period else NOTHING

    @Property(bool, notify=changed)
    def listed(self) -> bool:
        """Residents' arrears are listed on the next screen: no period and no tier are asked for here."""
        return self._step.scheme is Scheme.RESIDENT and self.state.choice.arrears

    @Property(SumViewModel, constant=True)
    def sum(self) -> SumViewModel:
        return self._sum

    @Property(QVariantMap, notify=changed)
    def errors(self) -> dict[str, str]:
        """What is wrong with each of the five fields; empty where nothing is."""
        say = self.language.say
        return {f.value: say(self.state.error(f, label)) for f, label in zip(Field, self._step.fields, strict=True)}

    @Property(str, notify=changed)
    @said
    def placeholder(self) -> Text:
        return Text("请选择")

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(str, notify=changed)
    @said
    def note(self) -> Text:
        """What the guide says of this form, and that a choice has been recorded once it has."""
        if self.state.choice.recorded:
            return Text("缴费档次已记录") if self._step.kept is Kept.DECLARED else Text("缴费金额已确认")
        return joined(NOTHING, self._step.notes)

    @Property(str, notify=changed)
    @said
    def nextText(self) -> Text:
        return Text("重新查询") if self.state.asking.silent else Text("下一步")

    @Property(str, notify=changed)
    @said
    def stopText(self) -> Text:
        """The way out for who only declares; there once a choice is recorded."""
        return self._step.stop if self.state.choice.recorded else NOTHING

    @Property(bool, notify=changed)
    def stops(self) -> bool:
        """Whether the way out is what they came for, and paying is the other way on."""
        return self._declares and bool(self.stopText)

    @Slot(str)
    def chooseInsurance(self, insurance: str) -> None:
        if self.state.choice.insurance != insurance:
            self._choose(self.form.with_insurance(self.state.choice, Insurance(insurance)))

    @Slot(str)
    def chooseArrears(self, answer: str) -> None:
        if self.state.choice.arrears != (answer == "yes"):
            self._choose(self.form.with_arrears(self.state.choice, answer == "yes"))

    @Slot()
    def pickAgency(self) -> None:
        self._open("pick_agency", Field.INSURANCE)

    @Slot()
    def pickPeriod(self) -> None:
        self._open("pick_period", Field.INSURANCE)

    @Slot()
    def pickTier(self) -> None:
        self._open("pick_tier", Field.INSURANCE, Field.AGENCY, Field.ARREARS, Field.PERIOD)

    @Slot()
    def next(self) -> None:
        """Go on to pay, or to the list of arrears; or ask the tax system again if it was silent."""
        if self.state.asking.loading:
            self._wanted = self.next
        elif self.state.asking.silent:
            self._load()
        elif self._is_complete():
            if self.listed:
                self._finish("arrears", self._given())
            elif bills := self.form.bills(self.state.choice):
                self._finish("pay", self._given(bills))

    @Slot()
    def stop(self) -> None:
        """End without paying, unless what was chosen no longer holds (the day may have turned)."""
        if self._is_complete():
            self._finish("stop", self._given(self.form.bills(self.state.choice)))

    def _is_complete(self) -> bool:
        """Whether nothing stands in the way; what does is pointed out."""
        self._become(self._assessed(replace(self.state, asked=True)))
        return not self.state.found

    def _open(self, outcome: str, *needed: Field) -> None:
        """Open a picker once what it depends on is answered; else point at what is missing.

        Touched while the tax system is asked, it opens after the answer.
        """
        if self.state.asking.loading:
            self._wanted = lambda: self._open(outcome, *needed)
        if self.state.asking is not Asking.ANSWERED:
            return
        state = self._assessed(self.state)
        if any(f in state.found for f in needed):
            self._become(replace(state, asked=True))
        else:
            self._finish(outcome, self._given())

    def _choose(self, choice: Choice) -> None:
        self._become(self._assessed(replace(self.state, choice=choice, asked=False)))

    def _assessed(self, state: Choosing) -> Choosing:
        """Nothing is found wrong before the tax system has said what the person is enrolled in."""
        if self._due.paying.enrolments is None:
            return state
        form = self.form
        return replace(state, found=form.problems(state.choice), reason=form.reason(state.choice))

    def _given(self, bills: tuple[Bill, ...] = ()) -> Paying:
        return self._due.paying.chosen(self.state.choice, bills)

    def _become(self, state: Choosing) -> None:
        super()._become(state)
        tiers = None if self.listed else self.form.tiers(state.choice)
        self._sum.follow(sum_of(state.choice, tiers))
