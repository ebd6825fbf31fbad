"""The terminal's ports in a simulation: each is the real part, with the troubles that can strike on the way to it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, TypeVar, cast

from domain.certificates.paper import Media
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
from domain.payment.notices import Notifies
from domain.payment.order import Network, Order, OrderBook
from domain.payment.pace import Pace
from domain.payment.states import OrderState
from domain.people.person import Bill
from domain.ports import PostingRefused, TaxSystem, Unreachable
from domain.printing.printer import Condition, Job, Printer
from domain.reconciliation.bill import BillAnswer, BillSource
from domain.refunds.account import Account
from domain.refunds.states import RefundState
from kit.simulation.clock import HallRuntime
from kit.simulation.troubles import (
    AHEAD_S,
    BILLS,
    FATES,
    FAULTS,
    PRINTERS,
    WORDS_OF_PAID,
    WORDS_OF_REFUNDS,
    WORDS_OF_UNPAID,
    Clock,
    Cut,
    Doing,
    Key,
    Lie,
    Line,
    Part,
    Payer,
    State,
    TaxTrouble,
    Troubles,
    Word,
)
from kit.simulators.bills import BillFault, Bills
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.frame import Simulator
from kit.simulators.payer import Source
from kit.simulators.printers import PrinterTrouble
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wechat.simulator import WeChatSimulator

T = TypeVar("T")


class WatchedNetwork:
    """Implements `PaymentNetwork`, `BillSource` and `Notifies`."""

    def __init__(
        self, client: PaymentNetwork, simulator: Simulator, bills: Bills, troubles: Troubles, hall: HallRuntime
    ) -> None:
        assert isinstance(client, BillSource) and isinstance(client, Notifies)
        self._client, self._simulator = client, simulator
        self._source, self.notified, self.acknowledgement = client, client.notified, client.acknowledgement
        self._bills, self._troubles, self._hall = bills, troubles, hall

    @property
    def name(self) -> Network:
        return self._client.name

    @property
    def recalls(self) -> bool:
        return self._client.recalls

    @property
    def combines(self) -> int:
        return self._client.combines

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
        answer = self._asked(order.state, lambda: self._query(order))
        if (
            order.code
            and self._simulator.cancel(order.code)
            and self._troubles.strikes((Payer.JUST_AFTER,), order.state)
        ):
            self._simulator.pay(order.code, Source.CARD)
        return answer

    def close(self, order: Order) -> CloseAnswer:
        return self._asked(order.state, lambda: self._client.close(order))

    def refund(self, order: Order, refund: Refund) -> RefundAnswer:
        state = self._refunding(order)
        fate = self._troubles.strikes(FATES, state)
        self._simulator.faults.decide(fate if isinstance(fate, RefundFate) else RefundFate.DONE)
        return self._asked(state, lambda: self._client.refund(order, refund))

    def query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return self._asked(self._refunding(order), lambda: self._query_refund(order, refund))

    @property
    def day_begins(self) -> timedelta:
        return self._source.day_begins

    def bill(self, day: date) -> BillAnswer:
        fault = self._troubles.strikes(BILLS, Doing.RECONCILING)
        self._bills.fault = fault if isinstance(fault, BillFault) else BillFault.NONE
        return self._asked(Doing.RECONCILING, lambda: self._source.bill(day))

    def _turn(self, state: State) -> None:
        """What only one of the networks does before it is asked."""

    def _query(self, order: Order) -> QueryAnswer:
        return self._client.query(order)

    def _query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        return self._client.query_refund(order, refund)

    def _refunding(self, order: Order) -> State:
        """What is sent back of a posted order is an application's."""
        return OrderState.REFUND_DUE if order.state is OrderState.REFUND_DUE else RefundState.SENDING

    def _asked(self, state: State, ask: Callable[[], T]) -> T:
        troubles = self._troubles
        if isinstance(clock := troubles.strikes(tuple(Clock), state), Clock):
            self._hall.ahead += AHEAD_S[clock]
        self._turn(state)
        fault = troubles.strikes(FAULTS, state)
        self._simulator.faults.switch(fault if isinstance(fault, Fault) else Fault.NONE)
        try:
            troubles.cut(Cut.BEFORE_SEND, state)
            if troubles.strikes((Line.TWICE,), state):
                ask()
            answer = ask()
            troubles.cut(Cut.AFTER_SEND, state)
            troubles.cut(Cut.FOR_A_DAY, state)
        finally:
            self._simulator.faults.switch(Fault.NONE)
        return answer


class WatchedWeChat(WatchedNetwork):
    """Implements `Reroutes` as well. Its platform's key can become another, where it signs by certificates.

    Of what is paid with others it may say otherwise than of them.
    """

    def _turn(self, state: State) -> None:
        simulator = self._simulator
        assert isinstance(simulator, WeChatSimulator)
        if simulator.certificates and self._troubles.strikes((Key.ROTATED,), state):
            simulator.announce()
            simulator.switch()

    def _query(self, order: Order) -> QueryAnswer:
        faults = self._simulator.faults
        if faults.current is Fault.NONE and self._can_be_left_out(order) and self._troubles.strikes(Part, order.state):
            faults.switch(Fault.UNEVEN)
        return super()._query(order)

    def _can_be_left_out(self, order: Order) -> bool:
        parts = order.combined.parts if order.combined else ()
        return parts[-1:] == (order.trade,) and any(one.number == order.number for one in self._simulator.taken())

    def reroute(self, order: Order, refund: Refund, reference: str, to: Account) -> RefundAnswer:
        client = self._client
        assert isinstance(client, Reroutes)
        return self._asked(self._refunding(order), lambda: client.reroute(order, refund, reference, to))


class WatchedUnionPay(WatchedNetwork):
    """UnionPay has words of its own for a payment."""

    def _query(self, order: Order) -> QueryAnswer:
        is_paid = any(one.number == order.trade.number for one in self._simulator.taken())
        with self._saying(WORDS_OF_PAID if is_paid else WORDS_OF_UNPAID, order.state, order.trade.number):
            return super()._query(order)

    def _query_refund(self, order: Order, refund: Refund) -> RefundAnswer:
        with self._saying(WORDS_OF_REFUNDS, self._refunding(order), refund.number):
            return super()._query_refund(order, refund)

    @contextmanager
    def _saying(self, words: Iterable[Word], state: State, number: str) -> Iterator[None]:
        """Whoever asks meanwhile hears one of these, if that is to be and nothing else is wrong."""
        simulator = self._simulator
        assert isinstance(simulator, UnionPaySimulator)
        word = None if simulator.faults.current is not Fault.NONE else self._troubles.strikes(words, state)
        simulator.say(number, word or "")
        try:
            yield
        finally:
            simulator.say(number, "")


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


class WatchedPrinter:
    """Implements `Printer`: one that is pretended. `made` is told of each paper that is sent."""

    def __init__(
        self,
        behind: Callable[[Callable[[], PrinterTrouble]], Printer],
        troubles: Troubles,
        made: Callable[[bytes], None],
    ) -> None:
        self._behind, self._troubles, self._made = behind(lambda: self._lever), troubles, made
        self._lever = PrinterTrouble.NONE

    @property
    def name(self) -> str:
        return self._behind.name

    @property
    def media(self) -> Media:
        return self._behind.media

    def condition(self) -> Condition:
        return self._behind.condition()

    def start(self, pdf: bytes, copies: int) -> str:
        self._pull()
        self._troubles.cut(Cut.BEFORE_PRINT, Doing.PRINTING)
        job = self._behind.start(pdf, copies)
        self._made(pdf)
        self._troubles.cut(Cut.AFTER_PRINT, Doing.PRINTING)
        return job

    def look(self, job: str) -> Job:
        self._pull()
        return self._behind.look(job)

    def end(self, job: str) -> None:
        self._behind.end(job)

    def clear(self) -> None:
        self._behind.clear()

    def _pull(self) -> None:
        trouble = self._troubles.strikes(PRINTERS, Doing.PRINTING)
        self._lever = trouble if isinstance(trouble, PrinterTrouble) else PrinterTrouble.NONE


KINDS = {"wechat": WatchedWeChat, "alipay": WatchedNetwork, "unionpay": WatchedUnionPay}


def watched(
    client: PaymentNetwork, simulator: Simulator, bills: Bills, troubles: Troubles, hall: HallRuntime
) -> PaymentNetwork:
    """The client of a network, with what can go wrong on the way to it, at the terminal with this runtime."""
    return cast(PaymentNetwork, KINDS[client.name](client, simulator, bills, troubles, hall))
