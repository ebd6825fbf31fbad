"""The paymaster has approved refunds sent back through the network that took the money, once.

What is left undone the next round finds in the book. Calls block: off the GUI thread.
"""

from dataclasses import dataclass

from domain.payment.order import Network, Order, OrderBook, known
from domain.payment.states import ENTERED
from domain.refunds.application import Application, Route
from domain.refunds.book import Overtaken, RefundBook
from domain.refunds.events import PaidOut, RefundEvent, Returned, Sent
from domain.refunds.states import TO_BE_SENT, RefundState
from domain.repayments.repayer import TERMINAL, Repayer
from domain.repayments.repayment import Claim
from domain.repayments.states import BY_PEOPLE, RepaymentState
from domain.words import Text

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Paymaster:
    """`orders` are this terminal's own, `repayer` sends the money."""

    book: RefundBook
    orders: OrderBook
    repayer: Repayer

    def due(self) -> tuple[Application, ...]:
        """What has to go out through a network, or to be heard of, oldest first."""
        return tuple(a for a in self.book.open() if a.route is Route.NETWORK and a.state in TO_BE_SENT)

    def network(self, application: Application) -> Network | None:
        """Which network it goes back by; None where nobody here knows its order."""
        order = self._order(application)
        return order.network if order else None

    def tend(self, application: Application) -> Application:
        """Bring it as far as it goes now; where somebody else has moved it, act on what it has become."""
        for _ in range(ATTEMPTS):
            try:
                return self._tend(application)
            except Overtaken:
                application = self.book.get(application.number)
        return application

    def _tend(self, application: Application) -> Application:
        if application.route is not Route.NETWORK or application.state not in TO_BE_SENT:
            return application
        order = self._order(application)
        if order is None or order.network not in self.repayer.networks:
            return self._not_here(application)
        if order.state not in ENTERED:  # Its posting was not heard of yet: it may be owed back by itself.
            return application
        if application.state is RefundState.APPROVED:
            application = self._move(application, Sent(self.repayer.clock()))
        return self._send(application, order)

    def _send(self, application: Application, order: Order) -> Application:
        """As far as it goes now. What the network will not do, or could not, comes back to staff."""
        draft, since = application.draft, application.sent_at
        if since is None:
            raise ValueError(f"{application.number} is being sent, and nobody knows since when")
        claim = Claim(order, draft.fen, since, Text("社保费退费"), application.number, application.account)
        repayment = self.repayer.tend(claim)
        if repayment is None or repayment.state in BY_PEOPLE:  # Staff were quicker.
            return self.book.get(application.number)
        match repayment.state:
            case RepaymentState.DONE:
                return self._move(application, PaidOut(self.repayer.clock()))
            case RepaymentState.REFUSED | RepaymentState.FAILED:
                return self._move(application, Returned(detail=repayment.why))
        return application

    def _not_here(self, application: Application) -> Application:
        """Nobody here can send it: staff pay it to the bank account. What may be on its way stays as it is."""
        if application.state is RefundState.APPROVED:
            return self._move(application, Returned(detail="its order or its network is not in use here"))
        return application

    def _order(self, application: Application) -> Order | None:
        return known(self.orders, application.draft.item.order)

    def _move(self, application: Application, event: RefundEvent) -> Application:
        return self.book.move(application, event, self.repayer.clock(), TERMINAL)
