"""One of several rows: an option of a form's field, or a contribution period."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.confirmation import Confirmation
from domain.flows.steps import PickOption, PickPeriod
from domain.flows.visit import Choice, Visit
from domain.forms.fields import Given
from domain.people.insurance import Period
from domain.words import NOTHING, Text
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import confirmation_of
from viewmodels.words.language import said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickOneViewModel(StepViewModel):
    """`chosen(id)` is the visit after a row was touched; `nothing` is said where there is no row."""

    changed = Signal()

    def __init__(
        self,
        rows: list[Row],
        chosen: Callable[[str], Visit],
        nothing: Text,
        visit: Visit,
        parts: Parts,
        finish: Finish,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._chosen = chosen
        self._nothing = nothing
        self.rows_shown = rows

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{id, title, caption, chosen, enabled}]`; a row that is not enabled says why in its caption."""
        return self.rows_shown

    @Property(str, notify=changed)
    @said
    def nothing(self) -> Text:
        return NOTHING if self.rows_shown else self._nothing

    @Slot(str)
    def choose(self, row: str) -> None:
        self._finish("picked", self._chosen(row))


def pick_option(step: PickOption, visit: Visit, parts: Parts, finish: Finish) -> PickOneViewModel:
    """The options of a field, the chosen one marked. Another choice empties the fields that depend on it."""
    field, answers = step.field, visit.filled.get(step.form, {})
    given = Given(answers, parts.clock().date(), parts.offices, parts.banks)
    at = answers.get(field.key, field.first)
    rows = [Row(option.id, option.title, option.caption, chosen=option.id == at) for option in field.options(given)]

    def chosen(option: str) -> Visit:
        kept = {key: text for key, text in answers.items() if option == at or key not in field.clears}
        return visit.with_answers(step.form, {**kept, field.key: option})

    return PickOneViewModel(rows, chosen, Text("没有可以选的"), visit, parts, finish)


def pick_period(step: PickPeriod, visit: Visit, parts: Parts, finish: Finish) -> PickOneViewModel:
    """The periods that may be paid, or for 补缴 those that are still unpaid."""
    form = confirmation_of(visit, parts)
    rows = [
        _period(form, replace(visit.choice, periods=(period,)), period == visit.choice.period)
        for period in form.periods(visit.choice)
    ]

    def chosen(period: str) -> Visit:
        return replace(visit, choice=replace(visit.choice, periods=(Period.of(period),), tier=None, recorded=False))

    return PickOneViewModel(rows, chosen, Text("没有需要补缴的费用"), visit, parts, finish)


def _period(form: Confirmation, choice: Choice, chosen: bool) -> Row:
    """A period that is paid cannot be chosen; one without a published standard says so."""
    assert choice.insurance is not None and choice.period is not None
    paid, tiers = form.is_paid(choice.insurance, choice.period), form.tiers(choice)
    caption = Text("已缴费") if paid else Text("缴费标准还没有公布") if tiers and not tiers.tiers else NOTHING
    return Row(choice.period.key, choice.period.label, caption, chosen=chosen, enabled=not paid)
