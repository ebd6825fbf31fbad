"""What a failed test means for a device in which a look finds nothing wrong: a doubt, until a test is passed."""

from collections.abc import Mapping
from dataclasses import replace

from domain.health.device import Can, Device, Finding, Kind, Service, State
from domain.health.last_tests import End, LastTest
from domain.health.steps import steps
from domain.words import Text

WORDS: Mapping[Kind, Text] = {
    Kind.PRINTER: Text("测试没有通过"),
    Kind.SCREEN: Text("有角点不到"),
    Kind.SOUND: Text("没有人听到"),
}
"""The devices that can be tested."""
SERVES: Mapping[Kind, frozenset[Service]] = {Kind.SCREEN: frozenset({Service.MONEY})}
"""What such a doubt stands in the way of, beside what the device serves anyway: who pays has to touch."""


def judged(device: Device, tested: LastTest | None) -> Device:
    """A device as it was looked at, with its latest test. What a look finds amiss counts for more than a test."""
    if tested is None or tested.end is not End.FAILED or device.found.state.can is not Can.YES:
        return replace(device, tested=tested)
    return replace(
        device,
        found=Finding(State.DOUBTED, WORDS[device.kind], device.found.detail),
        since=tested.at,
        serves=device.serves | SERVES.get(device.kind, frozenset()),
        steps=steps(device.kind, State.DOUBTED),
        tested=tested,
    )
