"""Where the terminal is: one of four, and never two at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:  # Home needs no flow: they are loaded when the first visit begins
    from domain.flows.engine import Screen, Session

HOME = "home"
OUT_OF_SERVICE = "out_of_service"
SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Home:
    """Nobody is served."""

    screen: ClassVar[str] = HOME


@dataclass(frozen=True, slots=True)
class Visiting:
    """Somebody is served."""

    session: "Session"

    @property
    def screen(self) -> str:
        """The id of the screen shown: `<channel>.<screen>`."""
        return self.session.at

    @property
    def channel(self) -> str:
        from domain.flows.engine import channel_of

        return channel_of(self.session.at)

    @property
    def row(self) -> "Screen":
        """The screen's row in its flow."""
        from domain.flows.catalogue import SCREENS

        return SCREENS[self.session.at]

    @property
    def position(self) -> tuple[int, int] | None:
        """(x, n) of 第 x 步，共 n 步; None where no step is counted."""
        from domain.flows.catalogue import SCREENS
        from domain.flows.engine import position

        return position(SCREENS, self.session)


@dataclass(frozen=True, slots=True)
class Failed:
    """Out of service. Only healing leads out of it, to Home."""

    screen: ClassVar[str] = OUT_OF_SERVICE


@dataclass(frozen=True, slots=True)
class Suspended:
    """Staff have taken all of it out of service. Their door alone leads on, or its end, to Home."""

    screen: ClassVar[str] = SUSPENDED


Where = Home | Visiting | Failed | Suspended
