"""Where visitors get stuck: what is counted of a visit, and what is told of many."""

from collections import Counter

import pytest

from domain.desk.stuck import Stuck
from domain.flows.ends import BACK, FAULT
from domain.terminal.stuck import ALONE, CLOSING, HOME, LEFT, Cell, Counts, K, Kind, Tally, lasted, told

A, B = "wechat.identify", "wechat.menu"


class Visits:
    """A tally, the time, and what it has given away."""

    def __init__(self) -> None:
        self.now = 0.0
        self.given: list[Counts] = []
        self.tally = Tally(lambda: self.now, self.given.append)

    def visit(self, *screens: tuple[str, str]) -> None:
        """By screen and how it ends; ten seconds on each."""
        for screen, outcome in screens:
            self.tally.comes(screen)
            self.now += 10
            self.tally.ends(outcome)
        self.tally.leaves()


@pytest.fixture
def visits() -> Visits:
    return Visits()


def test_nothing_is_given_away_before_five_visits_are_over(visits: Visits) -> None:
    for _ in range(K - 1):
        visits.visit((A, "next"), (B, HOME))
    assert visits.given == []
    visits.tally.leaves()
    assert visits.given == [], "where nobody was nobody is counted"
    visits.visit((A, "next"), (B, HOME))
    (counts,) = visits.given
    assert counts[Cell(A, Kind.CAME)] == counts[Cell(A, Kind.ENDED, "next")] == counts[Cell(A, Kind.LASTED, "10")] == K
    for _ in range(K):
        visits.visit((B, HOME))
    assert len(visits.given) == 2 and A not in {cell.screen for cell in visits.given[1]}


def test_a_visit_is_in_a_cell_once(visits: Visits) -> None:
    """One visitor who goes to and fro ten times is no five visitors."""
    visits.visit(*[(A, "next"), (B, BACK)] * 10)
    for _ in range(K - 1):
        visits.tally.comes(A)
        visits.tally.errs(["name", "number"])
        visits.tally.errs(["name"])
        visits.tally.leaves()
    (counts,) = visits.given
    assert counts == {
        Cell(A, Kind.CAME): 5,
        Cell(B, Kind.CAME): 1,
        Cell(A, Kind.ENDED, "next"): 1,
        Cell(B, Kind.ENDED, BACK): 1,
        Cell(A, Kind.LASTED, "10"): 1,
        Cell(B, Kind.LASTED, "10"): 1,
        Cell(A, Kind.WRONG, "name"): 4,
        Cell(A, Kind.WRONG, "number"): 4,
    }
    assert told(counts) == (Stuck(A, 5),)


def test_those_who_work_there_are_not_counted(visits: Visits) -> None:
    for _ in range(K):
        visits.visit(("staff.door", "next"), ("staff.menu", HOME))
    assert visits.given == []


@pytest.mark.parametrize("n", [*range(1, 12), 24, 25])
def test_a_figure_is_told_in_whole_fives(n: int) -> None:
    counts = {Cell(A, Kind.CAME): 100, Cell(A, Kind.ENDED, BACK): n, Cell(A, Kind.WRONG, "name"): n}
    (one,) = told(counts)
    assert one.back == n // K * K
    assert one.wrong == ({"name": n // K * K} if n >= K else {})


def test_a_screen_that_fewer_came_to_is_not_told() -> None:
    assert told({Cell(A, Kind.CAME): K - 1, Cell(A, Kind.ENDED, "next"): K - 1}) == ()


def test_the_screen_where_most_is_given_up_comes_first() -> None:
    ends = ("next", "other", BACK, HOME, LEFT, ALONE, CLOSING, FAULT)
    counts = Counter({Cell(screen, Kind.CAME): 100 for screen in (A, B)})
    counts |= Counter({Cell(B, Kind.ENDED, end): K * n for n, end in enumerate(ends, 1)})
    first, second = told(counts | Counter({Cell(B, Kind.LASTED, "60"): 99}))
    assert first == Stuck(
        B, 100, back=15, left=45, alone=30, closed=35, broken=40, on={"other": 10, "next": 5}, lasted={"60": 95}
    )
    assert (first.given_up, second.screen) == (75, A)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.0, "10"), (10.0, "10"), (10.1, "30"), (300.0, "300"), (301.0, "longer")]
)
def test_a_time_is_told_by_its_class(seconds: float, said: str) -> None:
    assert lasted(seconds) == said
