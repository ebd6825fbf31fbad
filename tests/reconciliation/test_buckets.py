"""What is on one side only, or not the same on both: a table of cases, each told again the same on the second run."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from domain.money import Fen
from domain.payment import events
from domain.payment.order import Combined, Trade
from domain.payment.states import OrderState
from domain.reconciliation.bill import Kind, Row
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import CaseState
from domain.reconciliation.report import Outcome
from domain.repayments.events import Done, RepaymentEvent
from domain.repayments.numbers import number_of
from domain.repayments.repayment import Claim
from tests.reconciliation.house import DAY, FEN, UNIONPAY, WECHAT, CountingHouse, a_bill, a_row, at, figures, number

OWED = (events.Presented, events.Paid, events.NotPosted, events.Owed)
FOREIGN = Row(Kind.PAYMENT, "SHOP-17", "SHOP-17", "4200999", FEN, at(15))
NEXT = DAY + timedelta(days=1)


def a_refund_row(house: CountingHouse, serial: int, *happened: type[RepaymentEvent], **changes: object) -> Row:
    order = house.order(serial, *OWED)
    tried = house.sends_back(Claim(order, order.fen, at(12, 1), ""), *happened)
    return a_row(order, Kind.REFUND, **{"number": tried.number, "transaction": "5000"} | changes)


def only_ours(house: CountingHouse) -> list[Row]:
    house.paid(1)
    return []


def there_and_back(house: CountingHouse) -> list[Row]:
    back = a_refund_row(house, 1, Done)
    return [a_row(house.store.orders.get(number(1))), back]


TOGETHER = Combined(number(90), Fen(2 * FEN))


def paid_by_one_code(house: CountingHouse) -> list[Row]:
    """A payment of two orders, and the money of one on its way back."""
    first = house.order(1, events.Presented, combined=TOGETHER)
    other = house.order(2, events.Presented, events.Paid, events.NotPosted, events.Owed, combined=TOGETHER)
    house.store.orders.move(house.store.orders.get(first.number), events.Posted("52"), at(12, 31))
    tried = house.sends_back(Claim(other, other.fen, at(12, 1), ""), Done)
    back = a_row(other, Kind.REFUND, number=tried.number, transaction="5000", fen=other.fen)
    return [a_row(other), back]


def another_sum_of_one_code(house: CountingHouse) -> list[Row]:
    return [replace(paid_by_one_code(house)[0], fen=FEN)]


def one_code_that_is_on_no_bill(house: CountingHouse) -> list[Row]:
    house.order(1, events.Presented, combined=TOGETHER)
    house.paid(2, combined=TOGETHER)
    return []


APART = Combined(number(90), Fen(2 * FEN), (Trade(number(1), FEN), Trade(number(2), FEN)))


def each_known_by_itself(house: CountingHouse) -> list[Row]:
    """Paid by one code, and the money of one on its way back: a row each, and of its own sum."""
    first, other = (house.order(n, events.Presented, events.Paid, combined=APART) for n in (1, 2))
    house.store.orders.move(house.store.orders.get(first.number), events.Posted("52"), at(12, 31))
    for event in (events.NotPosted(), events.Owed(at(12, 1))):
        other = house.store.orders.move(other, event, at(12, 31))
    tried = house.sends_back(Claim(other, other.fen, at(12, 1), ""), Done)
    return [a_row(first), a_row(other), a_row(other, Kind.REFUND, number=tried.number, transaction="5000")]


def one_of_two_is_on_no_bill(house: CountingHouse) -> list[Row]:
    return each_known_by_itself(house)[1:]


def another_sum_of_one(house: CountingHouse) -> list[Row]:
    first, *others = each_known_by_itself(house)
    return [replace(first, fen=Fen(2 * FEN)), *others]


def under_the_number_of_both(house: CountingHouse) -> list[Row]:
    """As if they were one order of ours."""
    first, other, back = each_known_by_itself(house)
    return [replace(first, number=APART.number, order=APART.number, fen=APART.fen), other, back]


@dataclass(frozen=True)
class Story:
    """What was done, which rows that leads to, and what reconciliation makes of it."""

    rows: Callable[[CountingHouse], list[Row]]
    found: dict[str, int]
    cases: list[str]
    over: int = 0


STORIES = {
    "a day without anything": Story(lambda house: [], {}, []),
    "both have it": Story(lambda house: [a_row(house.paid(1))], {"match": 1}, []),
    "only we have it": Story(only_ours, {"ours_only": 1}, [f"wechat payment {number(1)}"], -FEN),
    "only the bill has it, and no order of ours": Story(
        lambda house: [FOREIGN], {"theirs_only": 1}, ["wechat payment SHOP-17"], FEN
    ),
    "only the bill has it, and it has not even our number": Story(
        lambda house: [replace(FOREIGN, number="")], {"theirs_only": 1}, ["wechat payment 4200999"], FEN
    ),
    "another amount": Story(
        lambda house: [a_row(house.paid(1), fen=Fen(1))],
        {"differs": 1},
        [f"wechat payment {number(1)}"],
        1 - FEN,
    ),
    "another transaction for the same amount": Story(
        lambda house: [a_row(house.paid(1), transaction="4299")], {"differs": 1}, [f"wechat payment {number(1)}"]
    ),
    "an order of another network": Story(
        lambda house: [a_row(house.paid(1, network=UNIONPAY))],
        {"theirs_only": 1},
        [f"wechat payment {number(1)}"],
        FEN,
    ),
    "what another terminal of the merchant took": Story(
        lambda house: [replace(FOREIGN, number=number(7, "T0002"), order=number(7, "T0002"))], {"elsewhere": 1}, []
    ),
    "what this terminal took and has forgotten": Story(
        lambda house: [replace(FOREIGN, number=number(7), order=number(7))],
        {"theirs_only": 1},
        [f"wechat payment {number(7)}"],
        FEN,
    ),
    "the same number twice": Story(
        lambda house: [row := a_row(house.paid(1)), replace(row, transaction="4299")],
        {"match": 1, "theirs_only": 1},
        ["wechat payment 4299"],
        FEN,
    ),
    "a payment and its refund": Story(there_and_back, {"match": 2}, []),
    "one code for two, and the money of one back": Story(paid_by_one_code, {"match": 2}, []),
    "one code for two, and another sum": Story(
        another_sum_of_one_code,
        {"differs": 1, "ours_only": 1},
        [f"wechat payment {TOGETHER.number}", f"wechat refund R{number(2)[1:]}"],
    ),
    "one code for two, and only we have it": Story(
        one_code_that_is_on_no_bill, {"ours_only": 1}, [f"wechat payment {TOGETHER.number}"], -2 * FEN
    ),
    "one code for two, and each by itself": Story(each_known_by_itself, {"match": 3}, []),
    "each by itself, and only we have one": Story(
        one_of_two_is_on_no_bill, {"match": 2, "ours_only": 1}, [f"wechat payment {number(1)}"], -FEN
    ),
    "each by itself, and another sum": Story(
        another_sum_of_one, {"match": 2, "differs": 1}, [f"wechat payment {number(1)}"], FEN
    ),
    "each by itself, and a row for both": Story(
        under_the_number_of_both,
        {"match": 2, "ours_only": 1, "theirs_only": 1},
        [f"wechat payment {number(1)}", f"wechat payment {APART.number}"],
        FEN,
    ),
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_bill_against_our_books(house: CountingHouse, story: Story) -> None:
    rows = story.rows(house)
    house.says(*rows)
    report = house.reconciles()
    assert report.outcome is Outcome.DONE
    assert figures(report) == story.found
    assert [case.number for case in house.cases()] == story.cases
    assert report.over == story.over
    assert report.unexplained == len(story.cases)
    assert report.billed.count == len(rows)
    before = house.store.cases.history(story.cases[0]) if story.cases else ()
    house.now += timedelta(hours=1)
    house.reopen()
    assert house.reconciles() == report == house.store.reports.get(WECHAT, DAY)
    assert not story.cases or house.store.cases.history(story.cases[0]) == before


REFUNDS = {
    "under way on both sides": ((), {}, {"match": 1}),
    "accepted there, done here": ((Done,), {}, {"match": 1}),
    "failed there, under way here": ((), {"failed": True}, {"match": 1}),
    "failed there, done here": ((Done,), {"failed": True}, {"ours_only": 1}),
    "another amount": ((Done,), {"fen": Fen(5)}, {"differs": 1}),
    "under a number that is none of ours": ((), {"number": "MERCHANT-1"}, {"theirs_only": 1}),
}


@pytest.mark.parametrize(("happened", "changes", "found"), REFUNDS.values(), ids=REFUNDS)
def test_refunds_that_orders_owe(
    house: CountingHouse,
    happened: tuple[type[RepaymentEvent], ...],
    changes: dict[str, object],
    found: dict[str, int],
) -> None:
    row = a_refund_row(house, 1, *happened, **changes)
    house.says(a_row(house.store.orders.get(number(1))), row)
    report = house.reconciles()
    found = found | {"match": found.get("match", 0) + 1}
    assert figures(report) == found
    assert len(house.cases()) == report.unexplained == sum(found.values()) - found["match"]


def test_a_refund_that_only_we_have(house: CountingHouse) -> None:
    row = a_refund_row(house, 1, Done)
    house.says(a_row(house.store.orders.get(number(1))))
    assert figures(house.reconciles()) == {"match": 1, "ours_only": 1}
    assert [case.number for case in house.cases()] == [f"wechat refund {row.number}"]


@pytest.mark.parametrize("application", ["", "TF2026000001"])
def test_a_refund_of_another_terminal_is_not_ours_to_find(house: CountingHouse, application: str) -> None:
    """UnionPay's bill tells of a refund only its own number; and it may be the second try."""
    theirs = replace(house.paid(1), number=number(7, "T0002"))
    claim = Claim(theirs, FEN, at(), "", application)
    refunds = [Row(Kind.REFUND, number_of(claim, serial), "", f"500{serial}", FEN, at()) for serial in (1, 2)]
    house.says(a_row(house.store.orders.get(number(1))), *refunds)
    report = house.reconciles()
    assert (figures(report), report.unexplained) == ({"match": 1, "elsewhere": 2}, 0)


class TestMoneyThatCameLate:
    def test_one_code_for_two_is_asked_about_once(self, house: CountingHouse) -> None:
        over = (events.Presented, events.Expired, events.Closed)
        first, other = (house.order(serial, *over, combined=TOGETHER) for serial in (1, 2))
        house.answers[TOGETHER.number] = house.takes
        house.says(a_row(first))
        report = house.reconciles()
        assert (figures(report), report.unexplained, house.cases()) == ({"theirs_only": 1}, 0, [])
        assert house.asked == [TOGETHER.number]
        states = [house.store.orders.get(order.number).state for order in (first, other)]
        assert states == [OrderState.POSTED, OrderState.LATE_SUCCESS]

    def test_the_order_takes_it_by_its_networks_word(self, house: CountingHouse) -> None:
        order = house.closed(1)
        house.answers[order.number] = house.takes
        house.says(a_row(order))
        report = house.reconciles()
        assert (figures(report), report.unexplained, house.cases()) == ({"theirs_only": 1}, 0, [])
        assert house.store.orders.get(order.number).state is OrderState.POSTED
        assert house.asked == [order.number]
        house.reopen()
        assert house.reconciles() == report
        assert house.asked == [order.number]

    def test_a_bill_alone_moves_no_money(self, house: CountingHouse) -> None:
        order = house.closed(1)
        house.says(a_row(order))
        report = house.reconciles()
        assert (figures(report), report.unexplained) == ({"theirs_only": 1}, 1)
        assert house.store.orders.get(order.number).state is OrderState.CLOSED
        (case,) = house.cases()
        assert (case.why, case.day, case.ours, case.theirs) == (Bucket.THEIRS_ONLY, DAY, None, FEN)

    def test_what_the_network_says_later_clears_the_case(self, house: CountingHouse) -> None:
        order = house.closed(1)
        house.says(a_row(order))
        house.reconciles()
        house.answers[order.number] = house.takes
        report = house.reconciles()
        assert (figures(report), report.unexplained, house.cases()) == ({"theirs_only": 1}, 0, [])
        case = house.store.cases.get(f"wechat payment {order.number}")
        assert case and case.state is CaseState.CLEARED

    def test_another_amount_on_the_bill_is_for_people(self, house: CountingHouse) -> None:
        order = house.closed(1)
        house.answers[order.number] = house.takes
        house.says(a_row(order, fen=Fen(1)))
        assert house.reconciles().unexplained == 1


class TestTheEndOfADay:
    @pytest.mark.parametrize("paid_at", [at(23, 55), at(0, 5, NEXT)], ids=["before", "after"])
    def test_what_is_on_the_neighbouring_bill_is_not_missed(self, house: CountingHouse, paid_at: object) -> None:
        order = house.paid(1, paid_at=paid_at)
        house.says()
        house.says(a_row(order), day=NEXT)
        assert figures(house.reconciles()) == {}
        house.now += timedelta(days=1)
        assert figures(house.reconciles(NEXT)) == {"match": 1}
        assert house.cases() == []

    @pytest.mark.parametrize("order_of_days", [(DAY, NEXT), (NEXT, DAY)], ids=["in turn", "the second first"])
    def test_what_is_on_neither_is_missed_once(self, house: CountingHouse, order_of_days: tuple[object, ...]) -> None:
        house.paid(1, paid_at=at(23, 55))
        house.now += timedelta(days=1)
        house.says()
        house.says(day=NEXT)
        reports = [house.reconciles(day) for day in order_of_days]  # type: ignore[arg-type]
        assert [figures(report) for report in reports] == [{}, {"ours_only": 1}]
        assert len(house.cases()) == 1
        house.reopen()
        assert [house.reconciles(report.day) for report in reports] == reports

    def test_a_later_bill_clears_what_was_missed(self, house: CountingHouse) -> None:
        order = house.paid(1)
        house.says()
        house.reconciles()
        house.now += timedelta(days=1)
        house.says(a_row(order), day=NEXT)
        assert figures(house.reconciles(NEXT)) == {"match": 1}
        assert house.cases() == []
        missed = house.reconciles()
        assert (figures(missed), missed.unexplained) == ({"ours_only": 1}, 0)

    def test_the_day_of_unionpay_ends_an_hour_before_midnight(self, house: CountingHouse) -> None:
        today, tomorrow = (house.paid(n, network=UNIONPAY, paid_at=at(hour, 30)) for n, hour in ((1, 22), (2, 23)))
        house.unionpay.bills = {DAY: a_bill(a_row(today)), NEXT: a_bill(a_row(tomorrow))}
        assert figures(house.reconciler.reconcile(UNIONPAY, DAY)) == {"match": 1}
        house.now += timedelta(days=1)
        assert figures(house.reconciler.reconcile(UNIONPAY, NEXT)) == {"match": 1}
        assert house.cases() == []
