"""The payment networks whose merchants' keys are at the bureau: it asks them in the terminal's place."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Protocol

from adapters.bureau.line import BureauLine
from adapters.bureau.wire import Call
from domain.payment.network import CloseAnswer, CreateAnswer, QueryAnswer, Refund, RefundAnswer, Silence, Unclear
from domain.payment.order import Network, Order
from domain.payment.pace import USUAL, Pace
from domain.ports import Unreachable
from domain.reconciliation.bill import Absent, Bill, BillAnswer, Broken, Empty, NotReady, Row, Silent
from domain.refunds.account import Account
from domain.runtime import Uptime


@dataclass(frozen=True, slots=True)
class About:
    """What a network can do, and what its clock shows; None if it has not said.

    `day_begins` is when the day of its bills begins (`BillSource`); None if it gives none.
    """

    recalls: bool
    pace: Pace
    time: datetime | None
    day_begins: timedelta | None = None
    combines: int = 0


class Networks(Protocol):
    """`PaymentNetwork` and `Reroutes` for any of them. All raise Unreachable."""

    def about(self, network: Network) -> About:
        """Heard from it just now."""
        ...

    def create(self, network: Network, order: Order, description: str) -> CreateAnswer: ...

    def query(self, network: Network, order: Order) -> QueryAnswer: ...

    def close(self, network: Network, order: Order) -> CloseAnswer: ...

    def refund(self, network: Network, order: Order, refund: Refund) -> RefundAnswer: ...

    def query_refund(self, network: Network, order: Order, refund: Refund) -> RefundAnswer: ...

    def reroute(self, network: Network, order: Order, refund: Refund, reference: str, to: Account) -> RefundAnswer: ...


@dataclass(frozen=True, slots=True)
class Rows:
    """Of a bill that was read to its end, the rows that name one terminal."""

    rows: tuple[Row, ...]


class Bills(Protocol):
    """The bills of the networks, as far as they are a terminal's. Raises Unreachable."""

    def of(self, network: Network, day: date) -> Rows | NotReady | Absent | Empty | Broken | Silent: ...


class RemoteNetwork:
    """Implements `PaymentNetwork`, `Reroutes` and `BillSource`. A line that is silent is a network that is.

    Until it has been heard of it is taken for one whose codes cannot be taken back, and that combines no orders: nobody
    is told too much, and nothing is asked for that it may not know.
    """

    def __init__(self, name: Network, line: BureauLine, calls: dict[str, Call], uptime: Uptime) -> None:
        self.name = name
        self._line, self._calls, self._uptime = line, calls, uptime
        self._about, self._heard = About(False, USUAL, None), 0.0
        self._silence: Silence | None = None
        self.create = partial(self._answer, "create")
        self.query = partial(self._answer, "query")
        self.close = partial(self._answer, "close")
        self.refund = partial(self._answer, "refund")
        self.query_refund = partial(self._answer, "query_refund")
        self.reroute = partial(self._answer, "reroute")

    @property
    def recalls(self) -> bool:
        return self._about.recalls

    @property
    def combines(self) -> int:
        return self._about.combines

    @property
    def pace(self) -> Pace:
        return self._about.pace

    def greet(self) -> None:
        """As `PaymentNetwork` says; silence changes nothing."""
        try:
            self._about, self._heard = self._line.look(self._calls["about"], self.name), self._uptime()
        except Unreachable as silence:
            self._silence = Silence(str(silence), unheard=True)
            return
        self._silence = None

    def silence(self) -> Silence | None:
        """As `Heard` says: of the line to the bureau, which alone knows the network."""
        return self._silence

    def time(self) -> datetime | None:
        said = self._about.time
        return said + timedelta(seconds=self._uptime() - self._heard) if said else None

    @property
    def day_begins(self) -> timedelta:
        return self._about.day_begins or timedelta(0)

    def bill(self, day: date) -> BillAnswer:
        """As `BillSource` says; only what is this terminal's."""
        try:
            answer = self._line.look(self._calls["of"], self.name, day)
        except Unreachable as silence:
            return Silent(str(silence))
        return Bill(lambda: answer.rows, None) if isinstance(answer, Rows) else answer

    def _answer(self, method: str, *asked: Any) -> Any:
        try:
            return self._line.look(self._calls[method], self.name, *asked)
        except Unreachable as silence:
            return Unclear(str(silence))
