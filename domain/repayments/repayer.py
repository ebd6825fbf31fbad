"""Sends money back through the network that took it, once, however often it is asked. Calls block: off the GUI thread.

What is left undone the next round finds in the book.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from domain.payment.network import (
    Absent,
    PaymentNetwork,
    RefundAbnormal,
    RefundAnswer,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
    Reroutes,
    Unclear,
)
from domain.payment.order import Network, Order
from domain.repayments import events
from domain.repayments.events import RepaymentEvent
from domain.repayments.life import TRANSITIONS
from domain.repayments.numbers import MOST, number_of
from domain.repayments.repayment import Claim, Overtaken, Repayment, RepaymentBook
from domain.repayments.states import ON_ITS_WAY, RepaymentState
from domain.runtime import Clock

TERMINAL = "terminal"
"""Who sends, in the log."""
ATTEMPTS = 5
TOP_UP = timedelta(minutes=30)
"""How long the merchant's account is given to be filled before the same is asked again."""
RENEWED_AFTER = timedelta(days=1)
"""How long after a network gave up another number is used: its account has to be topped up before."""
REROUTED_AFTER = timedelta(minutes=30)
"""How long a network is given with what it could not hand over, before it is asked to send it on, or asked again."""


@dataclass(frozen=True, slots=True)
class Repayer:
    """`networks` are those in use at this terminal."""

    book: RepaymentBook
    networks: Mapping[Network, PaymentNetwork]
    clock: Clock

    def tend(self, claim: Claim) -> Repayment | None:
        """Bring a claim as far as it goes now; its newest try as it is then. None if there is none, and none to begin.

        Its network has to be in use. Where somebody else has moved something, act on what it has become.
        """
        for _ in range(ATTEMPTS):
            try:
                return self._tend(claim)
            except Overtaken:
                continue
        return self.book.last(claim.key)

    def ask(self, order: Order, repayment: Repayment) -> RefundAnswer:
        """What its network says of a try. Nothing is sent or moved by it."""
        network = self.networks.get(order.network)
        return network.query_refund(order, repayment.asked("")) if network else Unclear("not in use here")

    def _tend(self, claim: Claim) -> Repayment:
        repayment = self._current(claim)
        return self._ask(claim, repayment) if repayment.state in ON_ITS_WAY else repayment

    def _current(self, claim: Claim) -> Repayment:
        """The try to go on with. What is begun, and what is asked again, is written down before anything is sent."""
        last, now = self.book.last(claim.key), self.clock()
        if last is None:
            return self.book.begin(claim, number_of(claim, 1), claim.since, now, TERMINAL)
        match last.state:
            case RepaymentState.SET_ASIDE:
                return self._move(last, events.Again(now))
            case RepaymentState.SHORT if self._rested(last, TOP_UP):
                return self._move(last, events.Again(now))
            case RepaymentState.ENDED if last.serial < MOST:
                return self.book.begin(claim, number_of(claim, last.serial + 1), now, now, TERMINAL)
            case RepaymentState.CLOSED if last.serial < MOST and self._rested(last, RENEWED_AFTER):
                return self.book.begin(claim, number_of(claim, last.serial + 1), now, now, TERMINAL)
        return last

    def _ask(self, claim: Claim, repayment: Repayment) -> Repayment:
        """First what has become of it. Only a number that the network does not know of (yet) is asked for."""
        network, refund = self.networks[claim.order.network], repayment.asked(claim.reason)
        known = network.query_refund(claim.order, refund)
        if event := _told(known):
            repayment = self._happened(repayment, event)
        elif repayment.state is RepaymentState.ASKED:
            answer = network.refund(claim.order, refund)
            event = _told_by_request(answer, never_heard_of=isinstance(known, Absent))
            return self._happened(repayment, event) if event else repayment
        return self._reroute(claim, repayment, network)

    def _reroute(self, claim: Claim, repayment: Repayment, network: PaymentNetwork) -> Repayment:
        """Have what could not be handed over sent on to the claim's account, where that is known and can be done."""
        stuck = repayment.state is RepaymentState.ABNORMAL and self._rested(repayment, REROUTED_AFTER)
        if stuck and claim.account and isinstance(network, Reroutes):
            repayment = self._move(repayment, events.Rerouted())
            network.reroute(claim.order, repayment.asked(claim.reason), repayment.reference, claim.account)
        return repayment

    def _happened(self, repayment: Repayment, event: RepaymentEvent) -> Repayment:
        """What it is already is no event."""
        return self._move(repayment, event) if type(event) in TRANSITIONS[repayment.state] else repayment

    def _rested(self, repayment: Repayment, long: timedelta) -> bool:
        return abs(self.clock() - repayment.since) >= long

    def _move(self, repayment: Repayment, event: RepaymentEvent) -> Repayment:
        return self.book.move(repayment, event, self.clock(), TERMINAL)


def _told(answer: RefundAnswer) -> RepaymentEvent | None:
    """What an answer says of what has become of it; None if it says nothing."""
    match answer:
        case RefundDone():
            return events.Done()
        case RefundPending():
            return events.UnderWay()
        case RefundAbnormal(reference):
            return events.Abnormal(reference)
        case RefundClosed():
            return events.Closed()
        case RefundFailed(why):
            return events.Failed(why)
    return None


def _told_by_request(answer: RefundAnswer, *, never_heard_of: bool) -> RepaymentEvent | None:
    """What the answer to a request says. Nothing was taken for sure only where the network had never heard of it."""
    match answer:
        case Refused(why):
            return events.Refused(why) if never_heard_of else None
        case RefundShort(why):
            return events.Short(why) if never_heard_of else None
        case Absent():
            return events.Refused("no such payment") if never_heard_of else None
    return _told(answer)
