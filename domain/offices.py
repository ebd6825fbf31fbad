"""Where one is enrolled (经办机构, agency) and which tax authority (主管税务机关) collects."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.insurance import Insurance
from domain.tables import Table


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


def offices_from_toml(text: str) -> Offices:
    """The offices of all cities. Raises BrokenData with the entry and what is wrong with it.

    Office names follow the file's rule: they are inferred, not taken from a register (facts 3.3).
    """
    file = Table.of(text, "regions.toml")
    file.only("naming", "city")
    naming = file.table("naming")
    naming.only("inferred", "source", "pension", "medical", "tax")
    cities = tuple(_city(entry, naming) for entry in file.tables("city"))
    agencies = [agency for city in cities for county in city.counties for agency in county.agencies]
    by_code = {agency.code: agency for agency in agencies}
    if len(by_code) < len(agencies):
        raise file.wrong("a county is there twice")
    return Offices(cities, by_code)


def _city(entry: Table, naming: Table) -> City:
    entry.only("code", "name", "counties")
    code, name = entry.text("code"), entry.text("name")
    return City(code, name, tuple(_county(line, entry, naming) for line in entry.texts("counties")))


def _county(line: str, city: Table, naming: Table) -> County:
    """From a line of six digits and the name, `520102南明区`."""
    code, name = line[:6], line[6:]
    if not (code.isascii() and code.isdigit() and name and code[:4] == city.text("code")[:4]):
        raise city.wrong(f"{line!r} is not a code of this city and a name")

    def office(kind: str) -> str:
        return naming.text(kind).replace("{city}", city.text("name")).replace("{county}", name)

    return County(
        code,
        name,
        office("tax"),
        (
            Agency(f"{code}P", office("pension"), code, Insurance.PENSION),
            Agency(f"{code}M", office("medical"), code, Insurance.MEDICAL),
        ),
    )
