"""A terminal that races: its own store, cashier, janitor and courier, and a line that may be cut at any step."""

import random
from pathlib import Path
from threading import Lock

import httpx2

from adapters.bureau.courier import Courier
from adapters.bureau.enrolment import trusting
from adapters.bureau.line import KEPT_OPEN_S, BureauLine
from adapters.bureau.remote import Bureau as Remote
from adapters.janitor import Janitor
from adapters.payments.net import Net
from adapters.runtime import Machine
from domain.payment.cashier import AlreadyPaid, Cashier
from domain.payment.numbers import numbering
from domain.payment.order import BillBusy, Order
from domain.payment.states import OrderState
from domain.payment.watch import Watch
from domain.people.person import Bill
from domain.ports import Unreachable
from domain.repayments.repayer import Repayer
from kit.people.people import DemoPerson
from storage import Files, hold_store
from tests.faults.bank import Bank


class Cutting(httpx2.BaseTransport):
    """The net; one in so many questions does not get there, as many answers do not get back."""

    def __init__(self, net: Net, one_in: int, seed: int) -> None:
        self._net, self.one_in = net, one_in
        self._chance = random.Random(seed)
        self.cuts = 0

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if self._cut():
            raise httpx2.ConnectError("cut")
        answer = self._net.handle_request(request)
        if self._cut():
            answer.read()
            answer.close()
            raise httpx2.ReadError("cut")
        return answer

    def close(self) -> None:
        self._net.close()

    def _cut(self) -> bool:
        cut = bool(self.one_in) and not self._chance.randrange(self.one_in)
        self.cuts += cut
        return cut


class Terminal:
    """`busy` is held by who uses it: one visitor at a time stands there."""

    def __init__(
        self, number: str, url: str, ca: Path, pass_file: Path, folder: Path, network: Bank, one_in: int
    ) -> None:
        machine = Machine()
        self.number, self.network, self.busy = number, network, Lock()
        self._held = hold_store(
            Files(folder / f"{number}.sqlite", folder / f"{number}.key"), make=True, terminal=number
        )
        self.store = self._held.__enter__()
        self.cut = Cutting(Net(machine, trusting(ca, pass_file), KEPT_OPEN_S), one_in, int(number[1:]))
        self.line = BureauLine(url, None, machine, self.cut)
        self.remote = Remote(self.line)
        networks = {network.name: network}
        self.cashier = Cashier(
            self.store.orders,
            self.remote.tax,
            networks,
            machine.now,
            numbering(number, machine.below),
            Watch(machine.uptime, machine.below),
            Repayer(self.store.repayments, networks, machine.now),
            self.remote.claims,
        )
        self.janitor = Janitor(self.cashier, None, machine)
        self.courier = Courier(self.remote, self.cashier, self.store.orders, lambda: "{}", machine)
        self._known: set[int] = set()

    def races(self, who: DemoPerson, bill: Bill) -> str:
        """Try to sell a bill; how that ended, in a word."""
        try:
            order = self.begins(who, bill)
        except BillBusy:
            return "busy"
        except AlreadyPaid:
            return "paid already"
        except Unreachable:
            return "no line"
        if order.state is not OrderState.PRESENTED:
            return "no code"
        self.network.pay(self.network.accounts[order.number])
        return self.cashier.check(order.number).state.value

    def begins(self, who: DemoPerson, bill: Bill) -> Order:
        """Have a code for a bill of somebody who was looked up. Raises as `Cashier.start`."""
        if bill.person not in self._known:
            found = self.remote.tax.find_person(who.kind, who.number, who.name)
            assert found and found.id == bill.person
            self._known.add(found.id)
        return self.cashier.start(self.network.name, "wechat", bill.person, (bill,), "养老保险")

    def minds(self) -> None:
        """What goes on by itself, once."""
        self.cashier.watch.hurry()
        self.janitor.sweep()
        self.courier.go()

    def unsettled(self) -> tuple[Order, ...]:
        return tuple(order for order in self.store.orders.unsettled() if order.state is not OrderState.CLOSED)

    def close(self) -> None:
        self.line.close()
        self._held.__exit__(None, None, None)
