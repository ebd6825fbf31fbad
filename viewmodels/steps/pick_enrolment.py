"""参保信息 at the chosen agency: which enrolment, and for which year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickEnrolment
from domain.flows.visit import Due, Paying
from domain.forms.desks import PaymentDesk
from domain.people.insurance import Insurance, Period
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import confirmation_of
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """`chosen` is the period's key; `asked`: the visitor has tried to go on without."""

    chosen: str = ""
    asked: bool = False


@QmlElement
class PickEnrolmentViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        step: PickEnrolment,
        due: Due,
        desk: PaymentDesk,
        insurance: Insurance,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._due = due
        self._desk = desk
        self._insurance = insurance
        self._finish = finish
        self._step = step
        self._listed = self._rows()
        earlier = due.paying.choice.period
        self.state = State(earlier.key if earlier and self._may_be(earlier.key) else "")

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, chosen, enabled}]`; a row that is not enabled says why in its caption."""
        return (replace(row, chosen=row.id == self.state.chosen) for row in self._listed)

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("选择其中一条参保信息") if self._listed else NOTHING

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        return NOTHING if self._listed else self._step.nothing

    @Property(str, notify=changed)
    @said
    def error(self) -> Text:
        payable = any(row.enabled for row in self._listed)
        missing = Text("请选择其中一条参保信息") if payable else Text("没有可以缴费的参保信息")
        return missing if self.state.asked and not self.state.chosen else NOTHING

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return self._step.submit if self._listed else Text("重新选择")

    @Slot(str)
    def choose(self, row: str) -> None:
        if self._may_be(row):
            self._become(State(row))

    @Slot()
    def submit(self) -> None:
        """On with the chosen row; where there is none, back to the agency."""
        if not self._listed:
            self._finish("again", self._due.paying)
        elif self.state.chosen:
            paying, period = self._due.paying, Period.of(self.state.chosen)
            choice = replace(paying.choice, periods=(period,), arrears=False, tier=None, recorded=False)
            self._finish("next", replace(paying, choice=choice))
        else:
            self._become(State(asked=True))

    def _may_be(self, key: str) -> bool:
        """Whether there is such a row, and it can be paid."""
        return any(row.id == key and row.enabled for row in self._listed)

    def _rows(self) -> tuple[Row, ...]:
        """A row for each period of the enrolment at the chosen agency."""
        choice, form = self._due.paying.choice, confirmation_of(self._due, self._desk)
        enrolment = form.enrolled_at(self._insurance, choice.agency)
        if enrolment is None:
            return ()
        agency, category = self._desk.almanac.offices.name(enrolment.agency), enrolment.category
        where = Text("{agency}，{category}", agency=Verbatim(agency), category=Verbatim(category))
        rows = []
        for period in form.periods(replace(choice, arrears=False)):
            paid = form.is_paid(self._insurance, period)
            tiers = form.tiers(replace(choice, periods=(period,)))
            unknown = tiers is not None and not tiers.tiers
            why = Text("已缴费") if paid else tiers.standard if tiers and unknown else where
            title = Text("{period} {insured}", period=period.label, insured=self._insurance.label)
            rows.append(Row(period.key, title, why, enabled=not (paid or unknown)))
        return tuple(rows)
