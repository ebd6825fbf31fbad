"""Staff decide: each step in its turn, with who did it in the log, and a clear word where it cannot be."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

import pytest

from domain.payment.network import Absent, RefundAbnormal, RefundClosed, RefundDone, RefundPending, RefundShort, Unclear
from domain.refunds.application import Application, Route
from domain.refunds.book import RefundBook
from domain.refunds.events import (
    Addressed,
    Approved,
    PaidOut,
    RefundEvent,
    Refused,
    Returned,
    Sent,
    Submitted,
    Taken,
    Withdrawn,
)
from domain.refunds.office import RefundOffice
from domain.refunds.problems import BY_BANK, NO_SUCH, ON_ITS_WAY, SENT_BY_NETWORK, Reason, RefundProblem
from domain.refunds.problems import applied as applied_for
from domain.refunds.states import RefundState
from domain.words import Text
from tests.happening import some
from tests.payment.hall import NOON
from tests.refunds.bench import ACCOUNT, STAFF, Bench, done

Way = list[type[RefundEvent]]
Act = Callable[[RefundOffice, str], Application | RefundProblem]
TAKE: Act = lambda office, number: office.take(number)  # noqa: E731
APPROVE: Act = lambda office, number: office.approve(number)  # noqa: E731
REFUSE: Act = lambda office, number: office.refuse(number, "户名与缴费人不一致")  # noqa: E731
SEND: Act = lambda office, number: office.send(number)  # noqa: E731
PAY_OUT: Act = lambda office, number: office.pay_out(number)  # noqa: E731
TAKE_OVER: Act = lambda office, number: office.take_over(number)  # noqa: E731
GIVE_BACK: Act = lambda office, number: office.give_back(number, "bank: account closed")  # noqa: E731


@pytest.fixture
def applied(bench: Bench) -> Application:
    """For a payment that was not made at a terminal."""
    return bench.applied(bench.item(bench.zhang))


def test_from_the_application_to_the_bank_account(bench: Bench, applied: Application) -> None:
    states = [done(act(bench.office, applied.number)).state for act in (TAKE, APPROVE, SEND, GIVE_BACK)]
    assert states == [RefundState.TAKEN, RefundState.APPROVED, RefundState.SENDING, RefundState.TAKEN]
    bench.hall.later(days=1)
    states = [done(act(bench.office, applied.number)).state for act in (APPROVE, SEND, PAY_OUT)]
    assert states == [RefundState.APPROVED, RefundState.SENDING, RefundState.PAID_OUT]
    ended = bench.hall.store.refunds.get(applied.number)
    assert (ended.sent_at, ended.ended_at) == (bench.hall.now, bench.hall.now)
    log = [(step.event, step.who, step.detail) for step in bench.office.history(applied.number)]
    assert log[0] == (Submitted, "visitor", "")
    assert log[4] == (Returned, STAFF, "bank: account closed")
    assert [event for event, _, _ in log[5:]] == [Approved, Sent, PaidOut]
    assert {who for _, who, _ in log[1:]} == {STAFF}


def test_a_refusal_says_why(bench: Bench, applied: Application) -> None:
    done(TAKE(bench.office, applied.number))
    no_word = bench.office.refuse(applied.number, "  ")
    assert isinstance(no_word, RefundProblem) and no_word.reason is Reason.NO_REASON
    refused = done(REFUSE(bench.office, applied.number))
    assert (refused.state, refused.reason) == (RefundState.REFUSED, "户名与缴费人不一致")
    assert bench.desk.of(bench.zhang) == (refused,)
    assert bench.applied(bench.item(bench.zhang)).draft.item.bill == applied.draft.item.bill


def test_the_open_ones_oldest_first(bench: Bench, applied: Application) -> None:
    bench.hall.later(minutes=1)
    second = bench.applied(bench.item(bench.zhang))
    assert [case.application for case in bench.office.cases()] == [applied, second]
    done(bench.desk.withdraw(applied.number, bench.zhang))
    assert [case.application for case in bench.office.cases()] == [second]


def test_what_the_bank_has_is_shown_for_a_while_for_it_may_come_back(bench: Bench, applied: Application) -> None:
    for act in (TAKE, APPROVE, SEND, PAY_OUT):
        paid = done(act(bench.office, applied.number))
    bench.hall.later(days=15)
    assert [case.application for case in bench.office.cases()] == [paid]
    back = done(bench.office.came_back(applied.number))
    assert back.state is RefundState.TAKEN
    done(REFUSE(bench.office, applied.number))
    assert bench.office.cases() == ()


def test_what_the_bank_has_had_for_longer_is_over(bench: Bench, applied: Application) -> None:
    for act in (TAKE, APPROVE, SEND, PAY_OUT):
        done(act(bench.office, applied.number))
    bench.hall.later(days=15, seconds=1)
    assert bench.office.cases() == ()


def test_what_came_back_is_not_taken_again_while_the_rest_is_applied_for(bench: Bench) -> None:
    first = bench.applied(bench.item(bench.zhang), 100_00)
    for act in (TAKE, APPROVE, SEND, PAY_OUT):
        done(act(bench.office, first.number))
    rest = bench.applied(bench.item(bench.zhang, first.draft.item.period.key))
    assert bench.office.came_back(first.number) == applied_for(rest.number)
    done(bench.desk.withdraw(rest.number, bench.zhang))
    assert done(bench.office.came_back(first.number)).state is RefundState.TAKEN


@pytest.mark.parametrize(
    ("way", "act", "sentence"),
    [
        ([Withdrawn], TAKE, "该申请的状态是“已撤回”，不能受理"),
        ([Withdrawn], APPROVE, "该申请的状态是“已撤回”，不能审核通过"),
        ([Taken, Withdrawn], REFUSE, "该申请的状态是“已撤回”，不能审核不通过"),
        ([Taken, Withdrawn], PAY_OUT, "该申请的状态是“已撤回”，不能标记已退费"),
        ([], APPROVE, "该申请的状态是“已提交”，不能审核通过"),
        ([Taken], TAKE, "该申请的状态是“审核中”，不能受理"),
        ([Taken], SEND, "该申请的状态是“审核中”，不能退库"),
        ([Taken, Approved], PAY_OUT, "该申请的状态是“审核通过”，不能标记已退费"),
        ([Taken, Approved], REFUSE, "该申请的状态是“审核通过”，不能审核不通过"),
        ([Taken, Approved, Sent, PaidOut], PAY_OUT, "该申请的状态是“已退费”，不能标记已退费"),
        ([Taken, Approved, Sent, PaidOut], GIVE_BACK, "该申请的状态是“已退费”，不能退回重审"),
        ([Taken, Refused], APPROVE, "该申请的状态是“审核不通过”，不能审核通过"),
    ],
)
def test_out_of_turn(bench: Bench, applied: Application, way: Way, act: Act, sentence: str) -> None:
    book = bench.hall.store.refunds
    for event in way:
        applied = book.move(applied, some(event, route=applied.route), NOON, STAFF)
    assert act(bench.office, applied.number) == RefundProblem(Reason.MOVED_ON, Text(sentence))
    assert book.get(applied.number) == applied


@pytest.mark.parametrize("act", [TAKE, APPROVE, REFUSE, SEND, PAY_OUT, TAKE_OVER, GIVE_BACK])
def test_a_number_that_nobody_has(bench: Bench, act: Act) -> None:
    assert act(bench.office, "TF2026000404") == NO_SUCH
    assert bench.office.history("TF2026000404") == ()


@pytest.fixture
def by_network(bench: Bench) -> Application:
    """Approved to go back through the network that it came by."""
    bench.pay()
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    assert approved.route is Route.NETWORK
    return approved


def test_what_goes_back_by_its_network_is_not_for_hands(bench: Bench, by_network: Application) -> None:
    assert SEND(bench.office, by_network.number) == SENT_BY_NETWORK
    bench.network.will(("query_refund", RefundDone()))
    bench.round()
    assert bench.office.came_back(by_network.number) == SENT_BY_NETWORK


def test_before_it_is_sent_staff_may_take_it_back(bench: Bench, by_network: Application) -> None:
    assert done(GIVE_BACK(bench.office, by_network.number)).state is RefundState.TAKEN
    assert bench.paymaster.due() == ()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ([("query_refund", RefundPending())], ON_ITS_WAY),
        ([("query_refund", RefundAbnormal("5000"))], ON_ITS_WAY),
        ([("query_refund", Unclear("x")), ("refund", Unclear("x"))], ON_ITS_WAY),
        ([("query_refund", RefundClosed())], None),
        ([("query_refund", Absent()), ("refund", RefundShort("NOT_ENOUGH"))], None),
    ],
)
def test_staff_take_over_only_what_has_provably_not_gone(
    bench: Bench, by_network: Application, said: list[tuple[str, object]], answer: RefundProblem | None
) -> None:
    """What they took over is paid to the account that they were given, and the network is not asked again."""
    bench.network.will(*said)
    bench.round()
    taken = TAKE_OVER(bench.office, by_network.number)
    if answer:
        assert taken == answer
        return
    assert done(taken).state is RefundState.TAKEN
    assert done(bench.office.address(by_network.number, ACCOUNT)).account == ACCOUNT
    assert done(APPROVE(bench.office, by_network.number)).route is Route.BANK
    bench.hall.later(days=2)
    assert bench.round() == ()
    for act in (SEND, PAY_OUT):
        done(act(bench.office, by_network.number))


def test_what_a_bank_may_be_paying_is_not_for_one_alone(bench: Bench, applied: Application) -> None:
    for act in (TAKE, APPROVE, SEND):
        done(act(bench.office, applied.number))
    assert TAKE_OVER(bench.office, applied.number) == BY_BANK
    assert bench.hall.store.refunds.get(applied.number).state is RefundState.SENDING
    assert bench.office.history(applied.number)[-1].detail == ""
    done(bench.office.give_back(applied.number))
    assert bench.office.history(applied.number)[-1].detail == ""


def test_an_account_is_given_before_a_bank_pays_to_it(bench: Bench, applied: Application) -> None:
    """Or while its network does not know where to send it; not while a bank may be paying to the one before."""
    other = replace(ACCOUNT, number="6222020200112233453")
    assert isinstance(bench.office.address(applied.number, other), RefundProblem)
    done(TAKE(bench.office, applied.number))
    addressed = done(bench.office.address(applied.number, other))
    assert (addressed.account, addressed.draft.account, addressed.state) == (other, ACCOUNT, RefundState.TAKEN)
    done(APPROVE(bench.office, applied.number))
    done(SEND(bench.office, applied.number))
    late = bench.office.address(applied.number, ACCOUNT)
    assert isinstance(late, RefundProblem) and late.reason is Reason.MOVED_ON
    log = [(step.event, step.who) for step in bench.office.history(applied.number)]
    assert (Addressed, STAFF) in log and bench.hall.store.problem() is None


@dataclass(frozen=True)
class Overtaking:
    """A book in which somebody is quicker, once, between every look and every move."""

    book: RefundBook
    first: RefundEvent

    def get(self, number: str) -> Application:
        return self.book.get(number)

    def move(self, application: Application, event: RefundEvent, at: datetime, who: str) -> Application:
        if self.book.get(application.number) == application:
            self.book.move(application, self.first, NOON, "GY0200")
        return self.book.move(application, event, at, who)


@pytest.mark.parametrize(
    ("quicker", "sentence"),
    [(Withdrawn(NOON), "该申请的状态是“已撤回”，不能受理"), (Taken(), "该申请的状态是“审核中”，不能受理")],
)
def test_somebody_was_quicker(bench: Bench, applied: Application, quicker: RefundEvent, sentence: str) -> None:
    book = cast(RefundBook, Overtaking(bench.hall.store.refunds, quicker))
    office = RefundOffice(book, bench.hall.store.repayments, lambda: NOON, STAFF)
    assert office.take(applied.number) == RefundProblem(Reason.MOVED_ON, Text(sentence))
