"""The bookkeeper looks at bills by itself, once they can be there, and goes on whatever it runs into."""

import logging
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import cast

import pytest

from adapters.bookkeeper import Bookkeeper, told
from domain.money import Fen
from domain.payment.order import Network
from domain.reconciliation.bill import Tally
from domain.reconciliation.books import Bucket
from domain.reconciliation.reconciler import Reconciler
from domain.reconciliation.report import Outcome, Report
from domain.runtime import HALL_TIME
from kit.simulators.runtime import SimulatedRuntime
from tests.payment.script import ALIPAY, WECHAT

DAY = date(2026, 11, 23)
EVENING = datetime(2026, 11, 23, 18, 0, tzinfo=HALL_TIME)


def a_report(network: Network, day: date, outcome: Outcome = Outcome.DONE) -> Report:
    return Report(network, day, outcome, EVENING)


@dataclass
class Reconciles:
    """Has one bill due on each day after ten, for each network; stumbles over one of them."""

    runtime: SimulatedRuntime
    stumbles_over: str = ""
    sources: tuple[Network, ...] = (WECHAT, ALIPAY)
    done: list[tuple[str, date, datetime]] = field(default_factory=list)

    def due(self, network: Network) -> list[date]:
        now = self.runtime.now()
        yesterday = now.date() - timedelta(days=1)
        known = {(name, day) for name, day, _ in self.done}
        return [yesterday] if now.hour >= 10 and (network, yesterday) not in known else []

    def reconcile(self, network: Network, day: date) -> Report:
        if network == self.stumbles_over:
            raise RuntimeError("a mistake")
        self.done.append((network, day, self.runtime.now()))
        return a_report(network, day)


def test_it_looks_every_minute_and_works_on_what_is_due() -> None:
    runtime = SimulatedRuntime(EVENING, until=EVENING + timedelta(days=2))
    reconciles = Reconciles(runtime)
    Bookkeeper(cast(Reconciler, reconciles), runtime).start()
    assert list(runtime.started) == ["bills wechat", "bills alipay"]
    runtime.started["bills wechat"]()
    assert [(network, day) for network, day, _ in reconciles.done] == [
        (WECHAT, DAY - timedelta(days=1)),
        (WECHAT, DAY),
        (WECHAT, DAY + timedelta(days=1)),
    ]
    assert [at.hour for *_, at in reconciles.done] == [18, 10, 10]
    assert {at.minute for *_, at in reconciles.done} == {0}


def test_one_network_does_not_keep_the_other_waiting(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    runtime = SimulatedRuntime(EVENING)
    reconciles = Reconciles(runtime, stumbles_over=WECHAT)
    Bookkeeper(cast(Reconciler, reconciles), runtime).sweep()
    assert [network for network, *_ in reconciles.done] == [ALIPAY]
    assert [record.levelno for record in caplog.records] == [logging.ERROR, logging.INFO]
    assert caplog.records[0].getMessage() == "the bills of wechat could not be looked at"


def test_it_stops_between_two_days() -> None:
    runtime = SimulatedRuntime(EVENING)
    reconciles = Reconciles(runtime)
    bookkeeper = Bookkeeper(cast(Reconciler, reconciles), runtime)
    bookkeeper.stop()
    bookkeeper.sweep()
    assert reconciles.done == []


FIGURES = {Bucket.MATCH: Tally(2, Fen(2000), Fen(0)), Bucket.THEIRS_ONLY: Tally(1, Fen(500), Fen(0))}


@pytest.mark.parametrize("why", ["", "STATEMENT_CREATING"])
def test_a_line_without_figures(why: str) -> None:
    line = str(told(Report(WECHAT, DAY, Outcome.NOT_READY, EVENING, why)))
    assert line == "wechat 2026-11-23 not_ready" + (why and f": {why}")


def test_a_line_with_figures() -> None:
    report = Report(
        WECHAT,
        DAY,
        Outcome.DONE,
        EVENING,
        buckets=FIGURES,
        ours=Tally(2, Fen(2000), Fen(0)),
        billed=Tally(3, Fen(2500), Fen(0)),
    )
    assert str(told(report)) == (
        "wechat 2026-11-23 done: match 2, ours_only 0, theirs_only 1, differs 0, elsewhere 0; "
        "over by 5.00 yuan; unexplained 0"
    )
