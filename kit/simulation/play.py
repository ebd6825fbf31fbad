"""Plays a plan to its end, and says what was wrong about that."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.payment.states import OPEN, OrderState
from kit.simulation.plan import DAY, HOUR, MINUTE, Plan, Visit
from kit.simulation.terminal import Dark, Terminal
from kit.simulation.troubles import Cell, Troubles
from kit.simulation.truth import Told, wrong
from kit.simulation.world import Ground, World

POLLS_S = (2.0, 8.0, 25.0, 95.0, 300.0, 345.0)
"""When a visitor's screen asks, after the code was shown."""
SWEEPS_S = (
    5.0,
    30.0,
    150.0,
    310.0,
    400.0,
    620.0,
    920.0,
    HOUR,
    4.2 * HOUR,
    4.4 * HOUR,
    DAY + 60.0,
    DAY + 120.0,
    2 * DAY,
)
"""When the janitor sweeps, after a visit began: it sweeps oftener, and that changes nothing."""
STAFF_S = (DAY + HOUR, DAY + 2 * HOUR, 2 * DAY, 3 * DAY)
QUIET_S = 4 * DAY
"""From then on nothing goes wrong any more."""
QUIET_SWEEPS_S = tuple(
    QUIET_S + after for after in (0.0, MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, DAY, DAY + HOUR, 2 * DAY)
)


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
        self.world = World(ground, place, plan.seed)
        self.line = self.world.timeline
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
            self.line.at(QUIET_S, self._calm)
            for after in QUIET_SWEEPS_S:
                for terminal in self.terminals.values():
                    self.line.at(after, partial(self._quietly, terminal.sweep))
            for after in STAFF_S + QUIET_SWEEPS_S[-3:]:
                self.line.at(after, self._staff)
            self.line.run()
            try:
                found = tuple(wrong(self.world, tuple(self.terminals.values()), self.told))
            finally:
                for terminal in self.terminals.values():
                    terminal.close()
        return Outcome(self._plan, found, self._troubles.struck)

    def _calm(self) -> None:
        self._troubles.over = True
        for terminal in self.terminals.values():
            terminal.runtime.ahead = 0.0

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
            order = terminal.begin(visit, self.world.bill(visit.bill))
        except Dark:
            return
        if order is None or order.code is None:
            return
        code, number = order.code, order.number
        for after in visit.pays:
            self.line.after(after, partial(self.world.pay, code))
        for after in POLLS_S:
            if after < visit.leaves and (visit.cancels is None or after < visit.cancels):
                self.line.after(after, partial(self._look, terminal, number))
        if visit.cancels is not None:
            self.line.after(visit.cancels, partial(self._look, terminal, number, cancel=True))
        if visit.refund:
            self.line.after(DAY, partial(self._apply, terminal, number, visit.to_bank))

    def _look(self, terminal: Terminal, number: str, cancel: bool = False) -> None:
        try:
            order = terminal.cancel(number) if cancel else terminal.check(number)
        except Dark:
            return
        if order.state not in OPEN:
            self.told.append(Told(number, order.state))

    def _apply(self, terminal: Terminal, number: str, to_bank: bool) -> None:
        def apply() -> None:
            order = terminal.cashier.get(number)
            if order.state is OrderState.POSTED:
                terminal.apply(order, to_bank)

        self._quietly(apply)

    def _staff(self) -> None:
        for terminal in self.terminals.values():
            self._quietly(terminal.pay_to_bank)
