"""The port of the book of refunds: applications with numbers without gaps, and the log of every step."""

from datetime import datetime
from typing import Protocol

from domain.money import Fen
from domain.refunds.application import Application, Draft
from domain.refunds.events import RefundEvent, Step


class AlreadyApplied(Exception):
    """An open application holds this bill; `number` is that application's."""

    def __init__(self, number: str) -> None:
        super().__init__(f"refund {number} is still open for this bill")
        self.number = number


class TooMuch(Exception):
    """More than was paid would be applied for; `left` is what may be."""

    def __init__(self, left: Fen) -> None:
        super().__init__(f"only {left} fen are left to be refunded of this bill")
        self.left = left


class Overtaken(Exception):
    """Somebody else moved the application first: read it again."""


class OnItsWay(Exception):
    """Its money may be on its way through its network, or is there: there is no other way for it."""


class RefundBook(Protocol):
    """Safe from any thread. Every write is committed before it returns."""

    def submit(self, draft: Draft, at: datetime, who: str) -> Application:
        """Number it and hold its bill, in one transaction. `at` is the hall's time: its year is the number's.

        Raises AlreadyApplied if an open application holds the bill, TooMuch if what was applied for of it before and
        not refused or withdrawn leaves less than `draft.fen`.
        """
        ...

    def get(self, number: str) -> Application:
        """The application as stored. Raises KeyError."""
        ...

    def of(self, person: int) -> tuple[Application, ...]:
        """Everything that was applied for by a person, newest first."""
        ...

    def open(self) -> tuple[Application, ...]:
        """Applications in `states.OPEN`, oldest first."""
        ...

    def paid_to_bank(self, since: datetime) -> tuple[Application, ...]:
        """PAID_OUT to a bank account since then, newest first."""
        ...

    def history(self, number: str) -> tuple[Step, ...]:
        """Every step of an application, from its first."""
        ...

    def send_back(self, application: Application, proof: str, reason: str, at: datetime, who: str) -> Application:
        """As `move`: it was SentBack, under `proof` at the merchant's platform, and so was its newest repayment.

        Raises Overtaken as there, OnItsWay if that one is on its way, and not stuck, or is there.
        """
        ...

    def never_sent(self, application: Application, reason: str, at: datetime, who: str) -> Application:
        """As `move`: it was NeverSent, and so was its newest repayment, which has to be STOPPED.

        Raises Overtaken as there, OnItsWay if that one is something else by now.
        """
        ...

    def move(self, application: Application, event: RefundEvent, at: datetime, who: str) -> Application:
        """Append the event and move the state by `life` in one transaction; returns the application as it now is.

        The application takes over what was learnt with the event; `at` is when `who` did it. What is Returned by its
        network leaves its repayment in the same transaction. Raises Overtaken if the stored state is no longer
        `application.state`, OnItsWay if that repayment cannot be left, AlreadyApplied if another application holds the
        bill of what CameBack, Impossible if the table has no such edge.
        """
        ...
