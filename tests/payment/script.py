"""A payment network that answers what a script says, call by call."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.payment.network import CloseAnswer, CreateAnswer, QueryAnswer, Refund, RefundAnswer
from domain.payment.order import Network, Order
from domain.payment.pace import USUAL

WECHAT, ALIPAY, UNIONPAY = NETWORKS = tuple(Network(name) for name in ("wechat", "alipay", "unionpay"))


class ScriptedNetwork:
    """A `PaymentNetwork`. `will` adds lines to the script: which call comes next, and what it is answered.

    Its clock is not heard of, unless it `shows` something.
    An answer that can be called happens while the question is under way, and gives the answer. A call that is not the
    next one of the script fails the test. `refunds` are the refund numbers that were used, in order.
    """

    def __init__(self, name: Network = WECHAT) -> None:
        self.name = name
        self.recalls = name == WECHAT
        self.combines = 0
        self.pace = USUAL
        self.shows: datetime | None = None
        self.script: deque[tuple[str, Any]] = deque()
        self.refunds: list[str] = []

    def will(self, *lines: tuple[str, object]) -> None:
        self.script.extend(lines)

    def greet(self) -> None:
        """Say something."""

    def time(self) -> datetime | None:
        return self.shows

    def create(self, order: Order, description: str) -> CreateAnswer:
        return self._next("create")  # type: ignore[no-any-return]

    def query(self, order: Order) -> QueryAnswer:
        return self._next("query")  # type: ignore[no-any-return]

    def close(self, order: Order) -> CloseAnswer:
        return self._next("close")  # type: ignore[no-any-return]

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        self.refunds.append(refund.number)
        return self._next("refund")  # type: ignore[no-any-return]

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        self.refunds.append(refund.number)
        return self._next("query_refund")  # type: ignore[no-any-return]

    def _next(self, call: str) -> Any:
        assert self.script, f"the network was asked to {call} and the script is over"
        expected, answer = self.script.popleft()
        assert expected == call
        return answer() if isinstance(answer, Callable) else answer  # type: ignore[arg-type]
