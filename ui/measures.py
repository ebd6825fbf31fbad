"""What is smallest on the screens at each size of text, in pixels of the layout, and how large it is on a panel.

The figures are those of `Theme.qml`; the lines are what a public terminal has to meet (EN 301 549, 49 CFR 27.71, VVSG
2.0, Korea's notice of 2025 on kiosks).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.terminal.panel import REACH_MM, Layout, Panel
from viewmodels.shell.access import SCALES, Size

LEAST = 30
"""Nothing is written smaller, at no size."""
LABEL = 36
BUTTON, MOST_BUTTON = 112, 136
TOUCH = 96
"""The least that is touched."""
CLOSE = 11
"""The least that is between two things that are touched."""
HEADERS = {Layout.PORTRAIT: 184, Layout.LANDSCAPE: 136, Layout.SQUARE: 136}
MOST_TITLE = 1.2
"""How much titles and the header grow."""
FIELD, MOST_HEADER_BUTTON = 104, 120


@dataclass(frozen=True, slots=True)
class Line:
    """What is wanted of a figure: `least` of it or more, `most` or less; at every size of text, or `once` at one."""

    name: str
    unit: str
    least: float = 0
    most: float = float("inf")
    once: bool = False

    def met(self, figure: float) -> bool:
        return self.least <= figure <= self.most


SMALLEST = Line("smallest text", "mm", 4.8)
LARGE = Line("text, large", "mm", 12, once=True)
SEEN = Line("text, as it looks", "°", 0.7, once=True)
TARGET = Line("smallest target", "mm", 9.5)
MAIN = Line("main target", "mm", 20)
GAP = Line("gap", "mm", 2.5)
HIGHEST = Line("highest target", "mm", most=REACH_MM, once=True)
LOW = Line("highest, low reach", "mm", most=REACH_MM, once=True)
LINES = (SMALLEST, LARGE, SEEN, TARGET, MAIN, GAP, HIGHEST, LOW)


def button(scale: float) -> float:
    """How high the main buttons are."""
    return min(round(BUTTON * scale), MOST_BUTTON)


def header(layout: Layout, scale: float) -> float:
    return HEADERS[layout] * min(scale, MOST_TITLE)


def highest(layout: Layout, scale: float, low: bool) -> float:
    """How far below the upper edge what is touched begins: at Back and Home, or where they stand `low` at the content.

    A wide panel has no room for them below, and is not high.
    """
    if low and layout is Layout.PORTRAIT:
        return header(layout, scale)
    return (header(layout, scale) - min(round(FIELD * scale), MOST_HEADER_BUTTON)) / 2


def measured(panel: Panel, scale: float) -> dict[Line, float]:
    """Every line's figure at a size of text."""
    return {
        SMALLEST: panel.mm(LEAST),
        LARGE: panel.mm(round(LABEL * scale)),
        SEEN: panel.degrees(round(LABEL * scale)),
        TARGET: panel.mm(TOUCH),
        MAIN: panel.mm(button(scale)),
        GAP: panel.mm(CLOSE),
        HIGHEST: panel.height_of(highest(panel.layout, scale, low=False)),
        LOW: panel.height_of(highest(panel.layout, scale, low=True)),
    }


def by_size(panel: Panel) -> dict[Size, dict[Line, float]]:
    return {size: measured(panel, scale) for size, scale in SCALES.items()}


def unmet(panel: Panel) -> Iterator[Line]:
    """What no size of text meets. Low reach will do."""
    figures = by_size(panel).values()
    return (line for line in LINES if line is not HIGHEST and not any(line.met(figure[line]) for figure in figures))
