"""UnionPay ACP 5.1.0, 申码: the terminal shows a code, the visitor scans it with 云闪付 or a bank's app."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from adapters.payments.line import WAIT_S
from adapters.payments.unionpay.answers import read_close, read_create, read_query
from adapters.payments.unionpay.bill import DAY_BEGINS, bill
from adapters.payments.unionpay.merchant import FILE_URL, UnionPayMerchant
from adapters.payments.unionpay.notification import order_of
from adapters.payments.unionpay.questions import apply_code, query, send_back
from adapters.payments.unionpay.refund_answers import read_query_refund, read_refund
from adapters.payments.unionpay.wire import QUERY, TRANSACT, Wire
from domain.payment.network import CloseAnswer, CreateAnswer, QueryAnswer, Refund, RefundAnswer, Silence
from domain.payment.order import Network, Order
from domain.payment.pace import DOUBLED
from domain.reconciliation.bill import BillAnswer
from domain.runtime import Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import BaseTransport


class UnionPay:
    """A `PaymentNetwork` and a `BillSource`, which also `Notifies`.

    Blocks for ten seconds at worst per call; safe from several threads.

    `timeout`, in seconds, is for each wait; files are at `file_url`; `transport` is for an answer by other ways than
    the net's. Constructing it opens nothing and parses nothing.
    """

    name = Network("unionpay")
    recalls = False
    combines = 0
    day_begins = DAY_BEGINS
    pace = DOUBLED
    acknowledgement = b""

    def __init__(
        self,
        merchant: UnionPayMerchant,
        base_url: str,
        clock: Clock,
        timeout: float = WAIT_S,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
        file_url: str = FILE_URL,
    ) -> None:
        self._merchant = merchant
        self._clock = clock
        self._wire = Wire(merchant, base_url, clock, timeout, transport, runtime, file_url)

    def prepare(self) -> None:
        """Load libraries, keys and certificates ahead of the first call."""
        self._wire.prepare()

    def create(self, order: Order, description: str) -> CreateAnswer:
        """Ask for a code. The same order again is Unclear: the code of the first time is not told twice."""
        asked = apply_code(order, description, self._merchant)
        return read_create(self._wire.call(TRANSACT, asked), asked)

    def query(self, order: Order) -> QueryAnswer:
        """What has become of the order. Absent until a payer has tried to pay."""
        asked = query(order.trade.number, order.created_at, self._merchant)
        return read_query(self._wire.call(QUERY, asked), asked, order, self._now())

    def close(self, order: Order) -> CloseAnswer:
        """Find out whether somebody can still pay it: UnionPay has no way to close a code, which lives to its end."""
        asked = query(order.trade.number, order.created_at, self._merchant)
        return read_close(self._wire.call(QUERY, asked), asked, order, self._now())

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """Send money back. Accepted is not done: ask with `query_refund`. The same refund again is Unclear."""
        asked = send_back(order, refund, self._merchant)
        return read_refund(self._wire.call(TRANSACT, asked), asked)

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """What has become of the refund. Absent if it was never heard of."""
        asked = query(refund.number, refund.at, self._merchant)
        return read_query_refund(self._wire.call(QUERY, asked), asked, order, refund)

    def bill(self, day: date) -> BillAnswer:
        """What went in and out on a settlement day, which begins an hour before midnight."""
        return bill(self._wire, self._merchant, day, self._clock())

    def notified(self, headers: Mapping[str, str], body: bytes) -> str:
        """The order that a notification is about. Raises NotBelieved."""
        return order_of(self._wire.posted(body), self._merchant)

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

    def _now(self) -> datetime:
        """By our clock or theirs, whichever is behind: no code has died before."""
        ours, theirs = self._clock(), self._wire.time()
        return min(ours, theirs or ours)
