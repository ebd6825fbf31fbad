"""In which order controls are read, and where arrows lead: boxes drawn as letters, a cell of 100 pixels each."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from ui.reading import Arrow, Group, Spot, following, in_reading_order, nearest, towards

CELL = 100
KEYPAD = """
123d
456c
789n
0xxn
"""
SPLIT = """
aa.k
...l
bb..
cc.m
"""
"""Fields, and others at their right."""


def drawn(picture: str) -> list[Spot]:
    """Each letter is a control, as large as the cells that it is in; between controls there is a gap."""
    cells: dict[str, QRectF] = {}
    for y, line in enumerate(picture.split()):
        for x, letter in enumerate(line):
            if letter != ".":
                cells[letter] = cells.get(letter, QRectF()).united(QRectF(x * CELL, y * CELL, CELL, CELL))
    return [Spot(letter, box.adjusted(8, 8, -8, -8)) for letter, box in cells.items()]


def read(group: Group) -> str:
    return "".join(spot.name for spot in in_reading_order(group))


def leads(picture: str, begin: str, arrows: str) -> str:
    """Where arrows lead to one after the other, in letters: u, d, l, r."""
    spots = in_reading_order(drawn(picture))
    at = next(spot for spot in spots if spot.name == begin)
    way = ""
    for arrow in arrows:
        at = towards(next(one for one in Arrow if one.value.startswith(arrow)), at, spots)
        way += at.name
    return way


def test_lines_are_read_from_the_left_and_columns_that_share_no_line_one_after_the_other() -> None:
    assert read(drawn("ab cd ef")) == "abcdef"
    assert read(drawn(KEYPAD)) == "123d456c7890xn"
    assert read(drawn("aab ccb ddb")) == "acdb"


def test_what_stands_in_one_part_is_read_together() -> None:
    spots = {spot.name: spot for spot in drawn(SPLIT)}
    fields, others = [spots[name] for name in "abc"], [spots[name] for name in "klm"]
    assert read([*fields, *others]) == "aklbcm"
    assert read([others, [], fields]) == read([[others[0], others[1:]], [fields]]) == "abcklm"
    over, below = [spots["a"], spots["c"]], [spots["b"]]
    assert read([over, below]) == "abc", "one part amid another"


def test_arrows_lead_to_the_nearest_that_lies_there() -> None:
    assert leads(KEYPAD, "1", "rrd") == "236"
    assert leads(KEYPAD, "5", "ddru") == "8xnc"
    assert leads(SPLIT, "a", "r") == "k"
    assert leads(SPLIT, "k", "d") == "l"


def test_where_nothing_lies_it_goes_on_in_reading_order_around_the_ends() -> None:
    assert leads("ab cd", "b", "r") == "c"
    assert leads("ab cd", "c", "l") == "b"
    assert leads("ab cd", "d", "r") == "a"
    assert leads("ab cd", "a", "l") == "d"
    assert leads("ab cd", "d", "d") == "a"
    assert leads("ab cd", "a", "u") == "d"
    assert leads("a", "a", "udlr") == "aaaa"


def test_what_stands_where_another_stood() -> None:
    spots = drawn("abc def")
    assert nearest(QRectF(130, 110, 80, 80), spots).name == "e"
    assert following(spots[-1], spots).name == "a" and following(spots[0], spots, -1).name == "f"


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 2, *[st.integers(1, 4)] * 2), min_size=1, max_size=20))
def test_wherever_controls_stand_each_is_read_once(places: list[tuple[int, int, int, int]]) -> None:
    """However they overlap, and however they are grouped."""
    spots = [Spot(str(at), QRectF(*(CELL * part for part in place))) for at, place in enumerate(places)]
    for group in (spots, [spots[::2], spots[1::2]], [[spot] for spot in spots]):
        assert sorted(spot.name for spot in in_reading_order(group)) == sorted(spot.name for spot in spots)
