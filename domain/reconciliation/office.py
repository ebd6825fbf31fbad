"""The office where staff see to what bills have otherwise than our books. Calls block: off the GUI thread.

One of them can look, and have the network asked again. To settle a case takes two, a reason, and where money moved the
number under which somebody else has it. A case about an order or refund of ours is settled only once that one is over:
as long as the machine may still send its money, nobody says that it went by hand.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from domain.lives.events import Impossible
from domain.money import NONE, Fen
from domain.payment.cashier import Cashier
from domain.payment.household import foremost
from domain.payment.network import (
    Paid,
    QueryAnswer,
    RefundAbnormal,
    RefundAnswer,
    RefundDone,
    RefundPending,
    Unclear,
)
from domain.payment.order import Network, Order
from domain.payment.proofs import is_proof
from domain.payment.said import word
from domain.payment.states import ASKED, MONEY_TAKEN, UNSETTLED, OrderState
from domain.ports import PostingRefused
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Books, Bucket
from domain.reconciliation.cases import (
    MOVES_MONEY,
    Case,
    CaseBook,
    CaseState,
    CaseStep,
    Cleared,
    Queried,
    Settled,
    Settlement,
)
from domain.reconciliation.problems import (
    LIVE,
    MOVED_ON,
    NO_PROOF,
    NO_REASON,
    NO_SUCH,
    NOT_SO,
    NOT_SURE,
    OTHER_PROOF,
    OTHER_VOUCHER,
    SPOKEN,
    STRANGE,
    CaseProblem,
)
from domain.reconciliation.report import Report, Reports
from domain.refunds.application import Application, Route
from domain.refunds.book import RefundBook
from domain.refunds.states import TO_BE_SENT
from domain.repayments.repayment import Repayment
from domain.repayments.states import ON_ITS_WAY

SENT_BACK, POSTED, CHECKED, NOT_OURS = Settlement
WAYS: Mapping[tuple[Bucket, Kind], tuple[Settlement, ...]] = {
    (Bucket.THEIRS_ONLY, Kind.PAYMENT): (SENT_BACK, POSTED, CHECKED, NOT_OURS),
    (Bucket.THEIRS_ONLY, Kind.REFUND): (SENT_BACK, CHECKED, NOT_OURS),
    (Bucket.OURS_ONLY, Kind.PAYMENT): (CHECKED,),
    (Bucket.OURS_ONLY, Kind.REFUND): (SENT_BACK, CHECKED),
    (Bucket.DIFFERS, Kind.PAYMENT): (SENT_BACK, CHECKED),
    (Bucket.DIFFERS, Kind.REFUND): (CHECKED,),
}
"""What can be said of a case. What is ours is our business; what is not cannot agree with our books."""
GOES_BACK = (RefundDone, RefundPending, RefundAbnormal)
"""Answers by which the network has sent the money back by itself, or is about to."""
ELSEWHERE = "refunded elsewhere"
"""What an answer says of a payment that is back, and not by us (`domain.payment.said`)."""
Bills = Callable[[Network, date], Report | None]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What bills have said so far, and what became of it."""

    books: Books
    reports: Reports
    cases: CaseBook


@dataclass(frozen=True, slots=True)
class BillCase:
    """A case as it lies before staff, with what of ours it is about, as far as we know of it.

    `order` is the payment, or that which a refund is of; `tried` the try to send money back that the case names;
    `application` the refund that was applied for. `household` are all orders that were paid by the one code of `order`.
    """

    case: Case
    order: Order | None = None
    tried: Repayment | None = None
    application: Application | None = None
    steps: tuple[CaseStep, ...] = ()
    household: tuple[Order, ...] = ()

    @property
    def fen(self) -> Fen:
        """How much money it is about."""
        case = self.case
        return case.theirs or case.ours or NONE

    @property
    def own_order(self) -> Order | None:
        """The order that the case itself names, and not another payment under its number."""
        names = self.order and self.case.subject.reference == self.order.trade.number
        return self.order if names else None

    @property
    def can_be_asked(self) -> bool:
        """Whether its network knows it by a number of ours."""
        return self.own_order is not None or self.tried is not None

    @property
    def asked(self) -> CaseStep | None:
        """When its network was asked last, and what it said."""
        return next((step for step in reversed(self.steps) if step.word == Queried.word), None)

    @property
    def ways(self) -> tuple[Settlement, ...]:
        """How two of the staff can settle it. A voucher is for one order: none is that of a household's payment."""
        case, strange = self.case, {NOT_OURS if self.order else CHECKED}
        strange |= {POSTED} if self.household else set()
        if case.state is not CaseState.OPEN or case.why is None:
            return ()
        ways = WAYS[case.why, case.subject.kind]
        return tuple(way for way in ways if way not in strange) if NOT_OURS in ways else ways

    @property
    def live(self) -> bool:
        """Whether the machine may still move the money of what it is about."""
        application = self.application
        orders = self.household or ((self.order,) if self.order else ())
        going = application is not None and application.route is Route.NETWORK and application.state in TO_BE_SENT
        on_its_way = self.tried is not None and self.tried.state in ON_ITS_WAY
        return going or on_its_way or any(order.state in UNSETTLED for order in orders)

    @property
    def has_come_right(self) -> bool:
        """Whether the order has taken the money that only the bill had."""
        order, case = self.own_order, self.case
        only_theirs = case.why is Bucket.THEIRS_ONLY and case.subject.kind is Kind.PAYMENT
        return only_theirs and order is not None and order.state in MONEY_TAKEN and order.trade.fen == case.theirs


@dataclass(frozen=True, slots=True)
class CaseOffice:
    """`who` is a staff member's number, as the log is to have it."""

    ledger: Ledger
    cashier: Cashier
    refunds: RefundBook
    who: str

    def waiting(self) -> tuple[BillCase, ...]:
        """What waits for somebody, the oldest first."""
        bills = cache(self.ledger.reports.get)
        return tuple(self._whole(case, bills) for case in self.ledger.cases.open())

    def anything(self) -> bool:
        """Whether something waits."""
        return bool(self.ledger.cases.open())

    def case(self, number: str) -> BillCase | None:
        """A case as staff see it; None if there is none of this number."""
        case = self.ledger.cases.get(number)
        return self._whole(case, self.ledger.reports.get) if case else None

    def ask(self, number: str) -> BillCase | CaseProblem:
        """Have its network asked, and write down what it said. Money that is there after all the order takes."""
        case = self.case(number)
        if case is None:
            return NO_SUCH
        if case.case.state is not CaseState.OPEN:
            return MOVED_ON
        if not case.can_be_asked:
            return STRANGE
        return self.asked(case)[0]

    def asked(self, case: BillCase) -> tuple[BillCase, QueryAnswer | RefundAnswer]:
        """The case as it is after its network was asked, and what that said. The case has to be one that can be."""
        answer, cases, now = self._answer(case), self.ledger.cases, self.cashier.clock()
        subject, order = case.case.subject, case.own_order
        told = Queried(now, detail=word(answer, of_refund=subject.kind is Kind.REFUND))
        after = replace(case, case=cases.tell(subject, told, now, self.who))
        if order and isinstance(answer, Paid) and order.state in ASKED | {OrderState.UNPAID}:
            after = replace(after, order=self.cashier.claimed(order.trade.number))
        if after.has_come_right:
            with suppress(Impossible):  # It was settled, or cleared, in this very moment.
                after = replace(after, case=cases.tell(subject, Cleared(now, detail="by its order"), now, self.who))
        return replace(after, steps=cases.history(subject.number)), answer

    def _answer(self, case: BillCase) -> QueryAnswer | RefundAnswer:
        order = case.order
        assert order is not None, "only what is ours can be asked about"
        if case.tried:
            return self.cashier.repayer.ask(order, case.tried)
        network = self.cashier.networks.get(order.network)
        return network.query(order) if network else Unclear("not in use here")

    def _whole(self, case: Case, bills: Bills) -> BillCase:
        subject, tried = case.subject, None
        if subject.kind is Kind.REFUND:
            tried = self.cashier.repayer.book.find(subject.reference)
        orders = self._orders(tried.order if tried else subject.reference) or self._orders(_billed(case, bills))
        order = foremost(orders) if orders else None
        if order is None or order.network != subject.network:
            return BillCase(case, steps=self.ledger.cases.history(case.number))
        application = self._application(order, tried) if subject.kind is Kind.REFUND else None
        together = orders if len(orders) > 1 else ()
        return BillCase(case, order, tried, application, self.ledger.cases.history(case.number), together)

    def _orders(self, number: str) -> tuple[Order, ...]:
        """Those of this number; of a household's, all that its network knows by it."""
        return self.cashier.book.known_as(number)

    def _application(self, order: Order, tried: Repayment | None) -> Application | None:
        """What was applied for of an order: that which a try is of; else the newest that is not over, or has ended."""
        known = [a for a in self.refunds.of(order.bills[0].person) if a.draft.item.order == order.number]
        if tried:
            return next((a for a in known if a.number == tried.claim), None)
        return next((a for a in known if a.is_open), known[0] if known else None)


@dataclass(frozen=True, slots=True)
class SettlingCases:
    """Where two of the staff settle a case, `second` beside the one who is at the `office`."""

    office: CaseOffice
    second: str

    def settle(self, number: str, how: Settlement, proof: str, reason: str) -> Case | CaseProblem:
        """Once, and by one of the case's ways; its network is asked before, where it can be. Raises Unreachable."""
        case = self.office.case(number)
        if case is None:
            return NO_SUCH
        if problem := _unfounded(case, how, proof, reason) or self._in_the_way(case, how, proof):
            return problem
        now, proved = self.office.cashier.clock(), proof if how in MOVES_MONEY else ""
        event = Settled(how, self.second, now, proved, reason.strip())
        try:
            return self.office.ledger.cases.tell(case.case.subject, event, now, self.office.who)
        except Impossible:
            return MOVED_ON

    def _in_the_way(self, case: BillCase, how: Settlement, proof: str) -> CaseProblem | None:
        if case.can_be_asked:
            case, answer = self.office.asked(case)
            if case.case.state is not CaseState.OPEN:
                return SPOKEN if case.case.state is CaseState.CLEARED else MOVED_ON
            if how is SENT_BACK and (problem := self._not_back(case, answer)):
                return problem
        if how in MOVES_MONEY and case.live:
            return LIVE
        return self._enter(case, proof) if how is POSTED else None

    def _not_back(self, case: BillCase, answer: QueryAnswer | RefundAnswer) -> CaseProblem | None:
        """Why nobody can say that it was sent back by hand: it goes back by itself, or its order may take it yet."""
        order, networks = case.own_order, self.office.cashier.networks
        if case.case.why is Bucket.OURS_ONLY:
            return SPOKEN if isinstance(answer, GOES_BACK) else None
        unknown = isinstance(answer, Unclear) and answer.reason != ELSEWHERE
        takes = order is not None and order.state not in MONEY_TAKEN and order.network in networks
        return NOT_SURE if unknown and takes else None

    def _enter(self, case: BillCase, voucher: str) -> CaseProblem | None:
        """The tax system has it first, if it is an order of ours: should that be paid late, it finds itself posted."""
        order = case.own_order
        if order is None:
            return None
        try:
            since = order.paid_at or order.created_at
            self.office.cashier.tax.posted_by_hand(order.number, order.bills, since, order.channel, voucher)
        except PostingRefused:
            return OTHER_VOUCHER
        return None


def _billed(case: Case, bills: Bills) -> str:
    """The order that the bill itself names for it; empty if it names none."""
    report, subject = bills(case.subject.network, case.day) if case.day else None, case.subject
    rows = report.differences if report else ()
    return next((row.order for row in rows if row.kind is subject.kind and row.reference == subject.reference), "")


def _unfounded(case: BillCase, how: Settlement, proof: str, reason: str) -> CaseProblem | None:
    """What is wrong with what two people say, before anybody is asked."""
    if case.case.state is not CaseState.OPEN:
        return MOVED_ON
    if how not in case.ways:
        return NOT_SO
    if not reason.strip():
        return NO_REASON
    if how not in MOVES_MONEY:
        return None
    if not is_proof(proof):
        return NO_PROOF
    billed = case.case.why is Bucket.THEIRS_ONLY and case.case.subject.kind is Kind.REFUND
    there = {case.case.subject.reference, case.case.transaction}
    return OTHER_PROOF if billed and proof not in there else None
