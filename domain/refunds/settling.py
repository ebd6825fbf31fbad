"""Where two of the staff end a refund that is on its way through its network for too long. Calls block."""

from dataclasses import dataclass

from domain.payment.network import Absent, RefundAbnormal, RefundPending, Unclear
from domain.payment.order import OrderBook
from domain.payment.proofs import is_proof
from domain.refunds.application import Application
from domain.refunds.book import OnItsWay, Overtaken, RefundBook
from domain.refunds.events import SentBack
from domain.refunds.problems import (
    NO_PROOF,
    NO_REASON,
    NO_SUCH,
    ON_ITS_WAY,
    OTHER_PROOF,
    SPOKEN,
    RefundProblem,
    find,
    moved_on,
)
from domain.refunds.states import RefundState
from domain.repayments.repayer import Repayer


@dataclass(frozen=True, slots=True)
class SettlingRefunds:
    """`orders` are this terminal's own. `who` is both of their numbers, as the log is to have them."""

    book: RefundBook
    orders: OrderBook
    repayer: Repayer
    who: str

    def sent_back(self, number: str, proof: str, reason: str) -> Application | RefundProblem:
        """已在商户平台退回, under the number `proof` there (退款单号). Its network is asked once more before."""
        if not is_proof(proof):
            return NO_PROOF
        if not reason.strip():
            return NO_REASON
        application = find(self.book, number)
        if application is None:
            return NO_SUCH
        if problem := self._in_the_way(application, proof):
            return problem
        try:
            return self.book.send_back(application, proof, reason, self.repayer.clock(), self.who)
        except OnItsWay:
            return ON_ITS_WAY
        except Overtaken:
            return moved_on(self.book.get(number), SentBack)

    def _in_the_way(self, application: Application, proof: str) -> RefundProblem | None:
        tried = self.repayer.book.last(application.number)
        if application.state is not RefundState.SENDING or tried is None:
            return moved_on(application, SentBack)
        if not tried.stuck(self.repayer.clock()):
            return ON_ITS_WAY
        if not tried.is_proof(proof):
            return OTHER_PROOF
        match self.repayer.ask(self.orders.get(tried.order), tried):
            case RefundPending() | RefundAbnormal() | Unclear():
                return None
            case Absent():  # It may be getting there this moment.
                return ON_ITS_WAY
        return SPOKEN
