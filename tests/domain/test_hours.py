"""When 云闪付 takes no business, to the second, over midnight and over the end of a year."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.assets.policy import policy_from_toml
from adapters.assets.reading import BrokenData
from domain.policy import Closure

HALL = timezone(timedelta(hours=8))
FOLDER = Path(__file__).parents[2] / "assets" / "policy"
BOOK = policy_from_toml({file.name: file.read_text("utf-8") for file in FOLDER.glob("*.toml")})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HALL)


NIGHT = Closure(at("2026-12-31 22:50"), at("2027-01-01 00:10"))


@pytest.mark.parametrize(
    ("now", "closure"),
    [
        ("2026-12-31 22:49:59.999999", None),
        ("2026-12-31 22:50:00", NIGHT),
        ("2026-12-31 23:59:59", NIGHT),
        ("2027-01-01 00:00:00", NIGHT),
        ("2027-01-01 00:09:59.999999", NIGHT),
        ("2027-01-01 00:10:00", None),
        ("2027-01-01 12:00:00", None),
    ],
)
def test_the_night_of_unionpay(now: str, closure: Closure | None) -> None:
    assert BOOK.closure("unionpay", at(now)) == closure


@pytest.mark.parametrize("channel", ["wechat", "alipay", "tax_app"])
def test_the_others_never_close(channel: str) -> None:
    assert BOOK.closure(channel, at("2026-11-24 23:00:00")) is None


@given(st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_closure_lasts_eighty_minutes_and_holds_its_moment(later: timedelta) -> None:
    now = at("2026-01-01") + later
    closure = BOOK.closure("unionpay", now)
    closed = (now.hour, now.minute) >= (22, 50) or (now.hour, now.minute) < (0, 10)
    assert (closure is not None) is closed
    if closure:
        assert closure.begins <= now < closure.ends == closure.begins + timedelta(minutes=80)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('ends = "00:10"', "hours.toml, closing 1: ends must be a valid time, not '00:10'"),
        ("ends = 22:50:00", "hours.toml, closing 1: begins and ends are the same"),
        ("end = 00:10:00", "hours.toml, closing 1: unknown key end"),
    ],
)
def test_broken_hours_say_where(line: str, complaint: str) -> None:
    text = f'[[closing]]\nchannel = "unionpay"\nbegins = 22:50:00\nsource = "guide"\n{line}\n'
    with pytest.raises(BrokenData) as broken:
        policy_from_toml({file.name: file.read_text("utf-8") for file in FOLDER.glob("*.toml")} | {"hours.toml": text})
    assert complaint in str(broken.value).splitlines()
