"""Signing by two: what the first proposes, and what is done once the second agrees (`domain.desk.proposals`)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bureau.desk.parts import Desk
from bureau.desk.who import NotYours, Worker
from domain.desk.deeds import Agreed, Declined, Hindered, Proposed
from domain.desk.member import MemberState
from domain.desk.proposals import Act, AlreadyProposed, NotOpen, Proposal
from domain.flows.refund_cases import ways
from domain.money import Fen
from domain.payment.cases import OrderCase
from domain.payment.office import NO_PROOF, NO_REASON, OrderProblem
from domain.payment.proofs import is_proof
from domain.ports import Unreachable
from domain.reconciliation.cases import Settlement
from domain.reconciliation.office import BillCase
from domain.reconciliation.problems import CaseProblem
from domain.refunds.application import Route
from domain.refunds.cases import RefundCase
from domain.refunds.problems import RefundProblem
from domain.refunds.states import RefundState
from domain.words import Text

REASON_MOST = 200
MOVED_ON = Text("这一件已经有了变化，请重新看一遍再办")
ALREADY = Text("这一件已经有人签了字，正在等第二个人")
SAME = Text("同一个人不能签两次，请另一位在自己的电脑上签")
OVER = Text("这个签字已经办过、撤回，或者过了时间")
CHANGED = Text("第一人签字以后，这一件变了。请第一人撤回，看过再签")
GONE = Text("第一人已经停用，或者不能再签这样的事，请重新签")
TOO_LONG = Text("说明不能超过{most}个字", most=REASON_MOST)
TAX_UNREACHABLE = Text("税务系统暂时没有应答，没有办，请过一会儿再签")
OFFERED = {
    "approve": Act.REFUND_APPROVE,
    "take": Act.REFUND_APPROVE,
    "pay_out": Act.REFUND_PAID_OUT,
    "give_back": Act.REFUND_NOT_PAID,
    "came_back": Act.REFUND_CAME_BACK,
    "sent_back": Act.REFUND_SENT_BACK,
    "never_sent": Act.REFUND_NEVER_SENT,
}
"""What of a terminal's buttons takes two here. To approve does as well: at a terminal people stand before the staff."""
SETTLEMENTS = {
    Settlement.SENT_BACK: Act.CASE_SENT_BACK,
    Settlement.POSTED: Act.CASE_POSTED,
    Settlement.CHECKED: Act.CASE_CHECKED,
    Settlement.NOT_OURS: Act.CASE_NOT_OURS,
}
BY_ACT = {act: how for how, act in SETTLEMENTS.items()}


@dataclass(frozen=True, slots=True)
class Matter:
    """What can be signed about: its number, how much money, and how it can be ended now.

    `seen` is what whoever signs has before them, as far as it decides how much goes where.
    """

    subject: str
    fen: Fen
    acts: tuple[Act, ...]
    seen: str

    @classmethod
    def order(cls, case: OrderCase) -> "Matter":
        acts = (Act.ORDER_POSTED, Act.ORDER_SENT_BACK) if case.can_be_ended else ()
        return cls(case.order.number, case.order.fen, acts, f"{case.order.fen}")

    @classmethod
    def refund(cls, case: RefundCase) -> "Matter":
        application = case.application
        over = application.state is RefundState.PAID_OUT and application.route is Route.NETWORK
        # What a network has paid no bank sends back.
        acts = () if over else tuple(OFFERED.get(way.id) for way in ways(case))
        to = application.account
        seen = f"{application.draft.fen} {(to.bank, to.number, to.holder) if to else ''}"
        return cls(application.number, application.draft.fen, tuple(dict.fromkeys(filter(None, acts))), seen)

    @classmethod
    def case(cls, case: BillCase) -> "Matter":
        ways, told = tuple(SETTLEMENTS[way] for way in case.ways), case.case
        return cls(told.number, case.fen, ways, f"{told.why} {told.ours} {told.theirs}")


@dataclass(frozen=True, slots=True)
class Signing:
    """Its methods answer with why nothing was done; None if it was."""

    at_work: Worker

    @property
    def desk(self) -> Desk:
        return self.at_work.desk

    def proposes(self, matter: Matter, act: Act, proof: str, reason: str, code: str) -> Text | None:
        """The first of two."""
        _insist(self.at_work, act)
        if problem := self._unfounded(matter, act, proof, reason) or self.at_work.signs(code):
            return problem
        number, now = self.at_work.number, self.desk.now()
        if act is Act.REFUND_APPROVE and self._untaken(matter):
            self.desk.refunds(number).take(matter.subject)
        try:
            self.desk.proposals.add(act, matter.subject, matter.fen, number, now, proof, reason, matter.seen)
        except AlreadyProposed:
            return ALREADY
        self.at_work.did(Proposed(detail=told(act, matter.fen)), matter.subject)
        return None

    def agrees(self, proposal: Proposal, matter: Callable[[], Matter], code: str) -> Text | None:
        """The second of two: then it is done, once. What is not as the first saw it has to be signed anew.

        So `matter` is asked for how it is, and again when nobody else can sign it any more.
        """
        _insist(self.at_work, proposal.act)
        if proposal.first == self.at_work.number:
            return SAME
        if changed := self._has_changed(proposal, matter()):
            return changed
        if problem := self.at_work.signs(code):
            return problem
        number, now = self.at_work.number, self.desk.now()
        try:
            self.desk.proposals.agree(proposal.number, number, now)
        except NotOpen:
            return OVER
        self.at_work.did(Agreed(detail=told(proposal.act, proposal.fen)), proposal.subject)
        if problem := self._has_changed(proposal, matter()) or self._does(proposal):
            self.desk.proposals.wait_again(proposal.number)
            self.at_work.did(Hindered(detail=proposal.act), proposal.subject)
            return problem
        self.desk.proposals.done(proposal.number, number, self.desk.now())
        return None

    def declines(self, proposal: Proposal) -> Text | None:
        """By the second; or by the first, who takes it back."""
        _insist(self.at_work, proposal.act)
        try:
            self.desk.proposals.decline(proposal.number, self.at_work.number, self.desk.now())
        except NotOpen:
            return OVER
        self.at_work.did(Declined(detail=proposal.act), proposal.subject)
        return None

    def _unfounded(self, matter: Matter, act: Act, proof: str, reason: str) -> Text | None:
        if act not in matter.acts:
            return MOVED_ON
        if any(one.subject == matter.subject for one in self.desk.proposals.open(self.desk.now())):
            return ALREADY
        if act.proof and not is_proof(proof):
            return NO_PROOF.sentence
        if not reason.strip():
            return NO_REASON.sentence
        return TOO_LONG if len(reason) > REASON_MOST else None

    def _has_changed(self, proposal: Proposal, matter: Matter) -> Text | None:
        """Why what the first has signed counts no more."""
        first = self.desk.staff.find(proposal.first)
        if first is None or first.member.state is not MemberState.ACTIVE or not first.member.may(proposal.act.role):
            return GONE
        same = proposal.act in matter.acts and self.desk.proposals.digest(matter.seen) == proposal.seen
        return None if same else CHANGED

    def _untaken(self, matter: Matter) -> bool:
        return self.desk.parts.store.refunds.get(matter.subject).state is RefundState.SUBMITTED

    def _does(self, proposal: Proposal) -> Text | None:
        try:
            made = self._ends(proposal)
        except Unreachable:
            return TAX_UNREACHABLE
        return made.sentence if isinstance(made, OrderProblem | RefundProblem | CaseProblem) else None

    def _ends(self, proposal: Proposal) -> object:
        """By the offices that a terminal's staff have, in the names of both."""
        subject, proof, reason, first = proposal.subject, proposal.proof, proposal.reason, proposal.first
        both = f"{first}+{self.at_work.number}"
        desk = self.desk
        match proposal.act:
            case Act.ORDER_SENT_BACK:
                return desk.settling_orders(both).sent_back(subject, proof, reason)
            case Act.ORDER_POSTED:
                return desk.settling_orders(both).posted_by_hand(subject, proof, reason)
            case Act.REFUND_SENT_BACK:
                return desk.settling_refunds(both).sent_back(subject, proof, reason)
            case Act.REFUND_NEVER_SENT:
                return desk.settling_refunds(both).never_sent(subject, reason)
        if how := BY_ACT.get(proposal.act):
            return desk.settling_cases(first, self.at_work.number).settle(subject, how, proof, reason)
        office = desk.paying_refunds(both)
        ends = {
            Act.REFUND_APPROVE: office.approve,
            Act.REFUND_PAID_OUT: office.pay_out,
            Act.REFUND_NOT_PAID: office.give_back,
            Act.REFUND_CAME_BACK: office.came_back,
        }
        return ends[proposal.act](subject)


def told(act: Act, fen: Fen) -> str:
    """As the log has it."""
    return f"{act} {fen}"


def waits(proposals: Iterable[Proposal], subject: str) -> Proposal | None:
    """What waits about this for its second person."""
    return next((one for one in proposals if one.subject == subject), None)


def _insist(at_work: Worker, act: Act) -> None:
    if not at_work.member.may(act.role):
        raise NotYours
