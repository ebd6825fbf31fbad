"""社保经办机构: first the city, then the agency; the place of enrolment is one touch away."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.people.insurance import Insurance
from domain.people.offices import City, Offices
from domain.words import Text, Verbatim
from viewmodels.lists import QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words.language import Language, said, said_rows
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickAgencyViewModel(StepViewModel):
    """`chosen` is the code of the office chosen so far, if any; `picked(code)` is how it ends.

    An agency is for an `insurance`, and `enrolled` the one where the person is enrolled in it, if that is known.
    """

    changed = Signal()
    OFFICE = Text("经办机构")

    def __init__(
        self,
        chosen: str,
        offices: Offices,
        language: Language,
        picked: Callable[[str], None],
        parent: QObject | None = None,
        *,
        insurance: Insurance | None = None,
        enrolled: str = "",
    ) -> None:
        super().__init__(language, parent)
        self._chosen = chosen
        self._offices = offices
        self._picked = picked
        self._insurance = insurance
        self._enrolled = enrolled
        self.city = ""

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("再选{office}", office=self.OFFICE) if self.city else Text("先选地市")

    @Property(str, notify=changed)
    @said
    def cityName(self) -> Text:
        """The city chosen; empty while cities are shown. Touching it leads back to the cities."""
        return Verbatim(next((city.name for city in self._offices.cities if city.code == self.city), ""))

    @Property(str, notify=changed)
    @said
    def changeText(self) -> Text:
        return Text("换一个地市")

    @Property(QVariantList, notify=changed)
    @said_rows
    def registered(self) -> Iterable[object]:
        """The agency where the person is enrolled, as a row of its own; empty if there is none."""
        row = self._own()
        return ((row,)) if row else []

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """Cities, then the agencies of the city for the insurance chosen."""
        if not self.city:
            return (Row(city.code, Verbatim(city.name)) for city in self._offices.cities)
        city = next(city for city in self._offices.cities if city.code == self.city)
        return (Row(code, Verbatim(name), chosen=code == self._chosen) for code, name in self._offices_of(city))

    @Slot(str)
    def choose(self, code: str) -> None:
        if self._is_office(code):
            self._picked(code)
        else:
            self._show(code)

    @Slot()
    def up(self) -> None:
        self._show("")

    def _is_office(self, code: str) -> bool:
        return code in self._offices.by_code

    def _offices_of(self, city: City) -> list[tuple[str, str]]:
        """Code and name of what a city has to choose from."""
        return [
            (agency.code, agency.name)
            for county in city.counties
            for agency in county.agencies
            if agency.insurance is self._insurance
        ]

    def _own(self) -> Row | None:
        """The one that is most likely meant."""
        code = self._enrolled
        if not self._is_office(code):
            return None
        caption = Text("您的参保登记地，点这里直接选")
        return Row(code, Verbatim(self._offices.name(code)), caption, chosen=code == self._chosen)

    def _show(self, city: str) -> None:
        self.city = city
        self.changed.emit()
        self.turned.emit()
