"""The open store: what it offers, and how it ends."""

from sqlalchemy import Engine

from domain.accounts.book import Problem
from storage.accounts import StoredAccounts
from storage.agreements import StoredAgreements, agreed
from storage.certificates import StoredCertificates
from storage.engine import damage
from storage.orders import StoredOrders
from storage.refunds import StoredRefunds, refunding
from storage.sealing import Sealer
from storage.sessions import Sessions, as_store_error
from storage.tax import StoredTaxSystem


class Store:
    """`place` names it in errors. Everything may be used from several threads."""

    def __init__(self, engine: Engine, sealer: Sealer, place: str) -> None:
        self._engine, self._place = engine, place
        self.sealer = sealer
        self.sessions = Sessions(engine, place)
        self.orders = StoredOrders(self.sessions)
        self.tax = StoredTaxSystem(self.sessions, sealer)
        self.certificates = StoredCertificates(self.sessions, sealer)
        self.accounts = StoredAccounts(
            self.sessions, sealer, {Problem.UNDER_AGREEMENT: agreed, Problem.OPEN_REFUND: refunding}
        )
        self.agreements = StoredAgreements(self.sessions, sealer)
        self.refunds = StoredRefunds(self.sessions, sealer)

    def problem(self) -> str | None:
        """The first fault of the file or of the logs, in a sentence; None if there is none. Reads everything."""
        with as_store_error(self._place):
            return damage(self._engine) or self.orders.verify_chain() or self.refunds.verify_chain()

    def close(self) -> None:
        """Let go of the file. Nothing may be running on it any more."""
        self._engine.dispose()
