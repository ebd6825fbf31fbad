"""UnionPay ACP 5.1.0, 申码: the terminal shows a code, the visitor scans it with 云闪付 or a bank's app."""

from typing import TYPE_CHECKING

from adapters.payments.unionpay.answers import read_close, read_create, read_query
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.questions import apply_code, query, send_back
from adapters.payments.unionpay.refund_answers import read_query_refund, read_refund
from adapters.payments.unionpay.wire import QUERY, TRANSACT, Wire
from domain.payment.network import CloseAnswer, CreateAnswer, QueryAnswer, Refund, RefundAnswer
from domain.payment.order import Network, Order
from domain.runtime import Clock

if TYPE_CHECKING:
    from httpx2 import BaseTransport


class UnionPay:
    """A `PaymentNetwork`. Blocks for a few seconds at worst per call; may be called from several threads.

    `timeout` is in seconds; `transport` is for an answer by other ways than the net's. Constructing it opens nothing
    and parses nothing.
    """

    name = Network("unionpay")
    recalls = False

    def __init__(
        self,
        merchant: UnionPayMerchant,
        base_url: str,
        clock: Clock,
        timeout: float = 5.0,
        transport: "BaseTransport | None" = None,
    ) -> None:
        self._merchant = merchant
        self._clock = clock
        self._wire = Wire(merchant, base_url, clock, timeout, transport)

    def prepare(self) -> None:
        """Load libraries, keys and certificates ahead of the first call."""
        self._wire.prepare()

    def create(self, order: Order, description: str) -> CreateAnswer:
        """Ask for a code. The same order again is Unclear: the code of the first time is not told twice."""
        asked = apply_code(order, description, self._merchant)
        return read_create(self._wire.call(TRANSACT, asked), asked)

    def query(self, order: Order) -> QueryAnswer:
        """What has become of the order. Absent until a payer has tried to pay."""
        asked = query(order.number, order.created_at, self._merchant)
        return read_query(self._wire.call(QUERY, asked), asked, order, self._clock())

    def close(self, order: Order) -> CloseAnswer:
        """Find out whether somebody can still pay it: UnionPay has no way to close a code, which lives to its end."""
        asked = query(order.number, order.created_at, self._merchant)
        return read_close(self._wire.call(QUERY, asked), asked, order, self._clock())

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """Send money back. Accepted is not done: ask with `query_refund`. The same refund again is Unclear."""
        asked = send_back(order, refund, self._merchant)
        return read_refund(self._wire.call(TRANSACT, asked), asked)

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """What has become of the refund. Absent if it was never heard of."""
        asked = query(refund.number, refund.at, self._merchant)
        return read_query_refund(self._wire.call(QUERY, asked), asked, order, refund)

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        self._wire.disconnect()
