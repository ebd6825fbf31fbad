"""The file of cities, counties and their offices."""

from functools import cached_property

from adapters.assets.reading import Flag, Table, Text, read
from domain.people.offices import City, Naming, Offices, code_and_name


class NamingTable(Table):
    inferred: Flag = False
    source: Text
    pension: Text
    medical: Text
    tax: Text

    @cached_property
    def value(self) -> Naming:
        return Naming(self.pension, self.medical, self.tax)


class CityEntry(Table):
    """A county is a line of six digits and the name, `520102南明区`."""

    code: Text
    name: Text
    counties: tuple[Text, ...]

    @cached_property
    def value(self) -> tuple[tuple[str, str], ...]:
        return tuple(code_and_name(line, self.code) for line in self.counties)


class RegionsFile(Table):
    naming: NamingTable
    city: tuple[CityEntry, ...]

    @cached_property
    def value(self) -> Offices:
        return Offices.of(tuple(self._city(entry) for entry in self.city))

    def _city(self, entry: CityEntry) -> City:
        counties = (self.naming.value.county(code, name, entry.name) for code, name in entry.value)
        return City(entry.code, entry.name, tuple(counties))


def offices_from_toml(text: str) -> Offices:
    """The offices of all cities. Raises BrokenData with the entry and what is wrong with it."""
    return read(text, "regions.toml", RegionsFile).value
