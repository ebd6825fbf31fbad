"""The drawings of the lives leave nothing out, and are those in the docs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.lives.drawing import LIVES, Life, page

DRAWN = Path(__file__).parents[2] / "docs" / "lives.md"


def edges(life: Life) -> Iterator[tuple[str, str, str]]:
    for before, events in life.table.items():
        for event, after in events.items():
            yield str(before or "[*]"), event.__name__, str(after)


def drawn(title: str) -> set[tuple[str, str, str]]:
    """Every arrow under a title of the page, apart for each of its events."""
    found = set()
    text = page().split(f"## {title}\n")[1].split("\n## ")[0]
    for line in text.splitlines():
        if "-->" in line and " : " in line:
            way, events = line.split(" : ")
            before, after = way.split(" --> ")
            found |= {(before.strip(), event.split("(")[0], after) for event in events.split(" / ")}
    return found


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.title)
def test_every_edge_of_a_table_is_drawn_and_nothing_else(life: Life) -> None:
    assert drawn(life.title) == set(edges(life))


def test_what_is_learnt_is_drawn_and_ends_are_ends() -> None:
    lines = page().splitlines()
    assert "    unknown --> paid : Paid(transaction, paid_at)" in lines
    assert "    presented --> closed : Closed" in lines
    ends = "posted refunded sent_back posted_by_hand refused withdrawn ended done sent_back rejected revoked".split()
    assert [line for line in lines if line.endswith("--> [*]")] == [f"    {end} --> [*]" for end in ends]


def test_the_docs_show_todays_tables() -> None:
    assert DRAWN.read_text("utf-8") == page(), "./kiosk lives > docs/lives.md"
