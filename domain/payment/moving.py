"""Whether money moves now: who ends the program asks before."""

from datetime import datetime, timedelta

from domain.payment.order import OrderBook
from domain.payment.states import OPEN, OrderState

MOVES_FOR = timedelta(minutes=10)
"""An order that is older and still open is the janitor's, after an end as before: a network may be silent for days."""
MOVING = OPEN | {OrderState.PAID, OrderState.LATE_SUCCESS}


def moving(book: OrderBook, now: datetime) -> int:
    """How many payments are between a code and the tax system now: nobody should pull the plug under them.

    Paper does not move by then: nobody comes to a page of the desk's while it does (`NavigationViewModel.turn_to`), and
    what is left in a printer by who has gone is called off.
    """
    return sum(order.state in MOVING and order.created_at > now - MOVES_FOR for order in book.unsettled())
