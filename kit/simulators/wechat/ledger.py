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
from kit.simulators.wechat.combined import SimulatedWhole, as_order, check_close
from kit.simulators.wechat.combined import check_create as check_create_combined
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
        self._wholes: dict[tuple[str, str], SimulatedWhole] = {}
        self._codes: dict[str, tuple[Account, tuple[SimulatedOrder, ...]]] = {}
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
            self._check_repeat((order,), order.request == fields, now)
            return self._new_code(account, (order,), now)

    def create_combined(self, account: Account, fields: dict[str, Any]) -> str:
        """The same of orders that are paid by one code (合单)."""
        check_create_combined(fields, account)
        with self._lock:
            now, number = self._clock(), fields["combine_out_trade_no"]
            whole = self._wholes.get((account.mchid, number))
            if whole is None:
                ends_at = last_moment(fields, now)
                orders = tuple(SimulatedOrder(as_order(part, fields), ends_at) for part in fields["sub_orders"])
                own = {(account.mchid, order.number): order for order in orders}
                if own.keys() & self._orders.keys():
                    raise number_taken()
                self._orders |= own
                whole = self._wholes[account.mchid, number] = SimulatedWhole(fields, orders)
            self._check_repeat(whole.parts, whole.request == fields, now)
            return self._new_code(account, whole.parts, now)

    def query(self, account: Account, number: str) -> dict[str, Any]:
        with self._lock:
            return self._find(account, number).told()

    def query_combined(self, account: Account, number: str) -> dict[str, Any]:
        with self._lock:
            return self._whole(account, number).told()

    def close(self, account: Account, number: str) -> None:
        with self._lock:
            self._close((self._find(account, number),))

    def close_combined(self, account: Account, number: str, fields: dict[str, Any]) -> None:
        with self._lock:
            whole = self._whole(account, number)
            check_close(fields, whole, account)
            self._close(whole.parts)

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
        """The payer of an order, or of all that have its code, is at the password, or puts the phone away."""
        with self._lock:
            for order in self._orders.values():
                if number in {order.number, order.whole}:
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
            account, orders = self._codes[code]
            alive, fen = self._payable(code), sum(order.fen for order in orders)
            return Scanned(WECHAT, account.name, orders[0].request["description"], Fen(fen), alive, SOURCES)

    def pay(self, code: str, source: Source) -> Ending:
        """The payer has typed the password, once for all that have the code."""
        with self._lock:
            orders = self._codes[code][1] if code in self._codes else ()
            if any(order.paid_at is not None for order in orders):
                return Ending.ALREADY_PAID
            if not self._payable(code):
                return Ending.EXPIRED
            if not self._wallet.spend(source, sum(order.fen for order in orders)):
                return Ending.TOO_LITTLE_MONEY
            for order in orders:
                order.paid_at, order.source = self._clock(), source
                order.transaction = f"4200{next(self._serial):024d}"
            return Ending.PAID

    def alive(self, code: str) -> bool:
        """Whether a code can be paid."""
        with self._lock:
            return self._payable(code)

    def taken(self) -> tuple[Taken, ...]:
        """Everything that was paid."""
        with self._lock:
            paid = (one for one in self._orders.values() if one.paid_at)
            return tuple(Taken(one.number, one.fen, one.back) for one in paid)

    def _payable(self, code: str) -> bool:
        now = self._clock()
        return code in self._codes and all(order.payable(code, now) for order in self._codes[code][1])

    def _find(self, account: Account, number: str) -> SimulatedOrder:
        """One that is by itself: those that are combined have interfaces of their own."""
        order = self._orders.get((account.mchid, number))
        if order is None or order.whole:
            raise no_such_order()
        return order

    def _whole(self, account: Account, number: str) -> SimulatedWhole:
        if (account.mchid, number) not in self._wholes:
            raise no_such_order()
        return self._wholes[account.mchid, number]

    def _new_code(self, account: Account, orders: tuple[SimulatedOrder, ...], now: datetime) -> str:
        code = f"weixin://wxpay/bizpayurl?pr={self._token()}"
        for order in orders:
            order.code, order.code_at = code, now
        self._codes[code] = account, orders
        return code

    def _close(self, orders: tuple[SimulatedOrder, ...]) -> None:
        if any(order.paid_at is not None for order in orders):
            raise already_paid()
        if any(order.typing for order in orders):
            raise being_paid()
        for order in orders:
            order.closed = True

    def _check_repeat(self, orders: tuple[SimulatedOrder, ...], is_same: bool, now: datetime) -> None:
        if any(order.paid_at is not None for order in orders):
            raise already_paid()
        if any(order.closed or now > order.ends_at for order in orders):
            raise already_closed()
        if not is_same:
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
