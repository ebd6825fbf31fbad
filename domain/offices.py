"""Where one is enrolled (经办机构, agency) and which tax authority (主管税务机关) collects."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.insurance import Insurance


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency (经办机构, the place of enrolment) for one insurance."""

    code: str
    name: str
    county: str
    insurance: Insurance


@dataclass(frozen=True, slots=True)
class County:
    """A county of GB/T 2260 with its offices; `code` has six digits."""

    code: str
    name: str
    tax_authority: str
    agencies: tuple[Agency, ...]


@dataclass(frozen=True, slots=True)
class City:
    code: str
    name: str
    counties: tuple[County, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    """Guizhou's nine cities and 88 counties with their offices."""

    cities: tuple[City, ...]
    by_code: Mapping[str, Agency]

    def city_of(self, county: str) -> City | None:
        return next((city for city in self.cities if any(c.code == county for c in city.counties)), None)
