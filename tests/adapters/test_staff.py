"""Who is admitted behind the staff's door: the right PIN, not found by trying, and never kept or told."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from adapters import tries
from adapters.pins import pin_hash
from adapters.runtime import Machine
from adapters.settings import read
from adapters.staff import DOOR_FREE, DOOR_LONGEST_S, FREE, LOCK, REMEMBERED, StaffRoll
from domain.terminal.staff import Answer, Verdict

NUMBER, OTHER, STRANGER = "0001", "0002", "0003"
PIN, OTHERS, WRONG = "507291", "864209", "975318"
HASHES = {NUMBER: pin_hash(PIN), OTHER: pin_hash(OTHERS)}
ADMITTED, LOCKED, CLOSED = (Answer(verdict) for verdict in (Verdict.ADMITTED, Verdict.LOCKED, Verdict.CLOSED))


def wrong(seconds: int = 0) -> Answer:
    return Answer(Verdict.WRONG, timedelta(seconds=seconds))


def early(seconds: int) -> Answer:
    return Answer(Verdict.EARLY, timedelta(seconds=seconds))


@dataclass
class Uptime:
    """Seconds that the machine has run."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def uptime() -> Uptime:
    return Uptime()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / tries.NAME


@pytest.fixture
def start(file: Path, uptime: Uptime) -> Callable[[], StaffRoll]:
    """A start of the terminal."""
    return lambda: StaffRoll(HASHES, file, uptime)


@pytest.fixture
def roll(start: Callable[[], StaffRoll]) -> StaffRoll:
    return start()


def goes_wrong(roll: StaffRoll, uptime: Uptime, times: int, number: str = NUMBER) -> Answer:
    """So many times, each as soon as it is looked at; the last answer."""
    answer = wrong()
    for _ in range(times):
        uptime.at += answer.wait.total_seconds()
        answer = roll.admits(number, WRONG)
        assert answer.verdict is not Verdict.EARLY
    return answer


@pytest.mark.parametrize(
    ("number", "pin", "answer"),
    [
        (NUMBER, PIN, ADMITTED),
        (OTHER, OTHERS, ADMITTED),
        (NUMBER, OTHERS, wrong()),
        (NUMBER, "", wrong()),
        (NUMBER, f"{PIN}0", wrong()),
        (STRANGER, PIN, wrong()),
        (STRANGER, "", wrong()),
        ("", "", wrong()),
    ],
)
def test_a_number_and_its_pin(roll: StaffRoll, number: str, pin: str, answer: Answer) -> None:
    assert roll.admits(number, pin) == answer


@pytest.mark.parametrize("number", [NUMBER, STRANGER], ids=["of somebody", "of nobody"])
def test_the_wait_doubles_until_the_number_is_locked(roll: StaffRoll, uptime: Uptime, number: str) -> None:
    """The same for whoever is on the roll and whoever is not."""
    waits = [goes_wrong(roll, uptime, FREE - 1, number).wait.total_seconds()]
    for _ in range(FREE, LOCK):
        answer = roll.admits(number, WRONG)
        assert answer.verdict is Verdict.WRONG
        waits.append(answer.wait.total_seconds())
        uptime.at += waits[-1]
    assert waits == [0, *(15 * 2**n for n in range(10))]
    assert roll.admits(number, WRONG) == LOCKED
    uptime.at += 10 * waits[-1]
    assert roll.admits(number, PIN) == LOCKED


def test_before_its_time_no_pin_is_looked_at(roll: StaffRoll, uptime: Uptime) -> None:
    assert goes_wrong(roll, uptime, FREE) == wrong(15)
    uptime.at += 14.5
    assert roll.admits(NUMBER, PIN) == early(1)
    assert roll.admits(NUMBER, WRONG) == early(1), "and none is counted"
    uptime.at += 0.5
    assert roll.admits(NUMBER, PIN) == ADMITTED


def test_others_need_not_wait_for_it(roll: StaffRoll, uptime: Uptime) -> None:
    goes_wrong(roll, uptime, FREE)
    assert roll.admits(OTHER, OTHERS) == ADMITTED
    assert roll.admits(NUMBER, PIN) == early(15), "another's admission does not shorten it"


def test_a_right_pin_ends_the_row_of_wrong_ones(roll: StaffRoll, uptime: Uptime) -> None:
    for _ in range(2):
        assert goes_wrong(roll, uptime, FREE - 1) == wrong()
        assert roll.admits(NUMBER, PIN) == ADMITTED


def test_many_numbers_are_tried_no_faster_than_one(roll: StaffRoll, uptime: Uptime) -> None:
    """A number each time: from the tenth on everybody waits, at most a quarter of an hour."""
    waits = []
    for n in range(DOOR_FREE + 9):
        answer = roll.admits(f"9{n}", WRONG)
        waits.append(int(answer.wait.total_seconds()))
        uptime.at += waits[-1]
    assert waits == [*[0] * (DOOR_FREE - 1), 15, 30, 60, 120, 240, 480, *[DOOR_LONGEST_S] * 4]
    uptime.at -= 1
    assert roll.admits(OTHER, OTHERS) == early(1)
    uptime.at += 1
    assert roll.admits(OTHER, OTHERS) == ADMITTED
    assert roll.admits(STRANGER, WRONG) == wrong(), "staff came in: the door is as it was"


class TestAcrossARestart:
    def test_wrong_ones_are_kept(self, start: Callable[[], StaffRoll], uptime: Uptime) -> None:
        for _ in range(FREE - 1):
            assert start().admits(NUMBER, WRONG) == wrong()
        assert start().admits(NUMBER, WRONG) == wrong(15)

    def test_a_wait_begins_anew(self, start: Callable[[], StaffRoll], uptime: Uptime) -> None:
        """So no restart, and no clock that is set meanwhile, makes it shorter."""
        goes_wrong(start(), uptime, FREE)
        uptime.at = 3.0
        again = start()
        assert again.admits(NUMBER, PIN) == early(15)
        uptime.at += 15
        assert again.admits(NUMBER, PIN) == ADMITTED

    def test_a_lock_is_kept(self, start: Callable[[], StaffRoll], uptime: Uptime) -> None:
        assert goes_wrong(start(), uptime, LOCK) == LOCKED
        assert start().admits(NUMBER, PIN) == LOCKED

    def test_a_try_counts_before_it_is_looked_at(
        self, start: Callable[[], StaffRoll], file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever cuts the power at a wrong PIN has had that try."""

        def power_cut(pin: str, kept: str) -> bool:
            raise KeyboardInterrupt

        monkeypatch.setattr("adapters.staff.is_pin", power_cut)
        with pytest.raises(KeyboardInterrupt):
            start().admits(NUMBER, WRONG)
        assert tries.read(file).of(NUMBER) == 1


class TestTheFile:
    def test_it_is_nobody_elses_and_holds_nothing_but_counts(self, roll: StaffRoll, file: Path) -> None:
        roll.admits(NUMBER, WRONG)
        assert file.stat().st_mode & 0o777 == 0o600
        assert file.read_text() == '{"door": 1, "numbers": {"0001": 1}}'
        assert [one.name for one in file.parent.iterdir()] == [file.name]
        roll.admits(NUMBER, PIN)
        assert file.read_text() == '{"door": 0, "numbers": {}}'

    @pytest.mark.parametrize(
        "content",
        ["", "{", "[]", '{"door": 1}', '{"door": true, "numbers": {}}', '{"door": 0, "numbers": {"0001": -1}}', "\xff"],
    )
    def test_damaged_it_admits_nobody(
        self, roll: StaffRoll, file: Path, content: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        file.parent.mkdir()
        file.write_text(content, "latin-1")
        assert roll.admits(NUMBER, PIN) == CLOSED
        assert "staff-tries.json is damaged" in caplog.text
        file.unlink()
        assert roll.admits(NUMBER, PIN) == ADMITTED

    def test_where_it_cannot_be_written_nobody_is_admitted(
        self, roll: StaffRoll, file: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        file.parent.write_text("no folder")
        assert roll.admits(NUMBER, PIN) == CLOSED
        assert "staff-tries.json cannot be read" in caplog.text
        file.parent.unlink()
        file.parent.mkdir()
        file.with_name(file.name + ".new").mkdir()
        assert roll.admits(NUMBER, PIN) == CLOSED
        assert "staff-tries.json cannot be written" in caplog.text

    def test_numbers_that_nobody_has_do_not_fill_it(self, start: Callable[[], StaffRoll], file: Path) -> None:
        many = {f"{n}": 1 for n in range(1000, 1000 + REMEMBERED)}
        tries.keep(file, tries.Tries(0, {NUMBER: 3} | many))
        start().admits(STRANGER, WRONG)
        kept = tries.read(file)
        assert len(kept.numbers) == REMEMBERED + 1
        assert (kept.of(NUMBER), kept.of(STRANGER), kept.of("1000"), kept.of("1001")) == (3, 1, 0, 1)

    def test_what_is_unlocked_at_the_console_is_unlocked_at_once(
        self, roll: StaffRoll, uptime: Uptime, file: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "kiosk.staff")
        goes_wrong(roll, uptime, LOCK)
        tries.keep(file, tries.read(file).without(NUMBER))
        assert roll.admits(NUMBER, PIN) == ADMITTED
        assert "0001 has been unlocked" in caplog.text


def test_what_happens_at_the_door_is_logged(roll: StaffRoll, uptime: Uptime, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "kiosk.staff")
    roll.admits(NUMBER, WRONG)
    roll.admits("52019919", WRONG)
    roll.admits(NUMBER, PIN)
    goes_wrong(roll, uptime, LOCK)
    roll.admits(NUMBER, PIN)
    said = [(record.levelname, record.message) for record in caplog.records]
    assert said[:3] == [
        ("WARNING", "wrong PIN for 0001, 1 in a row"),
        ("WARNING", "wrong PIN for a number that nobody has, 1 in a row"),
        ("INFO", "0001 is admitted"),
    ]
    assert said[-3:] == [
        ("WARNING", "wrong PIN for 0001, 15 in a row"),
        ("WARNING", "0001 is locked (./kiosk pin --unlock NUMBER)"),
        ("WARNING", "a try for 0001, which is locked"),
    ]
    assert not any(secret in caplog.text for secret in (PIN, WRONG, "52019919"))


def test_staff_of_a_hall_stand_in_its_settings(tmp_path: Path, file: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(f'[[staff]]\nnumber = "{NUMBER}"\npin_hash = "{HASHES[NUMBER]}"\n', "utf-8")
    settings = read(config)
    roll = StaffRoll({one.number: one.pin_hash for one in settings.staff}, file, Machine().uptime)
    assert roll.anybody and roll.admits(NUMBER, PIN) == ADMITTED
    assert not StaffRoll({}, file, Machine().uptime).anybody
    for told in (repr(settings), str(settings), repr(roll)):
        assert HASHES[NUMBER] not in told
