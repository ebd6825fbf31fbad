"""Crashes at a chosen step. A step is the moment before or after anything that lasts: a commit, a call to the world."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from domain.payment.events import OrderEvent
from domain.payment.order import Order, OrderBook
from domain.people.person import Bill
from domain.ports import TaxSystem

T = TypeVar("T")


class Crash(BaseException):
    """The power is cut: nobody catches this on the way out."""


@dataclass
class Tripwire:
    """Raises Crash at step `left` from now; never if it is None."""

    left: int | None = None

    def step(self) -> None:
        if self.left is None:
            return
        if self.left == 0:
            self.left = None
            raise Crash
        self.left -= 1

    def around(self, effect: Callable[[], T]) -> T:
        self.step()
        done = effect()
        self.step()
        return done


@dataclass
class TrippedBook:
    behind: OrderBook
    wire: Tripwire

    def add(self, *orders: Order) -> None:
        self.wire.around(lambda: self.behind.add(*orders))

    def move(self, order: Order, event: OrderEvent, at: datetime) -> Order:
        return self.wire.around(lambda: self.behind.move(order, event, at))

    def get(self, number: str) -> Order:
        return self.behind.get(number)

    def known_as(self, trade: str) -> tuple[Order, ...]:
        return self.behind.known_as(trade)

    def all(self) -> tuple[Order, ...]:
        return self.behind.all()

    def paid_for(self, person: int) -> tuple[Order, ...]:
        return self.behind.paid_for(person)

    def unsettled(self) -> tuple[Order, ...]:
        return self.behind.unsettled()

    def holding(self, bills: Iterable[Bill]) -> tuple[Order, ...]:
        return self.behind.holding(bills)


@dataclass
class TrippedTax:
    """`taken(number)`: whether the network truly has the money. Nothing may ever be posted without it."""

    behind: TaxSystem
    wire: Tripwire
    taken: Callable[[str], bool]

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        assert self.taken(number), "posted without money"
        return self.wire.around(lambda: self.behind.post(number, bills, paid_at, channel))

    def __getattr__(self, name: str) -> object:
        return getattr(self.behind, name)
