"""What must hold at the end of every play, whatever went wrong: all books beside each other.

The networks' say what was paid and went back, the tax system's what was posted, the terminals' what they know of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from domain.payment.order import Order
from domain.payment.states import ENTERED, MONEY_TAKEN, OrderState
from domain.people.person import Payment
from domain.refunds.application import Application, Route
from domain.refunds.states import TO_BE_SENT, RefundState
from domain.repayments.repayment import Repayment
from domain.repayments.states import FOR_PEOPLE as WITH_PEOPLE
from domain.repayments.states import RepaymentState
from kit.simulators.payer import Taken

if TYPE_CHECKING:
    from kit.simulation.terminal import Terminal
    from kit.simulation.world import World

S = OrderState
FOR_PEOPLE = frozenset({S.MANUAL_REVIEW})
"""On the staff's list."""
BACK = frozenset({S.REFUNDED, S.SENT_BACK})
SHOWN = WITH_PEOPLE | {RepaymentState.UNDER_WAY, RepaymentState.SET_ASIDE, RepaymentState.ENDED}
OVER = frozenset({S.UNPAID, S.POSTED, S.REFUNDED, S.SENT_BACK, S.POSTED_BY_HAND})


@dataclass(frozen=True, slots=True)
class Told:
    """What a visitor was told of an order."""

    number: str
    state: OrderState


@dataclass(frozen=True, slots=True)
class Case:
    """One order in all books. `posted` is how often the tax system has it, `tried` by what its money was sent back."""

    order: Order
    taken: Taken | None
    posted: int
    applications: Sequence[Application]
    tried: Mapping[str, Repayment]

    @property
    def back(self) -> int:
        """What went back, in fen, by whatever way."""
        to_bank = (a for a in self.applications if a.route is Route.BANK and a.state is RefundState.PAID_OUT)
        return (self.taken.refunded if self.taken else 0) + sum(a.draft.fen for a in to_bank)

    def is_shown(self, claim: str) -> bool:
        """Whether staff see that its money does not go back by itself, or that its network has not said so for days."""
        tried = self.tried.get(claim)
        return tried is not None and tried.state in SHOWN

    @property
    def kept(self) -> int:
        return self.taken.fen - self.back if self.taken else 0


def wrong(world: "World", terminals: Sequence["Terminal"], told: Iterable[Told]) -> Iterator[str]:
    """Everything that does not hold, in a sentence each."""
    of_each = [world.tax.payments(person.id) for person in world.ground.family]
    payments = [payment for some in of_each for payment in some]
    taken = {one.number: one for one in world.taken()}
    cases = {case.order.number: case for case in _cases(world, terminals, payments, taken)}
    for some in of_each:
        yield from _booked_twice(some)
    yield from _one_code(cases.values(), taken)
    for number in sorted({payment.order for payment in payments} - cases.keys()):
        yield f"{number}: in the ledger, and no order of any terminal's"
    for case in cases.values():
        for why in (*_money(case), *_ends(case)):
            yield f"{case.order.number}: {why}"
    for number in sorted(taken.keys() - {case.order.trade.number for case in cases.values()}):
        yield f"{number}: paid at the network, and no order of any terminal's"
    yield from _said_too_early(cases, told)
    for terminal in terminals:
        yield from _papers(terminal)
        yield from _logs(terminal)


def kept_books(terminal: "Terminal", first: date, last: date) -> Iterator[str]:
    """Whether bills and books agree about all days; what a bill had otherwise on its first day, the right one clears.

    Somebody holds it against the books by hand then.
    """
    for network in terminal.world.simulators:
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
            report = terminal.reconciler.reports.get(network, day)
            if report is None or not report.is_final or report.unexplained or report.over:
                report = terminal.do(partial(terminal.reconciler.reconcile, network, day))
            if report.unexplained or not report.is_final:
                yield f"terminal {terminal.number}: {network} {day} {report.outcome}, unexplained {report.unexplained}"


def _logs(terminal: "Terminal") -> Iterator[str]:
    """The chains hold, of the logs in which something is written."""
    store, applications = terminal.store, terminal.refunds.of(terminal.world.ground.person.id)
    claims = (*(order.number for order in terminal.orders.all()), *(one.number for one in applications))
    logs = {
        store.orders.verify_chain: True,
        store.refunds.verify_chain: bool(applications),
        store.repayments.verify_chain: any(terminal.repayments.last(claim) for claim in claims),
    }
    for verify, written in logs.items():
        if written and (fault := verify()):
            yield f"terminal {terminal.number}: {fault}"


def _papers(terminal: "Terminal") -> Iterator[str]:
    """Nothing was printed without money, and no print is forgotten."""
    yield from terminal.unfounded
    for number, times in Counter(terminal.papers).items():
        certificate = terminal.store.certificates.find(number[0])
        if times > 1 or certificate is None or certificate.prints < number[1]:
            yield f"{number[0]}: its print {number[1]} came out {times} times, and the book has otherwise"


def _cases(
    world: "World", terminals: Iterable["Terminal"], payments: Iterable[Payment], taken: dict[str, Taken]
) -> Iterator[Case]:
    posted = Counter(payment.order for payment in payments)
    for terminal in terminals:
        applications = terminal.refunds.of(world.ground.person.id)
        for order in terminal.orders.all():
            own = [one for one in applications if one.draft.item.order == order.number]
            claims = (order.number, *(one.number for one in own))
            tried = {claim: last for claim in claims if (last := terminal.repayments.last(claim))}
            there = taken.get(order.trade.number)
            if there and order.shared:
                numbers = {one.number for claim in claims for one in terminal.repayments.of(claim)} | {order.proof}
                there = Taken(order.number, order.fen, {n: fen for n, fen in there.back.items() if n in numbers})
            yield Case(order, there, posted[order.number], own, tried)


def _one_code(cases: Iterable[Case], taken: Mapping[str, Taken]) -> Iterator[str]:
    """What was paid by one code is paid for all, and nothing of it went back but what went back for one of them."""
    trades: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case.order.shared and case.taken:
            trades[case.order.trade.number].append(case)
    for number, some in trades.items():
        theirs, ours = taken[number], [case.taken for case in some if case.taken]
        if theirs.fen != sum(one.fen for one in ours):
            yield f"{number}: {theirs.fen} fen there, and its orders have another sum"
        if theirs.refunded != sum(one.refunded for one in ours):
            yield f"{number}: {theirs.refunded} fen went back, and not all for its orders"


def _booked_twice(payments: Sequence[Payment]) -> Iterator[str]:
    seen = Counter((payment.scheme, payment.insurance, payment.period) for payment in payments)
    yield from (f"{period.key} is booked {times} times" for (_, _, period), times in seen.items() if times > 1)


def _money(case: Case) -> Iterator[str]:
    """Every yuan that a network took is posted, sent back, or before people; and none goes back twice."""
    state = case.order.state
    if case.taken is None:
        if state in MONEY_TAKEN:
            yield f"{state} here, and not paid at the network"
        return
    if state not in MONEY_TAKEN | FOR_PEOPLE:
        yield f"paid at the network, and {state} here"
    if case.taken.fen != case.order.fen:
        yield f"{case.taken.fen} fen were taken for it, and it has another sum"
    if case.kept < 0:
        yield f"{-case.kept} fen too much went back"
    if state is S.POSTED and case.back and not case.applications:
        yield "posted, and its money went back"
    if state in BACK and case.kept:
        yield f"{state} here, and {case.kept} fen of it are still there"


def _ends(case: Case) -> Iterator[str]:
    """Every order and refund ends, or is before people; what is posted is in the ledger, and nothing else is."""
    state = case.order.state
    if state not in OVER | FOR_PEOPLE and not case.is_shown(case.order.number):
        yield f"has not ended, it is {state}"
    if case.posted != (state in ENTERED):
        yield f"{state} here, and {case.posted} times in the ledger"
    for application in case.applications:
        if application.state in TO_BE_SENT and not case.is_shown(application.number):
            yield f"its refund {application.number} has not ended, it is {application.state}"
        if application.state is RefundState.PAID_OUT and case.back < application.draft.fen:
            yield f"its refund {application.number} is paid out, and no money went"


def _said_too_early(cases: dict[str, Case], told: Iterable[Told]) -> Iterator[str]:
    """Success is told only when it stays so, whatever is cut off afterwards."""
    for one in told:
        now = cases[one.number].order.state
        if one.state in {S.POSTED, S.REFUNDED} and now is not one.state:
            yield f"{one.number}: told that it is {one.state}, and it is {now}"
