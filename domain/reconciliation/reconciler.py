"""The reconciler holds the bills of past days against our books, as often as it is asked, and acts once.

What is only on a bill and is an order of ours, its network is asked about: by the network's own answer the order takes
the money, as everywhere else. What is not explained by that becomes a case. Calls block: off the GUI thread.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.payment.order import Network, Order
from domain.reconciliation import days
from domain.reconciliation.bill import Absent, Bill, BillAnswer, BillSource, Broken, Empty, NotReady, Silent
from domain.reconciliation.books import Books
from domain.reconciliation.cases import CaseBook
from domain.reconciliation.comparing import Comparing
from domain.reconciliation.report import Outcome, Report, Reports
from domain.runtime import HALL_TIME, Clock


@dataclass(frozen=True, slots=True)
class Reconciler:
    """`sources` are the networks that give bills; `ask` asks about an order, as `Cashier.claimed` does."""

    books: Books
    reports: Reports
    cases: CaseBook
    sources: Mapping[Network, BillSource]
    ask: Callable[[str], Order]
    clock: Clock
    terminal: str

    def due(self, network: Network) -> Iterator[date]:
        """The days whose bills have to be asked for now, oldest first: they can be there, and are not done with."""
        first, now = self.books.first_day(), self.clock()
        today = now.astimezone(HALL_TIME).date()
        day = max(first, today - days.BACK) if first else today
        while now >= days.ready(day):
            report = self.reports.get(network, day)
            if report is None or not (report.is_final or report.at <= now < report.at + days.again(report.tries)):
                yield day
            day += timedelta(days=1)

    def reconcile(self, network: Network, day: date) -> Report:
        """What comes of a day's bill now. What was once done with stays as it was, if the bill is not there again."""
        before = self.reports.get(network, day)
        report = self._report(network, day)
        if before is not None and before.is_final and (not report.is_final or report.says_the_same(before)):
            return before
        report = replace(report, tries=before.tries + 1 if before else 1)
        self.reports.keep(report)
        return report

    def _report(self, network: Network, day: date) -> Report:
        now = self.clock()
        came_out = Report(network, day, Outcome.NOT_READY, now)
        if now < (at := days.ready(day)):
            return replace(came_out, why=f"it is there from {at:%Y-%m-%d %H:%M}")
        match self.sources[network].bill(day):
            case Bill() as bill:
                return self._compared(came_out, bill)
            case Empty() | Absent() as none:
                return self._without(came_out, none)
            case NotReady(why):
                return replace(came_out, why=why)
            case Broken(why):
                return replace(came_out, outcome=Outcome.BROKEN, why=why)
            case Silent(why):
                return replace(came_out, outcome=Outcome.SILENT, why=why)

    def _compared(self, came_out: Report, bill: Bill) -> Report:
        found = self._comparing(came_out.network, came_out.day).compare(bill.rows())
        return replace(
            came_out,
            outcome=Outcome.DONE,
            buckets=dict(found.buckets),
            ours=found.ours,
            billed=found.billed,
            own=bill.own is not None,
            differences=tuple(found.differences),
        )

    def _without(self, came_out: Report, said: BillAnswer) -> Report:
        """No bill is nothing to go by while our books have something to look for in one, or it may still come."""
        if known := len(self._comparing(came_out.network, came_out.day).due()):
            return replace(came_out, why=f"the network has no bill, and our books have {known} to be found in it")
        if isinstance(said, Absent) and self.clock() < days.ready(came_out.day) + days.SURELY:
            return replace(came_out, why=said.why)
        return replace(came_out, outcome=Outcome.NOTHING)

    def _comparing(self, network: Network, day: date) -> Comparing:
        def is_final(other: date) -> bool:
            report = self.reports.get(network, other)
            return report is not None and report.is_final

        return Comparing(
            self.books,
            self.cases,
            self.ask,
            self.clock,
            self.terminal,
            network,
            day,
            self.sources[network].day_begins,
            is_final,
        )
