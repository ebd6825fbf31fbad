"""What happens in one play, drawn from its seed: who comes when and does what, and what goes wrong.

A plan is data: it can be printed, played again, and made smaller.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from domain.payment.order import Network
from domain.payment.states import OrderState
from domain.refunds.states import RefundState
from domain.runtime import HALL_TIME
from kit.simulation.troubles import CELLS, FAULTS, Cell, Cut, Lie, StoreTrouble, TaxTrouble, Trouble
from kit.simulators.faults import Fault

NETWORKS = (Network("wechat"), Network("alipay"), Network("unionpay"))
S = OrderState
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
MORNING = datetime(2026, 11, 24, 10, 24, tzinfo=HALL_TIME)
"""When every play begins."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody pays `bill`, a number of one, at `terminal`, from `at` on (seconds).

    The phone pays `pays` seconds after the code, each time anew; the visitor cancels, or goes away without a word.
    Afterwards, a day later, `refund` applies for the money back, which goes by `to_bank` or by the network.
    """

    at: float
    terminal: int
    bill: int
    network: Network
    pays: tuple[float, ...] = ()
    cancels: float | None = None
    leaves: float = 400.0
    refund: bool = False
    to_bank: bool = False


@dataclass(frozen=True, slots=True)
class ClockSet:
    """Somebody sets a terminal's clock `by` so many seconds."""

    at: float
    terminal: int
    by: float


@dataclass(frozen=True, slots=True)
class Off:
    """Somebody pulls a terminal's plug, and puts it back after so many seconds."""

    at: float
    terminal: int
    lasts: float


@dataclass(frozen=True, slots=True)
class Plan:
    seed: int
    visits: tuple[Visit, ...]
    troubles: tuple[Trouble, ...]
    clocks: tuple[ClockSet, ...] = ()
    offs: tuple[Off, ...] = ()


TERMINALS = 2
BILLS = 40

LONG_LOST = Trouble(Fault.DOWN, S.EXPIRING, times=10_000)
TO_UNKNOWN = (Trouble(Fault.LOSE_ANSWER, S.CREATED),)
ROUTES: dict[object, tuple[Trouble, ...]] = {
    S.UNKNOWN: TO_UNKNOWN,
    S.MANUAL_REVIEW: (*TO_UNKNOWN, Trouble(Fault.DOWN, S.UNKNOWN, times=10_000), LONG_LOST),
    S.POSTING_FAILED: (Trouble(TaxTrouble.REFUSES, S.PAID),),
    S.REFUND_DUE: (Trouble(TaxTrouble.REFUSES, S.PAID),),
}
"""What leads an order to a state that it does not come to by itself."""


def drawn(seed: int) -> Plan:
    """Each seed is after one cell, in turns, and otherwise as chance will have it."""
    chance = Random(seed)  # noqa: S311 - it has to be foretold
    wanted = CELLS[seed % len(CELLS)]
    visits = [*_after(wanted, chance), *(_any_visit(chance) for _ in range(chance.randrange(3)))]
    troubles = [*_towards(wanted, chance), *(_any_trouble(chance) for _ in range(chance.randrange(3)))]
    clocks = [_any_clock(chance) for _ in range(chance.randrange(4) == 0)]
    offs = [_any_off(chance) for _ in range(chance.randrange(4) == 0)]
    return Plan(seed, tuple(visits), tuple(troubles), tuple(clocks), tuple(offs))


def _is_late(cell: Cell) -> bool:
    """Whether an order comes there only by being paid after it was closed."""
    kind, state = cell
    return state is S.LATE_SUCCESS or (state is S.CLOSED and kind not in FAULTS)


def _after(cell: Cell, chance: Random) -> tuple[Visit, ...]:
    """Visits in which an order comes to the cell's state."""
    _, state = cell
    any_one = replace(_any_visit(chance), at=5.0, pays=(chance.uniform(2, 20),), cancels=None, leaves=400.0)
    if _is_late(cell):
        return (replace(any_one, pays=(chance.uniform(60, 200),)),)
    match state:
        case S.MANUAL_REVIEW:
            return (replace(any_one, pays=(), cancels=8.0),)
        case S.CLOSED | S.EXPIRING:
            late = chance.choice(((), (chance.uniform(310, 560),)))
            return (replace(any_one, pays=late, cancels=chance.choice((None, 8.0))),)
        case S.DUPLICATE:
            # The same bill at two terminals at once, and both are paid.
            other = replace(any_one, terminal=1 - any_one.terminal, at=6.0)
            return (any_one, other)
        case RefundState():
            return (replace(any_one, refund=True, to_bank=False),)
    return (any_one,)


def _towards(cell: Cell, chance: Random) -> tuple[Trouble, ...]:
    kind, state = cell
    skip = chance.randrange(2) if not isinstance(kind, Cut | StoreTrouble) else 0
    route = (Trouble(Lie.CLOSED, S.PRESENTED),) if _is_late(cell) else ROUTES.get(state, ())
    return (*route, Trouble(kind, state, skip and chance.randrange(2), chance.choice((1, 1, 2, 5))))


def _any_visit(chance: Random) -> Visit:
    pays = tuple(
        sorted(chance.choice((3.0, 15.0, 90.0, 290.0, 310.0, 700.0)) for _ in range(chance.choice((0, 1, 1, 1, 2))))
    )
    return Visit(
        chance.uniform(0, 20 * MINUTE),
        chance.randrange(TERMINALS),
        chance.randrange(3),
        chance.choice(NETWORKS),
        pays,
        chance.choice((None, None, 10.0, 120.0)),
        chance.choice((20.0, 400.0)),
        refund=chance.random() < 0.3,
        to_bank=chance.random() < 0.3,
    )


def _any_trouble(chance: Random) -> Trouble:
    kind, state = chance.choice(CELLS)
    return Trouble(kind, state, chance.randrange(3), chance.choice((1, 2, 4, 30)))


def _any_clock(chance: Random) -> ClockSet:
    by = chance.choice((-DAY, -HOUR, -10 * MINUTE, 4 * MINUTE, 12 * MINUTE, HOUR, DAY))
    return ClockSet(chance.uniform(0, 20 * MINUTE), chance.randrange(TERMINALS), by)


def _any_off(chance: Random) -> Off:
    return Off(chance.uniform(0, 30 * MINUTE), chance.randrange(TERMINALS), chance.choice((MINUTE, 13 * MINUTE, DAY)))
