"""Who is admitted behind the staff's door: the right PIN, not found by trying, and never kept or told."""

import subprocess
import sys
from pathlib import Path

import pytest

from adapters.settings import SettingsError, read
from adapters.staff import StaffRoll, pin_hash
from domain.staff import SHUT_OUT, TRIES
from tests.adapters.stand import Now

NUMBER, OTHER, PIN = "0001", "0002", "2468"
HASH = pin_hash(PIN, bytes(16))
ROOT = Path(__file__).parents[2]


@pytest.fixture
def roll(now: Now) -> StaffRoll:
    return StaffRoll({NUMBER: HASH, OTHER: pin_hash("97531", b"sixteen bytes it")}, now)


@pytest.mark.parametrize(
    ("number", "pin", "admitted"),
    [
        (NUMBER, PIN, True),
        (OTHER, "97531", True),
        (NUMBER, "97531", False),
        (NUMBER, "", False),
        (NUMBER, f"{PIN}0", False),
        ("0003", PIN, False),
        ("0003", "", False),
        ("", "", False),
    ],
)
def test_a_number_and_its_pin(roll: StaffRoll, number: str, pin: str, admitted: bool) -> None:
    assert roll.admits(number, pin) is admitted


@pytest.mark.parametrize(("wrong", "admitted"), [(TRIES - 1, True), (TRIES, False)])
def test_a_pin_cannot_be_found_by_trying(roll: StaffRoll, wrong: int, admitted: bool) -> None:
    for _ in range(wrong):
        assert not roll.admits(NUMBER, "0000")
    assert roll.admits(NUMBER, PIN) is admitted
    assert roll.admits(OTHER, "97531")


@pytest.mark.parametrize(("seconds", "admitted"), [(-1, False), (0, True)])
def test_a_number_is_shut_out_for_a_while(roll: StaffRoll, now: Now, seconds: int, admitted: bool) -> None:
    for _ in range(TRIES):
        roll.admits(NUMBER, "0000")
    now.pass_by(seconds=SHUT_OUT.total_seconds() + seconds)
    assert roll.admits(NUMBER, PIN) is admitted


def test_after_that_one_has_all_tries_again(roll: StaffRoll, now: Now) -> None:
    for _ in range(TRIES):
        roll.admits(NUMBER, "0000")
    now.pass_by(seconds=SHUT_OUT.total_seconds())
    assert not roll.admits(NUMBER, "0000")
    assert roll.admits(NUMBER, PIN)


def test_a_right_pin_ends_the_row_of_wrong_ones(roll: StaffRoll) -> None:
    for pin in [*["0000"] * (TRIES - 1), PIN] * 2:
        assert roll.admits(NUMBER, pin) is (pin == PIN)


def test_the_same_pin_has_another_hash_with_another_salt() -> None:
    assert pin_hash(PIN, b"sixteen bytes it") != HASH
    assert PIN not in HASH.removeprefix("scrypt$" + "00" * 16)


def test_staff_of_a_hall_stand_in_its_settings(tmp_path: Path, now: Now) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[[staff]]\nnumber = "{NUMBER}"\npin_hash = "{HASH}"\n', "utf-8")
    settings = read(file)
    roll = StaffRoll({one.number: one.pin_hash for one in settings.staff}, now)
    assert roll.anybody and roll.admits(NUMBER, PIN)
    assert not StaffRoll({}, now).anybody
    for told in (repr(settings), str(settings), repr(roll)):
        assert HASH not in told


@pytest.mark.parametrize("pin_hash", ["2468", HASH[:-1], HASH.replace("scrypt", "md5")])
def test_a_hash_that_is_none_is_not_repeated(tmp_path: Path, pin_hash: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[[staff]]\nnumber = "{NUMBER}"\npin_hash = "{pin_hash}"\n', "utf-8")
    with pytest.raises(SettingsError, match=r"staff\.0\.pin_hash") as wrong:
        read(file)
    assert pin_hash not in str(wrong.value)


@pytest.mark.parametrize(("pin", "made"), [("864209", True), ("123", False), ("12345678９", False)])
def test_a_hash_is_made_on_the_command_line(now: Now, pin: str, made: bool) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "adapters.staff"]
    # Without a terminal of its own, or getpass would ask there.
    done = subprocess.run(command, input=f"{pin}\n", cwd=ROOT, capture_output=True, text=True, start_new_session=True)
    assert (done.returncode == 0) is made
    assert not made or StaffRoll({NUMBER: done.stdout.strip().splitlines()[-1].split(": ")[-1]}, now).admits(
        NUMBER, pin
    )
