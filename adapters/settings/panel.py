"""What there is to be set of the panel that the screens are shown on."""

from typing import Literal

from pydantic import Field

from adapters.settings.table import Table
from domain.terminal.panel import Layout, Panel

Turn = Literal[0, 90, 180, 270]
"""Clockwise, in degrees."""


class PanelSettings(Table):
    """How large the panel is, how it hangs, how high its lower edge is above the floor and from where it is read."""

    diagonal_in: float = Field(ge=7, le=100)
    """Of the picture, in inches."""
    layout: Layout = Layout.PORTRAIT
    """How it hangs: upright, wide, or nearly square."""
    bottom_mm: float = Field(ge=0, le=2000)
    """Its lower edge above the floor, in mm."""
    distance_mm: float = Field(default=700, ge=200, le=3000)
    """From where it is read, in mm."""
    turned: Turn = 0
    """How far the picture is turned clockwise, in degrees: a panel may hang on its side (90, 270) or upside down."""
    touch_turned: Turn = 0
    """How far what is touched is turned clockwise against the panel: 0 where both were mounted together. X11 only."""
    touch: str = ""
    """What is touched, as `xinput list` names it; all that can be touched if empty. Only with `touch_turned`."""

    @property
    def panel(self) -> Panel:
        """As the domain knows it."""
        return Panel(self.diagonal_in, self.layout, self.bottom_mm, self.distance_mm)
