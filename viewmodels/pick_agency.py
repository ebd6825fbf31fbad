"""社保经办机构: first the city, then the agency; the place of enrolment is one touch away."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickAgency
from domain.visit import Visit
from viewmodels.lists import QVariantList
from viewmodels.parts import Finish, Parts
from viewmodels.rows import Row, plain
from viewmodels.step import StepViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickAgencyViewModel(StepViewModel):
    changed = Signal()

    def __init__(
        self, step: PickAgency, visit: Visit, parts: Parts, finish: Finish, parent: QObject | None = None
    ) -> None:
        super().__init__(visit, parts, finish, parent)
        self._into = step.into
        self._chosen = step.chosen(visit)
        self.city = ""

    @Property(str, notify=changed)
    def heading(self) -> str:
        return "再选经办机构" if self.city else "先选地市"

    @Property(str, notify=changed)
    def cityName(self) -> str:
        """The city chosen; empty while cities are shown. Touching it leads back to the cities."""
        return next((city.name for city in self._parts.offices.cities if city.code == self.city), "")

    @Property(str, notify=changed)
    def changeText(self) -> str:
        return "换一个地市"

    @Property(QVariantList, notify=changed)
    def registered(self) -> list[dict[str, object]]:
        """The agency where the person is enrolled, as a row of its own; empty if there is none."""
        code = next((e.agency for e in self._visit.enrolments or () if e.insurance is self._visit.choice.insurance), "")
        if code not in self._parts.offices.by_code:
            return []
        return plain(
            (
                Row(
                    code,
                    self._parts.offices.name(code),
                    "您的参保登记地，点这里直接选",
                    chosen=code == self._chosen,
                ),
            )
        )

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """Cities, then the agencies of the city for the insurance chosen."""
        if not self.city:
            return plain(Row(city.code, city.name) for city in self._parts.offices.cities)
        city = next(city for city in self._parts.offices.cities if city.code == self.city)
        return plain(
            Row(agency.code, agency.name, chosen=agency.code == self._chosen)
            for county in city.counties
            for agency in county.agencies
            if agency.insurance is self._visit.choice.insurance
        )

    @Slot(str)
    def choose(self, code: str) -> None:
        if code in self._parts.offices.by_code:
            self._finish("picked", self._into(self._visit, code))
        else:
            self._show(code)

    @Slot()
    def up(self) -> None:
        self._show("")

    def _show(self, city: str) -> None:
        self.city = city
        self.changed.emit()
        self.turned.emit()
