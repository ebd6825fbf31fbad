"""Alipay 当面付: the terminal shows a code, the visitor's phone scans it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from adapters.payments.alipay.answers import read_close, read_create, read_query
from adapters.payments.alipay.bill import bill
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.refund_answers import read_refund, read_refund_query
from adapters.payments.alipay.texts import stamp, subject, yuan
from adapters.payments.alipay.wire import Wire
from adapters.payments.line import WAIT_S
from domain.payment.network import CloseAnswer, CreateAnswer, QueryAnswer, Refund, RefundAnswer, Silence
from domain.payment.order import Network, Order
from domain.payment.pace import USUAL
from domain.reconciliation.bill import BillAnswer
from domain.runtime import Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import BaseTransport

PRODUCT = "FACE_TO_FACE_PAYMENT"
MINUTE = timedelta(minutes=1)


class Alipay:
    """A `PaymentNetwork` and a `BillSource`, which also `Notifies`.

    Blocks for ten seconds at worst per call; safe from several threads.

    `base_url` is the whole address of the gateway; `timeout`, in seconds, is for each wait; `transport` is for an
    answer by other ways than the net's. Constructing it opens nothing and parses nothing.

    Alipay hears of an order only when its code is scanned: until then `query` and `close` find it Absent, though its
    code can be paid until the deadline.
    """

    name = Network("alipay")
    recalls = False
    combines = 0
    day_begins = timedelta(0)
    pace = USUAL
    acknowledgement = b"success"

    def __init__(
        self,
        merchant: AlipayMerchant,
        base_url: str,
        clock: Clock,
        timeout: float = WAIT_S,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
    ) -> None:
        self._merchant = merchant
        self._wire = Wire(merchant, base_url, clock, timeout, transport, runtime)

    def prepare(self) -> None:
        """Load libraries and keys ahead of the first call."""
        self._wire.prepare()

    def create(self, order: Order, description: str) -> CreateAnswer:
        """Get a code for the order (alipay.trade.precreate); the same order again asks for exactly the same.

        `description`: 256 characters are shown; `/`, `=` and `&` are forbidden there and become their wide forms.
        """
        content = {
            "out_trade_no": order.trade.number,
            "seller_id": self._merchant.seller_id,
            "total_amount": yuan(order.trade.fen),
            "subject": subject(description),
            "product_code": PRODUCT,
            "time_expire": stamp(order.deadline),
            "qr_code_timeout_express": f"{_minutes(order)}m",
        }
        answer = self._wire.call("alipay.trade.precreate", content, self._merchant.notify_url)
        return read_create(answer, order, self._merchant)

    def query(self, order: Order) -> QueryAnswer:
        """What has become of the order (alipay.trade.query)."""
        answer = self._wire.call("alipay.trade.query", {"out_trade_no": order.trade.number})
        return read_query(answer, order, self._merchant)

    def close(self, order: Order) -> CloseAnswer:
        """Make sure that nobody can pay it any more (alipay.trade.close). May be repeated.

        alipay.trade.cancel would send the money back if it were paid in this very moment: it is never called.
        """
        answer = self._wire.call("alipay.trade.close", {"out_trade_no": order.trade.number})
        return read_close(answer, order, self._merchant)

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """Send money back (alipay.trade.refund). Where it does not say that money moved, ask with `query_refund`."""
        content = {
            "out_trade_no": order.trade.number,
            "out_request_no": refund.number,
            "refund_amount": yuan(refund.fen),
            "refund_reason": refund.reason,
        }
        return read_refund(self._wire.call("alipay.trade.refund", content), order, refund, self._merchant)

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """What has become of the refund (alipay.trade.fastpay.refund.query)."""
        content = {"out_trade_no": order.trade.number, "out_request_no": refund.number}
        answer = self._wire.call("alipay.trade.fastpay.refund.query", content)
        return read_refund_query(answer, order, refund, self._merchant)

    def bill(self, day: date) -> BillAnswer:
        """What went in and out on a day in the hall."""
        return bill(self._wire, self._merchant, day)

    def notified(self, headers: Mapping[str, str], body: bytes) -> str:
        """The order that a notification is about. Raises NotBelieved."""
        return self._wire.posted(body)

    def greet(self) -> None:
        """Hear from it, whatever it says: its clock counts."""
        self._wire.greet()

    def silence(self) -> Silence | None:
        """As `Heard` says."""
        return self._wire.silence()

    def time(self) -> datetime | None:
        """What its clock shows now, as far as it has been heard."""
        return self._wire.time()

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        self._wire.disconnect()


def _minutes(order: Order) -> int:
    """How long the code itself lives: the order's whole time, rounded up. `time_expire` ends it to the second."""
    return max(1, -((order.created_at - order.deadline) // MINUTE))
