"""What can go wrong in a simulation, where it strikes, and the count of what was struck.

A trouble waits for its place and for a state: so a plan reaches each pair of them on purpose, not by luck.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.payment.states import ASKED, OrderState
from domain.refunds.states import RefundState
from kit.simulators.faults import Fault, RefundFate

State = OrderState | RefundState
S = OrderState


class Cut(StrEnum):
    """The terminal loses its power, at one of these moments."""

    BEFORE_COMMIT = "cut before commit"
    AFTER_COMMIT = "cut after commit"
    BEFORE_SEND = "cut before send"
    AFTER_SEND = "cut after send"
    BEFORE_POST = "cut before posting"
    AFTER_POST = "cut after posting"


class StoreTrouble(StrEnum):
    FULL = "disk full"
    LOCKED = "store locked"


class TaxTrouble(StrEnum):
    DOWN = "tax system silent"
    REFUSES = "posting refused"


class Lie(StrEnum):
    CLOSED = "said to be closed, and paid"
    """the network's word is well signed, and its code can be paid all the same"""


FAULTS = tuple(fault for fault in Fault if fault is not Fault.NONE)

FATES = tuple(fate for fate in RefundFate if fate is not RefundFate.DONE)

Kind = Fault | RefundFate | Lie | Cut | StoreTrouble | TaxTrouble
Cell = tuple[Kind, State]

AT_NETWORK: frozenset[State] = frozenset({*ASKED, S.REFUND_DUE, RefundState.SENDING})
"""States in which a network is asked."""
TO_BE_POSTED: frozenset[State] = frozenset({S.PAID, S.LATE_SUCCESS})
MOVED: frozenset[State] = frozenset({*OrderState, RefundState.APPROVED, RefundState.SENDING}) - {
    S.UNPAID,
    S.POSTED,
    S.REFUNDED,
}
"""States out of which the terminal itself moves an order or a refund."""

PLACES: tuple[tuple[Iterable[Kind], frozenset[State]], ...] = (
    (FAULTS, AT_NETWORK),
    (FATES, frozenset({S.REFUND_DUE, RefundState.SENDING})),
    ((Lie.CLOSED,), frozenset({S.PRESENTED, S.UNKNOWN, S.EXPIRING})),
    ((Cut.BEFORE_SEND, Cut.AFTER_SEND), AT_NETWORK),
    ((Cut.BEFORE_COMMIT, Cut.AFTER_COMMIT, *StoreTrouble), MOVED),
    ((Cut.BEFORE_POST, Cut.AFTER_POST, TaxTrouble.REFUSES), TO_BE_POSTED),
    ((TaxTrouble.DOWN,), TO_BE_POSTED | {S.CREATED}),
)
CELLS: tuple[Cell, ...] = tuple((kind, state) for kinds, states in PLACES for kind in kinds for state in sorted(states))
"""Every fault with every state of an order or a refund that it can meet."""


class PowerCut(BaseException):
    """Nobody catches this: what ran ends where it stands."""


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

    def strikes(self, kinds: Iterable[Kind], state: State) -> Kind | None:
        """What goes wrong here and now, if anything does."""
        if self.over:
            return None
        for left in self._left:
            if left.trouble.kind not in kinds or left.trouble.state is not state or not left.times:
                continue
            if left.skip:
                left.skip -= 1
                continue
            left.times -= 1
            self.struck[left.trouble.kind, state] += 1
            return left.trouble.kind
        return None

    def cut(self, where: Cut, state: State) -> None:
        """Raise PowerCut if the power goes here."""
        if self.strikes((where,), state):
            raise PowerCut(where)
