"""The open store: what it offers, and how it ends."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import chain as joined

from domain.accounts.book import AccountProblem
from domain.reconciliation.office import Ledger
from domain.terminal.core import Core
from storage import audit, case_log, order_log, refund_log, repayment_log
from storage.accounts import StoredAccounts
from storage.agreements import StoredAgreements, agreed
from storage.anchor import AnchorFile
from storage.books import StoredBooks
from storage.cases import StoredCases
from storage.certificates import StoredCertificates
from storage.counters import PROBES, next_value
from storage.errors import StoreError, StoreUnavailable
from storage.file_sessions import FileSessions
from storage.orders import StoredOrders
from storage.refunds import StoredRefunds, refunding
from storage.repayments import StoredRepayments
from storage.reports import StoredReports
from storage.sealing import Sealer
from storage.sessions import Sessions
from storage.slips import StoredSlips
from storage.tax import StoredTaxSystem


class Store:
    """Everything may be used from several threads. With an `anchor` it is the store of a running terminal
    (`storage.hold_store`).
    """

    def __init__(self, sessions: Sessions, sealer: Sealer, anchor: AnchorFile | None = None) -> None:
        self.sessions, self.sealer, self._anchor = sessions, sealer, anchor
        self.orders = StoredOrders(self.sessions, sealer)
        self.tax = StoredTaxSystem(self.sessions, sealer)
        self.certificates = StoredCertificates(self.sessions, sealer)
        self.accounts = StoredAccounts(
            self.sessions, sealer, {AccountProblem.UNDER_AGREEMENT: agreed, AccountProblem.OPEN_REFUND: refunding}
        )
        self.agreements = StoredAgreements(self.sessions, sealer)
        self.refunds = StoredRefunds(self.sessions, sealer)
        self.books = StoredBooks(self.sessions)
        self.reports = StoredReports(self.sessions)
        self.cases = StoredCases(self.sessions, sealer)
        self.ledger = Ledger(self.books, self.reports, self.cases)
        self.repayments = StoredRepayments(self.sessions)
        self.slips = StoredSlips(self.sessions)
        """Of a terminal: a bureau prints none."""

    def held(self, anchor: AnchorFile, terminal: str | None) -> "Store":
        """The same store, as that of a running terminal."""
        sessions = FileSessions(self.sessions.engine, self.sessions.place, anchor, terminal)
        return Store(sessions, self.sealer, anchor)

    @property
    def core(self) -> Core:
        """The embedded core: all that terminals would share is in this store."""
        return Core(
            self.tax,
            self.certificates,
            self.accounts,
            self.agreements,
            self.refunds,
            self.repayments,
            self.orders,
        )

    def problem(self) -> str | None:
        """The first fault of the file or of the logs, in a sentence; None if there is none. Reads everything."""
        return next(filter(None, self.faults()), None)

    def faults(self) -> Iterator[str | None]:
        """What is wrong with pages, tables and logs, in sentences; a None after each slice of the work without a fault.

        Each slice is short for others (`storage.audit`); whoever looks may rest between them. Raises StoreUnavailable.
        """
        return joined.from_iterable(self.looks().values())

    def looks(self) -> dict[str, Iterator[str | None]]:
        """`faults` by what is looked at."""
        looks = {
            "pages": self.sessions.damage(),
            "orders": audit.slices(self.sessions, order_log.LOG),
            "refunds": audit.slices(self.sessions, refund_log.log(self.sealer)),
            "cases": audit.slices(self.sessions, case_log.LOG),
            "repayments": audit.slices(self.sessions, repayment_log.LOG),
        }
        return {name: self._said(look) for name, look in looks.items()}

    def damage(self) -> str | None:
        """What was found wrong with the store, now or before a restart, and not been found sound since (`check`)."""
        return self._anchor.anchor.damage or None if self._anchor else None

    def mark_damage(self, what: str, at: datetime) -> None:
        """Keep in mind, over restarts, what was found. Raises StoreUnavailable."""
        if self._anchor:
            self._anchor.change(lambda anchor: anchor.damaged(what, at))

    def told(self) -> str:
        """How far the store has come, in a line for the log; nothing without an anchor."""
        return self._anchor.anchor.told() if self._anchor else ""

    def probe(self) -> None:
        """Raise StoreUnavailable or StoreError unless a payment could be written now."""
        self.sessions.room()
        with self.sessions.writing() as session:
            next_value(session, PROBES)

    def close(self) -> None:
        """Let go of the engine. Nothing may be running on it any more."""
        self.sessions.engine.dispose()
        if self._anchor:
            with suppress(StoreError):
                self._anchor.settle()

    def _said(self, look: Iterator[str | None]) -> Iterator[str | None]:
        """Its faults, and what kept it from looking on as one more."""
        try:
            with self.sessions.guarded():
                yield from look
        except StoreUnavailable:
            raise
        except StoreError as error:
            yield str(error)
