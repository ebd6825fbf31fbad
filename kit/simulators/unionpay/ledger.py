"""The books of the simulated UnionPay: what merchants may ask, what phones may do, and what that changes.

Every public method holds the lock, so a code is paid once and a refund is made once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from threading import Lock

from domain.money import Fen
from domain.payment.order import Network
from domain.runtime import Clock
from kit.simulators.bills import Line
from kit.simulators.faults import RefundFate
from kit.simulators.payer import Ending, Scanned, Source, Taken
from kit.simulators.unionpay.refusals import (
    duplicate,
    more_than_is_left,
    no_such_payment,
    no_such_trade,
    not_allowed,
    nothing_left,
)
from kit.simulators.unionpay.rules import check_description, check_transaction, last_moment
from kit.simulators.unionpay.trades import SimulatedPayment, SimulatedRefund, booked
from kit.simulators.wallet import Wallet

UNIONPAY = Network("unionpay")
SOURCES = (Source.EMPTY_CARD, Source.CARD)
"""What one can pay from in 云闪付: bank cards, and the payer has to choose one with enough on it."""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Account:
    """A merchant that the simulator knows. `public_key` is the PEM of the key under the certificate `cert_id`.

    With an `acq_ins_code` the certificate is its acquirer's. With a `secure_key` there is none: both sides sign by it.
    """

    mer_id: str
    cert_id: str
    public_key: bytes
    name: str
    acq_ins_code: str = ""
    sign_method: str = "01"
    secure_key: bytes = b""


class Ledger:
    """Trades by merchant, number and time, one wallet. `token` gives the fresh text at the end of each code.

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
        self._trades: dict[Key, SimulatedPayment | SimulatedRefund] = {}
        self._codes: dict[str, tuple[Account, SimulatedPayment]] = {}
        self._paid: dict[tuple[str, str], SimulatedPayment] = {}
        self._serial = count(1)

    def apply_code(self, account: Account, fields: Mapping[str, str]) -> dict[str, str]:
        """A code for a new payment. Raises Refusal."""
        with self._lock:
            now = self._clock()
            check_transaction(fields, now)
            check_description(fields, account.acq_ins_code)
            ends_at = last_moment(fields, now)
            key = self._new_key(account, fields)
            code = f"https://qr.95516.com/00010000/{self._token().upper()}"
            payment = self._trades[key] = SimulatedPayment(dict(fields), code, ends_at)
            self._codes[code] = account, payment
            return {"qrCode": code}

    def query(self, account: Account, fields: Mapping[str, str]) -> dict[str, str]:
        """What has become of a payment or refund. Raises Refusal."""
        with self._lock:
            trade = self._trades.get(_key(account, fields))
            told = trade.told(self._clock()) if trade else None
            if told is None:
                raise no_such_trade()
            return told

    def refund(self, account: Account, fields: Mapping[str, str]) -> dict[str, str]:
        """Accept a refund. Raises Refusal, also for one that was accepted before."""
        with self._lock:
            now = self._clock()
            check_transaction(fields, now)
            check_description(fields, account.acq_ins_code)
            key = self._new_key(account, fields)
            payment = self._paid.get((account.mer_id, fields.get("origQryId", "")))
            if payment is None:
                raise no_such_payment()
            fate = self._fate()
            refund = SimulatedRefund(dict(fields), self._query_id(now), now, fate)
            if payment.left == 0:
                raise nothing_left()
            if refund.fen > payment.left:
                raise more_than_is_left()
            if fate in {RefundFate.REFUSED, RefundFate.SHORT}:
                raise not_allowed()
            self._trades[key] = refund
            payment.refunds.append(refund)
            if fate is RefundFate.DONE:
                self._wallet.receive(payment.source, refund.fen)
            return {"queryId": refund.query_id, "origQryId": payment.query_id, "txnAmt": str(refund.fen)}

    def made(self, number: str) -> dict[str, str]:
        """A payment that was made: as it was asked for, and what was booked. Raises KeyError."""
        with self._lock:
            for (_, query_id), payment in self._paid.items():
                if payment.request["orderId"] == number and payment.paid_at is not None:
                    return payment.request | booked(query_id, payment.fen, payment.paid_at)
            raise KeyError(number)

    def say(self, number: str, code: str) -> None:
        """From now on a query says this of the payment or refund of a number, whatever became of it."""
        with self._lock:
            for (_, order, _), trade in self._trades.items():
                if order == number:
                    trade.word = code

    def took(self, account: Account) -> list[Line]:
        """All that a merchant's payments and refunds have moved."""
        with self._lock:
            now, lines = self._clock(), []
            for (mer_id, query_id), payment in self._paid.items():
                if mer_id == account.mer_id and payment.paid_at is not None:
                    number = payment.request["orderId"]
                    lines.append(Line(False, number, number, query_id, payment.fen, payment.paid_at))
                    lines += [refund.billed(query_id) for refund in payment.refunds if refund.done(now)]
            return lines

    def scan(self, code: str) -> Scanned | None:
        """What a phone shows for a code; None for a code of nobody's. Nothing changes by looking."""
        with self._lock:
            if code not in self._codes:
                return None
            account, payment = self._codes[code]
            alive = payment.payable(self._clock())
            return Scanned(UNIONPAY, account.name, payment.description, Fen(payment.fen), alive, SOURCES)

    def pay(self, code: str, source: Source) -> Ending:
        """The payer has typed the password."""
        with self._lock:
            now = self._clock()
            if code not in self._codes:
                return Ending.EXPIRED
            account, payment = self._codes[code]
            if payment.paid_at is not None:
                return Ending.ALREADY_PAID
            if not payment.payable(now):
                return Ending.EXPIRED
            if not self._wallet.spend(source, payment.fen):
                payment.failed = "64"
                return Ending.TOO_LITTLE_MONEY
            payment.paid_at, payment.source, payment.query_id = now, source, self._query_id(now)
            self._paid[account.mer_id, payment.query_id] = payment
            return Ending.PAID

    def alive(self, code: str) -> bool:
        """Whether a code can be paid."""
        with self._lock:
            return code in self._codes and self._codes[code][1].payable(self._clock())

    def taken(self) -> tuple[Taken, ...]:
        """Everything that was paid."""
        with self._lock:
            return tuple(Taken(one.request["orderId"], one.fen, one.back) for one in self._paid.values())

    def _new_key(self, account: Account, fields: Mapping[str, str]) -> Key:
        key = _key(account, fields)
        if key in self._trades:
            raise duplicate()
        return key

    def _query_id(self, now: datetime) -> str:
        return f"{now:%y%m%d%H%M%S}{next(self._serial):09d}"


def _key(account: Account, fields: Mapping[str, str]) -> Key:
    return account.mer_id, fields["orderId"], fields["txnTime"]
