"""Counts of visits in files by day, and what `./kiosk stuck` says of them."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.runtime import hall_clock
from adapters.settings import Settings
from adapters.settings.counts import CountSettings
from adapters.stuck import FOLDER, StuckShelf, kept
from domain.terminal.stuck import Cell, Kind
from main import main
from tests.payment.hall import NOON

A = "wechat.identify"
COUNTS = {Cell(A, Kind.CAME): 12, Cell(A, Kind.ENDED, "idle"): 7, Cell(A, Kind.WRONG, "name"): 4}


class Days:
    """A shelf for three days, and the day that it is."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, NOON
        self.shelf = StuckShelf(folder, lambda: self.now, 3)

    def next_day(self) -> None:
        self.now += timedelta(days=1)


@pytest.fixture
def days(tmp_path: Path) -> Days:
    return Days(tmp_path / FOLDER)


def test_a_day_is_added_to_and_days_are_added_up(days: Days) -> None:
    assert days.shelf.of(3) == {}
    days.shelf.add(COUNTS)
    days.shelf.add({Cell(A, Kind.CAME): 5})
    assert days.shelf.of(1) == {**COUNTS, Cell(A, Kind.CAME): 17}
    days.next_day()
    assert days.shelf.of(1) == {}
    days.shelf.add(COUNTS)
    assert days.shelf.of(2)[Cell(A, Kind.CAME)] == 29
    assert [oct(file.stat().st_mode & 0o777) for file in days.folder.iterdir()] == ["0o600"] * 2


def test_days_go_when_it_is_time(days: Days) -> None:
    for _ in range(5):
        days.shelf.add(COUNTS)
        days.next_day()
    assert len(list(days.folder.iterdir())) == 3
    assert days.shelf.of(400)[Cell(A, Kind.CAME)] == 36


@pytest.mark.parametrize(
    "text", ["", "nonsense", '{"wechat.identify": {"came": {"": -1}}}', '{"a": {"who": {"b": 1}}}']
)
def test_a_file_that_is_no_counts_counts_nothing(days: Days, text: str) -> None:
    days.shelf.add(COUNTS)
    (file,) = days.folder.iterdir()
    file.write_text(text)
    assert days.shelf.of(1) == {}
    days.shelf.add(COUNTS)
    assert days.shelf.of(1) == COUNTS


def test_it_is_off_unless_it_is_wanted(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "demo.sqlite")
    assert kept(settings, hall_clock) is None
    assert kept(settings.model_copy(update={"counts": CountSettings(enabled=True)}), hall_clock) is not None


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(f'store = "{tmp_path}/demo.sqlite"\n')
    assert main(["stuck", "--config", str(config)]) == 1
    assert "nothing is counted" in capsys.readouterr().err
    with config.open("a") as more:
        more.write("[counts]\nenabled = true\n")
    StuckShelf(tmp_path / FOLDER, hall_clock, 60).add(COUNTS)
    assert main(["stuck", "--config", str(config), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["days"], said["in_steps_of"]) == (7, 5)
    (screen,) = said["screens"]
    assert (screen["screen"], screen["came"], screen["alone"], screen["wrong"]) == (A, 10, 5, {})
    assert main(["stuck", "--config", str(config), "--days", "1"]) == 0
    assert capsys.readouterr().out.split() == [A, "came", "10", *"on 0 back 0 left 0 alone 5".split()]
