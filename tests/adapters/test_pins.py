"""What may become a PIN, and what one is kept as."""

import pytest

from adapters.pins import NOBODY, is_pin, pin_hash, problem_of, problem_of_hash
from domain.terminal.staff import is_weak
from kit.people.staff import DEMO_HASH, DEMO_PIN

DIGITS, FIRST = "a PIN has 6 digits", "that is one of the PINs that are tried first: take another"


@pytest.mark.parametrize("pin", ["", "12345", "50729", "5072910", "50729x", "５０７２９１", "-50729", " 507291"])
def test_a_pin_has_six_digits(pin: str) -> None:
    assert problem_of(pin) == DIGITS
    with pytest.raises(ValueError, match=DIGITS):
        pin_hash(pin)


@pytest.mark.parametrize(
    "pin",
    [
        *("000000", "999999", "123456", "654321", "098765", "567890", "890123", "024680", "135791"),
        *("121212", "123123", "520520", "112233", "001122", "123321", "210012", "111222", "666888"),
        *("123789", "321654", "159753", "147258", "520131", "131420", "110120", "314159"),
    ],
)
def test_what_is_tried_first_is_weak(pin: str) -> None:
    assert problem_of(pin) == FIRST
    with pytest.raises(ValueError, match=FIRST):
        pin_hash(pin)


@pytest.mark.parametrize("pin", [DEMO_PIN, "864209", "975318", "120459", "112358"[::-1]])
def test_others_are_not(pin: str) -> None:
    assert problem_of(pin) is None


def test_few_of_all_pins_are_weak() -> None:
    assert sum(is_weak(f"{n:06}") for n in range(1_000_000)) < 5_000


def test_a_hash_is_right_for_its_pin_alone_and_differs_each_time() -> None:
    one, two = pin_hash(DEMO_PIN), pin_hash(DEMO_PIN)
    assert one != two and DEMO_PIN not in one
    assert one.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    for made in (one, two):
        assert problem_of_hash(made) is None
        assert is_pin(DEMO_PIN, made) and not is_pin("507292", made)


def test_the_demonstrations_hash_is_of_its_pin() -> None:
    assert problem_of_hash(DEMO_HASH) is None and is_pin(DEMO_PIN, DEMO_HASH)


def test_nobodys_hash_costs_as_much_and_is_right_for_nothing() -> None:
    assert problem_of_hash(NOBODY) is None
    assert not is_pin(DEMO_PIN, NOBODY)
