"""The books of the simulated Alipay: what merchants may ask, what phones may do, and what that changes.

Every public method holds the lock, so a trade is either paid or closed, never both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from threading import Lock
from typing import Any

from domain.money import Fen
from domain.payment.order import Network
from domain.runtime import HALL_TIME, Clock
from kit.simulators.alipay.refusals import (
    already_closed,
    already_paid,
    bad_parameter,
    failed,
    no_such_trade,
    not_waiting,
    number_taken,
)
from kit.simulators.alipay.rules import amount, check_create, code_ends, last_moment, text
from kit.simulators.alipay.trades import SimulatedRefund, SimulatedTrade
from kit.simulators.bills import Line
from kit.simulators.faults import RefundFate
from kit.simulators.payer import Ending, Scanned, Source, Taken
from kit.simulators.wallet import Wallet

ALIPAY = Network("alipay")
SOURCES = (Source.BALANCE, Source.CARD)
"""What one can pay from in Alipay."""


@dataclass(frozen=True, slots=True)
class Account:
    """An application that the simulator knows. `public_key` is the PEM of the application's key.

    With an `app_auth_token` it is a service provider's, and `seller_id` is the merchant whose token that is.
    """

    app_id: str
    seller_id: str
    public_key: bytes
    name: str
    app_auth_token: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code on somebody's screen. `ends_at` is when it can no longer be scanned for the first time."""

    account: Account
    trade: SimulatedTrade
    ends_at: datetime

    def alive(self, now: datetime) -> bool:
        """Whether it can be paid: a trade while it waits, and what is no trade yet while it can become one."""
        if self.trade.id:
            return self.trade.status(now) == "WAIT_BUYER_PAY"
        return now <= min(self.ends_at, self.trade.ends_at)


class Ledger:
    """Trades by seller and number, one wallet. `token` gives the fresh text at the end of each code.

    `fate` is what becomes of the next refund.
    """

    def __init__(
        self,
        clock: Clock,
        token: Callable[[], str],
        wallet: Wallet,
        fate: Callable[[], RefundFate] = lambda: RefundFate.DONE,
    ) -> None:
        self._clock, self._token, self._wallet, self._fate = clock, token, wallet, fate
        self._lock = Lock()
        self._trades: dict[tuple[str, str], SimulatedTrade] = {}
        self._codes: dict[str, Code] = {}
        self._serial = count(1)

    def create(self, account: Account, fields: dict[str, Any]) -> dict[str, str]:
        """A code for a new order, or one more for the same again. Raises Refusal."""
        check_create(fields, account.seller_id)
        with self._lock:
            now = self._clock()
            key = account.seller_id, fields["out_trade_no"]
            trade = self._trades.get(key)
            if trade is not None:
                self._check_repeat(trade, fields, now)
            ends_at, code_ends_at = last_moment(fields, now), code_ends(fields, now)
            trade = self._trades.setdefault(key, SimulatedTrade(fields, ends_at))
            code = f"https://qr.alipay.com/bax{self._token()}"
            self._codes[code] = Code(account, trade, code_ends_at)
            return {"out_trade_no": trade.number, "qr_code": code}

    def query(self, account: Account, fields: dict[str, Any]) -> dict[str, str]:
        with self._lock:
            return self._find(account, fields).told(self._clock())

    def close(self, account: Account, fields: dict[str, Any]) -> dict[str, str]:
        with self._lock:
            trade = self._find(account, fields)
            if trade.status(self._clock()) != "WAIT_BUYER_PAY":
                raise not_waiting()
            trade.closed = True
            return trade.names()

    def refund(self, account: Account, fields: dict[str, Any]) -> dict[str, str]:
        """A new refund, or word of the one with the same number. Raises Refusal."""
        fen = amount(fields, "refund_amount")
        with self._lock:
            trade, now = self._find(account, fields), self._clock()
            if "out_request_no" not in fields and fen != trade.fen:
                raise bad_parameter("out_request_no")
            number = text({"out_request_no": trade.number} | fields, "out_request_no", 64)
            known = trade.refunds.get(number)
            if known is not None and known.fen != fen:
                raise failed("DISCORDANT_REPEAT_REQUEST", "out_request_no exists with another amount")
            refund = known or self._new_refund(trade, number, fen, fields, now)
            return trade.told_refund(refund, is_new=known is None)

    def query_refund(self, account: Account, fields: dict[str, Any]) -> dict[str, str]:
        number = text(fields, "out_request_no", 64)
        with self._lock:
            return self._find(account, fields).told_refund_query(number, self._clock())

    def took(self, account: Account) -> list[Line]:
        """All that a seller's trades and refunds have moved."""
        with self._lock:
            lines = []
            for (seller, _), trade in self._trades.items():
                if seller == account.seller_id and trade.paid_at is not None:
                    lines.append(Line(False, trade.number, trade.number, trade.id, trade.fen, trade.paid_at))
                    lines += [
                        Line(True, refund.number, trade.number, trade.id, refund.fen, refund.at, trade.id)
                        for refund in trade.refunds.values()
                        if refund.done
                    ]
            return lines

    def scan(self, code: str) -> Scanned | None:
        """What a phone shows for a code; None for a code of nobody's. The first scan makes the trade."""
        with self._lock:
            if code not in self._codes:
                return None
            seen = self._scanned(code)
            trade, alive = seen.trade, seen.alive(self._clock())
            return Scanned(ALIPAY, seen.account.name, trade.request["subject"], Fen(trade.fen), alive, SOURCES)

    def pay(self, code: str, source: Source) -> Ending:
        """The payer has typed the password."""
        with self._lock:
            if code not in self._codes:
                return Ending.EXPIRED
            now, seen = self._clock(), self._scanned(code)
            trade = seen.trade
            if trade.paid_at is not None:
                return Ending.ALREADY_PAID
            if not seen.alive(now):
                return Ending.EXPIRED
            if not self._wallet.spend(source, trade.fen):
                return Ending.TOO_LITTLE_MONEY
            trade.paid_at, trade.source = now, source
            return Ending.PAID

    def alive(self, code: str) -> bool:
        """Whether a code can be paid, without scanning it."""
        with self._lock:
            return code in self._codes and self._codes[code].alive(self._clock())

    def taken(self) -> tuple[Taken, ...]:
        """Everything that was paid."""
        with self._lock:
            paid = (one for one in self._trades.values() if one.paid_at)
            return tuple(Taken(one.number, one.fen, one.back) for one in paid)

    def _scanned(self, code: str) -> Code:
        seen, now = self._codes[code], self._clock()
        if not seen.trade.id and seen.alive(now):
            seen.trade.id = f"{now.astimezone(HALL_TIME):%Y%m%d}22001{next(self._serial):015d}"
        return seen

    def _find(self, account: Account, fields: dict[str, Any]) -> SimulatedTrade:
        """The trade of this `trade_no`, else of this `out_trade_no`. What nobody has scanned is no trade."""
        by_id = "trade_no" in fields
        wanted = text(fields, "trade_no" if by_id else "out_trade_no", 64)
        for (seller, number), trade in self._trades.items():
            if seller == account.seller_id and trade.id and wanted == (trade.id if by_id else number):
                return trade
        raise no_such_trade()

    def _check_repeat(self, trade: SimulatedTrade, fields: dict[str, Any], now: datetime) -> None:
        if trade.id and trade.status(now) == "TRADE_CLOSED":
            raise already_closed()
        if trade.paid_at is not None:
            raise already_paid()
        if trade.request != fields:
            raise number_taken()

    def _new_refund(
        self, trade: SimulatedTrade, number: str, fen: int, fields: dict[str, Any], now: datetime
    ) -> SimulatedRefund:
        if trade.status(now) == "TRADE_FINISHED":
            raise failed("TRADE_HAS_FINISHED", "too late to refund")
        if trade.status(now) != "TRADE_SUCCESS":
            raise failed("TRADE_STATUS_ERROR", "the trade is not paid, or all of it went back")
        if fen > trade.fen - trade.refunded:
            raise failed("REFUND_AMT_NOT_EQUAL_TOTAL", "more than is left")
        fate = self._fate()
        if fate is RefundFate.SHORT:
            raise failed("SELLER_BALANCE_NOT_ENOUGH", "the merchant's account holds too little")
        if fate is RefundFate.REFUSED:
            raise failed("TRADE_NOT_ALLOW_REFUND", "the trade cannot be refunded")
        reason, done = str(fields.get("refund_reason", "")), fate is RefundFate.DONE
        refund = trade.refunds[number] = SimulatedRefund(number, fen, reason, now, done)
        if done:
            self._wallet.receive(trade.source, fen)
        return refund
