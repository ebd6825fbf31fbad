"""A jack as Linux tells of it."""

from pathlib import Path

import pytest

from adapters.settings import Settings
from adapters.speech.installed import earphone
from adapters.speech.jack import SW_HEADPHONE_INSERT, Jack, switches

PLUGGED = 1 << SW_HEADPHONE_INSERT
DEVICE = Path("/dev/input/event5")


@pytest.mark.parametrize(("bits", "plugged"), [(0, False), (PLUGGED, True), (PLUGGED | 1, True), (0b1011, False)])
def test_one_switch_of_many_tells(bits: int, plugged: bool) -> None:
    assert Jack(DEVICE, lambda device: bits).plugged is plugged


def test_a_device_that_is_gone_or_none_holds_no_earphone(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(OSError):
        switches(file)
    assert not Jack(file).plugged and not Jack(tmp_path / "gone").plugged


def test_a_hall_says_where_it_is_or_visitors_say_that_they_wear_one(tmp_path: Path) -> None:
    assert not earphone(Settings(store=tmp_path / "store")).detects
    said = Settings.model_validate({"store": tmp_path / "store", "speech": {"jack": "/dev/null"}})
    assert earphone(said).detects
