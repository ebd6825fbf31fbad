"""Refunds that their network answers by silence alone: stopped, and once its bills are there without them, over."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from domain.flows.refund_cases import ways
from domain.flows.visit import OnDuty
from domain.forms import cases, settling
from domain.forms.asking import Done, Onward, Wrong
from domain.money import Fen
from domain.payment.network import Absent, RefundAbnormal, RefundClosed, RefundDone, RefundPending, Unclear
from domain.reconciliation.bill import Kind
from domain.reconciliation.books import Bucket
from domain.reconciliation.report import Difference, Outcome, Report
from domain.refunds.application import Application
from domain.refunds.book import OnItsWay
from domain.refunds.events import NeverSent
from domain.refunds.problems import (
    IN_BILL,
    NO_REASON,
    NO_SUCH,
    NOT_SILENT,
    NOT_STOPPED,
    ON_ITS_WAY,
    SPOKEN,
    Reason,
    RefundProblem,
    no_bill,
)
from domain.refunds.settling import SettlingRefunds
from domain.refunds.states import RefundState
from domain.repayments.events import Stopped
from domain.repayments.repayment import Repayment
from domain.repayments.states import RepaymentState
from domain.terminal.outages import Outages
from kit.people.staff import SECOND_PIN
from tests.desk import SECOND, door_of, on_duty
from tests.payment.hall import NOON
from tests.payment.script import WECHAT
from tests.payment.test_cashier import NO_REFUND
from tests.refunds.bench import STAFF, Bench, done

WHY, TWO = "没有回音，对账单里也没有", "GY0107+GY0108"
NUMBER = "TF2026000001"
ASKED_ON = date(2026, 11, 23)
DAYS = [ASKED_ON + timedelta(days=n) for n in range(3)]
"""When it was asked for, when it was stopped, and the next: what was sent at the last moment may be there by then."""
SILENT = NO_REFUND, ("refund", Unclear("timeout"))


@pytest.fixture
def office(bench: Bench) -> SettlingRefunds:
    store = bench.hall.store
    return SettlingRefunds(store.refunds, store.orders, bench.hall.repayer, store.books, store.reports, TWO)


def silent(bench: Bench, days: float = 1) -> Application:
    """An application that its network has not answered for so many days."""
    bench.pay()
    bench.approved(bench.applied(bench.item(bench.zhang)))
    bench.network.will(*SILENT)
    (sending,) = bench.round()
    bench.hall.later(days=days)
    return sending


def tried(bench: Bench) -> Repayment:
    last = bench.hall.store.repayments.last(NUMBER)
    assert last
    return last


def stopped(bench: Bench) -> Application:
    return done(bench.office.stop(silent(bench).number))


def billed(bench: Bench, days: Iterable[date] = DAYS, outcome: Outcome = Outcome.DONE, *found: Difference) -> None:
    """The bills of these days were held against the books."""
    for day in days:
        bench.hall.store.reports.keep(Report(WECHAT, day, outcome, bench.hall.now, differences=found))


def test_what_is_stopped_is_only_asked_about(bench: Bench) -> None:
    sending = stopped(bench)
    assert tried(bench).state is RepaymentState.STOPPED
    bench.network.will(NO_REFUND)
    assert bench.round() == (sending,)
    bench.network.will(("query_refund", Unclear("timeout")))
    assert bench.round() == (sending,)
    bench.network.will(("query_refund", RefundDone()))
    assert [one.state for one in bench.round()] == [RefundState.PAID_OUT]


def test_who_stopped_it_is_in_the_log_and_again_is_nothing(bench: Bench) -> None:
    number = stopped(bench).number
    assert bench.office.stop(number) == NOT_SILENT
    with bench.hall.store.sessions.reading() as session:
        from storage.repayment_rows import RepaymentEventRow

        last = session.query(RepaymentEventRow).order_by(RepaymentEventRow.serial.desc()).first()
        assert last and (last.event, last.who) == (Stopped.word, STAFF)


def test_not_before_a_day_and_not_what_was_answered(bench: Bench) -> None:
    number = silent(bench, days=0.99).number
    assert (bench.office.stop(number), bench.office.stop("TF2026000404")) == (NOT_SILENT, NO_SUCH)
    bench.network.will(("query_refund", RefundPending()))
    bench.round()
    bench.hall.later(days=1)
    assert bench.office.stop(number) == NOT_SILENT
    assert tried(bench).state is RepaymentState.UNDER_WAY


def test_nothing_was_sent_yet(bench: Bench, office: SettlingRefunds) -> None:
    bench.pay()
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    assert bench.office.stop(approved.number) == NOT_SILENT
    told = office.never_sent(approved.number, WHY)
    assert isinstance(told, RefundProblem) and told.reason is Reason.MOVED_ON


@pytest.mark.parametrize("said", [Absent(), Unclear("timeout")], ids=["never heard of", "silent"])
@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.NOTHING])
def test_it_was_never_sent_and_goes_under_another_number(
    bench: Bench, office: SettlingRefunds, said: object, outcome: Outcome
) -> None:
    number = stopped(bench).number
    first = tried(bench).number
    billed(bench, DAYS, outcome)
    bench.network.will(("query_refund", said))
    ended = done(office.never_sent(number, WHY))
    assert (ended.state, ended.reason, ended) == (RefundState.TAKEN, WHY, bench.hall.store.refunds.get(number))
    assert WHY not in repr(NeverSent(WHY))
    step = bench.office.history(number)[-1]
    assert (step.event, step.who) == (NeverSent, TWO)
    assert tried(bench).state is RepaymentState.ENDED
    again = office.never_sent(number, WHY)
    assert isinstance(again, RefundProblem) and again.reason is Reason.MOVED_ON
    assert bench.round() == () and bench.hall.store.problem() is None
    done(bench.office.approve(number))
    bench.network.will(NO_REFUND, ("refund", RefundDone()))
    assert [one.state for one in bench.round()] == [RefundState.PAID_OUT]
    assert tried(bench).number != first == bench.hall.store.repayments.of(number)[0].number


@pytest.mark.parametrize("missing", DAYS)
@pytest.mark.parametrize("outcome", [None, Outcome.NOT_READY, Outcome.BROKEN, Outcome.SILENT])
def test_every_bill_that_could_have_it_has_to_be_there(
    bench: Bench, office: SettlingRefunds, missing: date, outcome: Outcome | None
) -> None:
    number = stopped(bench).number
    billed(bench, [day for day in DAYS if day != missing])
    if outcome:
        billed(bench, [missing], outcome)
    assert office.never_sent(number, WHY) == no_bill(missing)
    assert tried(bench).state is RepaymentState.STOPPED


def line(bucket: Bucket, kind: Kind, order: str, theirs: int | None = 5) -> Difference:
    return Difference(bucket, kind, "", order, "5000", None, Fen(theirs) if theirs else None, NOON)


@pytest.mark.parametrize("day", DAYS)
def test_a_bill_that_has_it_says_so(bench: Bench, office: SettlingRefunds, day: date) -> None:
    number = stopped(bench).number
    billed(bench)
    bench.hall.store.books.mark(WECHAT, day, {(Kind.REFUND, tried(bench).number): Bucket.MATCH})
    assert office.never_sent(number, WHY) == IN_BILL


@pytest.mark.parametrize(
    ("bucket", "kind", "theirs", "problem"),
    [
        (Bucket.THEIRS_ONLY, Kind.REFUND, 5, IN_BILL),
        (Bucket.DIFFERS, Kind.REFUND, 5, IN_BILL),
        (Bucket.OURS_ONLY, Kind.REFUND, None, None),
        (Bucket.DIFFERS, Kind.PAYMENT, 5, None),
    ],
)
@pytest.mark.parametrize("own", [True, False])
def test_nor_is_a_refund_of_its_payment_that_tells_no_number_of_ours_overlooked(
    bench: Bench,
    office: SettlingRefunds,
    own: bool,
    bucket: Bucket,
    kind: Kind,
    theirs: int | None,
    problem: RefundProblem | None,
) -> None:
    number = stopped(bench).number
    order = tried(bench).order if own else "GZT000120261123120000000000099"
    billed(bench, DAYS, Outcome.DONE, line(bucket, kind, order, theirs))
    if problem and own:
        assert office.never_sent(number, WHY) == problem
    else:
        bench.network.will(NO_REFUND)
        done(office.never_sent(number, WHY))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (RefundDone(), SPOKEN),
        (RefundClosed(), SPOKEN),
        (RefundPending(), ON_ITS_WAY),
        (RefundAbnormal("5000"), ON_ITS_WAY),
    ],
)
def test_what_its_network_says_after_all_comes_first(
    bench: Bench, office: SettlingRefunds, said: object, problem: RefundProblem
) -> None:
    number = stopped(bench).number
    billed(bench)
    bench.network.will(("query_refund", said))
    assert office.never_sent(number, WHY) == problem
    assert bench.hall.store.refunds.get(number).state is RefundState.SENDING


def test_not_without_a_reason_and_not_while_it_is_asked_for(bench: Bench, office: SettlingRefunds) -> None:
    sending = silent(bench)
    billed(bench)
    assert office.never_sent(sending.number, " ") == NO_REASON
    assert office.never_sent("TF2026000404", WHY) == NO_SUCH
    assert office.never_sent(sending.number, WHY) == NOT_STOPPED
    with pytest.raises(OnItsWay):
        bench.hall.store.refunds.never_sent(sending, WHY, bench.hall.now, TWO)
    assert tried(bench).state is RepaymentState.ASKED


def test_what_is_heard_of_in_between_goes_one_way_only(bench: Bench, office: SettlingRefunds) -> None:
    """The network speaks to the paymaster between the question and the decision."""
    number = stopped(bench).number
    billed(bench)

    def meanwhile() -> Absent:
        bench.network.will(("query_refund", RefundPending()))
        bench.round()
        return Absent()

    bench.network.will(("query_refund", meanwhile))
    assert office.never_sent(number, WHY) == ON_ITS_WAY
    assert tried(bench).state is RepaymentState.UNDER_WAY


def test_two_of_them_at_the_form(bench: Bench) -> None:
    sending, door = silent(bench), door_of(bench.hall)
    at_work, outages = OnDuty(on_duty(bench.hall)), Outages()

    def offered() -> list[str]:
        (case,) = cases.cases(outages, at_work)
        return [way.id for way in ways(case)]

    assert offered() == ["sent_back", "stop"]
    said = Done(f"{NUMBER} 已停止重发，等对账单确认有没有收到")  # type: ignore[arg-type]
    assert cases.stop(outages, at_work, sending.number) == said
    assert offered() == ["sent_back", "never_sent"]
    asked = settling.open_never_sent(outages, at_work, sending.number)
    assert isinstance(asked, Onward) and asked.outcome == "never_sent"
    assert settling.ending(settling.NEVER_SENT)(asked.given) == "记下“没有发出过” 878.94 元"
    typed = {"reason": WHY, "second": SECOND, "second_pin": SECOND_PIN}
    alone = settling.never_sent(door, asked.given, typed | {"second": STAFF})
    assert isinstance(alone, Wrong) and alone.use == "second"
    early = settling.never_sent(door, asked.given, typed)
    assert early == Wrong(no_bill(ASKED_ON).sentence) and "11月23日的对账单" in early.problem
    billed(bench)
    bench.network.will(NO_REFUND)
    told = settling.never_sent(door, asked.given, typed)
    assert isinstance(told, Onward) and told.given.remark == f"{NUMBER} 已记为“没有发出过”，请重新审核"
    assert offered() == ["address", "approve", "refuse"]
