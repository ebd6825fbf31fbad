"""A payment network that keeps true books and answers badly."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import TypeVar

from domain.payment.cashier import PAYABLE_FOR
from domain.payment.network import (
    Absent,
    CloseAnswer,
    Closed,
    CreateAnswer,
    Paid,
    Presented,
    QueryAnswer,
    Refund,
    RefundAnswer,
    RefundDone,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
    Waiting,
)
from domain.payment.order import Network, Order
from domain.payment.pace import USUAL, Pace
from tests.payment.script import WECHAT

T = TypeVar("T")


class Manner(StrEnum):
    """When a network learns of an order: at its creation (WeChat), or when its code is scanned (Alipay)."""

    AT_ONCE = "at once"
    WHEN_SCANNED = "when scanned"


@dataclass
class Account:
    """The truth about one order. `taken` and `returned` are fen."""

    order: Order
    code: str
    ends_at: datetime
    known: bool
    closed: bool = False
    transaction: str = ""
    paid_at: datetime | None = None
    taken: int = 0
    returned: int = 0
    refunds: set[Refund] = field(default_factory=set)


@dataclass
class Bank:
    """A `PaymentNetwork`. `trouble` is how likely a call is lost on its way there or back, `clock` its own true time.

    Whether it `tells` what time it is, is its own affair, as is how it learns of orders.
    `meanwhile` is what the world does just before and just after each call arrives.
    """

    random: Random
    clock: Callable[[], datetime]
    manner: Manner
    tells: bool = False
    trouble: float = 0.0
    meanwhile: Callable[[], None] = lambda: None
    name: Network = WECHAT
    recalls: bool = True
    combines: int = 0
    pace: Pace = USUAL
    accounts: dict[str, Account] = field(default_factory=dict)

    def greet(self) -> None:
        """It says nothing of what time it is."""

    def time(self) -> datetime | None:
        return self.clock() if self.tells else None

    def create(self, order: Order, description: str) -> CreateAnswer:
        return self._call(lambda: self._create(order))

    def query(self, order: Order) -> QueryAnswer:
        return self._call(lambda: self._query(order.number))

    def close(self, order: Order) -> CloseAnswer:
        return self._call(lambda: self._close(order.number))

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return self._call(lambda: self._refund(order.number, refund))

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return self._call(lambda: self._query_refund(order.number, refund))

    def payable(self) -> list[Account]:
        """What a payer could pay now."""
        return [a for a in self.accounts.values() if not (a.closed or a.taken) and self.clock() <= a.ends_at]

    def pay(self, account: Account) -> None:
        account.known = True
        account.taken, account.paid_at = account.order.fen, self.clock()
        account.transaction = f"4200{account.order.number[-8:]}"

    def has_taken(self, number: str) -> bool:
        return number in self.accounts and self.accounts[number].taken > 0

    def _call(self, effect: Callable[[], T]) -> T | Unclear:
        """Lost there: nothing happens. Lost back: it happens, and nobody hears of it."""
        self.meanwhile()
        fate = self.random.random()
        if fate < self.trouble / 2:
            return Unclear("lost on the way there")
        answer = effect()
        self.meanwhile()
        return Unclear("lost on the way back") if fate < self.trouble else answer

    def _create(self, order: Order) -> CreateAnswer:
        if self.random.random() < self.trouble / 4:
            return Refused("NO_AUTH")
        code = f"weixin://wxpay/bizpayurl?pr={order.number}"
        account = Account(order, code, self.clock() + PAYABLE_FOR, self.manner is Manner.AT_ONCE)
        self.accounts[order.number] = account
        return Presented(code)

    def _query(self, number: str) -> QueryAnswer:
        account = self.accounts.get(number)
        if account is None or not account.known:
            return Absent()
        if account.taken:
            assert account.paid_at is not None
            return Unclear("refunded") if account.refunds else Paid(account.transaction, account.paid_at)
        return Closed() if account.closed or self.clock() > account.ends_at else Waiting()

    def _close(self, number: str) -> CloseAnswer:
        account = self.accounts.get(number)
        if account is None or not account.known:
            return Absent()
        if account.taken or self.random.random() < self.trouble / 4:
            return Waiting()
        account.closed = True
        return Closed()

    def _refund(self, number: str, refund: Refund) -> RefundAnswer:
        account = self.accounts[number]
        if self.random.random() < self.trouble / 2:
            return RefundShort("NOT_ENOUGH")
        if refund not in account.refunds:
            account.refunds.add(refund)
            account.returned += refund.fen
        return RefundPending()

    def _query_refund(self, number: str, refund: Refund) -> RefundAnswer:
        if refund not in self.accounts[number].refunds:
            return Absent()
        return RefundPending() if self.random.random() < self.trouble else RefundDone()


def late(account: Account, by: timedelta = timedelta(seconds=1)) -> None:
    """A closed order is paid all the same."""
    account.known, account.taken = True, account.order.fen
    account.paid_at = account.ends_at + by
    account.transaction = f"4200{account.order.number[-8:]}"
