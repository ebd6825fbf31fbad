"""Who may sell a bill now, where several terminals could. A claim is taken before an order is stored."""

from dataclasses import dataclass
from typing import Protocol

from domain.payment.order import BillBusy, Order, OrderBook, known
from domain.payment.states import ALIVE, OPEN
from domain.people.person import Bill


@dataclass(frozen=True, slots=True)
class Held:
    """What an order has claimed. `overtaken` says that a bill of it has been posted meanwhile, by another."""

    number: str
    overtaken: bool = False


class Claims(Protocol):
    """Held where all terminals ask. What is asked raises Unreachable: nothing is known, and it may be asked again."""

    def reached(self) -> bool:
        """Whether whoever holds them answered when last asked. Never waits; while it is false no order is begun."""
        ...

    def take(self, number: str, bills: tuple[Bill, ...]) -> str | None:
        """Claim bills for an order, all or none. Whose claim is in the way by its order's number, or None: they are
        claimed, perhaps since before.
        """
        ...

    def release(self, number: str) -> None:
        """The order claims nothing any more. What it never claimed, or has let go, is no mistake."""
        ...

    def held(self) -> tuple[Held, ...]:
        """All that this terminal has claimed for more than a minute: what is newer may be about to be stored."""
        ...


class OnlyHere:
    """Implements `Claims` where no other terminal sells the same bills: the order book itself decides."""

    def reached(self) -> bool:
        return True

    def take(self, number: str, bills: tuple[Bill, ...]) -> str | None:
        return None

    def release(self, number: str) -> None:
        pass

    def held(self) -> tuple[Held, ...]:
        return ()


def claim(claims: Claims, book: OrderBook, orders: tuple[Order, ...]) -> None:
    """Claim what these pay, all or none. Raises BillBusy, Unreachable; what was claimed for nothing is let go later."""
    for order in orders:
        holder = claims.take(order.number, order.bills)
        if holder is not None and _is_over(known(book, holder)):  # Nobody has let go of it yet.
            claims.release(holder)
            holder = claims.take(order.number, order.bills)
        if holder is not None:
            for taken in orders:
                claims.release(taken.number)
            raise BillBusy(holder)


def let_go(claims: Claims, book: OrderBook) -> tuple[Order, ...]:
    """Release what is claimed for orders that are over, or were never stored; those that were overtaken, and are open.

    Raises Unreachable.
    """
    overtaken = []
    for one in claims.held():
        order = known(book, one.number)
        if order is None or _is_over(order):
            claims.release(one.number)
        elif one.overtaken and order.state in OPEN:
            overtaken.append(order)
    return tuple(overtaken)


def _is_over(order: Order | None) -> bool:
    """Whether it is one of this terminal's that holds no bills any more."""
    return order is not None and order.state not in ALIVE
