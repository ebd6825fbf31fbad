"""Picking a month, and picking a tax authority."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from domain.flows.channels.alipay.table import TABLE as ALIPAY
from domain.flows.steps import PickAuthority, PickMonth
from domain.flows.visit import Visit
from tests.payment.hall import Hall
from tests.viewmodels.conftest import Ended
from viewmodels.making import forms
from viewmodels.parts import Parts
from viewmodels.steps.pick_authority import PickAuthorityViewModel
from viewmodels.steps.pick_month import YEARS, PickMonthViewModel

FORM = "tax_first"
Show = Callable[..., PickMonthViewModel]


@pytest.fixture
def show(parts: Parts, ended: Ended) -> Show:
    def shown(field: str = "from", **answers: str) -> PickMonthViewModel:
        step = ALIPAY.screens[f"alipay.tax_first_{field}"].step
        assert isinstance(step, PickMonth)
        given = {key.rstrip("_"): month for key, month in answers.items()}
        return forms.pick_month(step, Visit("alipay").with_answers(FORM, given), parts, ended)

    return shown


def enabled(months: PickMonthViewModel) -> list[str]:
    return [row["id"] for row in months.property("rows") if row["enabled"]]


def chosen(months: PickMonthViewModel) -> list[str]:
    return [row["id"] for row in months.property("rows") if row["chosen"]]


class TestMonths:
    def test_those_to_come_cannot_be_chosen(self, show: Show) -> None:
        months = show("to")
        assert months.property("yearText") == "2026 年"
        assert [row["title"] for row in months.property("rows")] == [f"{month} 月" for month in range(1, 13)]
        assert enabled(months) == [f"2026-{month:02d}" for month in range(1, 12)]
        assert [row["caption"] for row in months.property("rows")] == [""] * 11 + ["还没有到"]

    def test_a_new_month_begins_in_the_hall(self, hall: Hall, show: Show) -> None:
        hall.now = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
        assert len(enabled(show())) == 12
        hall.now = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
        months = show("to")
        assert (months.property("yearText"), enabled(months)) == ("2027 年", ["2027-01"])

    def test_an_earlier_year_has_all(self, show: Show) -> None:
        months = show()
        months.turn(-1)
        assert months.property("yearText") == "2025 年" and len(enabled(months)) == 12

    def test_years_are_bounded(self, show: Show) -> None:
        months = show()
        assert (months.property("page"), months.property("pages")) == (YEARS, YEARS)
        months.turn(1)
        assert months.property("yearText") == "2026 年"
        seen = []
        for _ in range(YEARS + 1):
            seen.append(months.property("yearText"))
            months.turn(-1)
        assert seen == [f"{year} 年" for year in range(2026, 2016, -1)] + ["2017 年"]
        assert months.property("page") == 1
        months.turn(100)
        assert months.property("page") == YEARS

    @pytest.mark.parametrize(
        ("field", "answers", "year", "month"),
        [
            ("from", {}, "2026 年", "2026-01"),
            ("to", {}, "2026 年", "2026-11"),
            ("from", {"from_": "2024-05", "to": "2025-05"}, "2024 年", "2024-05"),
            ("to", {"from_": "2024-05", "to": "2025-06"}, "2025 年", "2025-06"),
        ],
    )
    def test_it_opens_where_one_has_chosen(
        self, show: Show, field: str, answers: dict[str, str], year: str, month: str
    ) -> None:
        months = show(field, **answers)
        assert (months.property("yearText"), chosen(months)) == (year, [month])
        months.turn(-1)
        assert chosen(months) == []

    def test_the_other_answers_stay(self, show: Show, ended: Ended) -> None:
        months = show("to", from_="2025-03", authority="520102")
        months.choose("2026-02")
        assert ended.outcome == "picked"
        assert ended.visit.filled[FORM] == {"from": "2025-03", "authority": "520102", "to": "2026-02"}


class TestAuthorities:
    @pytest.fixture
    def show(self, parts: Parts, ended: Ended) -> Callable[[str], PickAuthorityViewModel]:
        def shown(county: str) -> PickAuthorityViewModel:
            step = ALIPAY.screens["alipay.tax_first_authority"].step
            assert isinstance(step, PickAuthority)
            given = {"from": "2026-01"} | ({"authority": county} if county else {})
            return forms.pick_authority(step, Visit("alipay").with_answers(FORM, given), parts, ended)

        return shown

    def test_a_city_first_then_its_counties(self, show: Callable[[str], PickAuthorityViewModel], ended: Ended) -> None:
        authorities = show("")
        assert authorities.property("heading") == "先选地市" and authorities.property("registered") == []
        rows = authorities.property("rows")
        assert len(rows) == 9 and rows[0]["title"] == "贵阳市"
        authorities.choose(rows[0]["id"])
        assert (authorities.property("heading"), authorities.property("cityName")) == ("再选税务机关", "贵阳市")
        counties = {row["id"]: row["title"] for row in authorities.property("rows")}
        assert counties["520102"] == "国家税务总局贵阳市南明区税务局" and len(counties) == 10
        authorities.choose("520102")
        assert ended.outcome == "picked"
        assert ended.visit.filled[FORM] == {"from": "2026-01", "authority": "520102"}

    def test_back_to_the_cities(self, show: Callable[[str], PickAuthorityViewModel]) -> None:
        authorities = show("")
        authorities.choose("520300")
        assert len(authorities.property("rows")) == 14
        authorities.up()
        assert authorities.property("heading") == "先选地市" and len(authorities.property("rows")) == 9

    def test_the_one_that_is_chosen_is_one_touch_away(
        self, show: Callable[[str], PickAuthorityViewModel], ended: Ended
    ) -> None:
        authorities = show("520102")
        (own,) = authorities.property("registered")
        assert (own["title"], own["chosen"]) == ("国家税务总局贵阳市南明区税务局", True)
        authorities.choose("520100")
        assert [row["id"] for row in authorities.property("rows") if row["chosen"]] == ["520102"]
        authorities.choose(own["id"])
        assert ended.visit.filled[FORM]["authority"] == "520102"
