"""Refunds that are on their way through their network for too long: two of the staff find them at its platform."""

from datetime import timedelta

import pytest

from domain.payment.network import (
    Absent,
    RefundAbnormal,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    Unclear,
)
from domain.refunds.application import Application
from domain.refunds.book import OnItsWay, Overtaken
from domain.refunds.events import SentBack
from domain.refunds.problems import (
    NO_PROOF,
    NO_REASON,
    NO_SUCH,
    ON_ITS_WAY,
    OTHER_PROOF,
    SENT_BY_NETWORK,
    SPOKEN,
    Reason,
    RefundProblem,
)
from domain.refunds.settling import SettlingRefunds
from domain.refunds.states import RefundState
from domain.repayments.repayment import Repayment
from domain.repayments.states import RepaymentState
from domain.words import Text
from tests.refunds.bench import Bench, done, draft_of

PROOF, OTHER = "50000408942018111907145868882", "50000000382019052709732678859"
WHY = "付款人来大厅要求，已核对商户平台"
TWO = "GY0107+GY0108"


@pytest.fixture
def office(bench: Bench) -> SettlingRefunds:
    store = bench.hall.store
    return SettlingRefunds(store.refunds, store.orders, bench.hall.repayer, store.books, store.reports, TWO)


def sent(bench: Bench, answer: object) -> Application:
    """An application that its network has answered so, a day ago."""
    bench.pay()
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    bench.network.will(("query_refund", answer))
    (sending,) = bench.round()
    assert sending.number == approved.number
    bench.hall.later(days=1)
    return sending


def tried(bench: Bench, application: Application) -> Repayment:
    last = bench.hall.store.repayments.last(application.number)
    assert last
    return last


@pytest.mark.parametrize("answer", [RefundPending(), RefundAbnormal(PROOF), Unclear("x")], ids=["pending", "?", "no"])
def test_it_went_back_once_and_nobody_sends_it_again(bench: Bench, office: SettlingRefunds, answer: object) -> None:
    sending = sent(bench, RefundPending())
    bench.network.will(("query_refund", answer))
    ended = done(office.sent_back(sending.number, PROOF, WHY))
    assert (ended.state, ended.ended_at, ended.reason) == (RefundState.PAID_OUT, bench.hall.now, WHY)
    assert ended == bench.hall.store.refunds.get(sending.number) and WHY not in repr(ended)
    step = bench.office.history(sending.number)[-1]
    assert (step.event, step.who, step.detail) == (SentBack, TWO, PROOF)
    assert (tried(bench, ended).state, tried(bench, ended).reference) == (RepaymentState.SENT_BACK, PROOF)
    assert (bench.round(), bench.office.cases(), bench.hall.store.problem()) == ((), (), None)
    assert bench.office.came_back(sending.number) == SENT_BY_NETWORK
    again = bench.desk.apply(draft_of(sending.draft.item))
    assert isinstance(again, RefundProblem) and again.reason is Reason.TOO_MUCH


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (RefundDone(), SPOKEN),
        (RefundClosed(), SPOKEN),
        (RefundFailed("61"), SPOKEN),
        (Absent(), ON_ITS_WAY),
    ],
    ids=["done", "closed", "failed", "not there yet"],
)
def test_what_its_network_says_after_all_is_left_to_the_machine(
    bench: Bench, office: SettlingRefunds, answer: object, problem: RefundProblem
) -> None:
    sending = sent(bench, RefundPending())
    bench.network.will(("query_refund", answer))
    assert office.sent_back(sending.number, PROOF, WHY) == problem
    assert bench.hall.store.refunds.get(sending.number) == sending


@pytest.mark.parametrize(
    ("proof", "why", "problem"),
    [("5000040", WHY, NO_PROOF), (PROOF, " ", NO_REASON), (OTHER, WHY, OTHER_PROOF)],
    ids=["no number", "no reason", "not the number of the network"],
)
def test_not_without_its_number_there_and_a_reason(
    bench: Bench, office: SettlingRefunds, proof: str, why: str, problem: RefundProblem
) -> None:
    sending = sent(bench, RefundAbnormal(PROOF))
    assert office.sent_back(sending.number, proof, why) == problem
    assert office.sent_back("TF2026000404", PROOF, WHY) == NO_SUCH


def test_our_own_number_is_a_proof_as_well(bench: Bench, office: SettlingRefunds) -> None:
    sending = sent(bench, RefundAbnormal(PROOF))
    bench.network.will(("query_refund", RefundAbnormal(PROOF)))
    number = tried(bench, sending).number
    assert done(office.sent_back(sending.number, number, WHY)).state is RefundState.PAID_OUT


def test_a_day_is_waited_and_the_store_itself_insists(bench: Bench, office: SettlingRefunds) -> None:
    sending = sent(bench, RefundPending())
    bench.hall.now -= timedelta(seconds=1)
    assert office.sent_back(sending.number, PROOF, WHY) == ON_ITS_WAY
    with pytest.raises(OnItsWay):
        bench.hall.store.refunds.send_back(sending, PROOF, WHY, bench.hall.now, TWO)
    assert bench.hall.store.refunds.get(sending.number) == sending


def test_before_it_was_sent_nothing_can_be_at_the_platform(bench: Bench, office: SettlingRefunds) -> None:
    bench.pay()
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    told = office.sent_back(approved.number, PROOF, WHY)
    assert told == RefundProblem(Reason.MOVED_ON, Text("该申请的状态是“审核通过”，不能记为已在商户平台退回"))


def test_what_has_moved_on_meanwhile_is_told(bench: Bench, office: SettlingRefunds) -> None:
    """The network's word comes between the question and the decision: the store lets the money go one way only."""
    sending = sent(bench, RefundPending())

    def meanwhile() -> RefundPending:
        bench.network.will(("query_refund", RefundDone()))
        bench.round()
        return RefundPending()

    bench.network.will(("query_refund", meanwhile))
    told = office.sent_back(sending.number, PROOF, WHY)
    sentence = Text("该申请的状态是“已退费”，不能记为已在商户平台退回")
    assert told == RefundProblem(Reason.MOVED_ON, sentence) == office.sent_back(sending.number, PROOF, WHY)
    with pytest.raises(Overtaken):
        bench.hall.store.refunds.send_back(sending, PROOF, WHY, bench.hall.now, TWO)
    assert tried(bench, sending).state is RepaymentState.DONE
