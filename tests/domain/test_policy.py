"""The policy files: every published figure, every season, and what broken files are told."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.assets.policy import policy_from_toml
from adapters.assets.reading import BrokenData
from domain.flows.catalogue import check_closing
from domain.money import yuan
from domain.people.insurance import Insurance, Period, Scheme
from domain.policy import PolicyError, Tiers
from domain.policy.ages import Ages

TEXTS = {
    file.name: file.read_text(encoding="utf-8")
    for file in (Path(__file__).parents[2] / "assets" / "policy").glob("*.toml")
}
BOOK = policy_from_toml(TEXTS)
GUIYANG, ZUNYI = "520100", "520300"
TODAY = date(2026, 11, 23)
FLEXIBLE, RESIDENT = Scheme.FLEXIBLE, Scheme.RESIDENT
PENSION, MEDICAL = Insurance.PENSION, Insurance.MEDICAL


def codes(tiers: Tiers) -> list[str]:
    return [tier.code for tier in tiers.tiers]


@pytest.mark.parametrize(
    ("year", "figures"),
    [
        (2023, {60: (4114.55, 822.91), 300: (20572.75, 4114.55)}),
        (
            2024,
            {
                60: (4363.35, 872.67),
                70: (5090.58, 1018.12),
                80: (5817.80, 1163.56),
                90: (6545.03, 1309.01),
                100: (7272.25, 1454.45),
                150: (10908.38, 2181.68),
                200: (14544.50, 2908.90),
                250: (18180.63, 3636.13),
                300: (21816.75, 4363.35),
            },
        ),
        (
            2025,
            {
                60: (4394.70, 878.94),
                70: (5127.15, 1025.43),
                80: (5859.60, 1171.92),
                90: (6592.05, 1318.41),
                100: (7324.50, 1464.90),
                150: (10986.75, 2197.35),
                200: (14649.00, 2929.80),
                250: (18311.25, 3662.25),
                300: (21973.50, 4394.70),
            },
        ),
    ],
)
def test_flexible_pension_figures(year: int, figures: dict[int, tuple[float, float]]) -> None:
    tiers = BOOK.tiers(FLEXIBLE, PENSION, Period(year, 12), GUIYANG, date(year, 12, 1))
    assert (tiers.standard, tiers.uncertain, tiers.per) == (f"{year}年标准", False, "每月")
    assert codes(tiers) == ["60", "70", "80", "90", "100", "150", "200", "250", "300"]
    for step, (base, pay) in figures.items():
        tier = tiers.find(str(step))
        assert tier is not None and tier.base is not None
        assert (tier.label, yuan(tier.base), yuan(tier.fen)) == (f"{step}% 档", f"{base:,.2f}", f"{pay:,.2f}")


@pytest.mark.parametrize(
    ("period", "today", "standard", "uncertain"),
    [
        (Period(2026, 11), date(2026, 11, 23), "2026年标准未公布，暂按2025年", True),  # no notice for 2026 was found
        (Period(2027, 1), date(2027, 1, 5), "2027年标准未公布，暂按2025年", True),
        (Period(2025, 9), date(2025, 9, 16), "2025年标准未公布，暂按2024年", True),  # the day before the notice
        (Period(2025, 9), date(2025, 9, 17), "2025年标准", False),
        (Period(2025, 3), date(2025, 11, 1), "2025年标准", False),  # an earlier month, after the notice
        (Period(2024, 6), date(2024, 6, 30), "2024年标准未公布，暂按2023年", True),
    ],
)
def test_flexible_pension_goes_by_the_latest_known_wage(
    period: Period, today: date, standard: str, uncertain: bool
) -> None:
    tiers = BOOK.tiers(FLEXIBLE, PENSION, period, GUIYANG, today)
    assert (tiers.standard, tiers.uncertain) == (standard, uncertain)


def test_before_the_first_wage_there_are_no_tiers() -> None:
    tiers = BOOK.tiers(FLEXIBLE, PENSION, Period(2022, 5), GUIYANG, TODAY)
    assert (tiers.tiers, tiers.standard) == ((), "没有2022年的缴费标准")


@pytest.mark.parametrize(
    ("today", "month", "arrears"),
    [
        (date(2026, 1, 31), Period(2026, 1), ()),
        (date(2026, 4, 1), Period(2026, 4), (Period(2026, 3), Period(2026, 2), Period(2026, 1))),
        (date(2026, 12, 31), Period(2026, 12), tuple(Period(2026, month) for month in range(11, 0, -1))),
    ],
)
def test_flexible_pension_is_paid_by_the_month_of_one_year(
    today: date, month: Period, arrears: tuple[Period, ...]
) -> None:
    assert BOOK.periods(FLEXIBLE, PENSION, today) == (month,)
    assert BOOK.arrears(FLEXIBLE, PENSION, today) == arrears


def test_flexible_medical_of_guiyang_2018() -> None:
    tiers = BOOK.tiers(FLEXIBLE, MEDICAL, Period(2018, 6), GUIYANG, TODAY)
    assert [(tier.label, tier.base, tier.fen, tier.fen * 12) for tier in tiers.tiers] == [
        ("3.40% 档", 537908, 18289, 219468),
        ("4.40% 档", 537908, 23668, 284016),
    ]
    assert tiers.uncertain


@pytest.mark.parametrize(
    "city", ["520100", "520200", "520300", "520400", "520500", "520600", "522300", "522600", "522700"]
)
def test_flexible_medical_everywhere_is_for_demonstration(city: str) -> None:
    tiers = BOOK.tiers(FLEXIBLE, MEDICAL, Period(2026, 11), city, TODAY)
    assert [(tier.code, tier.fen) for tier in tiers.tiers] == [("3.40", 24903), ("4.40", 32228)]
    assert (tiers.uncertain, tiers.source, tiers.per) == (True, "演示数据", "每月")


@pytest.mark.parametrize(("city", "period"), [("110100", Period(2026, 11)), (ZUNYI, Period(2018, 6))])
def test_flexible_medical_of_unknown_places_and_times(city: str, period: Period) -> None:
    assert BOOK.tiers(FLEXIBLE, MEDICAL, period, city, TODAY).tiers == ()


def test_flexible_medical_has_no_arrears() -> None:
    assert BOOK.periods(FLEXIBLE, MEDICAL, TODAY) == (Period(2026, 11),)
    assert BOOK.arrears(FLEXIBLE, MEDICAL, TODAY) == ()


TEN = ["100", "300", "400", "600", "800", "1000", "1500", "2000", "2500", "3000"]
THIRTEEN = ["100", "200", "300", "400", "500", "600", "700", "800", "900", "1000", "1200", "1500", "2000"]


@pytest.mark.parametrize(
    ("year", "today", "expected", "standard", "uncertain"),
    [
        (2020, date(2020, 6, 1), THIRTEEN, "2010年起标准", False),
        (2021, date(2021, 6, 1), TEN, "2021年起标准", False),
        (2023, date(2023, 6, 1), TEN, "2021年起标准", False),
        (2024, date(2024, 6, 1), TEN, "2021年起标准", True),  # a later change was not ruled out
        (2026, TODAY, TEN, "2021年起标准", True),
        (2022, TODAY, TEN, "2021年起标准", True),  # arrears: by which list was not found
        (2019, TODAY, THIRTEEN, "2010年起标准", True),
        (2009, TODAY, [], "没有2009年的缴费标准", False),
    ],
)
def test_resident_pension(year: int, today: date, expected: list[str], standard: str, uncertain: bool) -> None:
    tiers = BOOK.tiers(RESIDENT, PENSION, Period(year), GUIYANG, today)
    assert codes(tiers) == expected
    assert (tiers.standard, tiers.uncertain, tiers.per) == (standard, uncertain, "每年")
    assert [(tier.fen, tier.base, tier.label) for tier in tiers.tiers] == [
        (int(code) * 100, None, f"{code}元档") for code in expected
    ]


def test_only_the_lowest_tier_since_2021_is_restricted() -> None:
    now = BOOK.tiers(RESIDENT, PENSION, Period(2026), GUIYANG, TODAY)
    before = BOOK.tiers(RESIDENT, PENSION, Period(2020), GUIYANG, TODAY)
    assert [tier.code for tier in now.tiers if tier.note] == ["100"]
    assert now.tiers[0].note == "仅限特殊群体"
    assert codes(now.open_to("普通居民")) == TEN[1:]
    assert codes(now.open_to("低保对象")) == TEN and codes(before.open_to("普通居民")) == THIRTEEN
    assert not any(tier.note for tier in before.tiers)


@pytest.mark.parametrize(
    ("today", "latest", "oldest", "count"),
    [(TODAY, 2025, 2011, 15), (date(2030, 1, 1), 2029, 2015, 15), (date(2013, 1, 1), 2012, 2010, 3)],
)
def test_resident_pension_arrears(today: date, latest: int, oldest: int, count: int) -> None:
    arrears = BOOK.arrears(RESIDENT, PENSION, today)
    assert (arrears[0], arrears[-1], len(arrears)) == (Period(latest), Period(oldest), count)
    assert BOOK.periods(RESIDENT, PENSION, today) == (Period(today.year),)


@pytest.mark.parametrize(
    ("year", "today", "expected", "standard"),
    [
        (2021, date(2020, 11, 15), None, "2021年度集中征缴期自2020年11月16日起"),
        (2021, date(2020, 11, 16), ("window", 280), "2021年度集中征缴期标准"),
        (2021, date(2021, 4, 1), None, "2021年度征缴期已结束"),  # what was asked for after it is not known
        (2022, date(2022, 3, 31), ("window", 320), "2022年度集中征缴期标准"),
        (2022, date(2022, 4, 1), ("season", 900), "2022年度零星征缴期标准"),
        (2022, date(2022, 11, 1), None, "2022年度征缴期已结束"),
        (2024, date(2024, 2, 29), ("window", 380), "2024年度集中征缴期标准"),
        (2024, date(2024, 3, 1), ("season", 1020), "2024年度零星征缴期标准"),
        (2025, date(2024, 9, 22), None, "2025年度集中征缴期自2024年9月23日起"),
        (2025, date(2024, 9, 23), ("window", 400), "2025年度集中征缴期标准"),
        (2025, date(2025, 2, 28), ("window", 400), "2025年度集中征缴期标准"),
        (2025, date(2025, 3, 1), ("season", 1070), "2025年度零星征缴期标准"),
        (2025, date(2025, 12, 31), ("season", 1070), "2025年度零星征缴期标准"),
        (2025, date(2026, 1, 1), None, "2025年度征缴期已结束"),
        (2026, date(2025, 9, 1), ("window", 400), "2026年度集中征缴期标准"),
        (2026, TODAY, ("season", 1100), "2026年度零星征缴期标准"),
        (2027, TODAY, None, "2027年度缴费标准尚未公布"),
    ],
)
def test_resident_medical(year: int, today: date, expected: tuple[str, int] | None, standard: str) -> None:
    tiers = BOOK.tiers(RESIDENT, MEDICAL, Period(year), GUIYANG, today)
    assert [(tier.code, tier.fen // 100) for tier in tiers.tiers] == ([expected] if expected else [])
    assert (tiers.standard, tiers.per) == (standard, "每年")
    assert tiers.uncertain == (year == 2026)


@pytest.mark.parametrize(
    ("year", "today", "cover", "told"),
    [
        (2021, date(2020, 11, 16), "2021年1月1日起享受待遇", "2021年1月1日至12月31日享受待遇"),
        (2025, date(2024, 9, 23), "2025年1月1日起享受待遇", "2025年1月1日至12月31日享受待遇；断缴过的另有等待期"),
        (2026, date(2026, 2, 28), "2026年1月1日起享受待遇", "2026年1月1日至12月31日享受待遇；断缴过的另有等待期"),
        (2022, date(2022, 4, 1), "2022年5月31日起享受待遇", "待遇等待期 60 天，今天缴费 2022年5月31日起算；已"),
        (2022, date(2022, 10, 31), "2022年12月30日起享受待遇", "待遇等待期 60 天，今天缴费 2022年12月30日起算；已"),
        (
            2025,
            date(2025, 3, 1),
            "2025年5月30日起享受待遇",
            "待遇等待期 90 天，今天缴费 2025年5月30日起算；断缴过的等待更久",
        ),
        (2026, date(2026, 10, 2), "2026年12月31日起享受待遇", "待遇等待期 90 天，今天缴费 2026年12月31日起算；断缴"),
        (
            2026,
            date(2026, 10, 3),
            "2026年内不能享受待遇",
            "待遇等待期 90 天，今天缴费 2027年1月1日起算；2026年内不能享受待遇",
        ),
        (2026, date(2026, 12, 31), "2026年内不能享受待遇", "待遇等待期 90 天，今天缴费 2027年3月31日起算；2026年内"),
    ],
)
def test_from_when_resident_medical_covers_is_said_with_its_price(
    year: int, today: date, cover: str, told: str
) -> None:
    (tier,) = BOOK.tiers(RESIDENT, MEDICAL, Period(year), GUIYANG, today).tiers
    assert tier.cover == cover and tier.note.startswith(told)
    assert tier.note.endswith("已过集中征缴期，财政补助也由个人缴") == (tier.code == "season")


@pytest.mark.parametrize(
    ("born", "today", "why"),
    [
        (date(2010, 11, 29), date(2026, 11, 28), "未满 16 周岁不能参保，2026年11月29日起可以缴费"),
        (date(2010, 11, 29), date(2026, 11, 29), ""),
        (date(2020, 3, 15), date(2026, 11, 29), "未满 16 周岁不能参保，2036年3月15日起可以缴费"),
        (date(1966, 11, 30), date(2026, 11, 29), ""),
        (date(1966, 11, 29), date(2026, 11, 29), "已满 60 周岁，不用再按年缴费；领取待遇请到经办机构"),
        (date(1952, 3, 15), date(2026, 11, 29), "已满 60 周岁，不用再按年缴费；领取待遇请到经办机构"),
        (date(2008, 2, 29), date(2024, 2, 28), "未满 16 周岁不能参保，2024年2月29日起可以缴费"),
        (date(1964, 2, 29), date(2024, 2, 28), ""),
        (date(1964, 2, 29), date(2024, 2, 29), "已满 60 周岁，不用再按年缴费；领取待遇请到经办机构"),
    ],
)
def test_between_which_ages_resident_pension_is_paid(born: date, today: date, why: str) -> None:
    assert BOOK.barred(RESIDENT, PENSION, Period(today.year), born, today) == why
    assert BOOK.barred(RESIDENT, PENSION, Period(today.year - 1), born, today) == "", "arrears are the tax system's"
    assert not any(BOOK.barred(FLEXIBLE, one, Period(today.year, 1), born, today) for one in Insurance)


@pytest.mark.parametrize(
    ("born", "today", "barred"),
    [
        (date(2026, 5, 1), TODAY, True),
        (date(2026, 1, 1), TODAY, True),
        (date(2025, 12, 31), TODAY, False),
        (date(2026, 1, 1), date(2026, 2, 28), False),
        (date(1930, 1, 1), TODAY, False),
        (date(2020, 3, 15), TODAY, False),
    ],
)
def test_the_new_born_do_not_pay_the_price_of_the_season(born: date, today: date, barred: bool) -> None:
    why = BOOK.barred(RESIDENT, MEDICAL, Period(2026), born, today)
    assert why == ("新生儿按集中征缴期的标准缴费，请到经办机构办理" if barred else "")
    assert BOOK.barred(RESIDENT, MEDICAL, Period(2027), born, today) == ""


def test_whoever_is_born_on_29_february_comes_of_age_on_1_march() -> None:
    ages = Ages(15, 61)
    assert ages.barred(date(2008, 2, 29), date(2023, 2, 28)) != ""
    assert ages.barred(date(2008, 2, 29), date(2023, 3, 1)) == ""
    assert ages.barred(date(1964, 2, 29), date(2025, 2, 28)) == ""
    assert ages.barred(date(1964, 2, 29), date(2025, 3, 1)) != ""


@pytest.mark.parametrize(
    ("today", "years"),
    [(date(2026, 8, 31), [2026]), (date(2026, 9, 1), [2026, 2027]), (date(2027, 1, 1), [2027])],
)
def test_the_next_medical_year_is_offered_from_september(today: date, years: list[int]) -> None:
    assert BOOK.periods(RESIDENT, MEDICAL, today) == tuple(Period(year) for year in years)
    assert BOOK.arrears(RESIDENT, MEDICAL, today) == ()


@given(
    st.sampled_from(Scheme), st.sampled_from(Insurance), st.integers(0, 3650).map(lambda d: TODAY + timedelta(days=d))
)
def test_whatever_is_offered_is_answered(scheme: Scheme, insurance: Insurance, today: date) -> None:
    open_now, earlier = BOOK.periods(scheme, insurance, today), BOOK.arrears(scheme, insurance, today)
    assert open_now and not set(open_now) & set(earlier)
    assert list(earlier) == sorted(earlier, reverse=True)
    for period in (*open_now, *earlier):
        tiers = BOOK.tiers(scheme, insurance, period, GUIYANG, today)
        assert tiers.standard and tiers.per == ("每月" if scheme is FLEXIBLE else "每年")
        assert all(tier.fen > 0 for tier in tiers.tiers) and len(set(codes(tiers))) == len(tiers.tiers)
        assert tiers.source or not tiers.tiers


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("flexible-pension.toml", "rate = 0.20", "rate =", "flexible-pension.toml: not TOML: "),
        ("flexible-pension.toml", "rate = 0.20", "", "flexible-pension.toml: rate is missing"),
        ("flexible-pension.toml", "rate = 0.20", "rate = 20.0", "flexible-pension.toml: rate must be less than 1"),
        ("flexible-pension.toml", "rate = 0.20", "rate = -0.20", "flexible-pension.toml: rate must be positive"),
        ("flexible-pension.toml", "[60, 70", "[70, 60", "flexible-pension.toml: steps must be positive and rising"),
        ("flexible-pension.toml", "82291", '"82291"', "entry 1: wage must be a valid integer, not '82291'"),
        ("flexible-pension.toml", "82291", "true", "entry 1: wage must be a valid integer, not True"),
        ("flexible-pension.toml", "82291", "0", "entry 1: wage must be positive"),
        ("flexible-pension.toml", "2023-06-29", "2023-06-29T00:00:00", "entry 1: valid_from must be a valid date"),
        ("flexible-pension.toml", "2023-06-29", "2024-07-01", "the entry of 2024 must come later than that of 2023"),
        ("flexible-medical.toml", "[0.0340, 0.0440]", "[3.40, 4.40]", "entry 1: rates must lie between 0 and 1"),
        ("flexible-medical.toml", "2018-01-01", "2026-01-01", "flexible-medical.toml: entries must be oldest first"),
        ("flexible-medical.toml", '"520100"', "520100", "entry 1, cities 1: must be a valid string, not 520100"),
        ("resident-medical.toml", "2021-03-31", "2020-03-31", "entry 1: window ends before it begins"),
        ("resident-medical.toml", ", 2021-03-31", "", "entry 1, window 2: is missing"),
        ("resident-medical.toml", "2022-04-01", "2022-03-31", "entry 2: season begins before window ends"),
        ("resident-medical.toml", "whole = 900", "", "entry 2: season and whole go together"),
        ("resident-medical.toml", "waiting = 60", "", "entry 2: season and waiting go together"),
        ("resident-medical.toml", "waiting = 60", "waiting = 0", "entry 2: waiting must be positive"),
        ("resident-pension.toml", "youngest = 16", "youngest = 60", "benefit_age must be more than youngest"),
        ("resident-pension.toml", "youngest = 16", "", "resident-pension.toml: youngest is missing"),
        ("resident-medical.toml", "year = 2022", "year = 2021", "resident-medical.toml: two entries for one year"),
        ("resident-medical.toml", "uncertain = true", "uncertian = true", "entry 5: unknown key uncertian"),
        ("resident-medical.toml", "uncertain = true", "uncertain = 1", "entry 5: uncertain must be a valid boolean"),
        ("resident-pension.toml", "2021-01-01\n", "2021-07-01\n", "entry 2: valid_from must be a 1 January"),
        ("resident-pension.toml", "2021-01-01\n", "2010-01-01\n", "entries must begin in different years"),
        (
            "resident-pension.toml",
            "restricted = 100",
            "restricted = 200",
            "entry 2: restricted is not one of the tiers",
        ),
        (
            "resident-pension.toml",
            'restricted_note = "仅限特殊群体"',
            "",
            "entry 2: restricted needs restricted_to and restricted_note",
        ),
        ("resident-pension.toml", '"resident"', '"farmer"', "scheme must be 'flexible' or 'resident', not 'farmer'"),
        ("resident-pension.toml", "[[entry]]", "[[other]]", "resident-pension.toml: unknown key other"),
        (
            "resident-pension.toml",
            '"pension"',
            '"medical"',
            "resident-pension.toml: a second file for resident medical",
        ),
    ],
)
def test_broken_files_say_where(file: str, old: str, new: str, complaint: str) -> None:
    assert old in TEXTS[file]
    with pytest.raises(BrokenData) as broken:
        policy_from_toml(TEXTS | {file: TEXTS[file].replace(old, new)})
    assert str(broken.value).startswith(file) and complaint in str(broken.value)


def test_an_empty_source_and_no_entry_are_refused() -> None:
    head = 'scheme = "resident"\ninsurance = "medical"\n'
    with pytest.raises(BrokenData, match=r"x\.toml: entry is missing"):
        policy_from_toml({"x.toml": head})
    with pytest.raises(BrokenData, match=r"x\.toml, entry 1: source is empty"):
        policy_from_toml(
            {"x.toml": head + '[[entry]]\nyear = 2026\nindividual = 1\nwindow = [2026-01-01, 2026-01-02]\nsource = ""'}
        )


def test_a_missing_file_is_named() -> None:
    with pytest.raises(BrokenData, match=r"no file for flexible medical, flexible pension$"):
        policy_from_toml({name: text for name, text in TEXTS.items() if not name.startswith("flexible")})


@pytest.mark.parametrize("file", ["hours.toml", "household.toml"])
def test_what_is_missing_beside_them_is_named(file: str) -> None:
    with pytest.raises(BrokenData, match=rf"no file {file}$"):
        policy_from_toml({name: text for name, text in TEXTS.items() if name != file})


@pytest.mark.parametrize(("most", "why"), [("51", "less than or equal to 50"), ("0", "positive")])
def test_a_household_is_no_larger_than_its_refunds(most: str, why: str) -> None:
    assert BOOK.most_at_once == 6
    with pytest.raises(BrokenData, match=f"household.toml: most must be {why}"):
        policy_from_toml(TEXTS | {"household.toml": f'most = {most}\nsource = "-"\n'})


def test_only_a_channel_that_can_say_so_closes() -> None:
    check_closing(BOOK.hours.channels)
    with pytest.raises(PolicyError, match=r"^hours\.toml: alipay, union_pay cannot close; unionpay can$"):
        check_closing({"unionpay", "alipay", "union_pay"})
