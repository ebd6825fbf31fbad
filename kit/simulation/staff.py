"""The staff of a hall in a simulation: two of them end what no machine may, by what the merchant's platform shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from domain.payment.cashier import Cashier
from domain.payment.network import Paid, Refund
from domain.payment.office import CaseFile, OrderOffice, OrderProblem, SettlingOffice
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.reconciliation.cases import Settlement
from domain.reconciliation.office import CaseOffice, Ledger, SettlingCases
from domain.refunds.book import RefundBook
from kit.simulation.troubles import Door, Troubles
from kit.simulation.world import World
from kit.simulators.faults import RefundFate

FIRST, SECOND = "2001", "2002"
WHY = "演示"


@dataclass(frozen=True, slots=True)
class Staff:
    """Of one terminal. They do what is planned, and only where it is true: they see what the networks really took."""

    file: CaseFile
    cashier: Cashier
    ledger: Ledger
    refunds: RefundBook
    world: World
    troubles: Troubles

    def see_to_orders(self) -> None:
        """End what lies before people, send back what they have said to be, and know it again on a bill."""
        self._end()
        ended = [order for order in self.cashier.book.all() if order.state is OrderState.SENT_BACK]
        for order in ended:
            if not self._is_back(order):
                self._send_back(order)
        proofs = {order.proof for order in ended}
        office = CaseOffice(self.ledger, self.cashier, self.refunds, FIRST)
        for case in office.waiting() if proofs else ():
            if (proof := case.case.subject.reference) in proofs:
                SettlingCases(office, SECOND).settle(case.case.number, Settlement.SENT_BACK, proof, WHY)

    def _end(self) -> None:
        settling = SettlingOffice(self.file, self.cashier, f"{FIRST}+{SECOND}")
        doors: dict[Door, Callable[[Order], Order | OrderProblem]] = {
            Door.SENT_BACK: lambda order: settling.sent_back(order.number, self._proof(order), WHY),
            Door.BY_HAND: lambda order: settling.posted_by_hand(order.number, f"H{order.number}", WHY),
        }
        for case in OrderOffice(self.file, self.cashier, FIRST).waiting():
            order = case.order
            if order.state is OrderState.MANUAL_REVIEW and self._one_went_back(order):
                settling.sent_back(order.number, self._proof(order), WHY)
                continue
            for door, end in doors.items():
                if self.troubles.seeks(door, order.state) and self._is_taken(order):
                    if not isinstance(end(order), OrderProblem):
                        self.troubles.strikes((door,), order.state)
                    break

    def _one_went_back(self, order: Order) -> bool:
        """Whether they have sent back what was paid by the same code: its network never says again that it was paid."""
        paid_with = self.cashier.book.known_as(order.trade.number)
        return any(one.state is OrderState.SENT_BACK for one in paid_with)

    def _proof(self, order: Order) -> str:
        """The number at the platform: that of the try that is stuck there, or one of their own."""
        tried = self.cashier.repayer.book.last(order.number)
        return tried.number if tried and tried.stuck(self.cashier.clock()) else f"B{order.number}"

    def _is_taken(self, order: Order) -> bool:
        return any(one.number == order.trade.number for one in self.world.taken())

    def _is_back(self, order: Order) -> bool:
        taken = (one for one in self.world.taken() if one.number == order.trade.number)
        return all(one.refunded == one.fen or one.back.get(order.proof or "") == order.fen for one in taken)

    def _send_back(self, order: Order) -> None:
        """At the merchant's platform, which no trouble of the terminal's reaches."""
        network, now = self.world.platform[order.network], self.world.time.now()
        self.world.simulators[order.network].faults.decide(RefundFate.DONE)
        if isinstance(paid := network.query(order), Paid):
            order = replace(order, transaction=paid.transaction)
        network.refund(order, Refund(order.proof or "", order.fen, now, WHY))
