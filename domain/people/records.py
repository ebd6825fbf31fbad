"""缴费记录: what was paid for a person, in whatever channel, and how each payment stands."""

from domain.payment.order import Order, OrderBook
from domain.payment.states import OrderState
from domain.people.insurance import Period
from domain.people.person import Payment, Standing
from domain.ports import TaxSystem
from domain.refunds.book import RefundBook
from domain.refunds.netting import net

STANDINGS = {
    OrderState.PAID: Standing.PENDING,
    OrderState.LATE_SUCCESS: Standing.PENDING,
    OrderState.POSTING_FAILED: Standing.REFUND_DUE,
    OrderState.DUPLICATE: Standing.REFUND_DUE,
    OrderState.REFUND_DUE: Standing.REFUND_DUE,
    OrderState.REFUNDED: Standing.REFUNDED,
    OrderState.SENT_BACK: Standing.REFUNDED,
}
"""Posted payments are told by the tax system, whoever took them; all others are only in the order book."""


def payments_of(tax: TaxSystem, book: OrderBook, refunds: RefundBook, person: int) -> tuple[Payment, ...]:
    """Everything paid for a person, newest first; what has no time comes last. Raises Unreachable."""
    orders = book.paid_for(person)  # First: what is posted between the two readings is told once, not left out.
    posted = net(person, tax.payments(person), refunds.of(person))
    entered = {payment.order for payment in posted}
    others = (payment for order in orders if order.number not in entered for payment in _unposted(order, person))
    return tuple(sorted((*posted, *others), key=_age, reverse=True))


def _unposted(order: Order, person: int) -> tuple[Payment, ...]:
    standing = STANDINGS.get(order.state)
    if standing is None:
        return ()
    return tuple(
        Payment(
            bill.scheme,
            bill.insurance,
            bill.period,
            bill.agency,
            bill.tier,
            bill.fen,
            order.channel,
            order.paid_at,
            standing,
            order=order.number,
        )
        for bill in order.bills
        if bill.person == person
    )


def _age(payment: Payment) -> tuple[float, Period]:
    return (payment.paid_at.timestamp() if payment.paid_at else 0.0, payment.period)
