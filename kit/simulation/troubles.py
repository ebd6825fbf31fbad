"""What can go wrong in a simulation, where it strikes, and the count of what was struck.

A trouble waits for its place and for a state: so a plan reaches each pair of them on purpose, not by luck.
"""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

from domain.payment.cashier import PAYABLE_FOR, UNKNOWN_FOR
from domain.payment.life import TRANSITIONS as OF_ORDERS
from domain.payment.states import ASKED, FOR_STAFF, OrderState
from domain.refunds.life import TRANSITIONS as OF_REFUNDS
from domain.refunds.states import RefundState
from kit.simulators.bills import BillFault
from kit.simulators.faults import Fault, RefundFate
from kit.simulators.printers import PrinterTrouble

S = OrderState


class Doing(StrEnum):
    """What is under way where no order or refund has a state."""

    ORDERING = auto()
    APPLYING = auto()
    ISSUING = auto()
    PRINTING = auto()
    RECONCILING = auto()


State = OrderState | RefundState | Doing


class Cut(StrEnum):
    """The terminal loses its power, at one of these moments."""

    BEFORE_COMMIT = "cut before commit"
    AFTER_COMMIT = "cut after commit"
    BEFORE_SEND = "cut before send"
    AFTER_SEND = "cut after send"
    FOR_A_DAY = "cut after send, for a day"
    BEFORE_POST = "cut before posting"
    AFTER_POST = "cut after posting"
    BEFORE_PRINT = "cut before print"
    AFTER_PRINT = "cut after print"


class StoreTrouble(StrEnum):
    FULL = "disk full"
    LOCKED = "store locked"


class TaxTrouble(StrEnum):
    DOWN = "tax system silent"
    REFUSES = "posting refused"


class Lie(StrEnum):
    CLOSED = "said to be closed, and paid"
    """the network's word is well signed, and its code can be paid all the same"""


class Word(StrEnum):
    """What UnionPay says once of a payment or refund, well signed, whatever it says the next time (`origRespCode`)."""

    LATE = "42"
    SENT_BACK = "45"
    ENTRY_UNKNOWN = "74"
    NOT_ENTERED = "75"
    NOT_ENABLED = "76"
    OTHER = "95"


WORDS_OF_PAID = (Word.LATE, Word.SENT_BACK, Word.ENTRY_UNKNOWN, Word.NOT_ENTERED)
"""Of money that was taken; the others are said of a code that nobody has paid."""
WORDS_OF_UNPAID = (Word.NOT_ENABLED, Word.OTHER)
WORDS_OF_REFUNDS = (*WORDS_OF_PAID, Word.OTHER)
"""No code of a refusal: it is not said of a refund that is done."""


class Key(StrEnum):
    ROTATED = "signed by a new certificate"
    """WeChat Pay lists it and signs with it from this moment on: the terminal has never seen it"""


class Part(StrEnum):
    NOT_THIS_ONE = "paid with others, and said not to be"
    """WeChat Pay's word is well signed, and of those that are paid by one code only the others have it so"""


class Door(StrEnum):
    """Two of the staff end an order of which the terminal hears nothing, by what the merchant's platform shows."""

    SENT_BACK = "sent back at the platform"
    BY_HAND = "posted by hand"


class Line(StrEnum):
    TWICE = "comes twice"
    """what was asked for reaches the network twice, and the second answer is the one that comes"""


class Payer(StrEnum):
    JUST_AFTER = "paid just after being asked about"
    """the network says that nobody has paid, and somebody does"""


class Clock(StrEnum):
    """Somebody sets the terminal's clock, just before it asks a network."""

    FAST = "clock 8 minutes fast"
    SLOW = "clock 8 minutes slow"
    TOMORROW = "clock a day ahead"
    YESTERDAY = "clock a day behind"


AHEAD_S = {Clock.FAST: 480.0, Clock.SLOW: -480.0, Clock.TOMORROW: 86400.0, Clock.YESTERDAY: -86400.0}
FAULTS = tuple(fault for fault in Fault if fault not in {Fault.NONE, Fault.UNEVEN})
FATES = tuple(fate for fate in RefundFate if fate is not RefundFate.DONE)
BILLS = tuple(fault for fault in BillFault if fault is not BillFault.NONE)
PRINTERS = tuple(trouble for trouble in PrinterTrouble if trouble is not PrinterTrouble.NONE)

Kind = (
    Fault
    | RefundFate
    | BillFault
    | PrinterTrouble
    | Lie
    | Word
    | Key
    | Part
    | Door
    | Line
    | Payer
    | Clock
    | Cut
    | StoreTrouble
    | TaxTrouble
)
Cell = tuple[Kind, State]

SENDING_BACK: frozenset[State] = frozenset({S.REFUND_DUE, RefundState.SENDING})
"""States in which money is on its way back."""
AT_NETWORK: frozenset[State] = ASKED | SENDING_BACK
"""States in which a network is asked."""
assert PAYABLE_FOR < UNKNOWN_FOR
PAYABLE: frozenset[State] = frozenset({S.PRESENTED, S.UNKNOWN, S.EXPIRING})
"""States of an order whose code somebody has, and can pay as long as it lives: when people look at it, it has ended."""
TO_BE_POSTED: frozenset[State] = frozenset({S.PAID, S.LATE_SUCCESS})
MOVED: frozenset[State] = frozenset(
    state for life in (OF_ORDERS, OF_REFUNDS) for state, edges in life.items() if state and edges
)
"""States that something leads out of, by the tables."""

PLACES: tuple[tuple[Iterable[Kind], frozenset[State]], ...] = (
    (FAULTS, AT_NETWORK | {Doing.RECONCILING}),
    (FATES, SENDING_BACK),
    ((Lie.CLOSED,), frozenset({S.PRESENTED, S.UNKNOWN, S.EXPIRING, S.CLOSED})),
    ((Payer.JUST_AFTER,), PAYABLE),
    ((Line.TWICE, Cut.FOR_A_DAY, Key.ROTATED, *Clock), AT_NETWORK),
    (Part, ASKED - {S.CREATED}),
    (Door, FOR_STAFF),
    ((*WORDS_OF_PAID, *WORDS_OF_UNPAID), ASKED - {S.CREATED}),
    (WORDS_OF_REFUNDS, SENDING_BACK),
    ((Cut.BEFORE_SEND, Cut.AFTER_SEND), AT_NETWORK | {Doing.RECONCILING}),
    ((Cut.BEFORE_COMMIT, Cut.AFTER_COMMIT, *StoreTrouble), MOVED | {*Doing}),
    ((Cut.BEFORE_POST, Cut.AFTER_POST, TaxTrouble.REFUSES), TO_BE_POSTED),
    ((TaxTrouble.DOWN,), TO_BE_POSTED | {S.CREATED}),
    ((Cut.BEFORE_PRINT, Cut.AFTER_PRINT, *PRINTERS), frozenset({Doing.PRINTING})),
    (BILLS, frozenset({Doing.RECONCILING})),
)
CELLS: tuple[Cell, ...] = tuple(
    (kind, state) for kinds, states in PLACES for kind in kinds for state in sorted(states, key=repr)
)
"""Every fault with every state of an order or a refund that it can meet."""


SHORTLY_S, A_DAY_S = 30.0, 86400.0


class PowerCut(BaseException):
    """Nobody catches this: what ran ends where it stands. The terminal is dark for so many seconds."""

    def __init__(self, dark_s: float) -> None:
        super().__init__(f"dark for {dark_s:.0f} s")
        self.dark_s = dark_s


@dataclass(frozen=True, slots=True)
class Trouble:
    """Strikes `times` times at `kind`'s place while a `state` is there, after `skip` times of passing by."""

    kind: Kind
    state: State
    skip: int = 0
    times: int = 1


@dataclass(slots=True)
class _Left:
    trouble: Trouble
    skip: int
    times: int


class Troubles:
    """Those of one play, as far as they have not struck. `struck` counts every cell that was."""

    def __init__(self, planned: Iterable[Trouble]) -> None:
        self._left = [_Left(one, one.skip, one.times) for one in planned]
        self.struck: Counter[Cell] = Counter()
        self.over = False
        """From then on nothing goes wrong any more."""

    def seek(self, states: Container[State]) -> bool:
        """Whether there is one for any of these states."""
        return any(left.trouble.state in states for left in self._left)

    def seeks(self, kind: Kind, state: State | None = None) -> bool:
        """Whether there is one of this kind; if `state` is given, whether it is still to strike there."""
        return any(left.trouble.kind is kind and (state is None or self._is_left(left, state)) for left in self._left)

    def strikes(self, kinds: Iterable[Kind], state: State) -> Kind | None:
        """What goes wrong here and now, if anything does."""
        if self.over:
            return None
        for left in self._left:
            if left.trouble.state is not state or not left.times or left.trouble.kind not in kinds:
                continue
            if left.skip:
                left.skip -= 1
                continue
            left.times -= 1
            self.struck[left.trouble.kind, state] += 1
            return left.trouble.kind
        return None

    def _is_left(self, left: _Left, state: State) -> bool:
        return left.trouble.state is state and left.times > 0 and not self.over

    def cut(self, where: Cut, state: State) -> None:
        """Raise PowerCut if the power goes here."""
        if self.strikes((where,), state):
            raise PowerCut(A_DAY_S if where is Cut.FOR_A_DAY else SHORTLY_S)
