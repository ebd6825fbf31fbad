"""Guizhou's divisions and the offices of each."""

from pathlib import Path

import pytest

from adapters.assets.offices import offices_from_toml
from adapters.assets.reading import BrokenData
from domain.people.insurance import Insurance
from domain.people.offices import County, Offices

REGIONS = Path(__file__).parents[2] / "assets" / "regions.toml"


@pytest.fixture(scope="module")
def offices() -> Offices:
    return offices_from_toml(REGIONS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def counties(offices: Offices) -> dict[str, County]:
    return {county.code: county for city in offices.cities for county in city.counties}


@pytest.mark.parametrize(
    ("code", "name", "count"),
    [
        ("520100", "贵阳市", 10),
        ("520200", "六盘水市", 4),
        ("520300", "遵义市", 14),
        ("520400", "安顺市", 6),
        ("520500", "毕节市", 8),
        ("520600", "铜仁市", 10),
        ("522300", "黔西南布依族苗族自治州", 8),
        ("522600", "黔东南苗族侗族自治州", 16),
        ("522700", "黔南布依族苗族自治州", 12),
    ],
)
def test_cities(offices: Offices, code: str, name: str, count: int) -> None:
    city = next(city for city in offices.cities if city.code == code)
    assert (city.name, len(city.counties)) == (name, count)


def test_nine_cities_and_88_counties_with_two_agencies_each(offices: Offices, counties: dict[str, County]) -> None:
    assert len(offices.cities) == 9
    assert len(counties) == sum(len(city.counties) for city in offices.cities) == 88
    assert len({county.name for county in counties.values()}) == 88
    assert len(offices.by_code) == 176
    assert len({agency.name for agency in offices.by_code.values()}) == 176


@pytest.mark.parametrize(
    ("code", "pension", "medical", "tax"),
    [
        ("520102", "南明区社会保险事业局", "南明区医疗保障局", "国家税务总局贵阳市南明区税务局"),
        ("520581", "黔西市社会保险事业局", "黔西市医疗保障局", "国家税务总局毕节市黔西市税务局"),
        (
            "520325",
            "道真仡佬族苗族自治县社会保险事业局",
            "道真仡佬族苗族自治县医疗保障局",
            "国家税务总局遵义市道真仡佬族苗族自治县税务局",
        ),
    ],
)
def test_names_follow_the_rule(counties: dict[str, County], code: str, pension: str, medical: str, tax: str) -> None:
    assert tuple(agency.name for agency in counties[code].agencies) == (pension, medical)
    assert counties[code].tax_authority == tax


def test_agencies_are_found_by_code(offices: Offices, counties: dict[str, County]) -> None:
    assert offices.by_code["522601P"].insurance is Insurance.PENSION
    assert offices.by_code["522601M"].insurance is Insurance.MEDICAL
    assert all(offices.by_code[a.code] is a and a.county == c.code for c in counties.values() for a in c.agencies)


def test_the_city_of_a_county(offices: Offices) -> None:
    city = offices.city_of("520581")
    assert city is not None and city.code == "520500"
    assert offices.city_of("110105") is None


NAMING = '[naming]\nsource = "s"\npension = "{county}P"\nmedical = "{county}M"\ntax = "{city}{county}T"\n'


@pytest.mark.parametrize(
    ("city", "complaint"),
    [
        ('counties = ["520201钟山区"]', "regions.toml, city 1: '520201钟山区' is not a code of this city and a name"),
        ('counties = ["520102"]', "regions.toml, city 1: '520102' is not a code of this city and a name"),
        ('counties = ["520102南明区", "520102云岩区"]', "regions.toml: a county is there twice"),
        ("", "regions.toml, city 1: counties is missing"),
    ],
)
def test_broken_regions_say_where(city: str, complaint: str) -> None:
    with pytest.raises(BrokenData) as broken:
        offices_from_toml(f'{NAMING}[[city]]\ncode = "520100"\nname = "贵阳市"\n{city}')
    assert str(broken.value) == complaint


def test_an_agency_that_is_none_of_ours_keeps_its_code(offices: Offices) -> None:
    assert offices.name("520102P") == "南明区社会保险事业局"
    assert offices.name("529900P") == "529900P"
