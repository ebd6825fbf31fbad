"""The next day after ten a terminal holds the bills of all networks against its books by itself, and only once."""

from datetime import timedelta
from pathlib import Path

from adapters.bookkeeper import Bookkeeper
from commands.till import Till
from domain.reconciliation.bill import sources
from domain.reconciliation.reconciler import Reconciler
from domain.reconciliation.report import Outcome
from kit.simulators.bills import BillFault
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT
from tests.reconciliation.house import DAY, at
from tests.reconciliation.played import PlayedDay, spoil

NEXT = DAY + timedelta(days=1)


def bookkeeper(day: PlayedDay, at_hand: Till) -> Bookkeeper:
    store, gives = at_hand.store, sources(at_hand.networks)
    books = store.books, store.reports, store.cases
    return Bookkeeper(Reconciler(*books, gives, at_hand.cashier.claimed, day.runtime.now, "T0001"), day.runtime)


def outcomes(at_hand: Till) -> dict[str, Outcome]:
    return {report.network: report.outcome for report in at_hand.store.reports.of(DAY)}


def test_a_morning_over_restarts(tmp_path: Path) -> None:
    with PlayedDay(tmp_path).open() as day:
        day.play_well()
        spoil(day, ALIPAY, BillFault.LATE)
        spoil(day, UNIONPAY, BillFault.TRUNCATED)
        day.now = at(9, 59, NEXT)
        with day.till() as at_hand:
            bookkeeper(day, at_hand).sweep()
            assert outcomes(at_hand) == {}
        day.now = at(10, 0, NEXT)
        with day.till() as at_hand:
            bookkeeper(day, at_hand).sweep()
            assert outcomes(at_hand) == {
                WECHAT: Outcome.DONE,
                ALIPAY: Outcome.NOT_READY,
                UNIONPAY: Outcome.BROKEN,
            }
        for network in NETWORKS:
            spoil(day, network, BillFault.NONE)
        spoil(day, WECHAT, BillFault.LOST_LINE)
        day.now = at(10, 29, NEXT)
        with day.till() as at_hand:
            bookkeeper(day, at_hand).sweep()
            assert outcomes(at_hand)[ALIPAY] is Outcome.NOT_READY
        day.now = at(10, 30, NEXT)
        with day.till() as at_hand:
            bookkeeper(day, at_hand).sweep()
            assert set(outcomes(at_hand).values()) == {Outcome.DONE}
            assert at_hand.store.cases.open() == ()
            assert at_hand.store.problem() is None
