"""The books of the simulated WeChat Pay: what merchants may ask, what phones may do, and what that changes.

Every public method holds the lock, so an order is either paid or closed, never both.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from threading import Lock
from typing import Any

from domain.money import Fen
from domain.payment.order import Network
from domain.runtime import Clock
from kit.simulators.bills import Line
from kit.simulators.faults import RefundFate
from kit.simulators.payer import Ending, Scanned, Source, Taken
from kit.simulators.wallet import Wallet
from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.orders import SimulatedOrder, SimulatedRefund
from kit.simulators.wechat.refusals import (
    already_closed,
    already_paid,
    being_paid,
    invalid_request,
    no_such_order,
    no_such_refund,
    number_taken,
    payer_is_gone,
    too_little,
    too_often,
)
from kit.simulators.wechat.rules import check_create, check_refund, check_sub, last_moment

WECHAT = Network("wechat")
SOURCES = (Source.CHANGE, Source.CARD)
"""What one can pay from in WeChat."""
REFUNDS_APART = timedelta(minutes=1)
"""Between two refunds of one order."""


class Ledger:
    """Orders by merchant and number, one wallet. `token` gives the fresh text at the end of each code.

    `fate` is what becomes of the next refund; `sent_on` what went to bank accounts instead: number, name and fen.
    """

    def __init__(
        self,
        clock: Clock,
        token: Callable[[], str],
        wallet: Wallet,
        fate: Callable[[], RefundFate] = lambda: RefundFate.DONE,
    ) -> None:
        self._clock, self._token, self._wallet, self._fate = clock, token, wallet, fate
        self.sent_on: list[tuple[str, str, int]] = []
        self._lock = Lock()
        self._orders: dict[tuple[str, str], SimulatedOrder] = {}
        self._codes: dict[str, tuple[Account, SimulatedOrder]] = {}
        self._refunds: dict[tuple[str, str], tuple[SimulatedOrder, SimulatedRefund]] = {}
        self._serial = count(1)

    def create(self, account: Account, fields: dict[str, Any]) -> str:
        """A new order, or the same one again; returns its newest code. Raises Refusal."""
        check_create(fields, account)
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
            if order.typing:
                raise being_paid()
            order.closed = True

    def refund(self, account: Account, fields: dict[str, Any]) -> dict[str, Any]:
        """A new refund, or the state of the one with the same number. Raises Refusal."""
        check_sub(fields, account)
        check_refund(fields)
        number = fields["out_refund_no"]
        with self._lock:
            order = self._orders.get((account.mchid, str(fields.get("out_trade_no"))))
            if order is None:
                raise no_such_refund()
            now = self._clock()
            key = account.mchid, number
            if key not in self._refunds:
                self._refunds[key] = order, self._new_refund(order, number, fields, now)
            known, refund = self._refunds[key]
            if known is not order or refund.fen != fields["amount"]["refund"]:
                raise invalid_request("out_refund_no exists with other parameters")
            return self._told(order, refund, now)

    def query_refund(self, account: Account, number: str) -> dict[str, Any]:
        with self._lock:
            if (account.mchid, number) not in self._refunds:
                raise no_such_refund()
            return self._told(*self._refunds[account.mchid, number], self._clock())

    def send_on(self, account: Account, id_: str, fields: dict[str, Any], to: tuple[str, str] | None) -> dict[str, Any]:
        """An abnormal refund goes to a bank account (number and name), or back to the merchant. Raises Refusal."""
        check_sub(fields, account)
        with self._lock:
            order, refund = self._refunds.get((account.mchid, str(fields.get("out_refund_no"))), (None, None))
            if order is None or refund is None or refund.id != id_:
                raise no_such_refund()
            now = self._clock()
            if refund.status(now) != "ABNORMAL":
                raise invalid_request("the refund is not abnormal")
            refund.fate, refund.accepted_at, refund.paid = RefundFate.DONE, now, True
            refund.to = f"{fields['bank_type']}储蓄卡{to[0][-4:]}" if to else "商户结算银行账户"
            if to:
                self.sent_on.append((*to, refund.fen))
            return order.told_refund(refund, now)

    def type(self, number: str, *, typing: bool) -> None:
        """The payer of an order is at the password, or puts the phone away."""
        with self._lock:
            for (_, known), order in self._orders.items():
                if known == number:
                    order.typing = typing

    def turn(self, number: str, fate: RefundFate) -> None:
        """Something else becomes of the refunds of this number, from now on."""
        with self._lock:
            for (_, known), (_, refund) in self._refunds.items():
                if known == number:
                    refund.fate = fate

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
            return tuple(Taken(one.number, one.fen, one.back) for one in paid)

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

    def _told(self, order: SimulatedOrder, refund: SimulatedRefund, now: datetime) -> dict[str, Any]:
        """The money is there as soon as that is told."""
        told = order.told_refund(refund, now)
        if told["status"] == "SUCCESS" and not refund.paid:
            refund.paid = True
            self._wallet.receive(order.source, refund.fen)
        return told

    def _new_refund(self, order: SimulatedOrder, number: str, fields: dict[str, Any], now: datetime) -> SimulatedRefund:
        amount, fate = fields["amount"], self._fate()
        if order.paid_at is None:
            raise invalid_request("the order is not paid")
        if amount["total"] != order.fen:
            raise invalid_request("amount.total is not the order's")
        if amount["refund"] > order.fen - order.refunded:
            raise invalid_request("more than is left")
        if any(now - before.accepted_at < REFUNDS_APART for before in order.refunds):
            raise too_often()
        if fate is RefundFate.SHORT:
            raise too_little()
        if fate is RefundFate.REFUSED:
            raise payer_is_gone()
        refund = SimulatedRefund(f"5000{next(self._serial):024d}", number, amount["refund"], now, fate)
        if fate is RefundFate.DONE:  # It takes a while to say so, and no time to be there.
            refund.paid = True
            self._wallet.receive(order.source, refund.fen)
        order.refunds.append(refund)
        return refund
