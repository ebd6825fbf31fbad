"""A hall on a pretended machine, where all three networks answer in process: no port, no thread, no wait."""

from dataclasses import dataclass

from adapters.janitor import Janitor
from domain.payment.cashier import Cashier
from domain.payment.numbers import numbering
from domain.payment.order import Network, Order
from domain.payment.watch import Watch
from domain.refunds.paymaster import Paymaster
from domain.repayments.repayer import Repayer
from kit.simulators.faults import NetworkFaults
from kit.simulators.networks import DemoNetworks
from kit.simulators.payer import Ending, Source
from kit.simulators.runtime import SimulatedRuntime
from tests.payment.hall import NOON, ZHANG, Hall, bill_of


@dataclass
class Day:
    """A day in a `hall`, the same whenever it is played with the same `seed`."""

    hall: Hall
    seed: int = 0

    def __post_init__(self) -> None:
        self.runtime = SimulatedRuntime(NOON, self.seed)
        self.faults = NetworkFaults()
        networks = self.networks = DemoNetworks(self.runtime.now, self.runtime, self.faults)
        self.phone = networks.phone
        number = numbering("T0001", self.runtime.below)
        clients = networks.clients(in_process=True)
        store, clock = self.hall.store, self.runtime.now
        watch, repayer = Watch(self.runtime.uptime, self.runtime.below), Repayer(store.repayments, clients, clock)
        self.cashier = Cashier(store.orders, store.tax, clients, clock, number, watch, repayer)
        self.sweeps_with(self.cashier)

    def sweeps_with(self, cashier: Cashier) -> None:
        """The janitor helps this cashier."""
        paymaster = Paymaster(self.hall.store.refunds, self.hall.store.orders, cashier.repayer)
        self.janitor = Janitor(cashier, paymaster, self.runtime)

    def starts(self, network: Network, month: int = 11) -> Order:
        """An order for a month's bill; its code is on the screen."""
        bill = bill_of(self.hall.person(ZHANG), month)
        return self.cashier.start(network, network, bill.person, (bill,), "养老保险")

    def pays(self, order: Order) -> None:
        """The phone scans the code and pays it by a card with enough on it."""
        assert order.code and self.phone.scan(order.code)
        assert self.phone.pay(order.code, Source.CARD) is Ending.PAID
