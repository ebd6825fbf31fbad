"""Whether what stands in a row of its like is written in the same size."""

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kit.play.playground import Playground
from tests.screens.looking import SLACK, Drawn, drawn, place, shown, unclipped

CHOSEN_FROM = {"tab", "list", "option"}
"""What stands in a line, and one of it is chosen: by their names, up to the first dot."""


def smaller(ground: Playground) -> Iterator[str]:
    """Texts that can be seen now and are drawn smaller than those of the same size on the controls beside them."""
    rows: dict[tuple[str, int, int], list[Drawn]] = defaultdict(list)
    for item, clip in shown(ground):
        kind = item.objectName().partition(".")[0]
        if kind in CHOSEN_FROM and item.property("pressed") is not None:
            top = round(place(item).top())
            for part, _ in unclipped(item, clip):
                if part.inherits("QQuickText") and part.property("text"):
                    rows[kind, top, asked(part)].append(drawn(part))
    for row in rows.values():
        largest = max(text.pixels for text in row)
        for text in row:
            if text.pixels < largest - SLACK:
                yield f"{text.text!r} is drawn in {text.pixels:.0f} pixels, beside {largest:.0f}"


def asked(text: QQuickItem) -> int:
    """The size it was to be written in, in pixels."""
    return int(text.property("font").pixelSize())
