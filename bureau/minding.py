"""What a bureau does by itself: approved refunds go out, the networks' bills are held against all terminals' orders.

One service of those that run does it: who holds the lock of the database. Another takes it over when that one is gone.
"""

from collections.abc import Callable
from functools import partial

from adapters.bookkeeper import Bookkeeper
from adapters.rounds import Rounds
from bureau.offices import Bureau
from domain.logs import bureau as events
from domain.logs.log import Log
from domain.payment.events import StillUnpaid
from domain.payment.order import Order
from domain.reconciliation.bill import sources
from domain.reconciliation.reconciler import Reconciler
from domain.refunds.paymaster import Paymaster
from domain.repayments.repayer import Repayer
from domain.runtime import Runtime

log = Log("bureau.minding")

SECONDS, RARELY_S = 5.0, 3600.0
PATIENCE_S = 10.0
NAME = "bureau"
"""Whose orders are none: what bills have of every terminal is compared."""


class Minding:
    """Runs from `start` to `stop`; `pay_out` is one round, for whoever does not wait."""

    def __init__(self, bureau: Bureau, runtime: Runtime) -> None:
        self._bureau = bureau
        store = bureau.store
        self._paymaster = Paymaster(
            store.refunds, store.orders, Repayer(store.repayments, bureau.networks, bureau.clock)
        )
        books = (store.books, store.reports, store.cases, sources(bureau.networks))
        reconciler = Reconciler(*books, self._claimed, bureau.clock, NAME)
        self._bookkeeper = Bookkeeper(reconciler, runtime, alone=bureau.sessions.alone)
        self._rounds = (
            Rounds(runtime, {"paymaster": partial(self._safely, self.pay_out)}, SECONDS),
            Rounds(runtime, {"requests": partial(self._safely, self._forget)}, RARELY_S),
        )

    def start(self) -> None:
        self._bookkeeper.start()
        for rounds in self._rounds:
            rounds.start()

    def stop(self) -> None:
        """Finish what is at hand and stop."""
        self._bookkeeper.stop()
        for rounds in self._rounds:
            rounds.stop(PATIENCE_S)

    def pay_out(self) -> None:
        """A round of what was approved and goes back by its network. Raises StoreError."""
        with self._bureau.sessions.alone("paymaster") as alone:
            for application in self._paymaster.due() if alone else ():
                self._paymaster.tend(application)

    def _forget(self) -> None:
        self._bureau.requests.forget(self._bureau.clock())

    def _safely(self, job: Callable[[], None]) -> None:
        """A database that goes over to its standby ends no round but this one."""
        try:
            job()
        except Exception:
            log.exception(events.RoundFailed())

    def _claimed(self, trade: str) -> Order:
        """An order that a bill says was paid. Its terminal alone moves it: that is told to ask, and does."""
        known = self._bureau.store.orders.known_as(trade)
        if not known:
            raise KeyError(trade)
        return self._bureau.orders.move(known[0], StillUnpaid(), self._bureau.clock())
