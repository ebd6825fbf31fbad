"""The office where staff decide about refunds."""

from dataclasses import dataclass
from datetime import timedelta

from domain.refunds.account import Account
from domain.refunds.application import Application, Route
from domain.refunds.book import RefundBook
from domain.refunds.cases import RefundCase
from domain.refunds.events import (
    Addressed,
    Approved,
    CameBack,
    PaidOut,
    RefundEvent,
    Refused,
    Returned,
    Sent,
    Step,
    Taken,
)
from domain.refunds.problems import BY_BANK, NO_SUCH, NOT_SILENT, Reason, RefundProblem, find, move
from domain.refunds.states import TO_BE_SENT, RefundState
from domain.repayments.events import Stopped
from domain.repayments.repayment import Overtaken, RepaymentBook
from domain.repayments.states import RepaymentState
from domain.runtime import Clock
from domain.words import Text

MAY_COME_BACK = timedelta(days=15)
"""How long after a payment to a bank account staff are shown it: banks send back what they could not enter."""


@dataclass(frozen=True, slots=True)
class ReviewOffice:
    """What one of the staff can do. Every method that changes something answers with what the application has become,
    or why it has not.

    `who` decides, as the log is to have it: a staff member's number.
    """

    book: RefundBook
    repayments: RepaymentBook
    clock: Clock
    who: str

    def cases(self) -> tuple[RefundCase, ...]:
        """What is not over, oldest first; then what banks were paid lately, newest first: it may come back."""
        paid = self.book.paid_to_bank(self.clock() - MAY_COME_BACK)
        return tuple(self._case(application) for application in (*self.book.open(), *paid))

    def case(self, number: str) -> RefundCase | None:
        """An application as staff see it; None if there is none of this number."""
        application = find(self.book, number)
        return self._case(application) if application else None

    def history(self, number: str) -> tuple[Step, ...]:
        """Every step of an application; none if there is no such."""
        return self.book.history(number)

    def take(self, number: str) -> Application | RefundProblem:
        """审核中."""
        return self._move(number, Taken())

    def approve(self, number: str) -> Application | RefundProblem:
        """审核通过: to the bank account that there is, else back through its network."""
        application = find(self.book, number)
        if application is None:
            return NO_SUCH
        route = Route.BANK if application.account else Route.NETWORK
        return move(self.book, application, Approved(route), self.clock(), self.who)

    def address(self, number: str, account: Account) -> Application | RefundProblem:
        """It is to be paid to this account, which the applicant has brought to the window."""
        return self._move(number, Addressed(account))

    def refuse(self, number: str, reason: str) -> Application | RefundProblem:
        """审核不通过: the visitor is told the reason."""
        if not (reason := reason.strip()):
            return RefundProblem(Reason.NO_REASON, Text("请填写审核不通过的原因"))
        return self._move(number, Refused(reason, self.clock()))

    def send(self, number: str) -> Application | RefundProblem:
        """退库中: it is being sent to the bank account."""
        return self._move(number, Sent(self.clock()))

    def take_over(self, number: str) -> Application | RefundProblem:
        """Its network has taken nothing, by the network's own word: 审核中 again."""
        application = find(self.book, number)
        if application is not None and application.route is Route.BANK:
            return BY_BANK
        return self._move(number, Returned())

    def stop(self, number: str) -> Application | RefundProblem:
        """Its network has not answered for a day: it is asked for no more, so that bills can tell. Nothing is ended."""
        application = find(self.book, number)
        if application is None:
            return NO_SUCH
        tried, now = self.repayments.last(application.number), self.clock()
        silent = tried is not None and tried.state is RepaymentState.ASKED and tried.stuck(now)
        if tried is None or not silent or application.state is not RefundState.SENDING:
            return NOT_SILENT
        try:
            self.repayments.move(tried, Stopped(), now, self.who)
        except Overtaken:
            return NOT_SILENT
        return application

    def _case(self, application: Application) -> RefundCase:
        steps = self.history(application.number)
        approved = [step.at for step in steps if step.event is Approved]
        since = approved[-1] if approved and application.state in TO_BE_SENT else steps[-1].at
        tried = self.repayments.last(application.number)
        return RefundCase(application, since, tried, tried is not None and tried.stuck(self.clock()), steps)

    def _move(self, number: str, event: RefundEvent) -> Application | RefundProblem:
        application = find(self.book, number)
        return move(self.book, application, event, self.clock(), self.who) if application else NO_SUCH


@dataclass(frozen=True, slots=True)
class RefundOffice(ReviewOffice):
    """What takes two of the staff besides: their word on what a bank has done. `who` is both of their numbers."""

    def pay_out(self, number: str) -> Application | RefundProblem:
        """已退费: it is in the bank account."""
        return self._move(number, PaidOut(self.clock()))

    def give_back(self, number: str, detail: str = "") -> Application | RefundProblem:
        """The bank did not take it: 审核中 again. `detail` is for the log, nothing personal."""
        return self._move(number, Returned(detail=detail))

    def came_back(self, number: str) -> Application | RefundProblem:
        """The bank had paid it, and sent it back: 审核中 again."""
        return self._move(number, CameBack())
