"""查询缴费: for when and for which insurance, and what one is enrolled in."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.confirmation import Confirmation, Field
from domain.flows.steps import Periods, Query
from domain.flows.visit import Choice, Due, Paying
from domain.forms.desks import PaymentDesk
from domain.people.insurance import Insurance, Period
from domain.people.person import Enrolment
from domain.words import NOTHING, Text, Verbatim
from viewmodels.asking import Asking, TaxQuestion
from viewmodels.lists import QStringList, QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import Choosing, confirmation_of, with_enrolments
from viewmodels.words import sentences
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Pair, Row
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QueryViewModel(StepViewModel, Stateful[Choosing]):
    changed = Signal()

    def __init__(
        self,
        step: Query,
        due: Due,
        desk: PaymentDesk,
        worker: Worker,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._desk = desk
        self._finish = finish
        self._step = step
        self._question = TaxQuestion(worker, self, self._stands)
        self._wanted = False
        self.state = Choosing(due.paying.choice)
        if due.paying.enrolments is None:
            self._load()
        else:
            self._loaded(due)

    def _load(self) -> None:
        due, desk = self._due, self._desk
        self._question.ask(lambda: with_enrolments(due, desk), self._loaded)

    def _loaded(self, due: Due) -> None:
        """The usual period is chosen from the start."""
        self._due = due
        choice = self.state.choice
        if not set(choice.periods) & set(self._offered()):
            choice = self.form.with_periods(choice, self._offered()[:1])
        self._become(self._assessed(Choosing(choice)))
        if self._wanted:
            self.next()

    def _stands(self, asking: Asking) -> None:
        self._become(replace(self.state, asking=asking))

    @property
    def form(self) -> Confirmation:
        return confirmation_of(self._due, self._desk)

    @Property(QVariantList, notify=changed)
    @said_rows
    def identity(self) -> Iterable[object]:
        """`[{key, value}]`: name, document kind, masked number."""
        return sentences.identity(self._due.insured)

    @Property(str, notify=changed)
    @said
    def enrolledHeading(self) -> Text:
        return self._step.enrolled

    @Property(QVariantList, notify=changed)
    @said_rows
    def enrolled(self) -> Iterable[object]:
        """`[{key, value}]`: each insurance with its agency."""
        known = self._due.paying.enrolments or () if self._step.enrolled else ()
        return (self._where(enrolment) for enrolment in known)

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        """Said where somebody is enrolled in nothing."""
        return sentences.ENROLLED_IN_NOTHING if self._step.enrolled and self._due.paying.enrolments == () else NOTHING

    @Property(str, notify=changed)
    @said
    def periodLabel(self) -> Text:
        return self._step.period

    @Property(str, notify=changed)
    @said
    def insuranceLabel(self) -> Text:
        """Empty where the insurance is not asked for."""
        return self._step.insurance

    @Property(QVariantList, notify=changed)
    @said_rows
    def periods(self) -> Iterable[object]:
        """`[{id, title, caption, chosen}]`: months to be ticked, 补缴 named so; or years, one of which is chosen."""
        return (self._row(period) for period in self._offered()) if self.known else ()

    @Property(bool, notify=changed)
    def several(self) -> bool:
        """Whether more than one period may be chosen."""
        return self._step.periods is Periods.LISTED

    @Property(str, notify=changed)
    @said
    def ticked(self) -> Text:
        """How many months are ticked, where there is more than one to tick."""
        if not self.several or not self.known or len(self._offered()) < 2:
            return NOTHING
        return Text("可以选几个月一起缴，已选 {count} 个月", count=len(self.state.choice.periods))

    @Property(QVariantList, notify=changed)
    @said_rows
    def insurances(self) -> Iterable[object]:
        return (Row(i, i.label, chosen=self.state.choice.insurance is i) for i in Insurance)

    @Property(str, notify=changed)
    @said
    def periodError(self) -> Text:
        """Also what is wrong with the insurance, where that is not asked here."""
        fields = (Field.PERIOD, Field.ARREARS, *(() if self._step.insurance else (Field.INSURANCE,)))
        return next(filter(None, (self.state.error(field, self._step.period) for field in fields)), NOTHING)

    @Property(str, notify=changed)
    @said
    def insuranceError(self) -> Text:
        return self.state.error(Field.INSURANCE, self._step.insurance)

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.asking.says

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Whether it is known what somebody is enrolled in: nothing can be chosen before."""
        return self._due.paying.enrolments is not None

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self.state.asking.loading

    @Property(QStringList, notify=changed)
    @said_each
    def notes(self) -> Iterable[Text]:
        return self._step.notes

    @Property(str, notify=changed)
    @said
    def notesHeading(self) -> Text:
        return Text("注意事项")

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return Text("重新查询") if self.state.asking.silent else self._step.submit

    @Slot(str)
    def choosePeriod(self, key: str) -> None:
        """Tick a month, or untick it; or choose a year."""
        if not self.known:
            return
        period, choice = Period.of(key), self.state.choice
        ticked = {*choice.periods} ^ {period} if self.several else {period}
        self._choose(self.form.with_periods(choice, ticked & {*self._offered()}))

    @Slot(str)
    def chooseInsurance(self, insurance: str) -> None:
        """Paid where one is enrolled, unless the agency is asked for on a screen of its own."""
        if not self.known:
            return
        choice, wanted = self.state.choice, Insurance(insurance)
        if self._step.periods is Periods.NONE:
            self._choose(Choice(insurance=wanted))
        else:
            self._choose(self.form.where_enrolled(choice, wanted))

    @Slot()
    def next(self) -> None:
        """Go on, after the answer if the tax system is being asked; or ask it again if it was silent."""
        self._wanted = self.state.asking.loading
        if self._wanted:
            return
        if self.state.asking.silent:
            self._load()
            return
        state = self._assessed(replace(self.state, asked=True))
        self._become(state)
        if not state.found:
            self._finish("next", self._due.paying.chosen(state.choice))

    def _offered(self) -> tuple[Period, ...]:
        match self._step.periods:
            case Periods.LISTED:
                return self.form.listed()
            case Periods.YEARS:
                return self.form.periods(replace(self.state.choice, arrears=False))
        return ()

    def _row(self, period: Period) -> Row:
        form, choice = self.form, self.state.choice
        paid = choice.insurance is not None and form.is_paid(choice.insurance, period)
        title = period.label if self.several else Text("{year}年", year=period.year)
        usual = NOTHING if self.several or not period.month else Text("本次缴 {period}", period=period.label)
        caption = Text("已缴费") if paid else Text("补缴") if form.is_owed(period) else usual
        return Row(period.key, title, caption, chosen=period in choice.periods)

    def _where(self, enrolment: Enrolment) -> Pair:
        """The agency; of medical insurance only once it was chosen, where it has to be chosen (BR5)."""
        label = enrolment.insurance.label
        if self._step.periods is Periods.NONE and enrolment.insurance is Insurance.MEDICAL:
            return Pair(label, Text("选择经办机构后显示"), quiet=True)
        return Pair(label, Verbatim(self._desk.almanac.offices.name(enrolment.agency)))

    def _choose(self, choice: Choice) -> None:
        self._become(self._assessed(replace(self.state, choice=choice, asked=False)))

    def _assessed(self, state: Choosing) -> Choosing:
        """What stands in the way of what is asked here; agency and tier are asked for later."""
        asked = {Field.INSURANCE}
        if self._step.periods is not Periods.NONE:
            asked |= {Field.PERIOD, Field.ARREARS}
        form = self.form
        found = {where: problem for where, problem in form.problems(state.choice).items() if where in asked}
        return replace(state, found=found, reason=form.reason(state.choice))
