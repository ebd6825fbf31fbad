"""One terminal of a play: its store, and the parts of `main.open_backend` that money goes through."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import TypeVar, cast

from adapters.janitor import Janitor
from domain.payment.cashier import AlreadyPaid, Cashier
from domain.payment.clocks import ClockWrong
from domain.payment.numbers import numbering
from domain.payment.order import BillBusy, Order, OrderBook
from domain.payment.watch import Watch as OrderWatch
from domain.people.person import Bill
from domain.ports import TaxSystem, Unreachable
from domain.refunds.account import Account
from domain.refunds.application import Application, Draft, Route, SumKind
from domain.refunds.book import RefundBook
from domain.refunds.desk import RefundDesk
from domain.refunds.office import RefundOffice
from domain.refunds.paymaster import Paymaster
from domain.refunds.problems import RefundProblem
from domain.refunds.states import RefundState
from domain.refunds.ways import Ways
from domain.repayments.repayer import Repayer
from domain.repayments.repayment import RepaymentBook
from kit.simulation.clock import HallRuntime
from kit.simulation.plan import Visit
from kit.simulation.troubles import PowerCut, Troubles
from kit.simulation.watched import Watch, WatchedOrders, WatchedRefunds, WatchedRepayments, WatchedTax, watched
from kit.simulation.world import World, files
from storage import StoreError, hold_store
from storage.store import Store

T = TypeVar("T")
DARK_S = 30.0
"""How long a terminal is without power after a cut."""
STAFF = "2001"
NAME = "演示人"
ACCOUNT = Account("工商银行", "6222020000000000", NAME)


class Dark(Exception):
    """The terminal has no power now, or what was asked of it failed: nothing is known of what was asked."""


class Terminal:
    """`number` counts from 0. Between a power cut and its next start it does nothing."""

    def __init__(self, world: World, number: int, troubles: Troubles) -> None:
        self.world, self.number, self._troubles = world, number, troubles
        self.runtime = HallRuntime(world.time)
        self._clients = world.clients(self.runtime)
        self._lives = count(1)
        self._folder = self._new_folder(world.ground.terminal)
        self.powered = self._calm = False
        self.start()

    def start(self) -> None:
        """As `main.open_backend` starts."""
        self._open = ExitStack()
        self.runtime.start_anew()
        name, runtime, troubles = f"T{self.number:04}", self.runtime, self._troubles
        self.store: Store = self._open.enter_context(
            hold_store(files(self._folder), terminal=name, token=runtime.token)
        )
        watch = Watch(troubles, self.store)
        orders = cast(OrderBook, WatchedOrders(self.store, watch))
        refunds = cast(RefundBook, WatchedRefunds(self.store, watch))
        repayments = cast(RepaymentBook, WatchedRepayments(self.store, watch))
        tax = cast(TaxSystem, WatchedTax(self.world.bureau.tax, orders, troubles))
        networks = {
            network: watched(client, self.world.simulators[network], troubles)
            for network, client in self._clients.items()
        }
        now = runtime.now
        repayer = Repayer(repayments, networks, now)
        pending = OrderWatch(runtime.uptime, runtime.below)
        self.cashier = Cashier(orders, tax, networks, now, numbering(name, runtime.below), pending, repayer)
        self.paymaster = Paymaster(refunds, orders, repayer)
        self.janitor = Janitor(self.cashier, self.paymaster, runtime)
        self.desk = RefundDesk(refunds, tax, self.world.ground.rules.refunds, Ways(orders, networks), now)
        self.office = RefundOffice(refunds, repayments, now, STAFF)
        self.powered = True

    def sweep(self) -> None:
        """A round of the janitor's; none where the last one has left nothing to do, and nobody was there since."""
        if not self._calm:
            self._do(self.janitor.sweep)
            self._calm = self._do(lambda: not self.store.orders.unsettled() and not self.paymaster.due())

    def begin(self, visit: Visit, bill: Bill) -> Order | None:
        """The visitor asks for a code; None where the terminal says that it cannot be paid now. Raises Dark."""
        try:
            return self._do(lambda: self.cashier.start(visit.network, "wechat", bill.person, (bill,), "社保费"))
        except (AlreadyPaid, BillBusy, ClockWrong, Unreachable):
            return None

    def check(self, number: str) -> Order:
        """Raises Dark."""
        return self._do(lambda: self.cashier.check(number))

    def cancel(self, number: str) -> Order:
        """Raises Dark."""
        return self._do(lambda: self.cashier.cancel(number))

    def apply(self, order: Order, to_bank: bool) -> Application | None:
        """The money for an order back: the visitor applies, and staff approve. Raises Dark."""
        return self._do(lambda: self._apply(order, to_bank))

    def pay_to_bank(self) -> None:
        """Staff pay out what is to go to a bank account. Raises Dark."""
        self._do(self._pay_to_bank)

    def lose_power(self, seconds: float) -> None:
        """What is on the disk at this moment is what the next start finds: it is copied before anything is closed."""
        if not self.powered:
            return
        after = self._new_folder(self._folder)
        self.close()
        self._folder = after
        self.world.timeline.after(seconds, self.start)

    def close(self) -> None:
        if self.powered:
            self._open.close()
            self.powered = False

    def _apply(self, order: Order, to_bank: bool) -> Application | None:
        person = order.bills[0].person
        item = next((item for item in self.desk.refundable(person) if item.order == order.number), None)
        if item is None:
            return None
        account = ACCOUNT if to_bank else None
        ground, network = self.desk.grounds(item)[0], None if to_bank else self.desk.network(item)
        draft = Draft(
            *(person, item, SumKind.CONTRIBUTION, ground, item.left, account, "13000000000", "演示"),
            applicant=NAME,
            network=network,
        )
        made = self.desk.apply(draft)
        if isinstance(made, RefundProblem):
            return None
        self.office.take(made.number)
        approved = self.office.approve(made.number)
        return None if isinstance(approved, RefundProblem) else approved

    def _pay_to_bank(self) -> None:
        for case in self.office.cases():
            application = case.application
            if application.state is RefundState.TAKEN:
                if application.account is None:
                    self.office.address(application.number, ACCOUNT)
                self.office.approve(application.number)
            self.office.send(application.number)
            if self._sent_to_bank(application.number):
                self.office.pay_out(application.number)

    def _sent_to_bank(self, number: str) -> bool:
        now = self.store.refunds.get(number)
        return now.route is Route.BANK and now.state is RefundState.SENDING

    def _do(self, what: Callable[[], T]) -> T:
        if not self.powered:
            raise Dark
        self._calm = False
        try:
            return what()
        except PowerCut:
            self.lose_power(DARK_S)
            raise Dark from None
        except StoreError as error:
            raise Dark from error

    def _new_folder(self, source: Path) -> Path:
        place = self.world.place / f"T{self.number:04}.{next(self._lives)}"
        shutil.copytree(source, place)
        return place
