"""Payments and refunds as the simulated UnionPay keeps them, and as it tells of them."""

import base64
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.runtime import HALL_TIME
from kit.simulators.bills import Line
from kit.simulators.faults import RefundFate
from kit.simulators.payer import Source
from kit.simulators.unionpay.refusals import message

REFUND_TAKES = timedelta(seconds=3)
DAY_BEGINS = timedelta(hours=1)
"""How long before midnight the next settlement day begins (23:00)."""


def booked(query_id: str, fen: int, at: datetime) -> dict[str, str]:
    """What is told of money that moved."""
    here = at.astimezone(HALL_TIME)
    return {
        "queryId": query_id,
        "currencyCode": "156",
        "settleAmt": str(fen),
        "settleCurrencyCode": "156",
        "settleDate": f"{here + DAY_BEGINS:%m%d}",
        "traceNo": query_id[-6:],
        "traceTime": f"{here:%m%d%H%M%S}",
    }


ENDS = {RefundFate.DONE: "00", RefundFate.FAILED: "61", RefundFate.CLOSED: "61"}
"""How a query tells the end of a refund; any other is never heard of again."""


@dataclass(slots=True)
class SimulatedRefund:
    """A refund. `request` is how it was asked for; its `fate` is known `REFUND_TAKES` after it was accepted.

    `word` is what a query says of it, if that is another code than what became of it.
    """

    request: dict[str, str]
    query_id: str
    accepted_at: datetime
    fate: RefundFate = RefundFate.DONE
    word: str = ""

    @property
    def fen(self) -> int:
        return int(self.request["txnAmt"])

    def known(self, now: datetime) -> bool:
        """Whether its fate is known."""
        return now >= self.accepted_at + REFUND_TAKES

    def done(self, now: datetime) -> bool:
        """Whether its money has gone."""
        return self.known(now) and self.fate is RefundFate.DONE

    def billed(self, paid: str) -> Line:
        """As it stands in a day's file; `paid` is what it is of."""
        number, at = self.request["orderId"], self.accepted_at + REFUND_TAKES
        return Line(True, number, "", self.query_id, self.fen, at, paid)

    def told(self, now: datetime) -> dict[str, str]:
        """The answer to a query."""
        told = _outcome(self.request, self.word or (ENDS.get(self.fate, "05") if self.known(now) else "05"))
        done = self.done(now)
        return told | (booked(self.query_id, self.fen, self.accepted_at + REFUND_TAKES) if done else {})


@dataclass(slots=True)
class SimulatedPayment:
    """A code and what became of it. `request` is how it was asked for, `failed` the code of the last failed try.

    `word` is what a query says of it, if that is another code than what became of it.
    """

    request: dict[str, str]
    code: str
    ends_at: datetime
    failed: str = ""
    word: str = ""
    query_id: str = ""
    paid_at: datetime | None = None
    source: Source = Source.CARD
    refunds: list[SimulatedRefund] = field(default_factory=list)

    @property
    def fen(self) -> int:
        return int(self.request["txnAmt"])

    @property
    def left(self) -> int:
        """What has not been sent back."""
        return self.fen - sum(self.back.values())

    @property
    def back(self) -> dict[str, int]:
        """What has been sent back, by refund."""
        lasting = (refund for refund in self.refunds if ENDS.get(refund.fate, "00") == "00")
        return {refund.request["orderId"]: refund.fen for refund in lasting}

    @property
    def description(self) -> str:
        """What the phone shows: `reqReserved`, in base64 where it is text. (云闪付 itself shows the merchant alone.)"""
        reserved = self.request.get("reqReserved", "")
        try:
            return base64.b64decode(reserved, validate=True).decode()
        except ValueError:
            return reserved

    def payable(self, now: datetime) -> bool:
        return self.paid_at is None and now <= self.ends_at

    def told(self, _: datetime) -> dict[str, str] | None:
        """The answer to a query, at any time; None as long as no payer has tried: until then there is no trade."""
        if self.paid_at is not None:
            return _outcome(self.request, self.word or "00") | booked(self.query_id, self.fen, self.paid_at)
        failed = self.word or self.failed
        return _outcome(self.request, failed) if failed else None


def _outcome(request: dict[str, str], code: str) -> dict[str, str]:
    told = {"origRespCode": code, "origRespMsg": message(code)}
    return told | {
        name: request[name] for name in ("txnType", "txnSubType", "txnAmt", "reqReserved") if request.get(name)
    }
