"""One terminal of a play: its store, and the parts of `main.open_backend` that money goes through."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import TypeVar, cast

from adapters.bookkeeper import Bookkeeper
from adapters.janitor import Janitor
from adapters.notifications import Notifications
from domain.certificates.book import AlreadyOpened
from domain.certificates.issuing import NotTrue
from domain.payment import household
from domain.payment.cashier import AlreadyPaid, Cashier, PaidOtherwise
from domain.payment.clocks import ClockWrong
from domain.payment.numbers import numbering
from domain.payment.order import BillBusy, Network, Order
from domain.payment.watch import Watch as OrderWatch
from domain.people.person import Bill
from domain.ports import TaxSystem, Unreachable
from domain.printing.press import Run
from domain.printing.printer import PrinterFault
from domain.reconciliation.bill import sources
from domain.reconciliation.office import Ledger
from domain.reconciliation.reconciler import Reconciler
from domain.refunds.account import Account
from domain.refunds.application import Application, Draft, Route, SumKind
from domain.refunds.desk import RefundDesk
from domain.refunds.office import RefundOffice
from domain.refunds.paymaster import Paymaster
from domain.refunds.problems import RefundProblem
from domain.refunds.states import RefundState
from domain.refunds.ways import Ways
from domain.repayments.repayer import Repayer
from kit.simulation.books import Watch
from kit.simulation.clock import HallRuntime
from kit.simulation.papers import PrintShop
from kit.simulation.plan import Visit
from kit.simulation.staff import FIRST, Staff
from kit.simulation.troubles import PowerCut, Troubles
from kit.simulation.watched import WatchedTax, watched
from kit.simulation.world import World, files, lay
from storage import StoreError, hold_store
from storage.store import Store

T = TypeVar("T")
NAME = "演示人"
ACCOUNT = Account("工商银行", "6222020000000000", NAME)


class Dark(Exception):
    """The terminal has no power now, or what was asked of it failed: nothing is known of what was asked."""


class Terminal:
    """`number` counts from 0. Between a power cut and its next start it does nothing."""

    def __init__(self, world: World, number: int, troubles: Troubles) -> None:
        self.world, self.number, self._troubles = world, number, troubles
        self.runtime = HallRuntime(world.time)
        self.papers: list[tuple[str, int]] = []
        """Every paper that was ever sent to its printer: the certificate's number, and which print of it."""
        self.unfounded: list[str] = []
        """What was wrong about papers when they were sent."""
        self.moved_at = world.time.now()
        """When something of an order or a refund was last written down, by the world's clock."""
        self._clients = world.clients(self.runtime)
        self._lives = count(1)
        self._folder = self._new_folder()
        lay(self._folder, world.ground.terminal)
        self._name = f"T{number:04}"
        self.powered = self._prints = False
        self.abandoned = 0
        """How many prints the last start has ended, of which nobody knew the end."""
        self._starting()

    def start(self) -> None:
        """As `main.open_backend` starts."""
        self._open = ExitStack()
        self.runtime.start_anew()
        name, runtime, troubles = self._name, self.runtime, self._troubles
        self.store: Store = self._open.enter_context(
            hold_store(files(self._folder), terminal=name, token=runtime.token)
        )
        self._watch = watch = Watch(troubles, self.store, self._moved)
        self._calm_at: int | None = None
        self._busy_at: int | None = None
        self.orders, self.refunds, self.repayments = map(watch.book, ("orders", "refunds", "repayments"))
        tax = cast(TaxSystem, WatchedTax(self.world.tax, self.orders, troubles))
        world, rules, now = self.world, self.world.ground.rules, runtime.now
        networks = {
            network: watched(client, world.simulators[network], world.bills(network), troubles, runtime)
            for network, client in self._clients.items()
        }
        repayer = Repayer(self.repayments, networks, now)
        pending = OrderWatch(runtime.uptime, runtime.below)
        self.cashier = Cashier(self.orders, tax, networks, now, numbering(name, runtime.below), pending, repayer)
        self.paymaster = Paymaster(self.refunds, self.orders, repayer)
        self.janitor = Janitor(self.cashier, self.paymaster, runtime)
        self.notifications = Notifications(networks, self.janitor.hear, runtime.uptime)
        self.desk = RefundDesk(self.refunds, tax, rules.refunds, Ways((self.orders,), networks), now)
        self.office = RefundOffice(self.refunds, self.repayments, now, FIRST)
        books, reports, cases = map(watch.book, ("books", "reports", "cases"))
        self.reconciler = Reconciler(books, reports, cases, sources(networks), self.cashier.claimed, now, name)
        ledger = Ledger(books, reports, cases)
        self.staff = Staff(self.orders, self.cashier, ledger, self.refunds, world, troubles)
        self.bookkeeper = Bookkeeper(self.reconciler, runtime)
        self._tax, self._certificates = tax, watch.book("certificates")
        self._shop: PrintShop | None = None
        self.abandoned = 0
        if self._prints:
            self.abandoned = self._certificates.abandon_prints(now())
        self.powered = True

    @property
    def shop(self) -> PrintShop:
        """Where it prints: opened by the first who wants a paper."""
        if self._shop is None:
            self._prints = True
            rules, tray = self.world.ground.rules, self._folder / "tray"
            self._shop = PrintShop(
                *(self._name, self._certificates, self._tax, self.refunds, rules.offices, self.runtime, tray),
                *(self._troubles, self._printed),
            )
        return self._shop

    def sweep(self) -> None:
        """A round of the janitor's; none where the last one has left nothing to do, and nothing was written since."""
        if self.is_calm():
            return
        self.do(self.janitor.sweep)
        if self._busy_at != self._watch.commits:  # Only what is written makes it calm.
            if self.do(lambda: not self.orders.unsettled() and not self.paymaster.due()):
                self._calm_at = self._watch.commits
            else:
                self._busy_at = self._watch.commits

    def is_calm(self) -> bool:
        """Whether the janitor has nothing to look after."""
        return self.powered and self._calm_at == self._watch.commits

    def keep_books(self) -> None:
        """A round of the bookkeeper's."""
        self.do(self.bookkeeper.sweep)

    def begin(self, visit: Visit, bills: tuple[Bill, ...]) -> tuple[Order, ...]:
        """The visitor asks for a code; none where the terminal says that it cannot be paid now. Raises Dark."""
        parts, payer = tuple((bill,) for bill in bills), bills[0].person
        try:
            return self.do(lambda: self.cashier.start_combined(visit.network, "wechat", payer, parts, "社保费"))
        except (AlreadyPaid, BillBusy, ClockWrong, Unreachable):
            return ()

    def hear(self, network: Network, number: str) -> None:
        """A network tells that an order was paid, and the janitor goes at once. Raises Dark."""
        self.do(lambda: self.notifications.take(f"/{network}", *self.world.notification(network, number)))
        self.do(self.janitor.sweep)

    def check(self, numbers: tuple[str, ...]) -> tuple[Order, ...]:
        """Raises Dark."""
        return self._asked(numbers, household.check)

    def cancel(self, numbers: tuple[str, ...]) -> tuple[Order, ...]:
        """Raises Dark."""
        return self._asked(numbers, household.cancel)

    def print(self, order: Order) -> Run | None:
        """A certificate of an order, on paper; None where none can be had now. Raises Dark."""
        try:
            certificate = self.do(lambda: self.shop.issue(self.world.ground.person, order))
            return self.do(lambda: self.shop.print(certificate)) if certificate else None
        except (AlreadyOpened, NotTrue, PrinterFault):
            return None

    def apply(self, order: Order, to_bank: bool) -> Application | None:
        """The money for an order back: the visitor applies. Raises Dark."""
        return self.do(lambda: self._apply(order, to_bank))

    def see_to_refunds(self) -> None:
        """Staff take, approve, and pay out what is to go to a bank account. Raises Dark."""
        self.do(self._see_to_refunds)

    def see_to_orders(self) -> None:
        """Two of the staff end orders, as far as that is planned. Raises Dark."""
        self.do(self.staff.see_to_orders)

    def came_back(self) -> None:
        """What was paid to a bank account comes back from there, staff say. Raises Dark."""
        self.do(self._came_back)

    def restart(self) -> None:
        """Switched off as it should be, and on again."""
        self.close()
        self.start()

    def lose_power(self, seconds: float) -> None:
        """What is on the disk at this moment is what the next start finds: it is copied before anything is closed."""
        if not self.powered:
            return
        after = self._new_folder()
        shutil.copytree(self._folder, after, copy_function=shutil.copy)
        self.close()
        self._folder = after
        self.world.timeline.after(seconds, self._starting)

    def close(self) -> None:
        if self.powered:
            self._open.close()
            self.powered = False

    def do(self, what: Callable[[], T]) -> T:
        """Raises Dark."""
        if not self.powered:
            raise Dark
        try:
            return what()
        except PowerCut as cut:
            self.lose_power(cut.dark_s)
            raise Dark from None
        except StoreError as error:
            raise Dark from error

    def _asked(
        self, numbers: tuple[str, ...], ask: Callable[[Cashier, tuple[str, ...]], tuple[Order, ...]]
    ) -> tuple[Order, ...]:
        try:
            return self.do(lambda: ask(self.cashier, numbers))
        except PaidOtherwise:
            return self.do(lambda: tuple(map(self.cashier.get, numbers)))

    def _starting(self) -> None:
        """Whatever strikes while it starts, it starts again."""
        try:
            self.start()
        except PowerCut as cut:
            self._open.close()
            self.world.timeline.after(cut.dark_s, self._starting)
        except StoreError:
            self._open.close()
            self.world.timeline.after(10.0, self._starting)

    def _moved(self) -> None:
        self.moved_at = self.world.time.now()

    def _printed(self, number: str, attempt: int) -> None:
        """A paper goes to the printer: what stands on it was paid, and is still there."""
        certificate = self.store.certificates.find(number)
        if certificate is None or certificate.prints < attempt:
            self.unfounded.append(f"{number}: its print {attempt} is in no book")
            return
        vouchers = {line.voucher for line in certificate.content.lines}
        payments = self.world.tax.payments(self.world.ground.person.id)
        orders = {payment.order for payment in payments if payment.voucher in vouchers}
        trades = {order.trade.number for number in orders for order in self.store.orders.known_as(number)}
        kept = [one for one in self.world.taken() if one.number in trades and one.refunded < one.fen]
        if len(kept) != len(vouchers):
            self.unfounded.append(f"{number}: printed, and there is no money for it")
        self.papers.append((number, attempt))

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
        return None if isinstance(made, RefundProblem) else made

    def _came_back(self) -> None:
        for one in self.refunds.of(self.world.ground.person.id):
            if one.route is Route.BANK and one.state is RefundState.PAID_OUT:
                self.office.came_back(one.number)

    def _see_to_refunds(self) -> None:
        for case in self.office.cases():
            number, application = case.application.number, case.application
            if application.state is RefundState.SUBMITTED:
                self.office.take(number)
            if application.state in {RefundState.SUBMITTED, RefundState.TAKEN}:
                if case.came_back and application.account is None:
                    self.office.address(number, ACCOUNT)
                self.office.approve(number)
            if self._stands(number, RefundState.APPROVED):
                self.office.send(number)
            if self._stands(number, RefundState.SENDING):
                self.office.pay_out(number)

    def _stands(self, number: str, state: RefundState) -> bool:
        """Whether it goes to a bank account, and has come to this state."""
        now = self.refunds.get(number)
        return now.route is Route.BANK and now.state is state

    def _new_folder(self) -> Path:
        return self.world.place / f"T{self.number:04}.{next(self._lives)}"
