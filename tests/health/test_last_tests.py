"""How tests of devices ended outlasts the program; what cannot be read is no result, and harms nothing."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.health.last_tests import NAME, LastTestsFile
from adapters.health.told import metrics, told
from adapters.health.watch import HealthWatch
from domain.health import looks
from domain.health.device import Can, Check, Finding, Kind, Service, State
from domain.health.last_tests import End, LastTests
from domain.printing.printer import Condition
from kit.simulators.runtime import SimulatedRuntime
from tests.payment.hall import NOON

LATER = NOON + timedelta(hours=20)


class Panel:
    """A printer, a screen and sound, all of them well to a look; begun anew as often as one likes."""

    def __init__(self, folder: Path) -> None:
        self.file, self.found, self.now = folder / NAME, Finding(State.OK, looks.WELL), NOON

    def begins(self) -> HealthWatch:
        printer = Check("printer.1", Kind.PRINTER, looks.USUAL["A4 打印机"], lambda: self.found, looks.PAPER)
        network = Check("network.wechat", Kind.NETWORK, looks.NAMES["wechat"], lambda: self.found, looks.MONEY)
        tests = LastTests(LastTestsFile(self.file), lambda: self.now)
        checks = (network, printer, *looks.pretended())
        return HealthWatch(checks, lambda: self.now, SimulatedRuntime(NOON), tests=tests)


@pytest.fixture
def panel(tmp_path: Path) -> Panel:
    return Panel(tmp_path)


def test_it_outlasts_the_program_and_counts_until_another_passes(
    panel: Panel, caplog: pytest.LogCaptureFixture
) -> None:
    first = panel.begins()
    with caplog.at_level(logging.INFO, "kiosk.health"):
        assert first.tested("screen", End.FAILED, "0001").found.state is State.DOUBTED
    assert caplog.messages == ["screen was tested by 0001: failed"]
    first.tested("printer.1", End.FAILED, "0001")
    first.tested("sound", End.UNKNOWN, "0001")
    panel.now = LATER
    found = panel.begins().look()
    assert [(one.key, one.found.state, one.since) for one in found.amiss] == [
        ("printer.1", State.DOUBTED, NOON),
        ("screen", State.DOUBTED, NOON),
    ]
    assert [one.key for one in found.well] == ["network.wechat", "sound"], "no result is no doubt"
    assert {service: found.can(service) for service in Service} == dict.fromkeys(Service, Can.DOUBT)
    assert found.takes_money and str(found.why(Service.MONEY)) == "屏幕与触摸有角点不到"
    again = panel.begins()
    for key in ("screen", "printer.1"):
        assert again.tested(key, End.PASSED, "0002").found.state is State.OK
    assert not panel.begins().look().amiss
    assert panel.file.stat().st_mode & 0o077 == 0 and "0002" not in panel.file.read_text(), "nobody's number is kept"


def test_what_a_look_finds_counts_for_more_and_the_test_is_told_as_well(panel: Panel) -> None:
    watch = panel.begins()
    watch.tested("printer.1", End.FAILED, "0001")
    panel.found, panel.now = looks.CONDITIONS[Condition.NO_PAPER], LATER
    said = told(watch.look(), "T0107")
    (printer,) = (one for one in said.devices if one.key == "printer.1")
    assert printer.tested is not None
    assert (printer.state, printer.since, printer.tested.end, printer.tested.at) == (State.OUT, LATER, End.FAILED, NOON)
    (line,) = (line for line in metrics(said).splitlines() if line.startswith("kiosk_device_tested"))
    name, at = line.rsplit(" ", 1)
    labels = 'device="printer.1",end="failed",kind="printer",terminal="T0107"'
    assert (name, float(at)) == (f"kiosk_device_tested_timestamp_seconds{{{labels}}}", NOON.timestamp())


DAMAGED = {
    "cut off": b'{"screen": {"end": "fai',
    "nothing in it": b"",
    "an end that nobody knows": b'{"screen": {"end": "x", "at": "2026-11-23T12:00:00+08:00"}}',
    "a time without a zone": b'{"screen": {"end": "failed", "at": "2026-11-23T12:00:00"}}',
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_what_cannot_be_read_is_no_result(panel: Panel, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    panel.file.write_bytes(content)
    with caplog.at_level(logging.WARNING, "kiosk.health"):
        watch = panel.begins()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert not watch.look().amiss and panel.file.read_bytes() == content
    watch.tested("screen", End.FAILED, "0001")
    assert [one.key for one in panel.begins().look().amiss] == ["screen"]


def test_what_cannot_be_written_holds_as_long_as_the_program_runs(
    panel: Panel, caplog: pytest.LogCaptureFixture
) -> None:
    panel.file.mkdir()
    with caplog.at_level(logging.WARNING, "kiosk.health"):
        watch = panel.begins()
        assert watch.tested("screen", End.FAILED, "0001").doubted
    assert len(caplog.records) == 2 and watch.checkup().amiss and not panel.begins().look().amiss
