"""What can be done with devices as they are, and which of them needs a hand first."""

import pytest

from domain.health.checkup import Checkup
from domain.health.device import Can, Kind, Service, State
from domain.health.steps import STEPS, steps
from tests.health.sample import checkup, checkup_of, device
from tests.payment.hall import NOON

YES, DOUBT, NO = Can.YES, Can.DOUBT, Can.NO


@pytest.mark.parametrize(
    ("states", "money", "slips"),
    [
        ({}, YES, YES),
        ({"network_wechat": State.OFFLINE}, DOUBT, YES),
        ({"network_wechat": State.OFFLINE, "network_alipay": State.OFFLINE}, NO, YES),
        ({"network_wechat": State.DOUBTED, "network_alipay": State.DOUBTED}, DOUBT, YES),
        ({"clock": State.STRAYED}, DOUBT, YES),
        ({"clock": State.WRONG}, NO, YES),
        ({"keys": State.LOW}, DOUBT, YES),
        ({"keys": State.WRONG}, NO, YES),
        ({"store": State.WRONG}, NO, NO),
        ({"disk": State.LOW}, DOUBT, DOUBT),
        ({"disk": State.OUT}, NO, NO),
        ({"bureau": State.OFFLINE}, NO, NO),
        ({"bureau": State.DOUBTED}, DOUBT, DOUBT),
        ({"printer_a4": State.OUT}, YES, DOUBT),
        ({"printer_a4": State.LOW}, YES, DOUBT),
        ({"printer_a4": State.OUT, "printer_roll": State.JAM}, YES, NO),
        ({"reader_1": State.OFFLINE}, YES, YES),
        ({"screen": State.OFFLINE}, YES, YES),
    ],
)
def test_what_can_be_done(states: dict[str, State], money: Can, slips: Can) -> None:
    found = checkup(**states)
    assert [found.can(service) for service in Service] == [money, slips, slips]
    assert found.takes_money is (money is not NO)
    assert bool(found.why(Service.MONEY)) is (money is not YES)


def test_where_there_is_no_network_and_no_printer_nothing_can_be_done() -> None:
    found = checkup_of([device("store"), device("clock")])
    assert [found.can(service) for service in Service] == [NO, NO, NO]
    assert Checkup(NOON, ()).can(Service.MONEY) is NO


def test_what_stops_something_comes_first_and_of_those_what_has_lasted_longest() -> None:
    every = [
        device("network.wechat", State.OFFLINE, minutes=1),
        device("printer.a4", State.LOW, minutes=9),
        device("reader.1", State.OFFLINE, minutes=60),
        device("printer.roll", State.OUT, minutes=5),
        device("network.alipay"),
        device("store"),
    ]
    found = checkup_of(every)
    assert [one.key for one in found.amiss] == ["printer.roll", "network.wechat", "reader.1", "printer.a4"]
    assert [one.key for one in found.well] == ["network.alipay", "store"]
    assert [one.passes for one in found.amiss] == [False, False, False, True]
    assert str(found.amiss[0].told) == "printer.roll缺纸" and str(found.amiss[0].verdict) == "没有通过"


def test_a_device_ends_only_what_nothing_stands_in_for() -> None:
    alone = checkup(printer_a4=State.OUT, printer_roll=State.OUT)
    assert alone.ended_by(alone.amiss[0]) == (Service.SLIPS, Service.CERTIFICATES)
    assert checkup(printer_a4=State.OUT).ended_by(checkup(printer_a4=State.OUT).amiss[0]) == ()
    assert checkup(store=State.WRONG).ended_by(checkup(store=State.WRONG).amiss[0]) == tuple(Service)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("state", State)
def test_whatever_is_not_well_has_one_to_three_steps(kind: Kind, state: State) -> None:
    assert len(steps(kind, state)) == 0 if state is State.OK else 1 <= len(steps(kind, state)) <= 3


def test_no_steps_are_written_for_what_is_well() -> None:
    assert all(state is not State.OK for _, state in STEPS)
