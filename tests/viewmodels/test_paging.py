"""Pages of a list."""

import pytest

from viewmodels.paging import Paging


@pytest.mark.parametrize(
    ("count", "turns", "page", "shown"),
    [
        (0, (), 0, []),
        (0, (1,), 0, []),
        (4, (1,), 0, [0, 1, 2, 3]),
        (5, (), 0, [0, 1, 2, 3]),
        (5, (1,), 1, [4]),
        (5, (1, 1), 1, [4]),
        (9, (1, 1, -1), 1, [4, 5, 6, 7]),
        (9, (-1,), 0, [0, 1, 2, 3]),
    ],
)
def test_turning(count: int, turns: tuple[int, ...], page: int, shown: list[int]) -> None:
    paging = Paging(size=4).of(count)
    for turn in turns:
        paging = paging.turned(turn)
    assert (paging.page, list(paging.shown(range(count)))) == (page, shown)


def test_a_list_that_has_become_shorter_shows_its_last_page() -> None:
    paging = Paging(size=2).of(7).turned(3)
    assert (paging.pages, paging.text) == (4, "第 4 页，共 4 页")
    assert paging.of(3).text == "第 2 页，共 2 页"
    assert paging.of(0).text == "第 1 页，共 1 页"
