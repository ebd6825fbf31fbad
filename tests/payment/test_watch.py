"""What a run of the program keeps in mind of what it looks after, by uptime alone."""

import pytest

from domain.payment.watch import CHANCE, LONGER, Watch

WAITS = (5.0, 15.0, 30.0)
EVER = 1e9


class Up:
    """Seconds, and a watch that goes by them."""

    def __init__(self, chance: int = 0) -> None:
        self.seconds = 1000.0
        self.watch = Watch(lambda: self.seconds, lambda n: chance * (n - 1) // CHANCE)

    def due_after(self, number: str, stage: str = "open") -> float:
        """How long it takes until it is due, to the half second."""
        began = self.seconds
        while not self.watch.due(number, stage):
            self.seconds += 0.5
        return self.seconds - began


@pytest.fixture
def up() -> Up:
    return Up()


def test_what_has_begun_here_has_an_age(up: Up) -> None:
    assert up.watch.elapsed("A") is None
    up.watch.begin("A")
    up.seconds += 7
    assert up.watch.elapsed("A") == 7 and up.watch.elapsed("B") is None


def test_what_was_never_asked_about_is_due(up: Up) -> None:
    assert up.watch.due("A", "open")


def test_the_waits_grow_as_long_as_it_stays_the_same(up: Up) -> None:
    waited = []
    for _ in range(5):
        up.watch.asked("A", "open", WAITS, 0.0, EVER)
        waited.append(up.due_after("A"))
    assert waited == [5, 15, 30, 30, 30]


def test_another_stage_begins_anew_and_a_known_one_does_not_ask_for_its_age(up: Up) -> None:
    up.watch.asked("A", "open", WAITS, 100.0, EVER)
    assert up.due_after("A") == 30
    up.watch.asked("A", "open", WAITS, 0.0, EVER)
    assert not up.watch.due("A", "open") and up.watch.due("A", "closing")
    for wait in (5, 15):
        up.watch.asked("A", "closing", WAITS, 100.0, EVER)
        assert up.due_after("A", "closing") == wait


@pytest.mark.parametrize(("age", "wait"), [(0.0, 5), (-50.0, 5), (5.0, 15), (19.5, 15), (20.0, 30), (1e6, 30)])
def test_what_began_before_this_run_goes_on_where_it_was(up: Up, age: float, wait: float) -> None:
    up.watch.asked("A", "open", WAITS, age, EVER)
    assert up.due_after("A") == wait


def test_it_is_asked_when_something_is_decided_even_if_it_is_early(up: Up) -> None:
    up.watch.asked("A", "open", WAITS, 0.0, 2.0)
    assert up.due_after("A") == 2


def test_chance_only_makes_a_wait_longer() -> None:
    longest = Up(chance=100)
    assert Up().watch.longer() == 1 < longest.watch.longer() < 1 + LONGER
    longest.watch.asked("A", "open", WAITS, 0.0, EVER)
    assert 5.5 <= longest.due_after("A") <= 6


def test_hurry(up: Up) -> None:
    up.watch.begin("A")
    for number in "AB":
        up.watch.asked(number, "open", WAITS, 0.0, EVER)
    up.watch.hurry()
    assert up.watch.due("A", "open") and up.watch.due("B", "open") and up.watch.elapsed("A") == 0


def test_what_is_over_is_forgotten(up: Up) -> None:
    for number in "AB":
        up.watch.begin(number)
        up.watch.asked(number, "open", WAITS, 0.0, EVER)
    up.watch.begin("C")
    up.watch.asked("D", "open", WAITS, 0.0, EVER)
    assert up.watch.known() == set("ABCD")
    up.watch.forget("AX")
    assert up.watch.known() == set("BCD")
    assert up.watch.due("A", "open") and up.watch.elapsed("A") is None
    assert not up.watch.due("B", "open") and up.watch.elapsed("B") == 0
