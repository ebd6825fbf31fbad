"""Each line of the report names tests that are there, or says what is missing."""

import re

import pytest

from tests.conformance.__main__ import ROOT, Count, Line, lines, verdict


@pytest.mark.parametrize("line", lines(), ids=lambda line: line.clause)
def test_its_tests_are_there(line: Line) -> None:
    assert line.tests or line.hardware or line.open
    for test in line.tests:
        file, _, name = test.partition("::")
        assert (ROOT / file).exists(), file
        assert not name or re.search(rf"def {name}\(", (ROOT / file).read_text("utf-8")), test


@pytest.mark.parametrize(
    ("line", "count", "said"),
    [
        (Line("A", "b", ["t"]), Count(3, 0), "shown"),
        (Line("A", "b", ["t"]), Count(3, 1), "FAILS"),
        (Line("A", "b", ["t"]), Count(0, 0), "FAILS"),
        (Line("A", "b", ["t"], open="not over a bus"), Count(3, 0), "open"),
        (Line("A", "b", ["t"], open="not over a bus"), Count(2, 1), "FAILS"),
        (Line("A", "b", ["t"], hardware="a pad"), Count(3, 0), "shown, with hardware"),
        (Line("A", "b", hardware="a pad"), Count(), "hardware"),
    ],
)
def test_nothing_is_shown_that_no_test_shows(line: Line, count: Count, said: str) -> None:
    assert verdict(line, count) == said
