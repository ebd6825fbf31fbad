"""The paymaster sends approved refunds back through the network that took the money, once, however often it is asked.

An application's refund has one number and one time, both fixed before the network first hears of it: by these the
network knows it again. What is left undone the next round finds in the book. Calls block: off the GUI thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.payment.network import PaymentNetwork, Refund, RefundDone, RefundPending, Refused
from domain.payment.order import Network, Order, OrderBook
from domain.payment.states import ENTERED
from domain.refunds.application import Application, Route
from domain.refunds.book import Overtaken, RefundBook
from domain.refunds.events import PaidOut, RefundEvent, Returned, Sent
from domain.refunds.states import TO_BE_SENT, RefundState
from domain.runtime import Clock
from domain.words import Text

TERMINAL = "terminal"
"""Who sends, in the log."""
LENGTH = 32
"""The most that all networks take."""
ATTEMPTS = 5


def refund_number(application: str, order: str) -> str:
    """out_refund_no of an application: 32 characters of `[0-9A-Z]`. No order's own refund begins with a T.

    The end of the order's number, its time and its chance digits, tells terminals of one merchant apart.
    """
    return f"{application}{order[len(application) - LENGTH :]}"


@dataclass(frozen=True, slots=True)
class Paymaster:
    """`networks` are those in use at this terminal, `orders` its own."""

    book: RefundBook
    orders: OrderBook
    networks: Mapping[Network, PaymentNetwork]
    clock: Clock

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
        network = self.networks.get(order.network) if order else None
        if order is None or network is None:
            return self._not_here(application)
        if order.state not in ENTERED:  # Its posting was not heard of yet: it may be owed back by itself.
            return application
        if application.state is RefundState.APPROVED:
            application = self._move(application, Sent(application.sent_at or self.clock()))
        return self._ask(application, order, network)

    def _ask(self, application: Application, order: Order, network: PaymentNetwork) -> Application:
        """First what has become of it, then for it. Only where both are refused did nothing go out."""
        if application.sent_at is None:
            raise ValueError(f"{application.number} is being sent, and nobody knows since when")
        number = refund_number(application.number, order.number)
        refund = Refund(number, application.draft.fen, application.sent_at, Text("社保费退费"))
        known = answer = network.query_refund(order, refund)
        if not isinstance(known, RefundDone | RefundPending):
            answer = network.refund(order, refund)
        match known, answer:
            case _, RefundDone():
                return self._move(application, PaidOut(self.clock()))
            case Refused(), Refused(why):
                return self._move(application, Returned(detail=why))
        return application

    def _not_here(self, application: Application) -> Application:
        """Nobody here can send it: staff pay it to the bank account. What may be on its way stays as it is."""
        if application.state is RefundState.APPROVED:
            return self._move(application, Returned(detail="its order or its network is not in use here"))
        return application

    def _order(self, application: Application) -> Order | None:
        try:
            return self.orders.get(application.draft.item.order)
        except KeyError:
            return None

    def _move(self, application: Application, event: RefundEvent) -> Application:
        return self.book.move(application, event, self.clock(), TERMINAL)
