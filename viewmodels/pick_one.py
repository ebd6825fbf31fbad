"""One of several rows: a kind of document, or a contribution period."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.confirmation import Confirmation
from domain.flows.steps import Of, PickOne
from domain.identity import DocumentKind
from domain.insurance import Period
from domain.visit import Choice, Visit
from viewmodels.confirming import confirmation_of
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.rows import Row, plain
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickOneViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: PickOne, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        offered: dict[Of, Callable[[], list[Row]]] = {
            Of.VISITOR_DOCUMENTS: lambda: _documents(visit.typed.kind),
            Of.PAYEE_DOCUMENTS: lambda: _documents(visit.typed_payee.kind),
            Of.PERIODS: lambda: self._periods(visit),
        }
        self._of = step.of
        self.rows_shown = offered[step.of]()

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """`[{id, title, caption, chosen, enabled}]`; a row that is not enabled says why in its caption."""
        return plain(self.rows_shown)

    @Property(str, notify=changed)
    def nothing(self) -> str:
        return "" if self.rows_shown else "没有需要补缴的费用"

    @Slot(str)
    def choose(self, row: str) -> None:
        self._finish("picked", self._with(row))

    def _with(self, row: str) -> Visit:
        visit = self._visit
        if self._of is Of.VISITOR_DOCUMENTS:
            return replace(visit, typed=replace(visit.typed, kind=DocumentKind(row)))
        if self._of is Of.PAYEE_DOCUMENTS:
            return replace(visit, typed_payee=replace(visit.typed_payee, kind=DocumentKind(row)))
        return replace(visit, choice=replace(visit.choice, periods=(Period.of(row),), tier=None, recorded=False))

    def _periods(self, visit: Visit) -> list[Row]:
        form = confirmation_of(visit, self._parts)
        return [
            _period(form, replace(visit.choice, periods=(period,)), period == visit.choice.period)
            for period in form.periods(visit.choice)
        ]


def _period(form: Confirmation, choice: Choice, chosen: bool) -> Row:
    """A period that is paid cannot be chosen; one without a published standard says so."""
    assert choice.insurance is not None and choice.period is not None
    paid, tiers = form.is_paid(choice.insurance, choice.period), form.tiers(choice)
    caption = "已缴费" if paid else "缴费标准还没有公布" if tiers and not tiers.tiers else ""
    return Row(choice.period.key, choice.period.label, caption, chosen=chosen, enabled=not paid)


def _documents(chosen: DocumentKind) -> list[Row]:
    first = [DocumentKind.RESIDENT_ID]
    return [
        Row(kind, kind.label, chosen=kind is chosen) for kind in first + [k for k in DocumentKind if k not in first]
    ]
