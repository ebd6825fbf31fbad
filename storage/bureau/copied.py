"""The terminals' orders as the bureau has them: they are read here, and moved only at home, where that is wished."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from domain.payment.events import OrderEvent, PostedByHand, SentBack, Step
from domain.payment.life import EVENTS, after
from domain.payment.order import Order, Overtaken
from domain.payment.states import OrderState
from domain.terminal.copies import WishKind
from storage.bureau.copies import StoredCopies
from storage.bureau.desk_orders import DeskOrders
from storage.bureau.rows import CopyRow
from storage.bureau.wishes import StoredWishes

ENDS = {SentBack: WishKind.SENT_BACK, PostedByHand: WishKind.POSTED_BY_HAND}


@dataclass(frozen=True, slots=True)
class CopiedOrders(DeskOrders):
    """Implements `OrderBook` and `CaseFile` over copies. All raise StoreError; safe from several threads."""

    copies: StoredCopies
    wishes: StoredWishes

    def add(self, *orders: Order) -> None:
        """No order begins at a bureau."""
        raise RuntimeError("no order begins at a bureau")

    def move(self, order: Order, event: OrderEvent, at: datetime) -> Order:
        """What the bureau has heard of it its terminal is told to ask about; the copy stays as it is."""
        self._wish(order, WishKind.ASK, "bureau", at)
        return order

    def decide(self, order: Order, event: OrderEvent, at: datetime, who: str) -> Order:
        """As `CaseFile` says, at its terminal as soon as that hears of it; as it will be then.

        Raises Overtaken if the same was decided before.
        """
        kind = ENDS.get(type(event), WishKind.ASK)
        proof, reason = "", ""
        match event:
            case SentBack(proof, reason):
                pass
            case PostedByHand(voucher, reason):
                proof = voucher
        wished = self._wish(order, kind, who, at, proof, reason)
        if kind is WishKind.ASK:
            return order
        if not wished:
            raise Overtaken(order.number)
        return replace(order, state=after(order.state, event))

    def history(self, number: str) -> tuple[Step, ...]:
        """As it was written down at its terminal."""
        row = CopyRow
        with self.sessions.reading() as session:
            steps = session.scalars(select(row).where(row.order_number == number).order_by(row.serial))
            return tuple(
                Step(EVENTS[one.event], OrderState(one.state), one.at, one.who or "", one.detail) for one in steps
            )

    def _wish(self, order: Order, kind: WishKind, who: str, at: datetime, proof: str = "", reason: str = "") -> bool:
        terminal = self.copies.terminal(order.number)
        if terminal is None:
            raise KeyError(order.number)
        return self.wishes.wish(terminal, order.number, kind, who, at, proof, reason)
