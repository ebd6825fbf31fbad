"""The books of the simulated WeChat Pay: what merchants may ask, what phones may do, and what that changes.

Every public method holds the lock, so an order is either paid or closed, never both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from threading import Lock
from typing import Any

from domain.money import Fen
from domain.payment.order import Network
from domain.runtime import Clock
from kit.simulators.bills import Line
from kit.simulators.payer import Ending, Scanned, Source, Taken
from kit.simulators.wallet import Wallet
from kit.simulators.wechat.orders import SimulatedOrder, SimulatedRefund
from kit.simulators.wechat.refusals import (
    already_closed,
    already_paid,
    bad_parameter,
    invalid_request,
    no_such_order,
    no_such_refund,
    number_taken,
)
from kit.simulators.wechat.rules import check_amount, check_create, last_moment

WECHAT = Network("wechat")
SOURCES = (Source.CHANGE, Source.CARD)
"""What one can pay from in WeChat."""


@dataclass(frozen=True, slots=True)
class Account:
    """A merchant that the simulator knows. `public_key` is the PEM of the merchant certificate's key."""

    mchid: str
    appid: str
    serial: str
    public_key: bytes
    name: str


class Ledger:
    """Orders by merchant and number, one wallet. `token` gives the fresh text at the end of each code."""

    def __init__(self, clock: Clock, token: Callable[[], str], wallet: Wallet) -> None:
        self._clock, self._token, self._wallet = clock, token, wallet
        self._lock = Lock()
        self._orders: dict[tuple[str, str], SimulatedOrder] = {}
        self._codes: dict[str, tuple[Account, SimulatedOrder]] = {}
        self._refunds: dict[tuple[str, str], tuple[SimulatedOrder, SimulatedRefund]] = {}
        self._serial = count(1)

    def create(self, account: Account, fields: dict[str, Any]) -> str:
        """A new order, or the same one again; returns its newest code. Raises Refusal."""
        check_create(fields, account.mchid, account.appid)
        with self._lock:
            now = self._clock()
            key = account.mchid, fields["out_trade_no"]
            order = self._orders.get(key)
            if order is None:
                order = self._orders[key] = SimulatedOrder(fields, last_moment(fields, now))
            self._check_repeat(order, fields, now)
            order.code, order.code_at = f"weixin://wxpay/bizpayurl?pr={self._token()}", now
            self._codes[order.code] = account, order
            return order.code

    def query(self, account: Account, number: str) -> dict[str, Any]:
        with self._lock:
            return self._find(account, number).told()

    def close(self, account: Account, number: str) -> None:
        with self._lock:
            order = self._find(account, number)
            if order.paid_at is not None:
                raise already_paid()
            order.closed = True

    def refund(self, account: Account, fields: dict[str, Any]) -> dict[str, Any]:
        """A new refund, or the state of the one with the same number. Raises Refusal."""
        check_amount(fields, "refund", "total")
        number = fields.get("out_refund_no")
        if not isinstance(number, str) or not 1 <= len(number) <= 64:
            raise bad_parameter("out_refund_no")
        with self._lock:
            order = self._orders.get((account.mchid, str(fields.get("out_trade_no"))))
            if order is None:
                raise no_such_refund()
            now = self._clock()
            key = account.mchid, number
            if key not in self._refunds:
                self._refunds[key] = order, self._new_refund(order, number, fields["amount"], now)
            known, refund = self._refunds[key]
            if known is not order or refund.fen != fields["amount"]["refund"]:
                raise invalid_request("out_refund_no exists with other parameters")
            return order.told_refund(refund, now)

    def query_refund(self, account: Account, number: str) -> dict[str, Any]:
        with self._lock:
            if (account.mchid, number) not in self._refunds:
                raise no_such_refund()
            order, refund = self._refunds[account.mchid, number]
            return order.told_refund(refund, self._clock())

    def took(self, account: Account) -> list[Line]:
        """All that a merchant's orders and refunds have moved."""
        with self._lock:
            now, lines = self._clock(), []
            for (mchid, _), order in self._orders.items():
                if mchid == account.mchid and order.paid_at is not None:
                    lines.append(Line(False, order.number, order.number, order.transaction, order.fen, order.paid_at))
                    lines += [order.billed(refund, now) for refund in order.refunds]
            return lines

    def scan(self, code: str) -> Scanned | None:
        """What a phone shows for a code; None for a code of nobody's."""
        with self._lock:
            if code not in self._codes:
                return None
            account, order = self._codes[code]
            alive = order.payable(code, self._clock())
            return Scanned(WECHAT, account.name, order.request["description"], Fen(order.fen), alive, SOURCES)

    def pay(self, code: str, source: Source) -> Ending:
        """The payer has typed the password."""
        with self._lock:
            now = self._clock()
            order = self._codes[code][1] if code in self._codes else None
            if order is not None and order.paid_at is not None:
                return Ending.ALREADY_PAID
            if order is None or not order.payable(code, now):
                return Ending.EXPIRED
            if not self._wallet.spend(source, order.fen):
                return Ending.TOO_LITTLE_MONEY
            order.paid_at, order.source, order.transaction = now, source, f"4200{next(self._serial):024d}"
            return Ending.PAID

    def alive(self, code: str) -> bool:
        """Whether a code can be paid."""
        with self._lock:
            return code in self._codes and self._codes[code][1].payable(code, self._clock())

    def taken(self) -> tuple[Taken, ...]:
        """Everything that was paid."""
        with self._lock:
            paid = (one for one in self._orders.values() if one.paid_at)
            return tuple(Taken(one.number, one.fen, one.refunded) for one in paid)

    def _find(self, account: Account, number: str) -> SimulatedOrder:
        if (account.mchid, number) not in self._orders:
            raise no_such_order()
        return self._orders[account.mchid, number]

    def _check_repeat(self, order: SimulatedOrder, fields: dict[str, Any], now: datetime) -> None:
        if order.paid_at is not None:
            raise already_paid()
        if order.closed or now > order.ends_at:
            raise already_closed()
        if order.request != fields:
            raise number_taken()

    def _new_refund(self, order: SimulatedOrder, number: str, amount: dict[str, Any], now: datetime) -> SimulatedRefund:
        if order.paid_at is None:
            raise invalid_request("the order is not paid")
        if amount["total"] != order.fen:
            raise invalid_request("amount.total is not the order's")
        if amount["refund"] > order.fen - order.refunded:
            raise invalid_request("more than is left")
        refund = SimulatedRefund(f"5000{next(self._serial):024d}", number, amount["refund"], now)
        order.refunds.append(refund)
        self._wallet.receive(order.source, refund.fen)
        return refund
