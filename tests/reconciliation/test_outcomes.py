"""A bill that is not ready is not an empty one; and when a bill is asked for by itself."""

from datetime import date, timedelta

import pytest

from domain.reconciliation.bill import Absent, BillAnswer, Broken, Empty, NotReady, Silent
from domain.reconciliation.report import Outcome
from tests.reconciliation.house import DAY, MORNING, WECHAT, CountingHouse, a_bill, a_row, at, figures

LATER = MORNING + timedelta(days=4)
NEXT = DAY + timedelta(days=1)

SAID: dict[str, tuple[BillAnswer, bool, object, Outcome]] = {
    "a bill": (a_bill(), False, MORNING, Outcome.DONE),
    "still making it": (NotReady("STATEMENT_CREATING"), False, LATER, Outcome.NOT_READY),
    "nothing happened, and we took nothing": (Empty(), False, MORNING, Outcome.NOTHING),
    "nothing happened, and we took money": (Empty(), True, LATER, Outcome.NOT_READY),
    "none, and we took nothing": (Absent("98"), False, MORNING, Outcome.NOT_READY),
    "none days later, and we took nothing": (Absent("98"), False, LATER, Outcome.NOTHING),
    "none days later, and we took money": (Absent("98"), True, LATER, Outcome.NOT_READY),
    "no bill to be believed": (Broken("digest"), True, MORNING, Outcome.BROKEN),
    "no answer": (Silent("ConnectError"), True, MORNING, Outcome.SILENT),
}


@pytest.mark.parametrize(("said", "took", "now", "outcome"), SAID.values(), ids=SAID)
def test_what_a_network_says(house: CountingHouse, said: BillAnswer, took: bool, now: object, outcome: Outcome) -> None:
    if took:
        house.paid(1)
    house.now, house.wechat.bills[DAY] = now, said  # type: ignore[assignment]
    report = house.reconciles()
    assert report.outcome is outcome
    assert (figures(report), report.unexplained, house.cases()) == ({}, 0, [])
    assert house.store.reports.of(DAY) == (report,)


def test_before_ten_on_the_next_day_nobody_is_asked(house: CountingHouse) -> None:
    house.now = at(9, 59, NEXT)
    report = house.reconciles()
    assert (report.outcome, report.why) == (Outcome.NOT_READY, "it is there from 2026-11-24 10:00")
    assert house.wechat.asked == []
    house.now, house.wechat.bills[DAY] = at(10, 0, NEXT), Empty()
    assert house.reconciles().outcome is Outcome.NOTHING


@pytest.mark.parametrize("said", [NotReady("?"), Broken("?"), Silent("?"), Absent("?")], ids=str)
def test_what_was_done_with_stays_if_the_bill_is_gone(house: CountingHouse, said: BillAnswer) -> None:
    house.says(a_row(house.paid(1)))
    done = house.reconciles()
    house.wechat.bills[DAY] = said
    assert house.reconciles() == done


def due(house: CountingHouse) -> list[date]:
    return list(house.reconciler.due(WECHAT))


class TestByItself:
    def test_from_the_first_order_on(self, house: CountingHouse) -> None:
        assert due(house) == []
        house.paid(1)
        house.now = at(9, 59, NEXT)
        assert due(house) == []
        house.now = at(10, 0, NEXT)
        assert due(house) == [DAY]

    def test_what_is_done_with_is_not_asked_for_again(self, house: CountingHouse) -> None:
        house.says(a_row(house.paid(1)))
        house.reconciles()
        assert due(house) == []
        house.reopen()
        house.now = at(10, 0, NEXT + timedelta(days=1))
        assert due(house) == [NEXT]

    def test_what_was_missed_while_it_was_off_is_made_up_for(self, house: CountingHouse) -> None:
        house.paid(1)
        house.now = at(10, 0, DAY + timedelta(days=4))
        assert due(house) == [DAY + timedelta(days=n) for n in range(4)]
        house.now += timedelta(days=60)
        assert (due(house)[0], len(due(house))) == (house.now.date() - timedelta(days=30), 30)

    def test_it_is_asked_for_again_later_and_later(self, house: CountingHouse) -> None:
        house.paid(1)
        house.wechat.bills[DAY] = NotReady("STATEMENT_CREATING")
        waits = []
        for _ in range(8):
            assert house.reconciles().outcome is Outcome.NOT_READY
            house.reopen()
            tried = house.now
            while DAY not in due(house):
                house.now += timedelta(minutes=30)
            waits.append(house.now - tried)
        hours = [wait.total_seconds() / 3600 for wait in waits]
        assert hours == [0.5, 1, 2, 4, 8, 16, 24, 24]

    def test_a_clock_that_was_set_back_keeps_nobody_waiting(self, house: CountingHouse) -> None:
        house.paid(1)
        house.wechat.bills[DAY] = NotReady("STATEMENT_CREATING")
        house.now += timedelta(days=5)
        house.reconciles()
        house.now -= timedelta(days=4)
        assert DAY in due(house)
