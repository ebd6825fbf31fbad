"""A network whose books are a folder: an order is paid once a file of its number lies there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from adapters.payments.contract import Contract
from adapters.settings.table import Merchant
from domain.payment.network import (
    CloseAnswer,
    Closed,
    CreateAnswer,
    Paid,
    Presented,
    QueryAnswer,
    Refund,
    RefundAnswer,
    RefundDone,
    Waiting,
)
from domain.payment.order import Network, Order
from domain.payment.pace import USUAL, Pace


class BankPaySettings(Merchant):
    """An account at the bank, with its books."""

    account: str
    books: Path


@dataclass(frozen=True, slots=True)
class BankPay:
    """A `PaymentNetwork`."""

    given: BankPaySettings
    name: ClassVar[Network] = Network("bank_pay")
    recalls: ClassVar[bool] = True
    combines: ClassVar[int] = 0
    pace: ClassVar[Pace] = USUAL

    def greet(self) -> None:
        """A folder says nothing."""

    def time(self) -> None:
        return None

    def create(self, order: Order, description: str) -> CreateAnswer:
        return Presented(f"bankpay://{self.given.account}/{order.trade.number}")

    def query(self, order: Order) -> QueryAnswer:
        paid = self.given.books / order.trade.number
        return Paid("1", datetime.fromtimestamp(paid.stat().st_mtime, UTC)) if paid.exists() else Waiting()

    def close(self, order: Order) -> CloseAnswer:
        return Closed()

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return RefundDone()

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return RefundDone()


CONTRACT = Contract(BankPay.name, BankPaySettings, lambda given, clock: BankPay(given))
