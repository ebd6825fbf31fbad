"""What has too little room: it is written smaller, or turned in pages; nothing is cut."""

from collections.abc import Callable

import pytest

from tests.ui.controls.stage import Stage

Show = Callable[[str], Stage]


@pytest.mark.parametrize(
    ("text", "width", "height", "lines", "smaller"),
    [
        ("返回首页", 400, 80, 1, False),
        ("六十秒以后自动返回首页", 300, 140, 2, False),
        ("六十秒以后自动返回首页", 240, 90, 2, True),
        ("Return", 110, 80, 1, True),
    ],
)
def test_what_is_too_long_for_its_place_stands_on_more_lines_and_smaller_if_it_has_to(
    stage: Show, text: str, width: int, height: int, lines: int, smaller: bool
) -> None:
    """Fitted."""
    on = stage(f"Fitted {{ width: {width}; height: {height}; font.pixelSize: 48; text: '{text}' }}")
    on.kiosk.settle()
    label = on.control
    assert (label.property("lineCount"), label.property("truncated")) == (lines, False)
    assert label.property("contentWidth") <= width
    # Qt leaves the space between lines out when it fits them.
    assert label.property("contentHeight") <= height + 4
    assert (label.property("contentHeight") < lines * 48 * 1.3) == smaller


def seen_on_each_page(on: Stage) -> list[list[str]]:
    """The rows of each page, from the first one on."""
    seen = []
    for page in range(1, on.control.property("pages") + 1):
        if page > 1:
            on.kiosk.touch("page.next")
        on.kiosk.settle()
        seen.append([name for n in range(9) if on.kiosk.has(name := f"row.{n}")])
    return seen


PAGES = """Pages {
    width: 600; height: 500; previousText: '上一页'; nextText: '下一页'; text: 'of'
    Repeater { model: %d; Rectangle { required property int index
        objectName: 'row.' + index; implicitWidth: 600; implicitHeight: 150; width: 600; height: 150 } }
}"""


@pytest.mark.parametrize(("rows", "pages"), [(2, 1), (5, 3), (9, 5)])
def test_what_does_not_fit_is_turned_in_pages_that_end_between_rows(stage: Show, rows: int, pages: int) -> None:
    """Pages."""
    on = stage(PAGES % rows)
    on.kiosk.until(lambda: on.control.property("pages") == pages, "pages")
    assert {row for page in seen_on_each_page(on) for row in page} == {f"row.{n}" for n in range(rows)}


PIECES = """Pages {
    width: 600; height: 500; previousText: '上一页'; nextText: '下一页'; text: 'of'
    component Row: Rectangle { property bool heads: false; implicitWidth: 600; width: 600; height: implicitHeight }
    component Group: Column { id: group; readonly property Item torn: group }
    %s
}"""
ROW = "Row {{ objectName: 'row.{}'; implicitHeight: {}; heads: {} }}"


def row(number: int, height: int, heads: bool = False) -> str:
    return ROW.format(number, height, str(heads).lower())


def group(*rows: str) -> str:
    return f"Group {{ {' '.join(rows)} }}"


ENDS = {
    "a heading stays with what it heads": (
        [row(0, 200), row(1, 60, heads=True), row(2, 200)],
        [["row.0"], ["row.1", "row.2"]],
    ),
    "unless both are higher than a page": (
        [row(0, 60, heads=True), row(1, 340), row(2, 200)],
        [["row.0"], ["row.1"], ["row.2"]],
    ),
    "what can be torn stays whole": (
        [row(0, 200), group(row(1, 160), row(2, 160))],
        [["row.0"], ["row.1", "row.2"]],
    ),
    "unless it is higher than a page": (
        [group(row(0, 200), row(1, 200)), row(2, 200)],
        [["row.0"], ["row.1"], ["row.2"]],
    ),
}


@pytest.mark.parametrize("name", ENDS)
def test_where_pages_end(stage: Show, name: str) -> None:
    """Pages."""
    pieces, pages = ENDS[name]
    on = stage(PIECES % " ".join(pieces))
    on.kiosk.until(lambda: on.control.property("pages") == len(pages), "pages")
    assert seen_on_each_page(on) == pages
    assert not on.control.property("cramped")


def test_what_cannot_be_cut_is_told(stage: Show) -> None:
    """Pages."""
    on = stage(PIECES % row(0, 700))
    on.kiosk.until(lambda: bool(on.control.property("cramped")), "that it does not fit")


def test_what_leaves_a_column_is_seen_again(stage: Show) -> None:
    """Pages."""
    on = stage(PAGES % 5)
    on.kiosk.until(lambda: on.control.property("pages") == 3, "pages")
    on.control.setProperty("shown", 2)
    last = on.kiosk.find_shown("row.4")
    on.control.setProperty("shown", 0)
    on.kiosk.settle()
    assert last.opacity() == 0
    last.setParentItem(on.scene)
    on.kiosk.settle()
    assert last.opacity() == 1


TOLD_BELOW = """Pages {
    width: 600; height: 500; previousText: '上一页'; nextText: '下一页'; text: 'of'
    property string wrong: ''
    id: root
    Repeater { model: 5; Rectangle { implicitWidth: 600; implicitHeight: 150; width: 600; height: 150 } }
    Rectangle { id: line; objectName: 'told'; implicitWidth: 600; implicitHeight: 150; width: 600; height: 150
        Reveal { id: reveal; item: line }
        Connections { target: root; function onWrongChanged() { reveal.show() } } }
}"""


def test_what_is_told_is_turned_to_wherever_it_stands(stage: Show) -> None:
    """Reveal."""
    on = stage(TOLD_BELOW)
    on.kiosk.until(lambda: on.control.property("pages") > 1, "pages")
    assert not on.kiosk.has("told")
    on.control.setProperty("wrong", "it is")
    on.kiosk.until(lambda: on.kiosk.has("told"), "its page")
