"""Where the terminal is: one of three, and never two at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Home needs no flow: they are loaded when the first visit begins
    from domain.flows.engine import Session


@dataclass(frozen=True, slots=True)
class AtHome:
    """Nobody is served. A fault has ended the visit before, and for `telling_s` seconds more its visitor is told so."""

    telling_s: int = 0


@dataclass(frozen=True, slots=True)
class Visiting:
    """Somebody is served; `alone_s` counts seconds without a touch."""

    session: "Session"
    alone_s: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """Out of service. Only healing leads out of it, to Home."""


Where = AtHome | Visiting | Failed
