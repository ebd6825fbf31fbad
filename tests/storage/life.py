"""What a person should have of accounts, agreements and refunds: the store's rules once more, in plain Python."""

from dataclasses import dataclass, field

from domain.accounts.account import BankAccount, Details
from domain.accounts.book import AccountProblem
from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.states import AgreementState
from domain.ports import Unreachable
from domain.refunds.application import Application, Draft, Refundable, Route
from domain.refunds.problems import Reason
from domain.refunds.states import RefundState

BY_PEOPLE: dict[str, tuple[set[RefundState], RefundState]] = {
    "withdraw": ({RefundState.SUBMITTED, RefundState.TAKEN}, RefundState.WITHDRAWN),
    "take": ({RefundState.SUBMITTED}, RefundState.TAKEN),
    "approve": ({RefundState.TAKEN}, RefundState.APPROVED),
    "refuse": ({RefundState.TAKEN}, RefundState.REFUSED),
    "send": ({RefundState.APPROVED}, RefundState.SENDING),
    "give_back": ({RefundState.APPROVED, RefundState.SENDING}, RefundState.TAKEN),
    "pay_out": ({RefundState.SENDING}, RefundState.PAID_OUT),
    "came_back": ({RefundState.PAID_OUT}, RefundState.TAKEN),
}
"""What people do with an application: in which states, and what it is then."""
BY_HAND = {"send", "pay_out", "came_back"}
"""What nobody does with what goes back through its network."""
PAYER = 1
"""Who paid what was paid at the terminal."""
GIVEN_UP = {RefundState.REFUSED, RefundState.WITHDRAWN}
OVER = GIVEN_UP | {RefundState.PAID_OUT}


def after(known: "Known", application: Application, step: str) -> RefundState | Reason:
    """What becomes of it, or why nothing does."""
    by_network = application.route is Route.NETWORK
    if step == "address":
        given = application.state is RefundState.TAKEN or (by_network and application.state is RefundState.SENDING)
        return application.state if given else Reason.MOVED_ON
    before, state = BY_PEOPLE[step]
    if application.state not in before:
        return Reason.MOVED_ON
    if by_network and step in BY_HAND:
        return Reason.BY_NETWORK
    if by_network and step == "give_back" and application.state is RefundState.SENDING:
        return Reason.ON_ITS_WAY
    if step == "came_back" and known.open_for(application.draft.item):
        return Reason.ALREADY_APPLIED
    return state


@dataclass
class Bank:
    """Leaves every agreement that it is asked about in one state: 待验证 is silence."""

    word: AgreementState = AgreementState.VERIFIED

    def verify(self, agreement: Agreement) -> Refusal | None:
        if self.word is AgreementState.PENDING:
            raise Unreachable
        return None if self.word is AgreementState.VERIFIED else Refusal.OTHER_PHONE


@dataclass
class Known:
    """Everything of a person by its key, oldest first; `items` can be refunded. What can be done has no `why_not_…`."""

    person: int
    items: tuple[Refundable, ...]
    accounts: dict[int, BankAccount] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    refunds: dict[str, Application] = field(default_factory=dict)

    def live(self) -> list[Agreement]:
        ends = {AgreementState.REJECTED, AgreementState.REVOKED}
        return [agreement for agreement in self.agreements.values() if agreement.state not in ends]

    def open(self) -> list[Application]:
        return [application for application in self.refunds.values() if application.state not in OVER]

    def open_for(self, item: Refundable) -> list[Application]:
        return [application for application in self.open() if application.draft.item.bill == item.bill]

    def due(self) -> list[str]:
        """What has to go back through its network."""
        sent = (a for a in self.open() if a.state in {RefundState.APPROVED, RefundState.SENDING})
        return [application.number for application in sent if application.route is Route.NETWORK]

    def left(self, item: Refundable) -> int:
        """What has neither been paid back nor been applied for, in fen."""
        counted = (a for a in self.refunds.values() if a.state not in GIVEN_UP and a.draft.item.bill == item.bill)
        return item.fen - sum(application.draft.fen for application in counted)

    def free(self) -> dict[str, int]:
        """What is left of each bill for which one may apply."""
        return {item.bill: self.left(item) for item in self.items if self.left(item) and not self.open_for(item)}

    def why_not_reported(self, new: Details, itself: int = 0) -> AccountProblem | None:
        others = [account.details for key, account in self.accounts.items() if key != itself]
        if any(other.number == new.number for other in others):
            return AccountProblem.DUPLICATE
        if new.preferred and any(other.preferred for other in others):
            return AccountProblem.SECOND_PREFERRED
        return AccountProblem.SECOND_REFUND if new.refund and any(other.refund for other in others) else None

    def why_not_changed(self, key: int, new: Details) -> AccountProblem | None:
        if key not in self.accounts:
            return AccountProblem.NOT_THERE
        old = self.accounts[key].details
        if new == old:
            return AccountProblem.UNCHANGED
        moved = (new.number, new.county) != (old.number, old.county)
        return (self.why_not_deleted(key) if moved else None) or self.why_not_reported(new, key)

    def why_not_deleted(self, key: int) -> AccountProblem | None:
        """Where both an agreement and a refund name the account, it is the agreement that is spoken of."""
        if key not in self.accounts:
            return AccountProblem.NOT_THERE
        number = self.accounts[key].details.number
        if any(agreement.terms.account == number for agreement in self.live()):
            return AccountProblem.UNDER_AGREEMENT
        named = any(a.account is not None and a.account.number == number for a in self.open())
        return AccountProblem.OPEN_REFUND if named else None

    def why_not_applied(self, draft: Draft) -> Reason | None:
        if self.open_for(draft.item):
            return Reason.ALREADY_APPLIED
        if draft.fen > self.left(draft.item):
            return Reason.TOO_MUCH
        paid_by_another = draft.person != PAYER
        return Reason.NO_ACCOUNT if draft.account is None and paid_by_another else None
