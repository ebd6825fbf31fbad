"""What a bureau does by itself: approved refunds go out, the networks' bills are held against all terminals' orders.

One service of those that run does it: who holds the lock of the database. Another takes it over when that one is gone.
"""

import logging
from functools import partial

from adapters.rounds import Rounds
from bureau.offices import Bureau
from domain.payment.events import StillUnpaid
from domain.payment.order import Network, Order
from domain.reconciliation.bill import sources
from domain.reconciliation.reconciler import Reconciler
from domain.refunds.paymaster import Paymaster
from domain.repayments.repayer import Repayer
from domain.runtime import Runtime

log = logging.getLogger("bureau.minding")

SECONDS = 5.0
PATIENCE_S = 10.0
NAME = "bureau"
"""Whose orders are none: what bills have of every terminal is compared."""


class Minding:
    """Runs from `start` to `stop`; `round` is one of each, for whoever does not wait."""

    def __init__(self, bureau: Bureau, runtime: Runtime, seconds: float = SECONDS) -> None:
        self._bureau = bureau
        store = bureau.store
        repayer = Repayer(store.repayments, bureau.networks, bureau.clock)
        self._paymaster = Paymaster(store.refunds, store.orders, repayer)
        self._reconciler = Reconciler(
            *(store.books, store.reports, store.cases, sources(bureau.networks)),
            *(self._claimed, bureau.clock, NAME),
        )
        jobs = {"paymaster": self.pay_out, "requests": self._forget}
        jobs |= {f"bills {network}": partial(self._bills, network) for network in self._reconciler.sources}
        self._rounds = Rounds(runtime, jobs, seconds)

    def start(self) -> None:
        self._rounds.start()

    def stop(self) -> None:
        """Finish what is at hand and stop."""
        self._rounds.stop(PATIENCE_S)

    def pay_out(self) -> None:
        """A round of what was approved and goes back by its network."""
        with self._bureau.sessions.alone("paymaster") as alone:
            if not alone:
                return
            try:
                for application in self._paymaster.due():
                    self._paymaster.tend(application)
            except Exception:
                log.exception("approved refunds could not be paid out")

    def keep_books(self) -> None:
        """The bills that can be there by now, of all networks."""
        for network in self._reconciler.sources:
            self._bills(network)

    def _bills(self, network: Network) -> None:
        with self._bureau.sessions.alone(f"bills {network}") as alone:
            if not alone:
                return
            try:
                for day in self._reconciler.due(network):
                    self._reconciler.reconcile(network, day)
            except Exception:
                log.exception("the bills of %s could not be held against the books", network)

    def _forget(self) -> None:
        try:
            self._bureau.requests.forget(self._bureau.clock())
        except Exception:
            log.exception("old requests could not be forgotten")

    def _claimed(self, trade: str) -> Order:
        """An order that a bill says was paid. Its terminal alone moves it: that is told to ask, and does."""
        known = self._bureau.store.orders.known_as(trade)
        if not known:
            raise KeyError(trade)
        return self._bureau.orders.move(known[0], StillUnpaid(), self._bureau.clock())
