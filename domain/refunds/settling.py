"""Where two of the staff end a refund that is on its way through its network for too long. Calls block."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.payment.network import Absent, RefundAbnormal, RefundPending, Unclear
from domain.payment.order import OrderBook
from domain.payment.proofs import is_proof
from domain.reconciliation import days
from domain.reconciliation.bill import BillSource, Kind
from domain.reconciliation.books import Books, Bucket
from domain.reconciliation.report import Reports
from domain.refunds.application import Application
from domain.refunds.book import OnItsWay, Overtaken, RefundBook
from domain.refunds.events import NeverSent, SentBack
from domain.refunds.problems import (
    IN_BILL,
    NO_PROOF,
    NO_REASON,
    NO_SUCH,
    NOT_STOPPED,
    ON_ITS_WAY,
    OTHER_PROOF,
    SPOKEN,
    RefundProblem,
    find,
    moved_on,
    no_bill,
)
from domain.refunds.states import RefundState
from domain.repayments.repayer import Repayer
from domain.repayments.repayment import Repayment
from domain.repayments.states import RepaymentState


@dataclass(frozen=True, slots=True)
class SettlingRefunds:
    """`orders` are this terminal's own; `books` and `reports` are what bills have said.

    `who` is both of their numbers, as the log is to have them.
    """

    book: RefundBook
    orders: OrderBook
    repayer: Repayer
    books: Books
    reports: Reports
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

    def never_sent(self, number: str, reason: str) -> Application | RefundProblem:
        """Its network has never had it: it was STOPPED, and no bill has it of any day on which it may have got there.

        Its network is asked once more before. Staff decide again: it may go by another way, or by another number.
        """
        if not reason.strip():
            return NO_REASON
        application = find(self.book, number)
        if application is None:
            return NO_SUCH
        tried = self.repayer.book.last(application.number)
        if application.state is not RefundState.SENDING or tried is None:
            return moved_on(application, NeverSent)
        if problem := self._may_be_there(tried):
            return problem
        try:
            return self.book.never_sent(application, reason, self.repayer.clock(), self.who)
        except OnItsWay:
            return ON_ITS_WAY
        except Overtaken:
            return moved_on(self.book.get(number), NeverSent)

    def _may_be_there(self, tried: Repayment) -> RefundProblem | None:
        if tried.state is not RepaymentState.STOPPED:
            return NOT_STOPPED
        for day in self._days(tried):
            if problem := self._billed(tried, day):
                return problem
        match self.repayer.ask(self.orders.get(tried.order), tried):
            case Absent() | Unclear():
                return None
            case RefundPending() | RefundAbnormal():
                return ON_ITS_WAY
        return SPOKEN

    def _days(self, tried: Repayment) -> Iterator[date]:
        """On whose bills it may stand: from when it was first asked for until the day after it was stopped."""
        source = self.repayer.networks.get(self.orders.get(tried.order).network)
        begins = source.day_begins if isinstance(source, BillSource) else timedelta(0)
        return days.homes(tried.at, tried.since + timedelta(days=1), begins)

    def _billed(self, tried: Repayment, day: date) -> RefundProblem | None:
        """Where rows tell no number of ours, any refund of its payment may be it."""
        network = self.orders.get(tried.order).network
        report = self.reports.get(network, day)
        if report is None or not report.is_final:
            return no_bill(day)
        marked = self.books.marks(network, day).get((Kind.REFUND, tried.number), Bucket.OURS_ONLY)
        of_it = [one for one in report.differences if one.kind is Kind.REFUND and one.order == tried.order]
        known = marked is not Bucket.OURS_ONLY or any(one.theirs is not None for one in of_it)
        return IN_BILL if known else None

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
