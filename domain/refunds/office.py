"""The office where staff decide about refunds."""

from dataclasses import dataclass

from domain.refunds.application import Application, Route
from domain.refunds.book import RefundBook
from domain.refunds.events import Approved, PaidOut, RefundEvent, Refused, Returned, Sent, Step, Taken
from domain.refunds.problems import NO_SUCH, Reason, RefundProblem, find, move
from domain.runtime import Clock
from domain.words import Text


@dataclass(frozen=True, slots=True)
class RefundOffice:
    """Every method that changes something answers with what the application has become, or why it has not.

    `who` decides, as the log is to have it: a staff member's number.
    """

    book: RefundBook
    clock: Clock
    who: str

    def open(self) -> tuple[Application, ...]:
        """What is not over, oldest first."""
        return self.book.open()

    def history(self, number: str) -> tuple[Step, ...]:
        """Every step of an application; none if there is no such."""
        return self.book.history(number)

    def take(self, number: str) -> Application | RefundProblem:
        """审核中."""
        return self._move(number, Taken())

    def approve(self, number: str, to_bank: bool = False) -> Application | RefundProblem:
        """审核通过. `to_bank`: pay it to the bank account even if it could go back through its network."""
        application = find(self.book, number)
        if application is None:
            return NO_SUCH
        by_network = application.draft.item.order and not to_bank
        route = Route.NETWORK if by_network else Route.BANK
        return move(self.book, application, Approved(route), self.clock(), self.who)

    def refuse(self, number: str, reason: str) -> Application | RefundProblem:
        """审核不通过: the visitor is told the reason."""
        if not (reason := reason.strip()):
            return RefundProblem(Reason.NO_REASON, Text("请填写审核不通过的原因"))
        return self._move(number, Refused(reason, self.clock()))

    def send(self, number: str) -> Application | RefundProblem:
        """退库中: it is being sent to the bank account."""
        return self._move(number, Sent(self.clock()))

    def pay_out(self, number: str) -> Application | RefundProblem:
        """已退费: it is in the bank account."""
        return self._move(number, PaidOut(self.clock()))

    def give_back(self, number: str, detail: str = "") -> Application | RefundProblem:
        """The bank did not take it: 审核中 again. `detail` is for the log, nothing personal."""
        return self._move(number, Returned(detail=detail))

    def _move(self, number: str, event: RefundEvent) -> Application | RefundProblem:
        application = find(self.book, number)
        return move(self.book, application, event, self.clock(), self.who) if application else NO_SUCH
