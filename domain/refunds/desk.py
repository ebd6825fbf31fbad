"""The desk where a visitor applies for refunds, sees them and withdraws.

What cannot be is answered with a `RefundProblem`. Its methods block on the store and the tax system: callers run them
off the GUI thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo

from domain.money import Fen, total
from domain.payment.order import Network
from domain.people.person import Payment, Standing
from domain.ports import TaxSystem
from domain.refunds.amounts import NOT_POSITIVE, too_much
from domain.refunds.application import EXPLANATION_MOST, Application, Draft, Ground, Refundable
from domain.refunds.book import AlreadyApplied, RefundBook, TooMuch
from domain.refunds.eligibility import RefundPolicy
from domain.refunds.events import Withdrawn
from domain.refunds.problems import NO_ACCOUNT, NO_SUCH, UNEXPLAINED, Reason, RefundProblem, applied, find, move
from domain.refunds.states import COUNTED
from domain.refunds.ways import Ways, needs_account
from domain.runtime import Clock
from domain.words import Text

SAVED = Text("保存成功！")
VISITOR = "visitor"
"""Who applies and withdraws, in the log."""

Applications = tuple[Application, ...]


@dataclass(frozen=True, slots=True)
class RefundDesk:
    """`clock` gives the hall's time: its day decides what is eligible, its year is the number's."""

    book: RefundBook
    tax: TaxSystem
    policy: RefundPolicy
    ways: Ways
    clock: Clock

    def refundable(self, person: int) -> tuple[Refundable, ...]:
        """What may be applied for now, latest period first: paid, not all applied for, in no open application.

        Raises Unreachable.
        """
        applications = self.book.of(person)
        held = _held(applications)
        items = (item for item in self._items(person, applications).values() if item.bill not in held)
        free = (item for item in items if item.left > 0 and self.grounds(item))
        return tuple(sorted(free, key=lambda item: (item.period.last_day, item.paid_on, item.bill), reverse=True))

    def grounds(self, item: Refundable) -> tuple[Ground, ...]:
        """退费原因类型 to choose from today."""
        return self.policy.grounds(item, self.clock().date())

    def network(self, item: Refundable) -> Network | None:
        """The network that it goes back by; None where it goes to a bank account."""
        return self.ways.network(item, self.clock().date())

    def apply(self, draft: Draft) -> Application | RefundProblem:
        """Take the application, judged by what is known now, not when the screen was drawn. Raises Unreachable."""
        if draft.item.person != draft.person:
            return RefundProblem(Reason.NOT_YOURS, Text("只能为本人的缴费申请退费"))
        applications = self.book.of(draft.person)
        item = self._items(draft.person, applications).get(draft.item.bill)
        if item is None:
            return RefundProblem(Reason.NOT_PAID, Text("没有这笔缴费，或缴费尚未入库，不能申请退费"))
        if number := _held(applications).get(item.bill):
            return applied(number)
        draft = replace(draft, item=item)
        try:
            return self._problem(draft) or self.book.submit(draft, self.clock(), VISITOR)
        except AlreadyApplied as before:
            return applied(before.number)
        except TooMuch as much:
            return RefundProblem(Reason.TOO_MUCH, too_much(much.left))

    def of(self, person: int) -> Applications:
        """A person's applications, newest first."""
        return self.book.of(person)

    def withdraw(self, number: str, person: int) -> Application | RefundProblem:
        """By the visitor whose it is; another's does not exist for them."""
        application = find(self.book, number)
        if application is None or application.draft.person != person:
            return NO_SUCH
        now = self.clock()
        return move(self.book, application, Withdrawn(now), now, VISITOR)

    def _items(self, person: int, applications: Applications) -> Mapping[str, Refundable]:
        """The posted bills of a person, by key."""
        zone = self.clock().tzinfo
        found = (_item(person, payment, zone) for payment in self.tax.payments(person))
        return {item.bill: replace(item, applied=_sum(applications, item.bill)) for item in found if item}

    def _problem(self, draft: Draft) -> RefundProblem | None:
        item, today = draft.item, self.clock().date()
        if why := self.policy.why_not(item, today):
            return RefundProblem(Reason.NOT_ELIGIBLE, why)
        if draft.ground not in self.policy.grounds(item, today):
            return RefundProblem(
                Reason.NOT_ELIGIBLE, Text("该险种不能以“{ground}”为由申请退费", ground=draft.ground.label)
            )
        if draft.fen <= 0:
            return RefundProblem(Reason.NOT_POSITIVE, NOT_POSITIVE)
        if draft.fen > item.left:
            return RefundProblem(Reason.TOO_MUCH, too_much(item.left))
        return _unexplained(draft) or self._no_way(draft)

    def _no_way(self, draft: Draft) -> RefundProblem | None:
        """It goes to an account, or back by the one network that it can go back by."""
        if draft.account:
            return None
        back = not needs_account(draft.ground) and draft.network and draft.network == self.network(draft.item)
        return None if back else NO_ACCOUNT


def _item(person: int, payment: Payment, zone: tzinfo | None) -> Refundable | None:
    """A payment that is not posted, or whose amount or day is not known, cannot be refunded here (BR9)."""
    known = payment.standing is Standing.POSTED and payment.voucher
    if not known or payment.fen is None or payment.paid_at is None:
        return None
    return Refundable(
        person,
        payment.scheme,
        payment.insurance,
        payment.period,
        payment.agency,
        payment.voucher,
        payment.channel,
        payment.paid_at.astimezone(zone).date(),
        payment.fen,
        order=payment.order,
    )


def _held(applications: Applications) -> Mapping[str, str]:
    """The bills that open applications hold, and which those are."""
    return {a.draft.item.bill: a.number for a in applications if a.is_open}


def _sum(applications: Applications, bill: str) -> Fen:
    mine = (a for a in applications if a.draft.item.bill == bill and a.state in COUNTED)
    return total(tuple(a.draft.fen for a in mine))


def _unexplained(draft: Draft) -> RefundProblem | None:
    if draft.ground is Ground.OTHER and not draft.explanation.strip():
        return RefundProblem(Reason.NO_EXPLANATION, UNEXPLAINED)
    if len(draft.explanation) > EXPLANATION_MOST:
        return RefundProblem(Reason.NO_EXPLANATION, Text("退费说明不能超过{most}个字", most=EXPLANATION_MOST))
    return None
