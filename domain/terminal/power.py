"""How staff end the program by hand: to have it back (重新启动), or to have it stay away (关闭)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.payment.order import OrderBook
from domain.payment.states import OPEN, OrderState

EXIT_RESTART = 0
"""Whoever watches over the program begins it anew after this, as after any other end but EXIT_CLOSED."""
EXIT_CLOSED = 5
"""Whoever watches over it leaves it alone until somebody begins it by hand (`packaging/shebao-kiosk.service`)."""
MOVES_FOR = timedelta(minutes=10)
"""An order that is older and still open is the janitor's, after an end as before: a network may be silent for days."""
MOVING = OPEN | {OrderState.PAID, OrderState.LATE_SUCCESS}


def _nobody(code: int) -> None:
    """There is nothing to end."""


@dataclass(frozen=True, slots=True)
class Power:
    """`leave(code)` ends the program. `comes_back` says that somebody watches over it, and begins it anew."""

    leave: Callable[[int], None] = _nobody
    comes_back: bool = False


def moving(book: OrderBook, now: datetime) -> int:
    """How many payments are between a code and the tax system now: nobody should pull the plug under them.

    Paper does not move by then: nobody comes to a page of the desk's while it does (`NavigationViewModel.turn_to`), and
    what is left in a printer by who has gone is called off.
    """
    return sum(order.state in MOVING and order.created_at > now - MOVES_FOR for order in book.unsettled())
