"""What happens in one play, drawn from its seed: who comes when and does what, and what goes wrong.

A plan is data: it can be printed, played again, and made smaller.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from domain.payment.order import Network
from domain.payment.states import ASKED, OrderState
from domain.refunds.states import RefundState
from domain.runtime import HALL_TIME
from kit.simulation.troubles import (
    CELLS,
    WORDS_OF_UNPAID,
    Cut,
    Doing,
    Door,
    Key,
    Kind,
    Lie,
    Part,
    Payer,
    State,
    TaxTrouble,
    Trouble,
    Word,
)
from kit.simulators.faults import Fault, RefundFate

NETWORKS = (Network("wechat"), Network("alipay"), Network("unionpay"))
S = OrderState
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
MORNING = datetime(2026, 11, 24, 10, 24, tzinfo=HALL_TIME)
"""When every play begins."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody pays `bill`, a number of one, at `terminal`, from `at` on (seconds); the same for `others` as well.

    The phone pays `pays` seconds after the code, each time anew, and its network `tells` of it, twice; the visitor
    cancels, or goes away without a word. Who `prints` takes a certificate along, if all goes well. Afterwards `refund`
    applies for the money back, which goes by its network, or `to_bank`; from there it `comes_back` once.
    """

    at: float
    terminal: int
    bill: int
    network: Network
    pays: tuple[float, ...] = ()
    tells: bool = False
    cancels: float | None = None
    leaves: float = 400.0
    prints: bool = False
    refund: bool = False
    to_bank: bool = False
    comes_back: bool = False
    others: int = 0


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
AT_ONCE_S = 1.5
"""Before anybody has asked about a code."""

A_WHILE = 10_000
"""So many times a trouble strikes that is there for as long as the state."""
SHOWN_THEN_UNKNOWN = (Trouble(Fault.DOWN, S.PRESENTED),)
NOT_CLOSED = Trouble(Fault.DOWN, S.EXPIRING, times=A_WHILE)
CLOSED_BY_A_LIE = Trouble(Lie.CLOSED, S.PRESENTED)
REFUSED = (Trouble(TaxTrouble.REFUSES, S.PAID),)
ROUTES: Mapping[State, tuple[Trouble, ...]] = {
    S.UNKNOWN: SHOWN_THEN_UNKNOWN,
    S.EXPIRING: (Trouble(Fault.DOWN, S.EXPIRING),),
    S.MANUAL_REVIEW: (*SHOWN_THEN_UNKNOWN, Trouble(Fault.DOWN, S.UNKNOWN, times=A_WHILE), NOT_CLOSED),
    S.LATE_SUCCESS: (CLOSED_BY_A_LIE,),
    S.UNPAID: (CLOSED_BY_A_LIE, Trouble(Lie.CLOSED, S.CLOSED, times=A_WHILE)),
    S.POSTING_FAILED: REFUSED,
    S.REFUND_DUE: REFUSED,
}
"""What leads an order to a state that it does not come to by itself."""
PAID_WHEN_CLOSED = (CLOSED_BY_A_LIE,)
"""What leads there an order of which UnionPay can say a word of its own: it closes no code that can still be paid."""
OF_THE_OTHER: Mapping[State, tuple[Trouble, ...]] = {
    S.UNKNOWN: (Trouble(Fault.DOWN, S.PRESENTED, times=A_WHILE),),
    # One is not closed, and while the other is called off both are paid.
    S.EXPIRING: (Trouble(Fault.DOWN, S.EXPIRING, times=2), Trouble(Payer.JUST_AFTER, S.PRESENTED, skip=1)),
    S.CLOSED: (replace(CLOSED_BY_A_LIE, times=2),),
}
"""What leads both of two that have one code there, and the other is paid as well."""
SILENT = (Trouble(Fault.DOWN, S.MANUAL_REVIEW, times=A_WHILE),)
AT_THE_DOOR: Mapping[tuple[State, Door], tuple[Trouble, ...]] = {
    (S.MANUAL_REVIEW, Door.SENT_BACK): SILENT,
    (S.MANUAL_REVIEW, Door.BY_HAND): SILENT,
    (S.REFUND_DUE, Door.SENT_BACK): (Trouble(RefundFate.UNDER_WAY, S.REFUND_DUE),),
    (S.REFUND_DUE, Door.BY_HAND): (Trouble(RefundFate.REFUSED, S.REFUND_DUE),),
}
"""What leaves it to people, when it has come there: WeChat Pay may say for ever that a refund is under way."""
TOGETHER = 2
"""So many cells of a state are sought in one play."""
OWN = (Word, Key, Part, Door)
"""Kinds that only one network has, or that want one: they are sought by themselves."""
PASSING = frozenset({S.CREATED, *Doing})
"""States that something comes through once: whatever strikes there needs a visit of its own."""
LATER: tuple[Kind, ...] = (Lie.CLOSED, TaxTrouble.REFUSES, Cut.FOR_A_DAY)
"""What would strike before the other that is sought with it: it lets one pass."""
LAST: tuple[Kind, ...] = (*LATER, Payer.JUST_AFTER, Cut.AFTER_COMMIT, Cut.AFTER_POST)
"""What does not keep anything from going on: it comes last."""


def _sought() -> Iterator[tuple[State, tuple[Kind, ...]]]:
    for state in dict.fromkeys(state for _, state in CELLS):
        kinds = sorted((kind for kind, there in CELLS if there is state), key=lambda kind: kind in LAST)
        some = [kind for kind in kinds if not isinstance(kind, OWN)]
        half = -(-len(some) // TOGETHER)
        yield from ((state, tuple(some[i::half])) for i in range(half))
        for own in (tuple(kind for kind in kinds if isinstance(kind, one)) for one in (Word, Key, Part)):
            if own:
                yield state, own
        yield from ((state, (kind,)) for kind in kinds if isinstance(kind, Door))


A_FAMILY = 3
"""In every so many plays somebody pays for a family, of two or three."""
SOUGHT = tuple(_sought())
"""What each of the first plans is after: all cells, some at a time."""


def drawn(seed: int) -> Plan:
    """Each seed is after some cells, in turns; from the second turn on beside whatever chance will have."""
    chance = Random(seed)  # noqa: S311 - it has to be foretold
    state, kinds = SOUGHT[seed % len(SOUGHT)]
    is_own = isinstance(kinds[0], OWN)
    times = len(kinds) if is_own or state in PASSING else 1
    visits = [visit for n in range(times) for visit in _after(state, n, seed, chance)]
    if seed % A_FAMILY == 0 and state is not S.UNPAID:  # What is heard of one is heard of all, before they come there.
        visits = [replace(visit, others=chance.randrange(1, 3)) for visit in visits]
    if is_own:
        visits = [_at_its_network(visit, state, kinds[visit.bill]) for visit in visits]
    routes = [replace(one, times=one.times * times) for one in _routes(state, kinds[0])]
    troubles = [*routes, *(Trouble(kind, state, skip=int(kind in LATER)) for kind in kinds)]
    if seed < len(SOUGHT):
        return Plan(seed, tuple(visits), tuple(troubles))
    visits += [_any_visit(chance) for _ in range(chance.randrange(3))]
    troubles += [_any_trouble(chance) for _ in range(chance.randrange(3))]
    clocks = [_any_clock(chance) for _ in range(chance.randrange(4) == 0)]
    offs = [_any_off(chance) for _ in range(chance.randrange(4) == 0)]
    return Plan(seed, tuple(visits), tuple(troubles), tuple(clocks), tuple(offs))


def _after(state: State, n: int, seed: int, chance: Random) -> tuple[Visit, ...]:
    """Visits in which something comes to the state, the `n`th of a plan."""
    at, pays = 5.0 + n * 20 * MINUTE, (chance.uniform(30, 60) if state in {S.PRESENTED, S.UNKNOWN} else 10.0,)
    visit = Visit(at, (seed + n) % TERMINALS, n, chance.choice(NETWORKS), pays)
    match state:
        case S.UNPAID:
            return (replace(visit, pays=(chance.uniform(60, 200),)),)
        case S.LATE_SUCCESS:
            # Meanwhile another code for the same bill is on the screen, and may be paid as well.
            late = chance.uniform(60, 200)
            other = replace(visit, at=at + 30.0, network=chance.choice(NETWORKS), pays=chance.choice(((), (late,))))
            return (replace(visit, pays=(late,)), other)
        case S.MANUAL_REVIEW:
            return (replace(visit, pays=(), cancels=8.0),)
        case S.CLOSED | S.EXPIRING:
            return (replace(visit, pays=(), cancels=8.0),)
        case S.DUPLICATE:
            # The same bill at two terminals at once, by two networks, and both are paid.
            other = replace(visit, terminal=1 - visit.terminal, at=at + 1.0, network=chance.choice(NETWORKS))
            return (visit, other)
        case RefundState.PAID_OUT:
            return (replace(visit, refund=True, to_bank=True, comes_back=True),)
        case RefundState() | Doing.APPLYING:
            return (replace(visit, refund=True),)
        case Doing.ISSUING | Doing.PRINTING:
            return (replace(visit, prints=True),)
    return (visit,)


def _routes(state: State, kind: Kind) -> tuple[Trouble, ...]:
    """What leads something to a state in which such a trouble can strike."""
    match kind:
        case Word() if state is S.CLOSED:
            return PAID_WHEN_CLOSED
        case Part() if isinstance(state, OrderState):
            return OF_THE_OTHER.get(state, ROUTES.get(state, ()))
        case Door() if isinstance(state, OrderState):
            return (*ROUTES[state], *AT_THE_DOOR[state, kind])
    return ROUTES.get(state, ())


def _at_its_network(visit: Visit, state: State, kind: Kind) -> Visit:
    """The visit, at the network that has such a trouble; and paid if that is of money that was taken."""
    visit = replace(visit, network=NETWORKS[2] if isinstance(kind, Word) else NETWORKS[0])
    if isinstance(kind, Key):
        return visit
    if isinstance(kind, Part):
        visit = replace(visit, others=1)
        if state is S.EXPIRING:
            return replace(visit, cancels=AT_ONCE_S, pays=())
    if state is S.CLOSED:
        visit = replace(visit, cancels=None, pays=(90.0,))
    if kind in WORDS_OF_UNPAID and state in ASKED:
        return replace(visit, pays=())
    return visit if visit.pays else replace(visit, pays=(12.0,))


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
        chance.random() < 0.3,
        chance.choice((None, None, 10.0, 120.0)),
        chance.choice((20.0, 400.0)),
        prints=chance.random() < 0.3,
        refund=chance.random() < 0.3,
        to_bank=chance.random() < 0.3,
        comes_back=chance.random() < 0.1,
        others=chance.choice((0, 0, 1, 2)),
    )


def _any_trouble(chance: Random) -> Trouble:
    kind, state = chance.choice(CELLS)
    return Trouble(kind, state, chance.randrange(3), chance.choice((1, 2, 4, 30)))


def _any_clock(chance: Random) -> ClockSet:
    by = chance.choice((-DAY, -HOUR, -10 * MINUTE, 4 * MINUTE, 12 * MINUTE, HOUR, DAY))
    return ClockSet(chance.uniform(0, 20 * MINUTE), chance.randrange(TERMINALS), by)


def _any_off(chance: Random) -> Off:
    return Off(chance.uniform(0, 30 * MINUTE), chance.randrange(TERMINALS), chance.choice((MINUTE, 13 * MINUTE, DAY)))
