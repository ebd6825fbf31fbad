"""What there is to be set of the panel that the screens are shown on."""

from pydantic import Field

from adapters.settings.table import Table
from domain.terminal.panel import Layout, Panel


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

    @property
    def panel(self) -> Panel:
        """As the domain knows it."""
        return Panel(self.diagonal_in, self.layout, self.bottom_mm, self.distance_mm)
