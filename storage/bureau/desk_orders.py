"""The order book as the desk reads it: what is still being paid, or was not paid, is nothing for people yet."""

from domain.payment.order import Order
from domain.payment.states import MONEY_TAKEN, UNSETTLED, OrderState
from storage.orders import StoredOrders

FOR_PEOPLE = {OrderState.MANUAL_REVIEW} | (UNSETTLED & MONEY_TAKEN)
"""States in which an order may wait for somebody (`domain.payment.cases.waits`)."""


class DeskOrders(StoredOrders):
    """Of thousands of terminals very many orders are being paid at any moment: no page reads those."""

    __slots__ = ()

    def unsettled(self) -> tuple[Order, ...]:
        """Those that people may have to see to, oldest first."""
        return self.standing(*FOR_PEOPLE)
