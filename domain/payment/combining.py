"""合单: a household pays at once. An order for each of them, with a life of its own, and one code for all.

Where the network combines orders by itself it knows each of them: its number, its sum, whether it is paid, its row on
the bill. Elsewhere it knows them as one order of ours, and what it says of that it says of all. Which of it holds is
fixed with the orders, and stored (`Combined.parts`). Either way each is booked, and sent back, by itself.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from domain.money import total
from domain.payment.network import PaymentNetwork
from domain.payment.order import Combined, Order, Trade
from domain.payment.states import OrderState
from domain.people.person import Bill


def new_orders(
    network: PaymentNetwork,
    channel: str,
    payer: int,
    parts: Sequence[tuple[Bill, ...]],
    new_number: Callable[[datetime], str],
    now: datetime,
    payable_for: timedelta,
) -> tuple[Order, ...]:
    """An order for each part, with fresh numbers; combined, if there are several."""
    each = tuple(Trade(new_number(now), total(tuple(bill.fen for bill in bills))) for bills in parts)
    combined = None
    if len(parts) > 1:
        apart = len(parts) <= network.combines
        combined = Combined(new_number(now), total(tuple(one.fen for one in each)), each if apart else ())
    state, deadline = OrderState.CREATED, now + payable_for
    return tuple(
        Order(
            *(own.number, network.name, channel, payer, bills, own.fen),
            *(state, now, deadline),
            combined=combined,
        )
        for own, bills in zip(each, parts, strict=True)
    )
