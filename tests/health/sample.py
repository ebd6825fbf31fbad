"""Devices in states, for tests of what comes of them."""

from collections.abc import Iterable
from datetime import timedelta

from domain.health.checkup import Checkup
from domain.health.device import Device, Finding, Kind, Service, State
from domain.health.looks import MONEY, PAPER
from domain.health.steps import steps
from domain.words import Text, Verbatim
from tests.payment.hall import NOON

WORDS = {
    State.OK: Text("正常"),
    State.OUT: Text("缺纸"),
    State.OFFLINE: Text("没有应答"),
    State.LOW: Text("纸墨快用完"),
}
NETWORKS = ("network.wechat", "network.alipay")
SERVES: dict[str, frozenset[Service]] = {
    **dict.fromkeys(("network", "clock", "keys"), MONEY),
    **dict.fromkeys(("store", "disk", "bureau"), MONEY | PAPER),
    "printer": PAPER,
}


def device(key: str, state: State = State.OK, minutes: int = 0) -> Device:
    """`key` begins with the kind; it has been so for `minutes`."""
    kind, since = Kind(key.partition(".")[0]), NOON - timedelta(minutes=minutes)
    found = Finding(state, WORDS.get(state, Verbatim(state.value)))
    return Device(key, kind, Verbatim(key), found, since, NOON, SERVES.get(kind, frozenset()), steps(kind, state))


def checkup(**states: State) -> Checkup:
    """A terminal with all of its devices, well but for these: `printer_a4=State.OUT`."""
    every = (
        "store",
        "keys",
        "disk",
        "clock",
        "network.wechat",
        "network.alipay",
        "printer.a4",
        "printer.roll",
        "reader.1",
    )
    named = {key.replace("_", "."): state for key, state in states.items()}
    return checkup_of(device(key, named.get(key, State.OK)) for key in dict.fromkeys((*every, *named)))


def checkup_of(devices: Iterable[Device]) -> Checkup:
    return Checkup(NOON, tuple(devices))
