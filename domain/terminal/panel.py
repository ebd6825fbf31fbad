"""The panel that the screens are shown on: how large a pixel of the layout is, and how high what hangs there is."""

from dataclasses import dataclass
from enum import StrEnum
from math import atan, degrees, hypot

INCH_MM = 25.4
REACH_MM = 1220
"""Above the floor: so high whoever sits reaches (ADA 707)."""


class Layout(StrEnum):
    """How a panel hangs, by the pixels of its kind."""

    PORTRAIT = "1080x1920"
    LANDSCAPE = "1920x1080"
    SQUARE = "1280x1024"


CANVASES = {Layout.PORTRAIT: (1080, 1920), Layout.LANDSCAPE: (1920, 1080), Layout.SQUARE: (1440, 1152)}
"""The pixels that the layout is thought in; a panel shows them as large as it is."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel with a picture of `diagonal_in` inches, whose lower edge hangs `bottom_mm` above the floor.

    It is read from `distance_mm`.
    """

    diagonal_in: float
    layout: Layout
    bottom_mm: float
    distance_mm: float

    @property
    def pixel_mm(self) -> float:
        """How large a pixel of the layout is."""
        return self.diagonal_in * INCH_MM / hypot(*CANVASES[self.layout])

    @property
    def height_mm(self) -> float:
        """Of the picture."""
        return CANVASES[self.layout][1] * self.pixel_mm

    def mm(self, pixels: float) -> float:
        """How large so many pixels of the layout are."""
        return pixels * self.pixel_mm

    def degrees(self, pixels: float) -> float:
        """How large they look from where they are read."""
        return degrees(2 * atan(self.mm(pixels) / 2 / self.distance_mm))

    def height_of(self, pixels: float) -> float:
        """How many mm above the floor a line is that lies so many pixels below the upper edge."""
        return self.bottom_mm + self.height_mm - self.mm(pixels)

    @property
    def too_high(self) -> bool:
        """Whether its upper part is beyond the reach of whoever sits."""
        return self.height_of(0) > REACH_MM
