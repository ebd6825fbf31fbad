"""合单: a household pays at once. An order for each of them, with a life of its own, and one code for all.

The network knows them as one order of ours: its number and its sum are `Order.trade`. So each is booked, and sent back
in part, by itself; and the bill of the day has one payment.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from domain.money import total
from domain.payment.order import Combined, Network, Order
from domain.payment.states import OrderState
from domain.people.person import Bill


def new_orders(
    network: Network,
    channel: str,
    payer: int,
    parts: Sequence[tuple[Bill, ...]],
    new_number: Callable[[datetime], str],
    now: datetime,
    payable_for: timedelta,
) -> tuple[Order, ...]:
    """An order for each part, with fresh numbers; combined, if there are several."""
    everything = tuple(bill.fen for bills in parts for bill in bills)
    combined = Combined(new_number(now), total(everything)) if len(parts) > 1 else None
    state, deadline = OrderState.CREATED, now + payable_for
    return tuple(
        Order(
            *(new_number(now), network, channel, payer, bills, total(tuple(bill.fen for bill in bills))),
            *(state, now, deadline),
            combined=combined,
        )
        for bills in parts
    )
