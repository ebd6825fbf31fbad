"""What somebody before one code asks of all the orders that are paid by it. Calls block: off the GUI thread."""

from collections.abc import Callable, Sequence

from domain.payment.cashier import Cashier, PaidOtherwise
from domain.payment.order import Order
from domain.payment.states import MONEY_TAKEN, OPEN, TO_BE_CLOSED


def check(cashier: Cashier, numbers: Sequence[str]) -> tuple[Order, ...]:
    """Ask the network, and act on the answer: while one may still be paid, nobody asks about the others.

    Raises PaidOtherwise, where nothing was taken.
    """
    return _each(cashier, numbers, cashier.check)


def cancel(cashier: Cashier, numbers: Sequence[str]) -> tuple[Order, ...]:
    """Call all of them off. Raises PaidOtherwise, where nothing was taken."""
    return _each(cashier, numbers, cashier.cancel)


def foremost(orders: Sequence[Order]) -> Order:
    """The one by which whoever waits knows how it stands: paid, to be paid, to be closed, or over."""
    ranks = (MONEY_TAKEN, OPEN, TO_BE_CLOSED)
    return next((order for states in ranks for order in orders if order.state in states), orders[0])


def _each(cashier: Cashier, numbers: Sequence[str], ask: Callable[[str], Order]) -> tuple[Order, ...]:
    if len(numbers) == 1:
        return (ask(numbers[0]),)
    otherwise: PaidOtherwise | None = None
    for number in numbers:
        try:
            if ask(number).state in OPEN:
                break
        except PaidOtherwise as found:
            otherwise = found
    orders = tuple(map(cashier.get, numbers))
    if foremost(orders).state in MONEY_TAKEN:  # Whoever it was silent about is paid as well: it is asked once more.
        cashier.watch.hurry(order.number for order in orders if order.state in OPEN)
    if otherwise and not any(order.state in MONEY_TAKEN for order in orders):
        raise otherwise
    return orders
