"""A hall, a bank with true books, a wire that can cut the power, and what must hold whatever happens."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from domain.payment.cashier import GRACE, PAYABLE_FOR
from domain.payment.states import OrderState
from storage.rows import OrderEventRow, PostedBillRow, PostingRow
from tests.faults.bank import Bank, Manner
from tests.faults.tripwire import TrippedBook, TrippedTax, Tripwire
from tests.payment.hall import NOON, Hall, Mood
from tests.payment.script import WECHAT

SECOND = timedelta(seconds=1)
DAYS = 4
"""No clock here is ahead by more."""


@dataclass
class World:
    """`true` is the bank's time; the terminal's own clock, `hall.now`, may be wrong."""

    hall: Hall
    bank: Bank
    wire: Tripwire
    true: datetime = NOON

    @classmethod
    def begun(cls, hall: Hall, random: Random, manner: Manner, tells: bool = False) -> "World":
        """A fresh hall with a fresh bank."""
        wire = Tripwire()
        bank = Bank(random, lambda: world.true, manner, tells, meanwhile=wire.step)
        hall.networks = {WECHAT: bank}
        hall.uptime = lambda: (world.true - NOON) / SECOND  # type: ignore[method-assign]
        hall.wrap_book = lambda book: TrippedBook(book, wire)
        hall.wrap_tax = lambda tax: TrippedTax(tax, wire, bank.has_taken)  # type: ignore[assignment, return-value]
        world = cls(hall, bank, wire)
        hall.renew()
        return world

    def later(self, **by: float) -> None:
        self.true += timedelta(**by)
        self.hall.later(**by)

    def restart(self) -> None:
        """The terminal comes back, and finds every order as it was."""
        before = self.hall.store.orders.all()
        self.hall.blink()
        assert self.hall.store.orders.all() == before

    def heal(self) -> None:
        """Everybody answers again and the clock is right: soon after the grace of the last order all is settled.

        All but what was begun when the clock was days ahead: that is watched until then.
        """
        self.bank.trouble, self.bank.meanwhile, self.wire.left = 0.0, lambda: None, None
        self.hall.now = self.true
        self.restart()
        self.hall.tax.mood = Mood.FINE
        self.hall.sweep()
        ends = self.true + PAYABLE_FOR + GRACE + timedelta(minutes=3)
        while self.hall.store.orders.unsettled() and self.true < ends:
            self.later(minutes=3)
            self.hall.sweep()
        assert all(order.state is OrderState.CLOSED for order in self.hall.store.orders.unsettled())
        for _ in range(DAYS if self.hall.store.orders.unsettled() else 0):
            self.later(days=1)
            self.hall.sweep()

    def insist(self) -> None:
        """What holds at every moment: nothing is posted without money, and no bill twice."""
        posted = self._postings()
        accounts = self.bank.accounts
        assert all(accounts[number].taken for number in posted), "posted without money"
        assert all(a.returned <= a.taken for a in accounts.values()), "more was sent back than came"
        keys = [key for _, keys in posted.values() for key in keys]
        assert len(keys) == len(set(keys)), "a bill was posted twice"

    def insist_at_the_end(self) -> None:
        """Every order is over, and the bank, the tax system and the terminal tell the same story about its money."""
        self.insist()
        assert self.hall.store.orders.verify_chain() is None
        posted = self._postings()
        for order in self.hall.store.orders.all():
            account = self.bank.accounts.get(order.number)
            taken, returned = (account.taken, account.returned) if account else (0, 0)
            kept = {
                OrderState.POSTED: (order.fen, 0),
                OrderState.REFUNDED: (order.fen, order.fen),
                OrderState.UNPAID: (0, 0),
            }
            assert (taken, returned) == kept.get(order.state), f"{order.state}: {taken} taken, {returned} returned"
            assert (order.number in posted) is (order.state is OrderState.POSTED)
            if order.state is OrderState.POSTED:
                assert posted.pop(order.number) == (order.voucher, {bill.key for bill in order.bills})
        assert not posted, "posted, and no order knows of it"

    def states_met(self) -> set[OrderState]:
        """The states that orders have been in."""
        with self.hall.store.sessions.reading() as session:
            return set(session.scalars(select(OrderEventRow.state).distinct()))

    def _postings(self) -> dict[str, tuple[str, set[str]]]:
        """What the tax system has from this terminal: voucher and bills by order number."""
        with self.hall.store.sessions.reading() as session:
            rows = session.execute(
                select(PostingRow.order_number, PostingRow.voucher, PostedBillRow.bill_key)
                .join(PostedBillRow, PostedBillRow.voucher == PostingRow.voucher)
                .where(PostingRow.order_number.is_not(None))
            ).all()
        found: dict[str, tuple[str, set[str]]] = {}
        for number, voucher, key in rows:
            found.setdefault(str(number), (voucher, set()))[1].add(key)
        return found
