"""How staff end the program by hand: to have it back (重新启动), or to have it stay away (关闭)."""

from collections.abc import Callable
from dataclasses import dataclass

EXIT_RESTART = 0
"""Whoever watches over the program begins it anew after this, as after any other end but EXIT_CLOSED."""
EXIT_CLOSED = 5
"""Whoever watches over it leaves it alone until somebody begins it by hand (`packaging/shebao-kiosk.service`)."""


def _nobody(code: int) -> None:
    """There is nothing to end."""


@dataclass(frozen=True, slots=True)
class Power:
    """`leave(code)` ends the program. `comes_back` says that somebody watches over it, and begins it anew."""

    leave: Callable[[int], None] = _nobody
    comes_back: bool = False
