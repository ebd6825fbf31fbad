"""Where one is enrolled (经办机构, agency) and which tax authority (主管税务机关) collects."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people.insurance import Insurance


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
    """A city (市州): the place within which medical insurance is set (统筹区)."""

    code: str
    name: str
    counties: tuple[County, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    """Guizhou's nine cities and 88 counties with their offices."""

    cities: tuple[City, ...]
    by_code: Mapping[str, Agency]

    @classmethod
    def of(cls, cities: tuple[City, ...]) -> "Offices":
        """The offices of these cities. Raises ValueError if a county is there twice."""
        agencies = [agency for city in cities for county in city.counties for agency in county.agencies]
        by_code = {agency.code: agency for agency in agencies}
        if len(by_code) < len(agencies):
            raise ValueError("a county is there twice")
        return cls(cities, by_code)

    def name(self, code: str) -> str:
        """An agency as screens name it; its code, if it is none of ours (renamed, or of another province)."""
        agency = self.by_code.get(code)
        return agency.name if agency else code

    def find_county(self, code: str) -> County | None:
        """The county of a six-digit code; None outside Guizhou."""
        return next((c for city in self.cities for c in city.counties if c.code == code), None)

    def county(self, code: str) -> str:
        """The name of a county; empty outside Guizhou."""
        county = self.find_county(code)
        return county.name if county else ""

    def authority(self, county: str) -> str:
        """The name of a county's tax authority; empty outside Guizhou."""
        found = self.find_county(county)
        return found.tax_authority if found else ""

    def city_of(self, county: str) -> City | None:
        """The city of a county's six-digit code; None outside Guizhou."""
        return next((city for city in self.cities if any(c.code == county for c in city.counties)), None)


@dataclass(frozen=True, slots=True)
class Naming:
    """How offices are called: inferred from their county's and city's names, not taken from a register (facts 3.3)."""

    pension: str
    medical: str
    tax: str

    def county(self, code: str, name: str, city: str) -> County:
        """A county with its offices."""

        def office(template: str) -> str:
            return template.replace("{city}", city).replace("{county}", name)

        return County(
            code,
            name,
            office(self.tax),
            (
                Agency(f"{code}P", office(self.pension), code, Insurance.PENSION),
                Agency(f"{code}M", office(self.medical), code, Insurance.MEDICAL),
            ),
        )


def code_and_name(line: str, city: str) -> tuple[str, str]:
    """A county by six digits and its name, `520102南明区`. Raises ValueError if the city of that code has none such."""
    code, name = line[:6], line[6:]
    if not (code.isascii() and code.isdigit() and name and code[:4] == city[:4]):
        raise ValueError(f"{line!r} is not a code of this city and a name")
    return code, name
