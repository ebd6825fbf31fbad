"""WeChat Pay API v3, native: the terminal shows a code, the visitor's phone scans it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from adapters.payments.line import WAIT_S
from adapters.payments.wechat import combined
from adapters.payments.wechat.answers import CURRENCY, read_close, read_create, read_query, told
from adapters.payments.wechat.bill import bill
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.notification import order_of
from adapters.payments.wechat.refund_answers import read_refund, read_refund_query
from adapters.payments.wechat.rerouting import destination
from adapters.payments.wechat.wire import Wire
from domain.payment.network import CloseAnswer, CreateAnswer, QueryAnswer, Refund, RefundAnswer, Silence
from domain.payment.notices import NotBelieved
from domain.payment.order import Network, Order
from domain.payment.pace import USUAL
from domain.reconciliation.bill import BillAnswer
from domain.refunds.account import Account
from domain.runtime import HALL_TIME, Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import BaseTransport


REFUNDS = "/v3/refund/domestic/refunds"


class WeChatPay:
    """A `PaymentNetwork` and a `BillSource`, which also `Notifies`.

    Blocks for ten seconds at worst per call; safe from several threads.

    `nonce` gives a fresh random text of letters and digits, 32 at most; `timeout`, in seconds, is for each wait;
    `transport` is for an answer by other ways than the net's. Constructing it opens nothing and parses nothing.
    """

    name = Network("wechat")
    recalls = True
    day_begins = timedelta(0)
    pace = USUAL
    acknowledgement = b""

    def __init__(
        self,
        merchant: WeChatMerchant,
        base_url: str,
        clock: Clock,
        nonce: Callable[[], str],
        timeout: float = WAIT_S,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
    ) -> None:
        self._merchant = merchant
        self.combines = combined.most(merchant)
        self._wire = Wire(merchant, base_url, clock, nonce, timeout, transport, runtime)

    def prepare(self) -> None:
        """Load libraries and keys ahead of the first call."""
        self._wire.prepare()

    def create(self, order: Order, description: str) -> CreateAnswer:
        """Place the order, with all that are combined with it; once more gives a new code and kills the old one.

        `description`: 127 letters at most.
        """
        if together := combined.by_wechat(order):
            whole = combined.made(order, together, description, self._merchant)
            return read_create(self._wire.call("POST", f"{combined.COMBINED}/native", whole))
        content = {
            **self._merchant.parties,
            "description": description,
            "out_trade_no": order.trade.number,
            "time_expire": order.deadline.astimezone(HALL_TIME).isoformat(timespec="seconds"),
            "notify_url": self._merchant.notify_url,
            "amount": {"total": order.trade.fen, "currency": CURRENCY},
        }
        return read_create(self._wire.call("POST", f"{self._merchant.transactions}/native", content))

    def query(self, order: Order) -> QueryAnswer:
        """What has become of the order."""
        if together := combined.by_wechat(order):
            answer = self._wire.call("GET", combined.path(together))
            return read_query(answer, lambda fields: combined.told(fields, order, together, self._merchant))
        answer = self._wire.call("GET", f"{self._path(order)}?{urlencode(self._merchant.payee)}")
        return read_query(answer, lambda fields: told(fields, order, self._merchant))

    def close(self, order: Order) -> CloseAnswer:
        """Make sure that nobody can pay it any more, nor what is combined with it. May be repeated."""
        if together := combined.by_wechat(order):
            all_of_it = combined.closed(together, self._merchant)
            return read_close(self._wire.call("POST", f"{combined.path(together)}/close", all_of_it))
        return read_close(self._wire.call("POST", f"{self._path(order)}/close", self._merchant.payee))

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """Send money back. Accepted is not done: ask with `query_refund`, or repeat the same refund."""
        content = {
            **self._merchant.refunder,
            "out_trade_no": order.trade.number,
            "out_refund_no": refund.number,
            "reason": refund.reason,
            "amount": {"refund": refund.fen, "total": order.trade.fen, "currency": CURRENCY},
        }
        return read_refund(self._wire.call("POST", REFUNDS, content), order, refund, self._merchant)

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        """What has become of the refund."""
        whose = f"?{urlencode(self._merchant.refunder)}" if self._merchant.refunder else ""
        answer = self._wire.call("GET", f"{REFUNDS}/{quote(refund.number, safe='')}{whose}")
        return read_refund_query(answer, order, refund, self._merchant)

    def reroute(self, order: Order, refund: Refund, reference: str, to: Account) -> RefundAnswer:
        """Have a refund that could not be handed over sent on (apply-abnormal-refund). `reference` is its refund_id.

        To the bank account, where its bank takes part; else back to the merchant.
        """
        sealing = self._wire.sealing()
        content = self._merchant.refunder | {"out_refund_no": refund.number} | destination(to, sealing)
        target = f"{REFUNDS}/{quote(reference, safe='')}/apply-abnormal-refund"
        answer = self._wire.call("POST", target, content, sealing.serial if sealing else None)
        return read_refund(answer, order, refund, self._merchant)

    def bill(self, day: date) -> BillAnswer:
        """What went in and out on a day in the hall."""
        return bill(self._wire, self._merchant, day)

    def notified(self, headers: Mapping[str, str], body: bytes) -> str:
        """The order that a notification is about. Raises NotBelieved."""
        problem = self._wire.problem(headers, body)
        if problem:
            raise NotBelieved(problem)
        return order_of(body, self._merchant)

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

    def _path(self, order: Order) -> str:
        return f"{self._merchant.transactions}/out-trade-no/{quote(order.trade.number, safe='')}"
