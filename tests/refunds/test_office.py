"""Staff decide: each step in its turn, with who did it in the log, and a clear word where it cannot be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest

from domain.refunds.application import Application, Route
from domain.refunds.book import RefundBook
from domain.refunds.events import Approved, PaidOut, RefundEvent, Refused, Returned, Sent, Submitted, Taken, Withdrawn
from domain.refunds.office import RefundOffice
from domain.refunds.problems import NO_SUCH, SENT_BY_NETWORK, Reason, RefundProblem
from domain.refunds.states import RefundState
from domain.words import Text
from tests.happening import some
from tests.payment.hall import NOON
from tests.refunds.bench import STAFF, Bench, done

Way = list[type[RefundEvent]]
Act = Callable[[RefundOffice, str], Application | RefundProblem]
TAKE: Act = lambda office, number: office.take(number)  # noqa: E731
APPROVE: Act = lambda office, number: office.approve(number)  # noqa: E731
REFUSE: Act = lambda office, number: office.refuse(number, "户名与缴费人不一致")  # noqa: E731
SEND: Act = lambda office, number: office.send(number)  # noqa: E731
PAY_OUT: Act = lambda office, number: office.pay_out(number)  # noqa: E731
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
    assert bench.office.open() == (applied, second)
    done(bench.desk.withdraw(applied.number, bench.zhang))
    assert bench.office.open() == (second,)


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


@pytest.mark.parametrize("act", [TAKE, APPROVE, REFUSE, SEND, PAY_OUT, GIVE_BACK])
def test_a_number_that_nobody_has(bench: Bench, act: Act) -> None:
    assert act(bench.office, "TF2026000404") == NO_SUCH
    assert bench.office.history("TF2026000404") == ()


@pytest.mark.parametrize("act", [SEND, GIVE_BACK])
def test_what_goes_back_by_its_network_is_not_for_hands(bench: Bench, act: Act) -> None:
    bench.pay()
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    assert approved.route is Route.NETWORK
    assert act(bench.office, approved.number) == SENT_BY_NETWORK


def test_staff_may_send_it_to_the_bank_account_instead(bench: Bench) -> None:
    bench.pay()
    approved = bench.approved(bench.applied(bench.item(bench.zhang)), to_bank=True)
    assert bench.paymaster.due() == ()
    done(bench.office.send(approved.number))
    assert done(bench.office.pay_out(approved.number)).state is RefundState.PAID_OUT


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
    office = RefundOffice(Overtaking(bench.hall.store.refunds, quicker), lambda: NOON, STAFF)  # type: ignore[arg-type]
    assert office.take(applied.number) == RefundProblem(Reason.MOVED_ON, Text(sentence))
