"""The terminal's ports in a simulation: each is the real part, with the troubles that can strike on the way to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from domain.payment.events import OrderEvent
from domain.payment.network import (
    CloseAnswer,
    Closed,
    CreateAnswer,
    PaymentNetwork,
    QueryAnswer,
    Refund,
    RefundAnswer,
    Reroutes,
)
from domain.payment.order import Network, Order, OrderBook
from domain.payment.pace import Pace
from domain.payment.states import OrderState
from domain.people.person import Bill
from domain.ports import PostingRefused, TaxSystem, Unreachable
from domain.refunds.account import Account
from domain.refunds.application import Application
from domain.refunds.events import RefundEvent
from domain.refunds.states import RefundState
from domain.repayments.events import RepaymentEvent
from domain.repayments.repayment import Claim, Repayment
from kit.simulation.troubles import FATES, FAULTS, Cut, Lie, State, StoreTrouble, TaxTrouble, Troubles
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.frame import Simulator
from storage.store import Store

T = TypeVar("T")
CODES = {StoreTrouble.FULL: dbapi2.SQLITE_FULL, StoreTrouble.LOCKED: dbapi2.SQLITE_BUSY}


class WatchedNetwork:
    """Implements `PaymentNetwork`."""

    def __init__(self, client: PaymentNetwork, simulator: Simulator, troubles: Troubles) -> None:
        self._client, self._simulator, self._troubles = client, simulator, troubles

    @property
    def name(self) -> Network:
        return self._client.name

    @property
    def recalls(self) -> bool:
        return self._client.recalls

    def create(self, order: Order, description: str) -> CreateAnswer:
        return self._asked(order.state, lambda: self._client.create(order, description))

    @property
    def pace(self) -> Pace:
        return self._client.pace

    def greet(self) -> None:
        self._client.greet()

    def time(self) -> datetime | None:
        return self._client.time()

    def query(self, order: Order) -> QueryAnswer:
        if self._troubles.strikes((Lie.CLOSED,), order.state):
            return Closed()
        return self._asked(order.state, lambda: self._client.query(order))

    def close(self, order: Order) -> CloseAnswer:
        return self._asked(order.state, lambda: self._client.close(order))

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        state = self._refunding(order)
        fate = self._troubles.strikes(FATES, state)
        self._simulator.faults.decide(fate if isinstance(fate, RefundFate) else RefundFate.DONE)
        return self._asked(state, lambda: self._client.refund(order, refund))

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return self._asked(self._refunding(order), lambda: self._client.query_refund(order, refund))

    def _refunding(self, order: Order) -> State:
        """What is sent back of a posted order is an application's."""
        return OrderState.REFUND_DUE if order.state is OrderState.REFUND_DUE else RefundState.SENDING

    def _asked(self, state: State, ask: Callable[[], T]) -> T:
        fault = self._troubles.strikes(FAULTS, state)
        self._simulator.faults.switch(fault if isinstance(fault, Fault) else Fault.NONE)
        try:
            self._troubles.cut(Cut.BEFORE_SEND, state)
            answer = ask()
            self._troubles.cut(Cut.AFTER_SEND, state)
        finally:
            self._simulator.faults.switch(Fault.NONE)
        return answer


class WatchedRerouter(WatchedNetwork):
    """Implements `Reroutes` as well."""

    def reroute(self, order: Order, refund: Refund, reference: str, to: Account) -> RefundAnswer:
        client = self._client
        assert isinstance(client, Reroutes)
        return self._asked(self._refunding(order), lambda: client.reroute(order, refund, reference, to))


class WatchedOrders:
    """Implements `OrderBook`: the terminal's own."""

    def __init__(self, store: Store, watch: "Watch") -> None:
        self._book, self._watch = store.orders, watch

    def __getattr__(self, name: str) -> Any:
        return getattr(self._book, name)

    def move(self, order: Order, event: OrderEvent, at: datetime) -> Order:
        with self._watch.moving(order.state):
            return self._book.move(order, event, at)


class WatchedRefunds:
    """Implements `RefundBook`: the terminal's own."""

    def __init__(self, store: Store, watch: "Watch") -> None:
        self._book, self._watch = store.refunds, watch

    def __getattr__(self, name: str) -> Any:
        return getattr(self._book, name)

    def move(self, application: Application, event: RefundEvent, at: datetime, who: str) -> Application:
        with self._watch.moving(application.state):
            return self._book.move(application, event, at, who)


class WatchedRepayments:
    """Implements `RepaymentBook`: the terminal's own, for what is owed and for what was applied for."""

    def __init__(self, store: Store, watch: "Watch") -> None:
        self._book, self._watch = store.repayments, watch

    def __getattr__(self, name: str) -> Any:
        return getattr(self._book, name)

    def begin(self, claim: Claim, number: str, at: datetime, now: datetime, who: str) -> Repayment:
        with self._watch.moving(_claimed(claim.application)):
            return self._book.begin(claim, number, at, now, who)

    def move(self, repayment: Repayment, event: RepaymentEvent, at: datetime, who: str) -> Repayment:
        with self._watch.moving(_claimed(repayment.claim != repayment.order)):
            return self._book.move(repayment, event, at, who)


def _claimed(applied: object) -> State:
    return RefundState.SENDING if applied else OrderState.REFUND_DUE


class Watch:
    """Strikes at the commits of a store, while something in it is being moved."""

    def __init__(self, troubles: Troubles, store: Store) -> None:
        self._troubles = troubles
        self._state: State | None = None
        event.listen(store.sessions.engine, "commit", self._before)
        event.listen(store.sessions.writer, "after_commit", self._after)

    @contextmanager
    def moving(self, state: State) -> Iterator[None]:
        self._state = state
        try:
            yield
        finally:
            self._state = None

    def _before(self, _: object) -> None:
        if self._state is None:
            return
        trouble = self._troubles.strikes(tuple(CODES), self._state)
        if isinstance(trouble, StoreTrouble):
            why = dbapi2.OperationalError(str(trouble))
            why.sqlite_errorcode = CODES[trouble]
            raise OperationalError("COMMIT", None, why)
        self._troubles.cut(Cut.BEFORE_COMMIT, self._state)

    def _after(self, _: object) -> None:
        if self._state is not None:
            self._troubles.cut(Cut.AFTER_COMMIT, self._state)


class WatchedTax:
    """Implements `TaxSystem`: the bureau's, on a line that can break. `orders` tells how an order stands."""

    def __init__(self, behind: TaxSystem, orders: OrderBook, troubles: Troubles) -> None:
        self._behind, self._orders, self._troubles = behind, orders, troubles

    def __getattr__(self, name: str) -> Any:
        return getattr(self._behind, name)

    def paid(self, person: int) -> frozenset[str]:
        if self._troubles.strikes((TaxTrouble.DOWN,), OrderState.CREATED):
            raise Unreachable("broken on purpose")
        return self._behind.paid(person)

    def post(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str) -> str:
        troubles, state = self._troubles, self._orders.get(number).state
        if troubles.strikes((TaxTrouble.DOWN,), state):
            raise Unreachable("broken on purpose")
        posted = self._behind.paid(bills[0].person)  # What is posted stays posted.
        if bills[0].key not in posted and troubles.strikes((TaxTrouble.REFUSES,), state):
            raise PostingRefused("broken on purpose")
        troubles.cut(Cut.BEFORE_POST, state)
        voucher = self._behind.post(number, bills, paid_at, channel)
        troubles.cut(Cut.AFTER_POST, state)
        return voucher


def watched(client: PaymentNetwork, simulator: Simulator, troubles: Troubles) -> PaymentNetwork:
    """The client of a network, with what can go wrong on the way to it."""
    kind = WatchedRerouter if isinstance(client, Reroutes) else WatchedNetwork
    return cast(PaymentNetwork, kind(client, simulator, troubles))
