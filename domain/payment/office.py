"""The office where staff see to orders that no machine may decide about. Calls block: off the GUI thread.

One of them can look and have the network asked again, which moves nothing by itself. To end an order takes two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from domain.payment.cases import OrderCase, since, waits
from domain.payment.cashier import Cashier
from domain.payment.events import Asked, OrderEvent, PostedByHand, SentBack, Step
from domain.payment.network import Closed, Paid, RefundAbnormal, RefundDone, RefundPending, Unclear
from domain.payment.order import Order, OrderBook, Overtaken, known
from domain.payment.proofs import is_proof
from domain.payment.said import word
from domain.payment.states import FOR_STAFF, OrderState
from domain.people.person import Masked
from domain.ports import PostingRefused, TaxSystem, Unreachable
from domain.refunds.book import OnItsWay
from domain.repayments.repayment import Repayment
from domain.repayments.states import ON_ITS_WAY as MAY_BE_GONE
from domain.words import Text

ATTEMPTS = 5
MOST = 8
"""So many orders are told of at a look-up."""
CERTAIN = (Paid, Closed, RefundDone)
"""Answers by which the cashier goes on alone."""


class Reason(Enum):
    NO_SUCH = auto()
    MOVED_ON = auto()
    """it does not need anybody any more"""
    NO_PROOF = auto()
    NO_REASON = auto()
    SPOKEN = auto()
    """the network has just said what becomes of it"""
    ON_ITS_WAY = auto()
    """the money may be on its way back"""
    OTHER_VOUCHER = auto()
    """the tax system has it otherwise"""


@dataclass(frozen=True, slots=True)
class OrderProblem:
    """Why nothing was done, in a sentence."""

    reason: Reason
    sentence: Text


NO_SUCH = OrderProblem(Reason.NO_SUCH, Text("没有找到这笔付款"))
MOVED_ON = OrderProblem(Reason.MOVED_ON, Text("这笔付款已经有了结果，不用再办"))
NO_PROOF = OrderProblem(Reason.NO_PROOF, Text("单号不对：应是 8 到 32 位字母和数字，请核对"))
NO_REASON = OrderProblem(Reason.NO_REASON, Text("请写明为什么这样办"))
SPOKEN = OrderProblem(Reason.SPOKEN, Text("支付渠道刚刚有了明确答复，机器已按它办理，不能再手工记。"))
ON_ITS_WAY = OrderProblem(Reason.ON_ITS_WAY, Text("支付渠道正在退这笔钱，请等它办完。"))
NOT_SURE = OrderProblem(Reason.ON_ITS_WAY, Text("支付渠道没有说清这笔钱是不是正在退，现在不能记，请过一会儿再办。"))
OTHER_PROOF = OrderProblem(Reason.NO_PROOF, Text("单号对不上：应是这笔退款在商户平台的单号，请核对"))
OTHER_VOUCHER = OrderProblem(
    Reason.OTHER_VOUCHER, Text("税务系统对不上：这笔费用已由别的凭证入库，或者这个凭证号码是别的缴费的，请核对。")
)


class CaseFile(Protocol):
    """What staff need of the order book besides."""

    def decide(self, order: Order, event: OrderEvent, at: datetime, who: str) -> Order:
        """As `OrderBook.move`, and the log has who did it. To end it leaves what was tried to send its money back.

        Raises OnItsWay where that may have taken the money along: until it is stuck, when SentBack ends it as well.
        """
        ...

    def history(self, number: str) -> tuple[Step, ...]:
        """Every step of an order, from its first; none if there is no such."""
        ...

    def ending(self, tail: str, most: int) -> tuple[Order, ...]:
        """The newest orders whose number, or that of all with their code, is this or ends so; at most so many."""
        ...


def waiting(book: OrderBook, file: CaseFile, tax: TaxSystem, now: datetime) -> tuple[OrderCase, ...]:
    """What needs somebody, the oldest first."""
    found = sorted((order for order in book.unsettled() if waits(order, now)), key=since)
    return tuple(_case(order, file, tax) for order in found)


def _case(order: Order, file: CaseFile, tax: TaxSystem) -> OrderCase:
    return OrderCase(order, _insured(order, tax), file.history(order.number))


def _insured(order: Order, tax: TaxSystem) -> Masked | None:
    try:
        return tax.masked(order.bills[0].person)
    except Unreachable:
        return None


@dataclass(frozen=True, slots=True)
class OrderOffice:
    """`who` is a staff member's number, as the log is to have it."""

    file: CaseFile
    cashier: Cashier
    who: str

    def waiting(self) -> tuple[OrderCase, ...]:
        """What needs somebody, the oldest first."""
        return waiting(self.cashier.book, self.file, self.cashier.tax, self.cashier.clock())

    def case(self, number: str) -> OrderCase | None:
        """An order as staff see it; None if there is none of this number."""
        order = known(self.cashier.book, number)
        return self._case(order) if order else None

    def ending(self, tail: str) -> tuple[OrderCase, ...]:
        """The newest orders whose number, or that of all with their code, is this or ends so; the newest first."""
        return tuple(map(self._case, self.file.ending(tail, MOST)))

    def ask(self, number: str) -> OrderCase | OrderProblem:
        """Have the network asked, and write down what it said. Where it is certain, the cashier goes on with that."""
        for _ in range(ATTEMPTS):
            order = known(self.cashier.book, number)
            if order is None:
                return NO_SUCH
            if order.state not in FOR_STAFF:
                return MOVED_ON
            answer = self.cashier.ask(order)
            try:
                order = self.file.decide(
                    order,
                    Asked(detail=word(answer, of_refund=order.state is OrderState.REFUND_DUE)),
                    self.cashier.clock(),
                    self.who,
                )
            except Overtaken:
                continue
            return self._case(self.cashier.tend(order) if isinstance(answer, CERTAIN) else order)
        return MOVED_ON

    def _case(self, order: Order) -> OrderCase:
        return _case(order, self.file, self.cashier.tax)


@dataclass(frozen=True, slots=True)
class SettlingOffice:
    """Where two of the staff end an order. `who` is both of their numbers, as the log is to have them."""

    file: CaseFile
    cashier: Cashier
    who: str

    def sent_back(self, number: str, proof: str, reason: str) -> Order | OrderProblem:
        """已在商户平台退回, under the number `proof` there (退款单号): its bills are free again.

        Its network's own try may be stuck: then that is what the platform has to show.
        """
        return self._settle(number, SentBack(proof, reason), proof, reason, lambda order: None)

    def posted_by_hand(self, number: str, voucher: str, reason: str) -> Order | OrderProblem:
        """已手工入账, under `voucher`: the tax system has it before the order says so. Raises Unreachable."""
        return self._settle(
            number, PostedByHand(voucher, reason), voucher, reason, lambda order: self._enter(order, voucher)
        )

    def _settle(
        self, number: str, event: OrderEvent, proof: str, reason: str, first: Callable[[Order], OrderProblem | None]
    ) -> Order | OrderProblem:
        if not is_proof(proof):
            return NO_PROOF
        if not reason.strip():
            return NO_REASON
        for _ in range(ATTEMPTS):
            order = known(self.cashier.book, number)
            if order is None:
                return NO_SUCH
            if problem := self._in_the_way(order, event) or first(order):
                return problem
            try:
                return self.file.decide(order, event, self.cashier.clock(), self.who)
            except OnItsWay:
                return ON_ITS_WAY
            except Overtaken:
                continue
        return MOVED_ON

    def _in_the_way(self, order: Order, event: OrderEvent) -> OrderProblem | None:
        """Why people may not end it now. Its network is asked once more: no second way out while the first is open."""
        if order.state not in FOR_STAFF:
            return MOVED_ON
        tried, answer = self.cashier.repayer.book.last(order.number), self.cashier.ask(order)
        match answer, event:
            case Paid() | Closed() | RefundDone(), _:
                self.cashier.tend(order)
                return SPOKEN
            case RefundPending() | RefundAbnormal() | Unclear(), SentBack(proof) if tried and self._stuck(tried):
                return None if tried.is_proof(proof) else OTHER_PROOF
            case RefundPending() | RefundAbnormal(), _:
                return ON_ITS_WAY
            case Unclear(), _ if order.state is OrderState.REFUND_DUE and order.network in self.cashier.networks:
                return NOT_SURE
        # What the network has not heard of yet may be on its way there this moment.
        return ON_ITS_WAY if tried and tried.state in MAY_BE_GONE else None

    def _stuck(self, tried: Repayment) -> bool:
        return tried.stuck(self.cashier.clock())

    def _enter(self, order: Order, voucher: str) -> OrderProblem | None:
        """Whoever paid did so within minutes of asking for the code: that time stands for one that nobody knows."""
        try:
            self.cashier.tax.posted_by_hand(order.number, order.bills, since(order), order.channel, voucher)
        except PostingRefused:
            return OTHER_VOUCHER
        return None
