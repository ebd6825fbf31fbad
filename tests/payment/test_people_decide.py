"""Orders that no machine may decide about: staff see them, have the network asked, and two of them end them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from domain.certificates.payments import lines_of
from domain.money import Fen
from domain.payment import events
from domain.payment.network import (
    Absent,
    Closed,
    Paid,
    RefundAbnormal,
    RefundAnswer,
    RefundDone,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.office import (
    MOVED_ON,
    NO_PROOF,
    NO_REASON,
    NO_SUCH,
    NOT_SURE,
    ON_ITS_WAY,
    OTHER_PROOF,
    OTHER_VOUCHER,
    SPOKEN,
    OrderProblem,
    Reason,
    SettlingOffice,
)
from domain.payment.order import BillBusy, Order
from domain.payment.said import sentence
from domain.payment.states import OrderState
from domain.people.person import Standing
from domain.people.records import payments_of
from domain.ports import Unreachable
from domain.refunds.book import OnItsWay
from domain.refunds.states import RefundState
from domain.repayments.events import Again
from domain.repayments.states import RepaymentState
from domain.runtime import HALL_TIME
from domain.terminal.duty import Duty, TwoOnDuty
from domain.terminal.staff import Answer, NotAdmitted, Verdict
from kit.people.staff import DEMO_PIN, SECOND_PIN
from tests.desk import SECOND, door_of, on_duty, two_on_duty
from tests.payment.hall import LI, NOON, ZHANG, ZHOU, Hall, Mood, MoodyTax, bill_of
from tests.payment.script import ScriptedNetwork
from tests.payment.test_cashier import NO_REFUND, PAID, SHOWN, paid_order
from tests.refunds.bench import STAFF, Bench

GONE_BACK = ("query", Unclear("refunded elsewhere"))
"""What WeChat's trade_state REFUND is read as."""
PROOF, VOUCHER, OTHER = "50000408942018111907145868882", "5201990000000000042", "5201990000000000041"
WHY = "付款人来大厅要求，已核对商户平台"


def for_people(hall: Hall, network: ScriptedNetwork) -> Order:
    """An order that nobody could close for hours: its payer was given the money back from outside."""
    resists = GONE_BACK, ("close", Unclear("400 INVALID_REQUEST")), GONE_BACK
    network.will(SHOWN, *resists, *resists)
    order = hall.start()
    hall.cashier.cancel(order.number)
    hall.later(hours=5)
    hall.sweep()
    assert hall.state(order) is OrderState.MANUAL_REVIEW
    return order


def owed(
    hall: Hall,
    network: ScriptedNetwork,
    answer: RefundAnswer = Refused("RULE_LIMIT"),  # noqa: B008
    after: timedelta = timedelta(days=1, minutes=1),
) -> Order:
    """An order whose money the tax system does not take, and the network does not give back, with this `answer`.

    It is looked at `after` the network was asked.
    """
    order = paid_order(hall, network, hall.person(ZHOU))
    assert order.state is OrderState.REFUND_DUE
    network.will(NO_REFUND, ("refund", answer))
    hall.sweep()
    hall.now += after
    return order


def two(hall: Hall) -> SettlingOffice:
    """The office of two staff members who came in by the door."""
    return two_on_duty(hall).orders


def without_networks(office: SettlingOffice) -> SettlingOffice:
    """No network is in use at this terminal any more."""
    repayer = replace(office.cashier.repayer, networks={})
    return replace(office, cashier=replace(office.cashier, networks={}, repayer=repayer))


def ended(told: Order | OrderProblem) -> Order:
    assert isinstance(told, Order)
    return told


@dataclass
class NamesNobody(MoodyTax):
    def masked(self, person: int) -> None:
        raise Unreachable


class TestWhatStaffSee:
    def test_an_order_that_cannot_be_closed(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = for_people(hall, network)
        (case,) = on_duty(hall).orders.waiting()
        assert (case.order.number, case.since, case.can_be_ended) == (order.number, order.created_at, True)
        assert case.insured and (case.insured.name, case.insured.number) == ("张**", "520***********0119")
        assert [step.event for step in case.steps][-2:] == [events.Expired, events.GivenUp]
        assert (case.asked, case.duplicate) == (None, False)

    def test_money_that_is_owed_back_for_too_long_and_not_before(self, hall: Hall, network: ScriptedNetwork) -> None:
        order, office = paid_order(hall, network, hall.person(ZHOU)), on_duty(hall).orders
        hall.now = PAID[1].paid_at + timedelta(days=1)
        assert office.waiting() == ()
        hall.later(seconds=1)
        assert [(case.order.number, case.since) for case in office.waiting()] == [(order.number, PAID[1].paid_at)]

    def test_money_for_a_bill_that_another_order_has_entered(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN, PAID)
        order = hall.start()
        hall.store.tax.post("GZT0002", order.bills, hall.now, "hall")
        hall.cashier.check(order.number)
        hall.later(days=2)
        assert [case.duplicate for case in on_duty(hall).orders.waiting()] == [True]

    def test_money_that_waits_for_the_tax_system_is_told_and_left_to_the_machine(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        network.will(SHOWN, PAID)
        order = hall.start()
        hall.tax.mood = Mood.DOWN
        hall.cashier.check(order.number)
        hall.later(days=2)
        office = on_duty(hall).orders
        assert [(case.order.state, case.can_be_ended) for case in office.waiting()] == [(OrderState.PAID, False)]
        assert office.ask(order.number) == MOVED_ON

    def test_the_oldest_comes_first(self, hall: Hall, network: ScriptedNetwork) -> None:
        old = owed(hall, network)
        network.will(SHOWN)
        new = hall.start()
        for event in (events.Expired(hall.now), events.GivenUp()):
            new = hall.store.orders.move(new, event, hall.now)
        assert [case.order.number for case in on_duty(hall).orders.waiting()] == [old.number, new.number]

    def test_a_tax_system_that_is_silent_names_nobody_and_hides_nothing(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        for_people(hall, network)
        office = on_duty(hall).orders
        silent = replace(office, cashier=replace(office.cashier, tax=NamesNobody(hall.store.tax)))  # type: ignore[arg-type]
        assert [case.insured for case in silent.waiting()] == [None]

    def test_a_code_that_is_shown_is_no_matter_for_them(self, hall: Hall, network: ScriptedNetwork) -> None:
        network.will(SHOWN)
        hall.start()
        assert on_duty(hall).orders.waiting() == ()


class TestAskedAgain:
    def test_silence_is_written_down_with_who_asked_and_moves_nothing(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        order, office = for_people(hall, network), on_duty(hall).orders
        hall.later(minutes=3)
        network.will(GONE_BACK)
        case = office.ask(order.number)
        assert not isinstance(case, OrderProblem) and case.asked
        assert (case.asked.at, case.asked.who) == (hall.now, STAFF)
        assert sentence(case.asked.detail) == "付过款，钱已经从别处退回，或者正在退"
        assert hall.state(order) is OrderState.MANUAL_REVIEW

    @pytest.mark.parametrize(
        ("answer", "then"),
        [(Closed(), OrderState.CLOSED), (Paid("42", NOON), OrderState.POSTED)],
        ids=["closed", "paid"],
    )
    def test_with_what_is_certain_the_cashier_goes_on(
        self, hall: Hall, network: ScriptedNetwork, answer: object, then: OrderState
    ) -> None:
        order, office = for_people(hall, network), on_duty(hall).orders
        network.will(("query", answer), ("query", answer))
        office.ask(order.number)
        assert (hall.state(order), office.waiting()) == (then, ())

    def test_about_a_refund_it_only_asks(self, hall: Hall, network: ScriptedNetwork) -> None:
        order, office = owed(hall, network, RefundPending()), on_duty(hall).orders
        network.will(NO_REFUND)
        case = office.ask(order.number)
        assert not isinstance(case, OrderProblem) and case.asked
        assert sentence(case.asked.detail) == "没有这笔退款"
        assert hall.state(order) is OrderState.REFUND_DUE
        network.will(("query_refund", RefundDone()), ("query_refund", RefundDone()))
        office.ask(order.number)
        assert hall.state(order) is OrderState.REFUNDED

    def test_of_an_order_that_there_is_not(self, hall: Hall) -> None:
        assert on_duty(hall).orders.ask("GZ404") == NO_SUCH

    def test_of_one_that_was_settled_meanwhile(self, hall: Hall, network: ScriptedNetwork) -> None:
        order, office = for_people(hall, network), on_duty(hall).orders

        def meanwhile() -> Waiting:
            hall.store.orders.move(hall.cashier.get(order.number), events.Closed(), hall.now)
            return Waiting()

        network.will(("query", meanwhile))
        assert office.ask(order.number) == MOVED_ON


class TestSentBackAtThePlatform:
    def test_the_bill_can_be_paid_again(self, hall: Hall, network: ScriptedNetwork) -> None:
        """Paid, and sent back there before this terminal asked: it is settled, and holds its bill no more."""
        order = for_people(hall, network)
        with pytest.raises(BillBusy):
            hall.start()
        network.will(GONE_BACK)
        done = ended(two(hall).sent_back(order.number, PROOF, WHY))
        assert (done.state, done.proof, done.reason) == (OrderState.SENT_BACK, PROOF, WHY)
        assert hall.cashier.get(order.number) == done
        network.will(SHOWN, PAID)
        assert hall.cashier.check(hall.start().number).state is OrderState.POSTED

    def test_the_log_has_both_of_them_and_cannot_be_read_for_the_reason(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        order = for_people(hall, network)
        network.will(GONE_BACK)
        done = ended(two(hall).sent_back(order.number, PROOF, WHY))
        last = hall.store.orders.history(order.number)[-1]
        assert (last.event, last.state, last.who) == (events.SentBack, OrderState.SENT_BACK, f"{STAFF}+{SECOND}")
        assert WHY not in repr(done)
        assert not any(WHY.encode() in file.read_bytes() for file in hall.folder.iterdir())

    def test_its_payer_is_told_that_it_went_back(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = for_people(hall, network)
        network.will(GONE_BACK)
        two(hall).sent_back(order.number, PROOF, WHY)
        here = [
            p for p in payments_of(hall.store.tax, hall.store.orders, hall.store.refunds, hall.person(ZHANG)) if p.order
        ]
        assert [(p.order, p.standing) for p in here] == [(order.number, Standing.REFUNDED)]

    def test_money_that_the_network_does_not_give_back(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = owed(hall, network)
        network.will(NO_REFUND)
        assert ended(two(hall).sent_back(order.number, PROOF, WHY)).state is OrderState.SENT_BACK
        assert hall.sweep() == ()


class TestPostedByHand:
    def test_it_is_paid_under_the_voucher_of_the_window(self, hall: Hall, network: ScriptedNetwork) -> None:
        """Records, certificates and the next order see one payment, made when its code was."""
        order, zhang = for_people(hall, network), hall.person(ZHANG)
        network.will(GONE_BACK)
        done = ended(two(hall).posted_by_hand(order.number, VOUCHER, WHY))
        assert (done.state, done.voucher, done.reason) == (OrderState.POSTED_BY_HAND, VOUCHER, WHY)
        payments = payments_of(hall.store.tax, hall.store.orders, hall.store.refunds, zhang)
        (payment,) = (p for p in payments if order.number == p.order)
        assert (payment.standing, payment.voucher, payment.fen) == (Standing.POSTED, VOUCHER, Fen(87894))
        assert payment.paid_at == order.created_at
        assert VOUCHER in {line.voucher for line in lines_of(zhang, payments, (), HALL_TIME)}
        assert order.bills[0].key in hall.store.tax.paid(zhang)

    def test_money_that_the_tax_system_had_refused(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = owed(hall, network)
        network.will(NO_REFUND)
        done = ended(two(hall).posted_by_hand(order.number, VOUCHER, WHY))
        assert (done.state, hall.sweep()) == (OrderState.POSTED_BY_HAND, ())
        (payment,) = (p for p in hall.store.tax.payments(hall.person(ZHOU)) if p.voucher == VOUCHER)
        assert payment.paid_at == PAID[1].paid_at

    def test_it_can_be_asked_back_as_any_other(self, hall: Hall, network: ScriptedNetwork) -> None:
        order, bench = for_people(hall, network), Bench(hall, network)
        network.will(GONE_BACK)
        two(hall).posted_by_hand(order.number, VOUCHER, WHY)
        item = bench.item(bench.zhang, order.bills[0].period.key)
        assert (item.voucher, item.order) == (VOUCHER, order.number)
        bench.approved(bench.applied(item))
        network.will(NO_REFUND, ("refund", RefundDone()))
        assert [application.state for application in bench.round()] == [RefundState.PAID_OUT]

    def test_what_was_entered_before_a_power_cut_is_entered_once(self, hall: Hall, network: ScriptedNetwork) -> None:
        order = for_people(hall, network)
        hall.store.tax.posted_by_hand(order.number, order.bills, NOON, order.channel, VOUCHER)
        network.will(GONE_BACK)
        assert ended(two(hall).posted_by_hand(order.number, VOUCHER, WHY)).voucher == VOUCHER

    @pytest.mark.parametrize(("month", "voucher"), [(11, OTHER), (12, VOUCHER)], ids=["other voucher", "other bill"])
    def test_what_the_tax_system_has_otherwise(
        self, hall: Hall, network: ScriptedNetwork, month: int, voucher: str
    ) -> None:
        order, bill = for_people(hall, network), bill_of(hall.person(ZHANG), month)
        hall.store.tax.posted_by_hand("GZT0002", (bill,), NOON, "hall", voucher)
        network.will(GONE_BACK)
        assert two(hall).posted_by_hand(order.number, VOUCHER, WHY) == OTHER_VOUCHER
        assert hall.state(order) is OrderState.MANUAL_REVIEW

    def test_a_number_that_a_window_has_given_is_not_given_again(self, hall: Hall, network: ScriptedNetwork) -> None:
        voucher = paid_order(hall, network).voucher
        assert voucher
        first, second = (str(int(voucher) + more) for more in (1, 2))
        hall.store.tax.posted_by_hand("GZT0002", (bill_of(hall.person(ZHANG), 12),), NOON, "hall", first)
        assert hall.store.tax.post("GZT0003", (bill_of(hall.person(LI), 12),), NOON, "hall") == second


class TestStuckOnItsWay:
    """The network has said for a day that it is under way, or nothing: the platform may show that it is back."""

    @pytest.fixture
    def order(self, hall: Hall, network: ScriptedNetwork) -> Order:
        return owed(hall, network, RefundPending())

    @pytest.mark.parametrize(
        "answer", [RefundPending(), RefundAbnormal(PROOF), Unclear("timeout")], ids=["under way", "abnormal", "silent"]
    )
    def test_it_is_sent_back_by_its_number_there_and_by_nothing_else(
        self, hall: Hall, network: ScriptedNetwork, order: Order, answer: RefundAnswer
    ) -> None:
        network.will(("query_refund", answer), ("query_refund", answer))
        told = two(hall).posted_by_hand(order.number, VOUCHER, WHY)
        assert isinstance(told, OrderProblem) and told.reason is Reason.ON_ITS_WAY
        assert ended(two(hall).sent_back(order.number, PROOF, WHY)).state is OrderState.SENT_BACK
        tried = hall.store.repayments.last(order.number)
        assert tried and (tried.state, tried.reference) == (RepaymentState.SENT_BACK, PROOF)
        assert (hall.sweep(), hall.store.repayments.waiting(), hall.store.problem()) == ((), (), None)

    def test_the_networks_own_number_is_known_to_be_another(
        self, hall: Hall, network: ScriptedNetwork, order: Order
    ) -> None:
        network.will(("query_refund", RefundAbnormal("50000000382019052709732678859")))
        hall.sweep()
        tried, abnormal = hall.store.repayments.last(order.number), ("query_refund", RefundAbnormal(PROOF))
        assert tried
        network.will(abnormal)
        assert two(hall).sent_back(order.number, PROOF, WHY) == OTHER_PROOF
        network.will(abnormal)
        assert ended(two(hall).sent_back(order.number, tried.number, WHY)).proof == tried.number

    def test_what_the_network_has_not_heard_of_may_be_getting_there(
        self, hall: Hall, network: ScriptedNetwork, order: Order
    ) -> None:
        network.will(NO_REFUND)
        assert two(hall).sent_back(order.number, PROOF, WHY) == ON_ITS_WAY

    def test_what_it_says_after_all_decides(self, hall: Hall, network: ScriptedNetwork, order: Order) -> None:
        network.will(*2 * (("query_refund", RefundDone()),))
        assert two(hall).sent_back(order.number, PROOF, WHY) == SPOKEN
        assert hall.state(order) is OrderState.REFUNDED

    def test_a_network_that_is_not_in_use_any_more_cannot_say_otherwise(self, hall: Hall, order: Order) -> None:
        assert ended(without_networks(two(hall)).sent_back(order.number, PROOF, WHY)).state is OrderState.SENT_BACK

    def test_the_store_itself_keeps_a_day(self, hall: Hall, order: Order) -> None:
        tried, event = hall.store.repayments.last(order.number), events.SentBack(PROOF, WHY)
        assert tried
        with pytest.raises(OnItsWay):
            hall.store.orders.decide(
                hall.cashier.get(order.number), event, tried.at + timedelta(hours=23, minutes=59), "1+2"
            )
        later = tried.at + timedelta(days=1)
        with pytest.raises(OnItsWay):
            hall.store.orders.decide(hall.cashier.get(order.number), events.PostedByHand(VOUCHER, WHY), later, "1+2")
        assert hall.store.orders.decide(hall.cashier.get(order.number), event, later, "1+2").proof == PROOF


End = Callable[[SettlingOffice, str, str, str], Order | OrderProblem]


@pytest.mark.parametrize(
    "end", [SettlingOffice.sent_back, SettlingOffice.posted_by_hand], ids=["sent back", "posted by hand"]
)
class TestNotSo:
    @pytest.mark.parametrize(
        ("proof", "why", "problem"),
        [
            ("", WHY, NO_PROOF),
            ("1234567", WHY, NO_PROOF),
            ("52 01990000", WHY, NO_PROOF),
            ("凭证五二零一九九零", WHY, NO_PROOF),
            ("5" * 33, WHY, NO_PROOF),
            (PROOF, "  ", NO_REASON),
        ],
    )
    def test_without_a_proof_and_a_reason(
        self, hall: Hall, network: ScriptedNetwork, end: End, proof: str, why: str, problem: OrderProblem
    ) -> None:
        order = for_people(hall, network)
        assert end(two(hall), order.number, proof, why) == problem
        assert hall.state(order) is OrderState.MANUAL_REVIEW

    @pytest.mark.parametrize(
        ("answer", "then"), [(Closed(), OrderState.CLOSED), (Paid("42", NOON), OrderState.POSTED)], ids=["no", "yes"]
    )
    def test_where_the_network_says_after_all_whether_it_was_paid(
        self, hall: Hall, network: ScriptedNetwork, end: End, answer: object, then: OrderState
    ) -> None:
        order = for_people(hall, network)
        network.will(("query", answer), ("query", answer))
        assert end(two(hall), order.number, PROOF, WHY) == SPOKEN
        assert hall.state(order) is then

    @pytest.mark.parametrize(
        ("answers", "problem", "then"),
        [
            ((RefundAbnormal("5000"),), ON_ITS_WAY, OrderState.REFUND_DUE),
            ((RefundPending(),), ON_ITS_WAY, OrderState.REFUND_DUE),
            ((Unclear("timeout"),), NOT_SURE, OrderState.REFUND_DUE),
            ((RefundDone(), RefundDone()), SPOKEN, OrderState.REFUNDED),
        ],
        ids=["at the network", "under way", "silent", "done"],
    )
    def test_while_the_money_may_be_on_its_way_back(
        self,
        hall: Hall,
        network: ScriptedNetwork,
        end: End,
        answers: tuple[object, ...],
        problem: OrderProblem,
        then: OrderState,
    ) -> None:
        order = owed(hall, network, RefundPending(), after=timedelta(hours=23))
        network.will(*(("query_refund", answer) for answer in answers))
        assert end(two(hall), order.number, PROOF, WHY) == problem
        assert hall.state(order) is then

    def test_while_the_network_may_be_getting_a_try_this_moment(
        self, hall: Hall, network: ScriptedNetwork, end: End
    ) -> None:
        """It has not heard of it; but it was written down, and may be on its way there."""
        order = owed(hall, network, Unclear("timeout"))
        network.will(NO_REFUND)
        assert end(two(hall), order.number, PROOF, WHY) == ON_ITS_WAY
        assert PROOF not in {p.voucher for p in hall.store.tax.payments(hall.person(ZHOU))}

    def test_while_the_janitor_is_quicker(self, hall: Hall, network: ScriptedNetwork, end: End) -> None:
        """It asks again between the question and the decision: the store lets the money go one way only."""
        order, book = owed(hall, network, RefundShort("NOT_ENOUGH")), hall.store.repayments

        def meanwhile() -> Absent:
            short = book.last(order.number)
            assert short
            book.move(short, Again(hall.now), hall.now, "terminal")
            return Absent()

        office = two(hall)
        network.will(("query_refund", meanwhile))
        assert end(office, order.number, PROOF, WHY) == ON_ITS_WAY
        with pytest.raises(OnItsWay):
            hall.store.orders.decide(hall.cashier.get(order.number), events.SentBack(PROOF, WHY), hall.now, "1+2")
        assert hall.state(order) is OrderState.REFUND_DUE

    def test_but_what_the_network_has_refused_is_left_for_good(
        self, hall: Hall, network: ScriptedNetwork, end: End
    ) -> None:
        order = owed(hall, network)
        network.will(NO_REFUND)
        ended(end(two(hall), order.number, PROOF, WHY))
        left = hall.store.repayments.last(order.number)
        assert left and left.state is RepaymentState.SET_ASIDE
        assert (hall.sweep(), hall.store.problem()) == ((), None)

    def test_an_order_that_needs_nobody(self, hall: Hall, network: ScriptedNetwork, end: End) -> None:
        order = paid_order(hall, network)
        assert end(two(hall), order.number, PROOF, WHY) == MOVED_ON
        assert end(two(hall), "GZ404", PROOF, WHY) == NO_SUCH

    def test_twice(self, hall: Hall, network: ScriptedNetwork, end: End) -> None:
        order = for_people(hall, network)
        network.will(GONE_BACK)
        ended(end(two(hall), order.number, PROOF, WHY))
        assert end(two(hall), order.number, PROOF, WHY) == MOVED_ON

    def test_but_a_network_that_is_not_in_use_any_more_is_not_waited_for(
        self, hall: Hall, network: ScriptedNetwork, end: End
    ) -> None:
        order = owed(hall, network)
        assert ended(end(without_networks(two(hall)), order.number, PROOF, WHY)).number == order.number


class TestTwoPeople:
    @pytest.mark.parametrize(
        ("number", "pin", "verdict"),
        [
            (STAFF, DEMO_PIN, Verdict.SAME),
            (SECOND, DEMO_PIN, Verdict.WRONG),
            (SECOND, "", Verdict.WRONG),
            ("GY0404", SECOND_PIN, Verdict.WRONG),
        ],
        ids=["the first again", "the first one's PIN", "no PIN", "a stranger"],
    )
    def test_it_takes_another_with_a_pin_of_their_own(
        self, hall: Hall, number: str, pin: str, verdict: Verdict
    ) -> None:
        assert door_of(hall).joins(on_duty(hall), number, pin) == Answer(verdict)

    def test_wrong_tries_count_as_at_the_door(self, hall: Hall) -> None:
        door = door_of(hall)
        duty = door.admits(STAFF, DEMO_PIN)
        assert isinstance(duty, Duty)
        told = [door.joins(duty, SECOND, DEMO_PIN) for _ in range(5)]
        assert told[-1] == Answer(Verdict.WRONG, timedelta(seconds=15))
        early = door.admits(SECOND, SECOND_PIN)
        assert isinstance(early, Answer) and early.verdict is Verdict.EARLY

    def test_nobody_is_two_who_did_not_come_in_by_the_door(self, hall: Hall) -> None:
        both = two_on_duty(hall)
        with pytest.raises(NotAdmitted):
            TwoOnDuty(STAFF, SECOND, both.orders, both.refunds, both.stuck, both.bills)
