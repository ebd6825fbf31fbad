"""Orders and refunds as the simulated WeChat Pay keeps them, and as it tells of them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from domain.runtime import HALL_TIME
from kit.simulators.bills import Line
from kit.simulators.faults import RefundFate
from kit.simulators.payer import Source

CODE_LIVES = timedelta(hours=2)
REFUND_TAKES = timedelta(seconds=3)
PARTIES = ("appid", "mchid", "sp_appid", "sp_mchid", "sub_appid", "sub_mchid")
STATUS = {
    RefundFate.DONE: "SUCCESS",
    RefundFate.UNDER_WAY: "PROCESSING",
    RefundFate.ABNORMAL: "ABNORMAL",
    RefundFate.CLOSED: "CLOSED",
    RefundFate.FAILED: "CLOSED",
}
"""By what becomes of it; a refund that fails in another way WeChat does not know."""


def stamp(at: datetime) -> str:
    return at.astimezone(HALL_TIME).isoformat(timespec="seconds")


@dataclass(slots=True)
class SimulatedRefund:
    """A refund of `fen`. What becomes of it by its `fate` is known `REFUND_TAKES` after it was accepted.

    `to` is where it is sent on to, as WeChat names accounts; empty for where it came from. `paid`: the money is there.
    """

    id: str
    number: str
    fen: int
    accepted_at: datetime
    fate: RefundFate = RefundFate.DONE
    to: str = ""
    paid: bool = False

    def status(self, now: datetime) -> str:
        if now < self.accepted_at + REFUND_TAKES:
            return "PROCESSING"
        return STATUS[self.fate]


@dataclass(slots=True)
class SimulatedOrder:
    """An order. `request` is the create request, against which a repeated one is compared.

    `typing`: its payer is at the password.
    """

    request: dict[str, Any]
    ends_at: datetime
    code: str = ""
    code_at: datetime | None = None
    closed: bool = False
    typing: bool = False
    transaction: str = ""
    paid_at: datetime | None = None
    source: Source = Source.CHANGE
    refunds: list[SimulatedRefund] = field(default_factory=list)

    @property
    def number(self) -> str:
        return str(self.request["out_trade_no"])

    @property
    def whole(self) -> str:
        """The number of all that have its code; empty where it is by itself."""
        return str(self.request.get("combine_out_trade_no", ""))

    @property
    def fen(self) -> int:
        return int(self.request["amount"]["total"])

    @property
    def refunded(self) -> int:
        """What has left the merchant, or is about to."""
        return sum(self.back.values())

    @property
    def back(self) -> dict[str, int]:
        """The same by refund."""
        gone = (RefundFate.CLOSED, RefundFate.FAILED)
        return {refund.number: refund.fen for refund in self.refunds if refund.fate not in gone}

    def state(self) -> str:
        """`trade_state`. After its last moment an order cannot be paid, but only its merchant closes it."""
        if self.paid_at is not None:
            return "REFUND" if self.refunds else "SUCCESS"
        if self.closed:
            return "CLOSED"
        return "USERPAYING" if self.typing else "NOTPAY"

    def payable(self, code: str, now: datetime) -> bool:
        """Whether this very code can be paid now."""
        fresh = self.code_at is not None and now <= self.code_at + CODE_LIVES
        return fresh and now <= self.ends_at and code == self.code and self.state() in {"NOTPAY", "USERPAYING"}

    def told(self) -> dict[str, Any]:
        """The answer to a query."""
        common = {name: self.request[name] for name in (*PARTIES, "out_trade_no") if name in self.request}
        state = self.state()
        told = {**common, "trade_state": state, "trade_state_desc": state, "amount": self._amount(), "payer": {}}
        if self.paid_at is not None:
            told |= {
                "transaction_id": self.transaction,
                "trade_type": "NATIVE",
                "bank_type": "OTHERS",
                "success_time": stamp(self.paid_at),
                "payer": {"openid": "o-simulated-phone"},
            }
        return told

    def told_refund(self, refund: SimulatedRefund, now: datetime) -> dict[str, Any]:
        """The answer to a refund and to a query of it."""
        status = refund.status(now)
        own = "支付用户零钱" if self.source == "change" else "储蓄卡"
        told: dict[str, Any] = {
            "refund_id": refund.id,
            "out_refund_no": refund.number,
            "transaction_id": self.transaction,
            "out_trade_no": self.number,
            "channel": "OTHER_BANKCARD" if refund.to else "ORIGINAL",
            "user_received_account": refund.to or own,
            "create_time": stamp(refund.accepted_at),
            "status": status,
            "amount": {**self._amount(), "refund": refund.fen, "payer_refund": refund.fen},
        }
        done = {"success_time": stamp(refund.accepted_at + REFUND_TAKES)} if status == "SUCCESS" else {}
        return told | done

    def billed(self, refund: SimulatedRefund, now: datetime) -> Line:
        """A refund as it stands on a bill: from when it was accepted."""
        at, paid = refund.accepted_at, self.transaction
        return Line(True, refund.number, self.number, refund.id, refund.fen, at, paid, refund.status(now))

    def _amount(self) -> dict[str, Any]:
        return {"total": self.fen, "payer_total": self.fen, "currency": "CNY", "payer_currency": "CNY"}
