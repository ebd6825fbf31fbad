"""Each rule calls somebody for what it is meant for and for nothing else; a terminal that is well calls nobody."""

from collections.abc import Mapping

import pytest

from adapters.health.told import metrics, told
from domain.health.device import Kind, State
from domain.health.steps import STEPS
from tests.health.alerts import Rule, rules
from tests.health.sample import checkup
from tests.payment.hall import NOON

RULES = {rule.name: rule for rule in rules()}
NOW = NOON.timestamp()


def calling(states: Mapping[str, State], later_s: float = 0) -> dict[str, str]:
    """The summaries of the alerts that hold with devices in these states, so long after they were written down."""
    text = metrics(told(checkup(**states), "T0107"))
    found = {rule.name: rule.holds(text, NOW + later_s) for rule in RULES.values()}
    return {name: RULES[name].told(labels[0]) for name, labels in found.items() if labels}


MEANT = {
    "KioskTakesNoMoney": ({"network_wechat": State.OFFLINE, "network_alipay": State.OFFLINE}, "T0107 takes no money"),
    "KioskPrintsNothing": (
        {"printer_a4": State.JAM, "printer_roll": State.OUT},
        "T0107 prints neither slips nor certificates",
    ),
    "KioskPrinterNeedsHand": ({"printer_a4": State.OUT}, "T0107 printer.a4: out"),
    "KioskDeviceStrange": ({"reader_1": State.UNKNOWN}, "T0107 reader.1 cannot be looked at"),
    "KioskPaperLow": ({"printer_roll": State.LOW}, "T0107 printer.roll runs low"),
    "KioskNetworkDown": ({"network_wechat": State.DOUBTED}, "T0107 does not reach network.wechat"),
    "KioskNoBureau": ({"bureau": State.OFFLINE}, "T0107 has no line to the bureau"),
    "KioskStoreUnsound": ({"store": State.WRONG}, "T0107: the store is wrong"),
    "KioskClockOff": ({"clock": State.STRAYED}, "T0107: the clock is strayed"),
    "KioskDiskFull": ({"disk": State.LOW}, "T0107: the disk is low"),
    "KioskCertificateEnds": ({"keys": State.LOW}, "T0107: a certificate ends, or a key cannot be used"),
    "KioskReaderGone": ({"reader_1": State.OFFLINE}, "T0107 reader.1 does not answer"),
    "KioskTestFailed": ({"sound": State.DOUBTED}, "T0107 sound: staff have tested it, and it failed"),
    "KioskPanelGone": ({"screen": State.OFFLINE}, "T0107: screen is gone"),
}
BESIDE = {
    "KioskTakesNoMoney": {"KioskNetworkDown"},
    "KioskPrintsNothing": {"KioskPrinterNeedsHand"},
    "KioskNoBureau": {"KioskTakesNoMoney", "KioskPrintsNothing"},
    "KioskStoreUnsound": {"KioskTakesNoMoney", "KioskPrintsNothing"},
}
"""What else is said then: the cause, or what comes of it."""


@pytest.mark.parametrize("name", MEANT)
def test_it_calls_for_what_it_is_meant_for(name: str) -> None:
    states, summary = MEANT[name]
    found = calling(states)
    assert found.pop(name) == summary
    assert set(found) == BESIDE.get(name, set())


def test_who_has_written_nothing_for_two_minutes_is_silent() -> None:
    assert calling({}, 119) == {}
    assert calling({}, 121) == {"KioskSilent": "T0107 has written nothing for two minutes"}


def test_every_rule_is_tested_and_a_terminal_that_is_well_calls_nobody() -> None:
    assert set(RULES) == {*MEANT, "KioskSilent"}
    assert calling({}) == {}


@pytest.mark.parametrize(
    "key", ["network.wechat", "store", "keys", "clock", "disk", "printer.a4", "reader.1", "screen", "sound"]
)
@pytest.mark.parametrize("state", State)
def test_whatever_can_be_found_of_a_device_calls_somebody(key: str, state: State) -> None:
    """States for which steps are written are those that its look can find; and none of them may be understood."""
    if state is State.UNKNOWN or (Kind(key.partition(".")[0]), state) in STEPS:
        assert calling({key.replace(".", "_"): state})


def test_nobody_is_called_in_the_middle_of_a_roll_that_is_being_changed() -> None:
    waits = {rule.name: rule.for_s for rule in RULES.values()}
    assert waits["KioskPrinterNeedsHand"] >= 300 and waits["KioskStoreUnsound"] == 0
    assert {rule.severity for rule in RULES.values()} == {"page", "ticket"}
    assert all(isinstance(rule, Rule) for rule in RULES.values())
