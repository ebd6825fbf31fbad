"""Plays a plan to its end, and says what was wrong about that."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.payment.states import OPEN, OrderState
from domain.printing.press import Run
from domain.reconciliation import days
from kit.simulation.plan import DAY, HOUR, MINUTE, MORNING, Plan, Visit
from kit.simulation.terminal import Dark, Terminal
from kit.simulation.troubles import Cell, Doing, Door, Key, Troubles
from kit.simulation.truth import Told, kept_books, wrong
from kit.simulation.world import Ground, World

POLLS_S = (2.0, 8.0, 25.0, 95.0, 300.0, 345.0)
"""When a visitor's screen asks, after the code was shown."""
PRINTER_S = (4.0, 15.0, 60.0, 200.0)
"""When it asks the printer, after the paper was sent; at the last of them the job is called off."""
SWEEPS_S = (
    *(5.0, 30.0, 150.0, 310.0, 400.0, 620.0, 920.0, HOUR, 2.05 * HOUR, 2.1 * HOUR, 2.2 * HOUR),
    *(3.1 * HOUR, 3.2 * HOUR, 4.3 * HOUR, 5 * HOUR, 5.6 * HOUR, 6.2 * HOUR, 7 * HOUR),
)
"""When the janitor sweeps, after a visit began: it sweeps oftener, and that changes nothing."""
REFUND_S, BACK_S = 2 * HOUR, (3.5 * HOUR, 3.7 * HOUR)
"""When a visitor applies for the money back, and when staff hear that a bank gave it back, after the visit began."""
STAFF_S = (2.5 * HOUR, 3 * HOUR, 4 * HOUR, 5 * HOUR)
"""When staff see to refunds, by the plan's time."""
DOOR_S = (5 * HOUR, DAY + HOUR)
"""When they see to orders that no machine may end."""
BOOKS_S = (DAY - 10 * MINUTE, DAY + 2.5 * HOUR)
"""When the bookkeeper looks."""
QUIET_S = DAY + 3 * HOUR
"""From then on nothing goes wrong any more."""
QUIET_SWEEPS_S = (0.0, MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, DAY, DAY + HOUR, 2 * DAY, 3 * DAY)


THOROUGH = 4
"""In every so many plays each terminal is switched off and on once more at the end, and all of its pages are read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a play came to: what was `wrong`, in English; and how often each cell was struck."""

    plan: Plan
    wrong: tuple[str, ...]
    struck: Counter[Cell]


def play(ground: Ground, plan: Plan) -> Outcome:
    """Once, from the beginning; the same plan again goes the same way."""
    with TemporaryDirectory(prefix="play-", dir=ground.folder) as place, _no_log():
        return _Play(ground, Path(place), plan).run()


@contextmanager
def _no_log() -> Iterator[None]:
    """What the terminal tells its staff of troubles made on purpose is of no interest."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


class _Play:
    def __init__(self, ground: Ground, place: Path, plan: Plan) -> None:
        self._plan, self._troubles = plan, Troubles(plan.troubles)
        networks, certified = (visit.network for visit in plan.visits), self._troubles.seeks(Key.ROTATED)
        self.world = World(ground, place, plan.seed, networks, certified=certified)
        self.line = self.world.timeline
        self._ends_orders = self._troubles.seeks(Door.SENT_BACK) or self._troubles.seeks(Door.BY_HAND)
        used = sorted({visit.terminal for visit in plan.visits})
        self.terminals = {number: Terminal(self.world, number, self._troubles) for number in used}
        self.told: list[Told] = []

    def run(self) -> Outcome:
        with closing(self.world):
            for visit in self._plan.visits:
                self.line.at(visit.at, partial(self._come, visit))
                for after in SWEEPS_S:
                    self.line.at(visit.at + after, partial(self._quietly, self.terminals[visit.terminal].sweep))
            for clock in self._plan.clocks:
                self.line.at(clock.at, partial(self._set, clock.terminal, clock.by))
            for off in self._plan.offs:
                self.line.at(off.at, partial(self._pull_the_plug, off.terminal, off.lasts))
            seeks_bills = self._troubles.seek({Doing.RECONCILING, OrderState.UNPAID})
            for times, duty in self._duties():
                self._all_at(times, duty)
            self._all_at(BOOKS_S if seeks_bills else BOOKS_S[:1], Terminal.keep_books)
            self.line.at(QUIET_S, self._calm)
            self.line.run()
            try:
                found = tuple(self._end())
            finally:
                for terminal in self.terminals.values():
                    terminal.close()
        return Outcome(self._plan, found, self._troubles.struck)

    def _all_at(self, times: tuple[float, ...], what: Callable[[Terminal], None]) -> None:
        for at in times:
            for terminal in self.terminals.values():
                self.line.at(at, partial(self._quietly, partial(what, terminal)))

    def _duties(self) -> Iterator[tuple[tuple[float, ...], Callable[[Terminal], None]]]:
        """What staff see to in this plan, and when: refunds that are applied for, orders that they are to end."""
        if any(visit.refund for visit in self._plan.visits):
            yield STAFF_S, Terminal.see_to_refunds
        if self._ends_orders:
            yield DOOR_S, Terminal.see_to_orders

    def _calm(self) -> None:
        self._troubles.over = True
        for terminal in self.terminals.values():
            terminal.runtime.ahead = 0.0
        self._rest(QUIET_SWEEPS_S)

    def _rest(self, sweeps: tuple[float, ...]) -> None:
        """Janitors and staff go on until nothing is left to be done, or for as long as they should need."""
        for terminal in self.terminals.values():
            self._quietly(terminal.sweep)
            for _, duty in self._duties():
                self._quietly(partial(duty, terminal))
            self._quietly(terminal.sweep)
        if len(sweeps) > 1 and not all(terminal.is_calm() for terminal in self.terminals.values()):
            self.line.after(sweeps[1] - sweeps[0], partial(self._rest, sweeps[1:]))

    def _end(self) -> Iterator[str]:
        """What is wrong when the bills of all days are there, and each terminal was switched off and on once more."""
        terminals = tuple(self.terminals.values())
        found: list[str] = []
        kept = None
        while (last := self._moved_last()) != kept:
            kept = last
            self.line.at((days.ready(last) + days.FIRST_WAIT - MORNING).total_seconds(), lambda: None)
            self.line.run()
            for terminal in terminals:
                terminal.keep_books()
            self._see_to_orders()
            self.world.time.pass_by(seconds=days.SURELY.total_seconds())  # A bill that is not there is none by now.
            found = self._differing(last)
            if found:  # What was held against the books by hand lies before staff only now.
                self._see_to_orders()
                found = self._differing(last)
            self._rest(QUIET_SWEEPS_S)  # What only a bill knew of goes on.
            self.line.run()
        yield from found
        yield from wrong(self.world, terminals, self.told)
        if self._plan.seed % THOROUGH == 0:
            for terminal in terminals:
                yield from _over_a_restart(terminal)

    def _see_to_orders(self) -> None:
        for terminal in self.terminals.values() if self._ends_orders else ():
            terminal.see_to_orders()

    def _differing(self, last: date) -> list[str]:
        """Where bills and books do not agree."""
        return [why for terminal in self.terminals.values() for why in kept_books(terminal, MORNING.date(), last)]

    def _moved_last(self) -> date:
        return max((terminal.moved_at for terminal in self.terminals.values()), default=MORNING).date()

    def _set(self, terminal: int, by: float) -> None:
        if terminal in self.terminals:
            self.terminals[terminal].runtime.ahead += by

    def _pull_the_plug(self, terminal: int, seconds: float) -> None:
        if terminal in self.terminals:
            self.terminals[terminal].lose_power(seconds)

    def _quietly(self, what: Callable[[], None]) -> None:
        try:
            what()
        except Dark:
            return

    def _come(self, visit: Visit) -> None:
        terminal = self.terminals[visit.terminal]
        try:
            orders = terminal.begin(visit, tuple(self.world.bill(visit.bill, n) for n in range(visit.others + 1)))
        except Dark:
            return
        if not orders or any(order.code is None for order in orders):
            return
        code, numbers = orders[0].code or "", tuple(order.number for order in orders)
        for after in visit.pays:
            self.line.after(after, partial(self._pay, visit, terminal, code, orders[0].whole.number))
        for after in POLLS_S:
            if after < visit.leaves and (visit.cancels is None or after < visit.cancels):
                self.line.after(after, partial(self._look, terminal, numbers))
        if visit.cancels is not None:
            self.line.after(visit.cancels, partial(self._look, terminal, numbers, cancel=True))
        self._afterwards(visit, terminal, numbers[0])

    def _afterwards(self, visit: Visit, terminal: Terminal, number: str) -> None:
        """A paper, and the money back."""
        if visit.prints:
            self._once(visit.leaves + MINUTE, partial(self._print, terminal, number))
        if visit.refund:
            self._once(REFUND_S, partial(self._apply, terminal, number, visit.to_bank))
        for after in BACK_S if visit.comes_back else ():
            self._once(after, terminal.came_back)

    def _once(self, after: float, what: Callable[[], None]) -> None:
        self.line.after(after, partial(self._quietly, what))

    def _pay(self, visit: Visit, terminal: Terminal, code: str, number: str) -> None:
        if self.world.pay(visit.network, code) and visit.tells:
            for _ in range(2):
                self._quietly(partial(terminal.hear, visit.network, number))

    def _look(self, terminal: Terminal, numbers: tuple[str, ...], cancel: bool = False) -> None:
        try:
            orders = terminal.cancel(numbers) if cancel else terminal.check(numbers)
        except Dark:
            return
        self.told += [Told(order.number, order.state) for order in orders if order.state not in OPEN]

    def _print(self, terminal: Terminal, number: str) -> None:
        order = terminal.do(lambda: terminal.cashier.get(number))
        if order.state is OrderState.POSTED and (run := terminal.print(order)):
            self._follow(terminal, run, PRINTER_S)

    def _follow(self, terminal: Terminal, run: Run, looks: tuple[float, ...]) -> None:
        def look() -> None:
            if not looks[1:]:
                terminal.do(lambda: terminal.shop.give_up(run))
                return
            now = terminal.do(lambda: terminal.shop.follow(run))
            if not now.over:
                self._follow(terminal, now, looks[1:])

        self._once(looks[0], look)

    def _apply(self, terminal: Terminal, number: str, to_bank: bool) -> None:
        order = terminal.do(lambda: terminal.cashier.get(number))
        if order.state is OrderState.POSTED:
            terminal.apply(order, to_bank)


def _over_a_restart(terminal: Terminal) -> Iterator[str]:
    """A restart changes nothing; but it ends a print whose end a full disk would not take, as unknown."""
    before = terminal.store.told()
    terminal.restart()
    if terminal.abandoned:
        before = terminal.store.told()
        terminal.restart()
    terminal.sweep()
    if terminal.store.told() != before:
        yield f"terminal {terminal.number}: something was written after a restart"
    looks = terminal.store.looks()
    for fault in filter(None, chain(looks["pages"], looks["cases"])):
        yield f"terminal {terminal.number}: {fault}"
