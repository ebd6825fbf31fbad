"""参保信息 at the chosen agency: which enrolment, and for which year."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickEnrolment
from domain.insurance import Period
from domain.visit import Visit
from viewmodels.confirming import confirmation_of
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.rows import Row, plain
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickEnrolmentViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: PickEnrolment, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._step = step
        self.listed = self._rows()
        chosen = visit.choice.period
        only = next((row.id for row in self.listed if row.enabled), "")
        self.chosen = chosen.key if chosen else only
        self.asked = False

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """`[{id, title, caption, chosen, enabled}]`; a row that is not enabled says why in its caption."""
        return plain(replace(row, chosen=row.id == self.chosen) for row in self.listed)

    @Property(str, notify=changed)
    def heading(self) -> str:
        return "选择其中一条参保信息" if self.listed else ""

    @Property(str, notify=changed)
    def nothing(self) -> str:
        return "" if self.listed else self._step.nothing

    @Property(str, notify=changed)
    def error(self) -> str:
        return "没有可以缴费的参保信息" if self.asked and not self.chosen else ""

    @Property(str, notify=changed)
    def submitText(self) -> str:
        return self._step.submit if self.listed else "重新选择"

    @Slot(str)
    def choose(self, row: str) -> None:
        self.chosen = row
        self.changed.emit()

    @Slot()
    def submit(self) -> None:
        """On with the chosen row; where there is none, back to the agency."""
        if not self.listed:
            self._finish("again", self._visit)
        elif self.chosen:
            choice = replace(
                self._visit.choice, periods=(Period.of(self.chosen),), arrears=False, tier=None, recorded=False
            )
            self._finish("next", replace(self._visit, choice=choice))
        else:
            self.asked = True
            self.changed.emit()

    def _rows(self) -> tuple[Row, ...]:
        """A row for each period of the enrolment at the chosen agency."""
        choice, form = self._visit.choice, confirmation_of(self._visit, self._parts)
        assert choice.insurance is not None
        enrolment = form.enrolment(choice.insurance)
        if enrolment is None or enrolment.agency != choice.agency:
            return ()
        where = f"{self._parts.offices.name(enrolment.agency)}，{enrolment.category}"
        rows = []
        for period in form.periods(replace(choice, arrears=False)):
            paid = form.is_paid(choice.insurance, period)
            tiers = form.tiers(replace(choice, periods=(period,)))
            unknown = tiers is not None and not tiers.tiers
            why = "已缴费" if paid else "缴费标准还没有公布" if unknown else where
            title = f"{period.label} {choice.insurance.label}"
            rows.append(Row(period.key, title, why, enabled=not (paid or unknown)))
        return tuple(rows)
