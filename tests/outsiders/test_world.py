"""The words of a tester, as the pretended world understands them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from domain.people.insurance import Insurance, Scheme
from domain.runtime import HALL_TIME
from kit.people.reading import people_from_toml
from kit.simulators.faults import Fault, NetworkFaults, OfOneNetwork, RefundFate
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.world import DemoWorld
from kit.testing.described import USUAL, described, owed
from kit.testing.sentences import NotSo
from kit.testing.world import FAULTS

TODAY = date(2026, 11, 24)
PEOPLE = people_from_toml((Path(__file__).parents[2] / "assets" / "demo" / "people.toml").read_text("utf-8"), TODAY)


def test_a_network_has_switches_of_its_own_beside_those_of_all() -> None:
    every = NetworkFaults()
    wechat, alipay = OfOneNetwork(every), OfOneNetwork(every)
    wechat.switch(Fault.DOWN)
    assert (wechat.take(), alipay.take()) == (Fault.DOWN, Fault.NONE)
    every.switch(Fault.UNSIGNED)
    every.decide(RefundFate.CLOSED)
    assert (wechat.take(), alipay.take()) == (Fault.DOWN, Fault.UNSIGNED)
    wechat.switch(Fault.NONE)
    assert (wechat.take(), wechat.fate) == (Fault.UNSIGNED, RefundFate.CLOSED)


def test_what_one_network_holds_back_is_held_until_its_own_switch_moves() -> None:
    every = NetworkFaults()
    one = OfOneNetwork(every)
    one.switch(Fault.SLOW)
    every.switch(Fault.NONE)
    assert not one.hold(0.01)
    one.switch(Fault.NONE)
    assert one.hold(0.01)
    every.switch(Fault.SLOW)
    assert not one.hold(0.01)


def test_the_clock_takes_a_date_and_what_has_passed_has_passed() -> None:
    machine = SimulatedRuntime(datetime(2026, 11, 24, 2, 24, tzinfo=UTC).astimezone(HALL_TIME))
    world = DemoWorld(machine)
    before = world.uptime()
    world.pull("clock", "2026-12-31 22:49:50")
    assert world.clock() == datetime(2026, 12, 31, 22, 49, 50, tzinfo=HALL_TIME)
    assert world.uptime() - before == timedelta(days=37, hours=12, minutes=25, seconds=50).total_seconds()
    world.pull("clock", "2026-11-01 08:00:00")
    assert world.clock() == datetime(2026, 11, 1, 8, 0, tzinfo=HALL_TIME)
    assert world.uptime() >= before
    with pytest.raises(ValueError, match="soon"):
        world.pull("clock", "soon")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("flexible pension", ["张建国", "王秀英", "赵永红", "周海涛", "古丽·艾山"]),
        ("only flexible pension", ["王秀英", "古丽·艾山"]),
        ("resident pension and medical", ["李桂兰", "刘志强", "陈玉梅", "何家辉"]),
        ("only resident medical", ["吴明芳"]),
        ("flexible, resident", []),
        ("nothing", ["杨小军"]),
    ],
)
def test_who_is_enrolled(words: str, names: list[str]) -> None:
    assert [one.name for one in PEOPLE if described(words).enrolled(one)] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("resident pension last year", ["李桂兰", "刘志强"]),
        ("resident pension -3y and pension last year", ["刘志强"]),
        ("flexible pension last month", ["王秀英", "周海涛", "古丽·艾山"]),
        ("medical", []),
    ],
)
def test_who_owes(words: str, names: list[str]) -> None:
    assert [one.name for one in PEOPLE if described(words).hold(owed(one, TODAY), TODAY)] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("flexible pension this month", ["赵永红"]),
        ("resident medical this year", ["陈玉梅"]),
        ("nothing", ["李桂兰", "杨小军", "吴明芳", "周海涛", "何家辉", "古丽·艾山"]),
    ],
)
def test_who_has_paid(words: str, names: list[str]) -> None:
    assert [one.name for one in PEOPLE if described(words).hold(one.paid, TODAY)] == names


@pytest.mark.parametrize("words", ["", "pension medical", "flexible resident", "only", "养老", "last month"])
def test_what_says_nothing_is_told(words: str) -> None:
    with pytest.raises(NotSo, match="nobody knows what"):
        described(words)


def test_each_insurance_has_a_tier_for_who_is_invented() -> None:
    assert {*USUAL} == {(scheme, insurance) for scheme in Scheme for insurance in Insurance}


def test_the_page_says_every_word_for_a_fault() -> None:
    page = (Path(__file__).parents[2] / "docs" / "testing.md").read_text("utf-8")
    assert [word for word in FAULTS if f"`{word}`" not in page] == []
