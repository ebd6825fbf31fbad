"""What bills have otherwise than our books: how two of the staff settle it, and when they cannot."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.flows.staff_bills import LOOKED_INTO, POSTED, SENT_BACK, ways
from domain.flows.visit import OnDuty
from domain.forms import bills, staff
from domain.forms.asking import Done, Onward, Wrong
from domain.money import Fen
from domain.payment import events
from domain.payment.events import OrderEvent
from domain.payment.network import Absent, Closed, Paid, RefundDone, Unclear
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.ports import Unreachable
from domain.reconciliation.bill import Kind, Row
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import Case, CaseState, Found, Settlement, Subject
from domain.reconciliation.comparing import Comparing
from domain.reconciliation.office import BillCase
from domain.reconciliation.problems import (
    LIVE,
    MOVED_ON,
    NO_PROOF,
    NO_REASON,
    NO_SUCH,
    NOT_SO,
    NOT_SURE,
    OTHER_PROOF,
    OTHER_VOUCHER,
    SPOKEN,
    STRANGE,
    CaseProblem,
)
from domain.reconciliation.report import Difference, Outcome, Report
from domain.refunds.application import Application
from domain.repayments.repayment import Repayment
from domain.repayments.states import RepaymentState
from domain.terminal.duty import StaffDoor, TwoOnDuty
from domain.terminal.outages import Outages
from kit.people.staff import DEMO_PIN, SECOND_PIN
from tests.desk import SECOND, door_of, on_duty, two_on_duty
from tests.happening import some
from tests.payment.hall import NOON, Hall, Mood, template
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.payment.test_cashier import NO_REFUND, SHOWN
from tests.payment.test_combined import bills as bills_of_two
from tests.reconciliation.house import DAY
from tests.refunds.bench import STAFF, Bench

PAYMENT, REFUND = Kind.PAYMENT, Kind.REFUND
THEIRS, OURS, DIFFERS = Bucket.THEIRS_ONLY, Bucket.OURS_ONLY, Bucket.DIFFERS
BACK, HAND, CHECKED, STRANGER = Settlement
STRANGE_NUMBER, THERE = "50000408942018111907145868882", "50300806962026112300000000001"
PROOF, VOUCHER, WHY = "50000408942018111907145868999", "5201990000000000042", "商户平台已核对"
FEN = Fen(878_94)
OUTAGES = Outages()


@pytest.fixture(scope="module")
def origin_of_a_hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("hall"))


@dataclass
class Findings:
    """A hall, and what its bills have found."""

    hall: Hall
    network: ScriptedNetwork

    def order(self, *happened: type[OrderEvent]) -> Order:
        self.network.will(SHOWN)
        order = self.hall.start()
        for event in happened:
            order = self.hall.store.orders.move(
                order, some(event, transaction="4200", paid_at=NOON, owed_at=NOON), NOON
            )
        return order

    def household(self, *happened: type[OrderEvent]) -> tuple[Order, ...]:
        """Two orders that are paid by one code."""
        self.network.will(SHOWN)
        orders = self.hall.cashier.start_combined(WECHAT, "wechat", 1, bills_of_two(self.hall), "社保费")
        for event in happened:
            orders = tuple(self.hall.store.orders.move(order, some(event), NOON) for order in orders)
        return orders

    def case(
        self, kind: Kind, why: Bucket, reference: str = STRANGE_NUMBER, of: str = "", theirs: Fen | None = FEN
    ) -> str:
        """A case, and the line of the report that a bill has it in; the number of the case."""
        ours, there = (None if why is THEIRS else FEN), (None if why is OURS else theirs)
        subject, store = Subject(WECHAT, kind, reference), self.hall.store
        line = Difference(why, kind, reference, of, THERE, ours, there, NOON, reference=reference)
        store.reports.keep(Report(WECHAT, DAY, Outcome.DONE, self.hall.now, differences=(line,)))
        store.cases.tell(subject, Found(why, DAY, ours, there, THERE), self.hall.now, "terminal")
        return subject.number

    def seen(self, number: str) -> BillCase:
        case = on_duty(self.hall).bills.case(number)
        assert case
        return case

    def stored(self, number: str) -> Case:
        return self.seen(number).case

    @property
    def two(self) -> TwoOnDuty:
        return two_on_duty(self.hall)


@pytest.fixture
def found(origin_of_a_hall: Path, tmp_path: Path) -> Iterator[Findings]:
    network = ScriptedNetwork()
    hall = Hall(origin_of_a_hall, tmp_path, {WECHAT: network})
    yield Findings(hall, network)
    assert not network.script
    assert hall.store.problem() is None
    hall.store.close()


UNPAID = (events.Expired, events.Closed, events.StillUnpaid)
ENTERED = (events.Paid, events.Posted)


@pytest.mark.parametrize(
    ("why", "kind", "ours", "ways"),
    [
        (THEIRS, PAYMENT, False, (BACK, HAND, STRANGER)),
        (THEIRS, PAYMENT, True, (BACK, HAND, CHECKED)),
        (THEIRS, REFUND, False, (BACK, STRANGER)),
        (THEIRS, REFUND, True, (BACK, CHECKED)),
        (OURS, PAYMENT, True, (CHECKED,)),
        (OURS, REFUND, True, (BACK, CHECKED)),
        (DIFFERS, PAYMENT, True, (BACK, CHECKED)),
        (DIFFERS, REFUND, True, (CHECKED,)),
    ],
)
def test_the_ways_out_of_each_and_each_ends_it_once(
    found: Findings, why: Bucket, kind: Kind, ours: bool, ways: tuple[Settlement, ...]
) -> None:
    for n, how in enumerate(ways):
        number = found.case(kind, why, f"{STRANGE_NUMBER[:-1]}{n}", found.order(*UNPAID).number if ours else "")
        case = found.seen(number)
        assert (case.ways, case.order is not None, case.can_be_asked) == (ways, ours, False)
        reference = case.case.subject.reference
        proof = "" if how in {CHECKED, STRANGER} else VOUCHER if how is HAND else reference
        for other in set(Settlement) - set(ways):
            assert found.two.bills.settle(number, other, proof, WHY) == NOT_SO
        settled = found.two.bills.settle(number, how, proof, f" {WHY} ")
        assert isinstance(settled, Case) and settled == found.stored(number)
        assert (settled.state, settled.how, settled.second) == (CaseState.SETTLED, how, SECOND)
        assert (settled.proof, settled.reason, settled.ended_at) == (proof, WHY, found.hall.now)
        steps = found.hall.store.cases.history(number)
        assert [(step.word, step.who) for step in steps] == [("find", "terminal"), ("settle", STAFF)]
        for again in ways:
            assert found.two.bills.settle(number, again, proof, WHY) == MOVED_ON
        assert found.hall.store.cases.history(number) == steps and found.seen(number).ways == ()
        assert on_duty(found.hall).bills.waiting() == ()


@pytest.mark.parametrize(
    ("kind", "how", "proof", "reason", "problem"),
    [
        (REFUND, BACK, STRANGE_NUMBER, " ", NO_REASON),
        (REFUND, STRANGER, "", "", NO_REASON),
        (REFUND, BACK, "", WHY, NO_PROOF),
        (REFUND, BACK, "5000-0408", WHY, NO_PROOF),
        (REFUND, BACK, PROOF, WHY, OTHER_PROOF),
        (PAYMENT, HAND, "5201", WHY, NO_PROOF),
        (PAYMENT, BACK, "", WHY, NO_PROOF),
    ],
)
def test_not_without_a_reason_and_its_number_there(
    found: Findings, kind: Kind, how: Settlement, proof: str, reason: str, problem: CaseProblem
) -> None:
    number = found.case(kind, THEIRS)
    assert found.two.bills.settle(number, how, proof, reason) == problem
    assert found.stored(number).state is CaseState.OPEN
    assert found.two.bills.settle("wechat refund 404", how, STRANGE_NUMBER, WHY) == NO_SUCH


@pytest.mark.parametrize("proof", [STRANGE_NUMBER, THERE])
def test_a_refund_is_known_by_either_number_of_the_bill(found: Findings, proof: str) -> None:
    settled = found.two.bills.settle(found.case(REFUND, THEIRS), BACK, proof, WHY)
    assert isinstance(settled, Case) and settled.proof == proof


@pytest.mark.parametrize("how", [BACK, HAND])
def test_what_was_paid_late_after_all_the_order_takes(found: Findings, how: Settlement) -> None:
    order = found.order(*UNPAID)
    number = found.case(PAYMENT, THEIRS, order.number)
    assert found.seen(number).own_order == order
    found.network.will(*[("query", Paid("4200", NOON))] * 2)
    assert found.two.bills.settle(number, how, VOUCHER, WHY) == SPOKEN
    assert found.hall.state(order) is OrderState.POSTED
    assert found.stored(number).state is CaseState.CLEARED
    assert [step.detail for step in found.seen(number).steps] == ["", "Paid", "by its order"]


def test_while_a_household_may_still_be_paid_nobody_says_that_it_went_back(found: Findings) -> None:
    """Its bill has one payment, under a number that is none of its orders'."""
    one, _ = found.household(events.Expired)
    number = found.case(PAYMENT, THEIRS, one.trade.number, theirs=one.trade.fen)
    seen = found.seen(number)
    assert (seen.ways, seen.can_be_asked, seen.live) == ((BACK, CHECKED), True, True)
    assert found.two.bills.settle(number, HAND, VOUCHER, WHY) == NOT_SO, "each of them has a voucher of its own"
    found.network.will(("query", Closed()))
    assert found.two.bills.settle(number, BACK, PROOF, WHY) == LIVE
    assert found.stored(number).state is CaseState.OPEN


def test_what_a_household_paid_late_after_all_each_of_its_orders_takes(found: Findings) -> None:
    orders = found.household(*UNPAID)
    number = found.case(PAYMENT, THEIRS, orders[0].trade.number, theirs=orders[0].trade.fen)
    found.network.will(*[("query", Paid("4200", NOON))] * 2)
    assert found.two.bills.settle(number, BACK, PROOF, WHY) == SPOKEN
    assert found.stored(number).state is CaseState.CLEARED
    found.hall.cashier.tend(orders[1])
    assert [found.hall.state(order) for order in orders] == [OrderState.POSTED] * 2


def test_money_of_another_amount_than_the_bill_says_is_nobody_else_s_to_explain(found: Findings) -> None:
    """The order takes what its network says; that the bill has more is still for people."""
    order = found.order(*UNPAID)
    number = found.case(PAYMENT, THEIRS, order.number, theirs=Fen(FEN + 1))
    found.network.will(*[("query", Paid("4200", NOON))] * 2)
    told = on_duty(found.hall).bills.ask(number)
    assert isinstance(told, BillCase) and told.order and told.order.state is OrderState.POSTED
    assert (told.case, told.case.state) == (found.stored(number), CaseState.OPEN)


def test_posted_by_hand_the_tax_system_has_it_and_late_money_finds_itself_posted(found: Findings) -> None:
    order = found.order(*UNPAID)
    number = found.case(PAYMENT, THEIRS, order.number)
    found.hall.tax.mood = Mood.DOWN
    found.network.will(("query", Closed()))
    with pytest.raises(Unreachable):
        found.two.bills.settle(number, HAND, VOUCHER, WHY)
    assert found.stored(number).state is CaseState.OPEN
    found.hall.tax.mood = Mood.FINE
    found.network.will(("query", Closed()))
    assert isinstance(found.two.bills.settle(number, HAND, VOUCHER, WHY), Case)
    (bill,) = order.bills
    assert bill.key in found.hall.store.tax.paid(bill.person)
    found.network.will(("query", Paid("4200", NOON)))
    late = found.hall.cashier.claimed(order.number)
    assert (late.state, late.voucher) == (OrderState.POSTED, VOUCHER)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (Unclear("timeout"), NOT_SURE),
        (Unclear("refunded elsewhere"), None),
        (Closed(), None),
    ],
)
def test_sent_back_only_if_no_order_of_ours_can_take_it_any_more(
    found: Findings, said: object, problem: CaseProblem | None
) -> None:
    """And once two have said so the same bill again asks nobody: some networks go on to say that it was paid."""
    order = found.order(*UNPAID)
    number = found.case(PAYMENT, THEIRS, order.number)
    found.network.will(("query", said))
    told = found.two.bills.settle(number, BACK, PROOF, WHY)
    assert told == problem if problem else isinstance(told, Case)
    store = found.hall.store
    comparing = Comparing(
        *(store.books, store.cases, found.hall.cashier.claimed, lambda: found.hall.now, "T0001", WECHAT, DAY),
        *(timedelta(0), lambda day: True),
    )
    if problem:
        found.network.will(("query", Closed()))
    row = Row(PAYMENT, order.number, order.number, "4200", FEN, NOON)
    (difference,) = comparing.compare([row]).differences
    assert (difference.explained, found.hall.state(order)) == (problem is None, OrderState.UNPAID)


def test_a_network_that_is_in_use_no_more_keeps_nobody(found: Findings) -> None:
    order = found.order(*UNPAID)
    number = found.case(PAYMENT, THEIRS, order.number)
    both = found.two.bills
    gone = replace(both, office=replace(both.office, cashier=replace(both.office.cashier, networks={})))
    assert isinstance(gone.settle(number, BACK, PROOF, WHY), Case)


def test_a_voucher_of_another_payment_is_none(found: Findings) -> None:
    other = found.order(*UNPAID)
    found.hall.store.tax.posted_by_hand("elsewhere", other.bills, NOON, "wechat", "5201990000000000041")
    number = found.case(PAYMENT, THEIRS, other.number)
    found.network.will(("query", Closed()))
    assert found.two.bills.settle(number, HAND, VOUCHER, WHY) == OTHER_VOUCHER
    assert found.stored(number).state is CaseState.OPEN


LIVES = {
    "still watched": ((events.Expired, events.Closed), LIVE),
    "owed back": ((events.Paid, events.NotPosted, events.Owed), LIVE),
    "entered": (ENTERED, None),
    "back already": ((events.Paid, events.NotPosted, events.Owed, events.Refunded), None),
}


@pytest.mark.parametrize(("happened", "problem"), LIVES.values(), ids=LIVES)
def test_as_long_as_the_machine_may_move_its_money_nobody_says_that_it_went_by_hand(
    found: Findings, happened: tuple[type[OrderEvent], ...], problem: CaseProblem | None
) -> None:
    """A refund at the platform of an order of ours, which the bill names."""
    order = found.order(*happened)
    number = found.case(REFUND, THEIRS, of=order.number)
    case = found.seen(number)
    assert (case.order, case.tried, case.live) == (order, None, problem is not None)
    told = found.two.bills.settle(number, BACK, STRANGE_NUMBER, WHY)
    assert isinstance(told, Case) if problem is None else told == problem


def applied(found: Findings, *, approved: bool) -> tuple[Order, Application]:
    bench = Bench(found.hall, found.network)
    order = bench.pay()
    application = bench.applied(bench.item(bench.zhang))
    return order, bench.approved(application) if approved else application


@pytest.mark.parametrize("approved", [True, False])
def test_nor_while_a_refund_of_it_is_about_to_be_sent(found: Findings, approved: bool) -> None:
    order, application = applied(found, approved=approved)
    number = found.case(REFUND, THEIRS, of=order.number)
    assert found.seen(number).application == application
    told = found.two.bills.settle(number, BACK, STRANGE_NUMBER, WHY)
    assert told == LIVE if approved else isinstance(told, Case)


def sent(found: Findings) -> Repayment:
    """A refund of ours that its network says is done."""
    bench = Bench(found.hall, found.network)
    bench.pay()
    approved = bench.approved(bench.applied(bench.item(bench.zhang)))
    found.network.will(NO_REFUND, ("refund", RefundDone()))
    bench.round()
    tried = found.hall.store.repayments.last(approved.number)
    assert tried and tried.state is RepaymentState.DONE
    return tried


@pytest.mark.parametrize(
    ("how", "proof", "said", "problem"),
    [
        (BACK, PROOF, RefundDone(), SPOKEN),
        (BACK, PROOF, Absent(), None),
        (CHECKED, "", RefundDone(), None),
        (CHECKED, "", Unclear("timeout"), None),
    ],
)
def test_what_only_we_say_went_back_its_network_is_asked_about_first(
    found: Findings, how: Settlement, proof: str, said: object, problem: CaseProblem | None
) -> None:
    tried = sent(found)
    number = found.case(REFUND, OURS, tried.number)
    case = found.seen(number)
    assert (case.tried, case.can_be_asked) == (tried, True)
    assert case.application and case.application.number == tried.claim
    found.network.will(("query_refund", said))
    told = found.two.bills.settle(number, how, proof, WHY)
    assert isinstance(told, Case) if problem is None else told == problem
    asked = found.seen(number).asked
    assert asked and (asked.who, asked.detail.partition(":")[0]) == (
        STAFF,
        "NoRefund" if isinstance(said, Absent) else type(said).__name__,
    )


def test_who_is_quicker_settles_it_and_once_it_is_nobody_is_asked_again(found: Findings) -> None:
    """Two others settle it while its network is being asked."""
    order = found.order(*UNPAID)
    number = found.case(PAYMENT, THEIRS, order.number)

    def meanwhile() -> Closed:
        found.network.will(("query", Closed()))
        assert isinstance(found.two.bills.settle(number, BACK, PROOF, WHY), Case)
        return Closed()

    found.network.will(("query", meanwhile))
    assert found.two.bills.settle(number, CHECKED, "", WHY) == MOVED_ON
    assert found.two.bills.settle(number, HAND, VOUCHER, WHY) == MOVED_ON
    assert found.stored(number).proof == PROOF
    (bill,) = order.bills
    assert bill.key not in found.hall.store.tax.paid(bill.person)


def test_the_line_of_the_bill_is_of_its_own_kind(found: Findings) -> None:
    """A payment and a refund may be called the same there."""
    one, other = found.order(*UNPAID), found.order(*UNPAID)
    number = found.case(REFUND, THEIRS, of=one.number)
    (line,) = next(iter(found.hall.store.reports.of(DAY))).differences
    lines = (
        replace(line, kind=PAYMENT, order=other.number),
        replace(line, order=other.number, reference="5"),
        line,
    )
    found.hall.store.reports.keep(Report(WECHAT, DAY, Outcome.DONE, found.hall.now, differences=lines))
    assert found.seen(number).order == one


def test_a_number_of_another_network_s_order_is_not_ours(found: Findings) -> None:
    order = found.order(*UNPAID)
    found.hall.store.cases.tell(
        Subject(WECHAT, PAYMENT, "x"), Found(THEIRS, DAY, None, FEN, THERE), found.hall.now, "terminal"
    )
    subject = Subject(type(WECHAT)("alipay"), PAYMENT, order.number)
    found.hall.store.cases.tell(subject, Found(THEIRS, DAY, None, FEN, THERE), found.hall.now, "terminal")
    assert found.seen(subject.number).order is None
    assert [case.order for case in on_duty(found.hall).bills.waiting()] == [None, None]


@pytest.mark.parametrize("in_use", [True, False])
def test_one_asks_and_nothing_moves(found: Findings, in_use: bool) -> None:
    order = found.order(*ENTERED)
    number = found.case(PAYMENT, DIFFERS, order.number, theirs=Fen(FEN + 1))
    duty = on_duty(found.hall)
    office = duty.bills if in_use else replace(duty.bills, cashier=replace(duty.bills.cashier, networks={}))
    if in_use:
        found.network.will(("query", Unclear("timeout")))
    told = office.ask(number)
    assert isinstance(told, BillCase) and told.asked
    assert told.asked.detail == ("Unclear: timeout" if in_use else "Unclear: not in use here")
    assert (told, told.case.asked_at) == (found.seen(number), found.hall.now)
    assert (told.order, told.case.state) == (order, CaseState.OPEN)


def test_what_cannot_be_asked_is_said(found: Findings) -> None:
    office, number = on_duty(found.hall).bills, found.case(REFUND, THEIRS)
    assert (office.ask(number), office.ask("404"), office.case("404")) == (STRANGE, NO_SUCH, None)
    assert isinstance(found.two.bills.settle(number, STRANGER, "", WHY), Case)
    assert office.ask(number) == MOVED_ON


def test_the_oldest_comes_first(found: Findings) -> None:
    numbers = []
    for n in (3, 1, 2):
        numbers.append(found.case(REFUND, THEIRS, f"{n}"))
        found.hall.now += timedelta(minutes=1)
    assert [one.case.number for one in on_duty(found.hall).bills.waiting()] == numbers


TYPED = {"proof": STRANGE_NUMBER, "reason": WHY, "second": SECOND, "second_pin": SECOND_PIN}


def entered(door: StaffDoor) -> OnDuty:
    told = staff.enter(door, None, {"number": STAFF, "pin": DEMO_PIN})
    assert isinstance(told, Onward) and told.given and told.outcome == "bills"
    return told.given


@pytest.mark.parametrize(
    ("how", "form", "end"),
    [(BACK, SENT_BACK, "已在商户平台退回"), (HAND, POSTED, "已手工入账"), (STRANGER, LOOKED_INTO, "与本机无关")],
)
def test_two_of_them_at_the_form_and_never_one_alone(found: Findings, how: Settlement, form: object, end: str) -> None:
    """What waits is what staff see first; a way out names end and figure, and leads to the second person."""
    number = found.case(PAYMENT, THEIRS)
    door = door_of(found.hall)
    at_work = entered(door)
    (entry,) = bills.cases(OUTAGES, at_work)
    (way,) = (way for way in ways(entry) if way.id == how)
    assert way.label == end and way.two and f"把 878.94 元记成“{end}”" in way.says
    asked = way.choose(OUTAGES, at_work, number)
    assert isinstance(asked, Onward) and form.name in asked.forget  # type: ignore[attr-defined]
    assert bills.button(asked.given) == f"记下“{end}” 878.94 元"
    alone = bills.settle(door, asked.given, TYPED | {"second": STAFF, "second_pin": DEMO_PIN})
    assert alone == Wrong(errors={"second": staff.SAME}, use="second")
    wrong = bills.settle(door, asked.given, TYPED | {"second_pin": DEMO_PIN})
    assert wrong == Wrong(errors={"second_pin": staff.WRONG}, use="second_pin")
    assert found.stored(number).state is CaseState.OPEN
    told = bills.settle(door, asked.given, TYPED)
    assert isinstance(told, Onward) and (told.outcome, told.given.bill, told.given.word) == ("settled", None, "")
    assert told.given.remark == f"5000040…45868882 已记为“{end}”，878.94 元"
    assert told.forget == (form.name,)  # type: ignore[attr-defined]
    assert bills.settle(door, asked.given, TYPED) == Wrong(MOVED_ON.sentence)
    assert bills.cases(OUTAGES, at_work) == ()


@pytest.mark.parametrize(
    ("said", "sentence", "left"),
    [
        ([("query", Closed())], "支付渠道答复：没有付款，已经关闭。", 1),
        ([("query", Paid("4200", NOON))] * 2, "支付渠道答复：已经付款。这笔差错已经对上，不用再办", 0),
    ],
)
def test_what_a_network_says_is_told(found: Findings, said: list[tuple[str, object]], sentence: str, left: int) -> None:
    order = found.order(*UNPAID)
    number = found.case(PAYMENT, THEIRS, order.number)
    at_work = entered(door_of(found.hall))
    assert [way.id for way in ways(bills.cases(OUTAGES, at_work)[0])] == ["ask", BACK, HAND, CHECKED]
    found.network.will(*said)
    assert bills.ask(OUTAGES, at_work, number) == Done(sentence)  # type: ignore[arg-type]
    assert len(bills.cases(OUTAGES, at_work)) == left
    assert bills.ask(OUTAGES, at_work, "404") == Wrong(NO_SUCH.sentence)
    assert bills.open_to(BACK, OUTAGES, at_work, "404") == Wrong(NO_SUCH.sentence)
