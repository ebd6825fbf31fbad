"""A till: a store of its own, a network that answers by a script, and a line to the bureau, which breaks."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx2

from adapters.bureau.courier import Courier
from adapters.bureau.enrolment import trusting
from adapters.bureau.line import BureauLine
from adapters.bureau.remote import Bureau as Remote
from adapters.janitor import Janitor
from adapters.payments.net import Net
from domain.payment.cashier import Cashier
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.payment.watch import Watch
from domain.people.person import Bill
from domain.repayments.repayer import Repayer
from storage import Files, hold_store
from tests.bureau.conftest import Served
from tests.payment.hall import ZHANG
from tests.payment.script import WECHAT, ScriptedNetwork


class Cut(httpx2.BaseTransport):
    """The net. Of what is `down` no question gets through; of what is `deaf` no answer comes back."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self.down = False
        self.deaf: frozenset[str] = frozenset()
        self.asked: list[str] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        path = request.url.path
        self.asked.append(path)
        if self.down:
            raise httpx2.ConnectError("cut")
        answer = self._net.handle_request(request)
        if path in self.deaf:
            answer.read()
            answer.close()
            raise httpx2.ReadError("cut")
        return answer

    def close(self) -> None:
        self._net.close()


@dataclass
class Till:
    """`served` is the bureau; what is opened ends with it."""

    served: Served
    number: str
    folder: Path
    network: ScriptedNetwork = field(default_factory=ScriptedNetwork)
    health: str = "{}"

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.cut = Cut(Net(self.served.clock, trusting(self.served.places.ca, self.served.enrolled(self.number))))
        self.numbers = count(1)
        self.open()

    def open(self) -> None:
        """The program starts."""
        clock = self.served.clock
        self.opened = self.served.opened.enter_context(ExitStack())
        files = Files(self.folder / "hall.sqlite", self.folder / "hall.key")
        self.store = self.opened.enter_context(hold_store(files, make=True, terminal=self.number))
        line = BureauLine(self.served.url, None, clock, self.cut)
        self.opened.callback(line.close)
        self.remote = Remote(line)
        networks = {WECHAT: self.network}
        self.cashier = Cashier(
            self.store.orders,
            self.remote.tax,
            networks,
            clock.now,
            lambda at: f"GZ{self.number}{at:%Y%m%d%H%M%S}{next(self.numbers):06d}",
            Watch(clock.uptime, lambda n: 0),
            Repayer(self.store.repayments, networks, clock.now),
            self.remote.claims,
        )
        self.courier = Courier(self.remote, self.cashier, self.store.orders, lambda: self.health, clock)

    def reopen(self) -> None:
        """It stops, and starts again."""
        self.opened.close()
        self.open()

    def person(self) -> int:
        found = self.remote.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
        assert found is not None
        return found.id

    def start(self, *bills: Bill) -> Order:
        return self.cashier.start(WECHAT, "wechat", bills[0].person, bills, "养老保险")

    def sweep(self) -> None:
        self.cashier.watch.hurry()
        Janitor(self.cashier, None, self.served.clock).sweep()

    def states(self) -> Iterable[OrderState]:
        return [order.state for order in self.store.orders.all()]
