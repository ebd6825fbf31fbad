"""Who may have what back, on which grounds and until when: the policy file, and files that are broken."""

from dataclasses import replace
from datetime import date

import pytest

from adapters.assets.reading import BrokenData
from adapters.assets.refunds import refunds_from_toml
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.refunds.application import Ground, Kind, Refundable
from tests.refunds.bench import POLICY

F, R, P, M = Scheme.FLEXIBLE, Scheme.RESIDENT, Insurance.PENSION, Insurance.MEDICAL
G = Ground


def item(scheme: Scheme, insurance: Insurance, period: Period, paid_on: date = date(2026, 11, 23)) -> Refundable:
    return Refundable(1, scheme, insurance, period, "520102P", "52", "wechat", paid_on, Fen(40000))


FLEXIBLE = (G.DUPLICATE, G.OVERPAID, G.MISCOLLECTED, G.DRAWING, G.OTHER)
PENSION = (
    *(G.DUPLICATE, G.ELSEWHERE, G.OUT_OF_SCOPE, G.EMIGRATED, G.DECEASED),
    *(G.SUPPORTED, G.OVERPAID, G.DRAWING, G.OTHER),
)
MEDICAL = (G.DECEASED, G.DUPLICATE, G.EMPLOYED, G.ELSEWHERE, G.SUPPORTED, G.OTHER)
BEGUN = "2027年城乡居民医疗保险的待遇期已经开始，不能退费"


@pytest.mark.parametrize(
    ("what", "today", "grounds", "why_not"),
    [
        (item(R, M, Period(2027)), date(2026, 11, 24), MEDICAL, None),
        (item(R, M, Period(2027)), date(2026, 12, 31), MEDICAL, None),
        (item(R, M, Period(2027)), date(2027, 1, 1), (), BEGUN),
        (item(R, M, Period(2027)), date(2028, 6, 1), (), BEGUN),
        (item(R, P, Period(2026)), date(2026, 11, 24), PENSION, None),
        (item(R, P, Period(2021)), date(2026, 11, 24), PENSION, None),
        (item(F, P, Period(2026, 11)), date(2026, 11, 24), FLEXIBLE, None),
        (item(F, M, Period(2026, 3)), date(2026, 11, 24), FLEXIBLE, None),
        (item(F, P, Period(2020, 12)), date(2020, 12, 31), (), "灵活就业养老保险的退费政策尚未取得，请到窗口办理"),
    ],
)
def test_grounds(what: Refundable, today: date, grounds: tuple[Ground, ...], why_not: str | None) -> None:
    assert (POLICY.grounds(what, today), POLICY.why_not(what, today)) == (grounds, why_not)


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        (item(F, P, Period(2026, 11), date(2026, 11, 30)), Kind.NORMAL),
        (item(F, P, Period(2026, 11), date(2026, 12, 1)), Kind.SPECIAL),
        (item(F, P, Period(2026, 11), date(2026, 10, 1)), Kind.NORMAL),
        (item(R, M, Period(2027), date(2026, 11, 23)), Kind.NORMAL),
        (item(R, M, Period(2026), date(2026, 12, 31)), Kind.NORMAL),
        (item(R, P, Period(2024), date(2026, 11, 23)), Kind.SPECIAL),
    ],
)
def test_normal_or_special(what: Refundable, kind: Kind) -> None:
    assert what.kind is kind


def test_every_ground_has_its_own_words() -> None:
    assert len({ground.label for ground in Ground}) == len(Ground)


def test_the_latest_rule_in_force_decides() -> None:
    policy = refunds_from_toml(
        ENTRY + ENTRY.replace("2021-01-01", "2027-01-01").replace("other", "deceased").split("\n", 1)[1]
    )
    pension = item(R, P, Period(2026))
    assert policy.grounds(pension, date(2026, 12, 31)) == (G.OTHER,)
    assert policy.grounds(pension, date(2027, 1, 1)) == (G.DECEASED,)
    assert policy.grounds(replace(pension, scheme=F), date(2027, 1, 1)) == ()


ENTRY = """span_months = 6
[[entry]]
scheme = "resident"
insurance = "pension"
valid_from = 2021-01-01
grounds = ["other"]
source = "-"
"""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("span_months = 6", "", "refunds.toml: span_months is missing"),
        ('"other"', '"others"', "entry 1, grounds 1: must be 'duplicate', .* or 'other', not 'others'"),
        ('"other"', '"other", "other"', "entry 1: grounds must be there, each once"),
        ('"other"', "", "entry 1: grounds must be there, each once"),
        ("resident", "employees", "entry 1: scheme must be 'flexible' or 'resident'"),
        ('source = "-"', "", "entry 1: source is missing"),
        ("valid_from = 2021-01-01", "", "entry 1: valid_from is missing"),
        ('source = "-"', 'source = "-"\nsince = 1', "entry 1: unknown key since"),
        (
            'source = "-"\n',
            'source = "-"\n' + ENTRY.split("\n", 1)[1],
            "a second rule for resident pension from the same day",
        ),
        ("[[entry]]", "[[", "not TOML"),
        (ENTRY.split("\n", 1)[1], "", "refunds.toml: entry is missing"),
    ],
)
def test_a_broken_file(old: str, new: str, complaint: str) -> None:
    refunds_from_toml(ENTRY)
    with pytest.raises(BrokenData, match=complaint):
        refunds_from_toml(ENTRY.replace(old, new))
