"""What was paid, less what went back: the tax system's word and the book of refunds put together.

A tax system need not know of refunds, nor know of them soon. What it knows of itself counts as well: whichever is more.
"""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import replace

from domain.money import Fen
from domain.people.person import Payment, bill_key
from domain.refunds.application import Application
from domain.refunds.states import TO_BE_SENT, RefundState


def net(person: int, payments: Iterable[Payment], applications: Iterable[Application]) -> tuple[Payment, ...]:
    """A person's payments, each with what of it has been refunded, and what is about to be.

    `applications` are all of that person's, read after the payments: what was refunded meanwhile is among them.
    """
    known = tuple(applications)
    refunded, leaving = _sums(known, {RefundState.PAID_OUT}), _sums(known, TO_BE_SENT)

    def less(payment: Payment) -> Payment:
        bill = bill_key(person, payment.scheme, payment.insurance, payment.period)
        return replace(
            payment,
            refunded=max(payment.refunded, Fen(refunded[bill])),
            leaving=max(payment.leaving, Fen(leaving[bill])),
        )

    return tuple(less(payment) for payment in payments)


def _sums(applications: Iterable[Application], states: Set[RefundState]) -> Counter[str]:
    """What applications in these states are about, in fen by bill."""
    found: Counter[str] = Counter()
    for application in applications:
        if application.state in states:
            found[application.draft.item.bill] += application.draft.fen
    return found
