"""行政区划: first the city, then the county."""

from PySide6.QtQml import QmlElement

from domain.people.offices import City
from domain.words import Text, Verbatim
from viewmodels.steps.pick_agency import PickAgencyViewModel
from viewmodels.words.rows import Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PickCountyViewModel(PickAgencyViewModel):
    OFFICE = Text("区县")

    def _is_office(self, code: str) -> bool:
        return self._offices.find_county(code) is not None

    def _offices_of(self, city: City) -> list[tuple[str, str]]:
        return [(county.code, county.name) for county in city.counties]

    def _own(self) -> Row | None:
        name = self._offices.county(self._chosen)
        return Row(self._chosen, Verbatim(name), Text("现在选的，点这里不改"), chosen=True) if name else None
