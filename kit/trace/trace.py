"""A trace: what was touched, what the screen was before and after, and what happened meanwhile, step by step."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from textwrap import dedent
from time import monotonic

from PySide6.QtQuick import QQuickItem

from adapters.logs import sentence
from kit.play.playground import Playground
from kit.play.witness import Waited
from kit.trace.exchanges import Exchange, heard
from kit.trace.masks import Masks, unsaid
from kit.trace.sights import Box, Sight, box_of, look
from ui.speaker import somebodys
from viewmodels.shell.where import Visiting
from viewmodels.step import StepViewModel

WRITE, DOCK = "write:", "dock."
TYPED = re.compile(r"key\..|letter\..|word\.\d+|key\.delete")
"""Keys whose touches are one step together."""
BEGIN = "开始"
LIBRARIES = ("httpx2", "httpcore2", "PIL")
"""What they log says nothing that is not in the exchanges."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A finger on a control, at (x, y) in the terminal's pixels; on the dock, or in a field, without a place."""

    name: str
    box: Box | None = None
    x: int = 0
    y: int = 0


@dataclass(slots=True)
class Step:
    """A touch, or several that belong together, and what came of it. `at` in seconds since the trace began."""

    name: str
    at: float
    declared: bool = False
    touches: list[Touch] = field(default_factory=list)
    before: Sight | None = None
    after: Sight | None = None
    waits: list[Waited] = field(default_factory=list)

    @property
    def typed(self) -> bool:
        """Whether it is keys alone."""
        return not self.declared and bool(self.touches) and all(TYPED.fullmatch(one.name) for one in self.touches)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log, without what anybody gave; seconds since the trace began."""

    at: float
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A line of the test."""

    number: int
    text: str


class Trace:
    """Implements `Witness`. `plan` is what is to be touched, as far as it is known; `file` is the test's.

    It begins when it is made. `fails` says what went wrong, `end` that nothing more is to be seen; then it is written.
    """

    def __init__(self, ground: Playground, title: str, file: Path | None = None, plan: Sequence[str] = ()) -> None:
        self.title, self.plan = title, tuple(plan)
        self.steps: list[Step] = []
        self.log: list[Line] = []
        self.exchanges: list[Exchange] = []
        self.error = ""
        self.code: tuple[Code, ...] = ()
        self._demo = ground.demo
        self.masks = Masks(self._demo.people)
        self.begun: datetime = self._demo.world.clock()
        self.seconds = 0.0
        self.began = monotonic()
        self._ground, self._file = ground, file
        self._declared = 0
        self._open = self._writing = False
        self._last: Sight | None = None
        self._others = ground.kiosk.witness
        self._logged: logging.Handler | None = _Logged(self)
        ground.kiosk.witness = self
        self._demo.wires.overhear(partial(heard, keep=self.exchanges.append))
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(min(root.level, logging.INFO))
        root.addHandler(self._logged)

    @property
    def patience_s(self) -> float:
        """How long is waited at most, on the usual machine."""
        return self._ground.kiosk.patience_s

    @property
    def never(self) -> tuple[str, ...]:
        """What was to be touched and was not, because something went wrong before."""
        return tuple(unsaid(touch) for touch in self.plan[self._declared :]) if self.error else ()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What is touched meanwhile is one step of this name."""
        self._declared += 1
        self._begin(Step(unsaid(name), self._now(), declared=True))
        self._open = True
        try:
            yield
        finally:
            self._open = False
            self._settle()

    def touches(self, what: str, item: QQuickItem | None) -> None:
        if not self._writing:
            if not self._open and not (TYPED.fullmatch(what) and self.steps and self.steps[-1].typed):
                self._begin(Step(unsaid(what), self._now()))
            self._see(what)
            self.steps[-1].touches.append(self._touch(what, item))
            # What an input method does for what is written is no touch of its own.
            self._writing = what.startswith(WRITE)

    def touched(self, what: str) -> None:
        if what.startswith(WRITE):
            self._writing = False

    def waited(self, wait: Waited) -> None:
        if not self.steps:
            if wait.came:
                return
            self._begin(Step(BEGIN, self._now()))
        step = self.steps[-1]
        step.waits.append(wait)
        step.after = None if wait.came else self._look()

    def fails(self, why: BaseException | str) -> None:
        """What was done last went wrong. Only the first time counts."""
        if self.error:
            return
        self.error = (str(why) or type(why).__name__).strip().partition("\n")[0]
        if isinstance(why, BaseException) and self._file is not None:
            self.code = lines_of(why, self._file)
        if not self.steps:
            self._begin(Step(BEGIN, self._now()))
        self._settle()
        if self.steps[-1].after is None:
            self.steps[-1].after = self._look()

    def end(self) -> None:
        """From now on nothing is seen; the window may go."""
        if self._logged is None:
            return
        if self.steps:
            self._settle()
            self.steps[-1].after = self.steps[-1].after or self._look()
        self.seconds = self._now()
        self._ground.kiosk.witness = self._others
        self._demo.wires.overhear(None)
        logging.getLogger().removeHandler(self._logged)
        logging.getLogger().setLevel(self._level)
        self._logged = None

    def write(self, path: Path) -> None:
        """As one file that a browser opens."""
        from kit.trace.page import page
        from kit.trace.story import story

        path.write_text(page(story(self)), "utf-8")

    def _now(self) -> float:
        return monotonic() - self.began

    def _begin(self, step: Step) -> None:
        self._writing = False
        self.steps.append(step)

    def _see(self, what: str) -> None:
        """What this touch is done on; of several that make one step, the last that is seen there."""
        touches = self.steps[-1].touches
        keys = TYPED.fullmatch(what) and touches and TYPED.fullmatch(touches[-1].name)
        if not touches:
            self._settle()
        elif not keys and not what.startswith(DOCK):
            self.steps[-1].before = self._look()

    def _settle(self) -> None:
        """Where a step begins the one before has ended."""
        if self.steps[-1].before is None:
            self.steps[-1].before = self._look()
            if len(self.steps) > 1:
                self.steps[-2].after = self.steps[-1].before

    def _touch(self, what: str, item: QQuickItem | None) -> Touch:
        kiosk = self._ground.kiosk
        if item is None or not kiosk.terminal.isAncestorOf(item):
            return Touch(what)
        box = box_of(item, kiosk)
        x, y = (box[0] + box[2] / 2) * kiosk.terminal.width(), (box[1] + box[3] / 2) * kiosk.terminal.height()
        return Touch(what, box, round(x), round(y))

    def _look(self) -> Sight:
        navigation = self._ground.terminal.shell.navigation
        if isinstance(where := navigation.state, Visiting):
            self.masks.learn(*somebodys(where.session.visit))
        if isinstance(step := navigation.step, StepViewModel):
            self.masks.learn(*somebodys(step.filled))
        sight = look(self._ground, self._demo.world.clock())
        if self._last is not None and (sight.picture, sight.rows, sight.state) == (
            self._last.picture,
            self._last.rows,
            self._last.state,
        ):
            return self._last
        self._last = sight
        return sight


class _Logged(logging.Handler):
    """Keeps what is logged while the trace is open, as discreetly as a hall's log."""

    def __init__(self, trace: Trace) -> None:
        super().__init__(logging.INFO)
        self._trace = trace

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(LIBRARIES):
            line = f"{record.name} {sentence(record)}"
            self._trace.log.append(Line(monotonic() - self._trace.began, record.levelname, line))


def lines_of(error: BaseException, file: Path) -> tuple[Code, ...]:
    """The three lines of a test of which the last went wrong; none if the error did not pass through it."""
    at, trace = 0, error.__traceback__
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename) == file:
            at = trace.tb_lineno
        trace = trace.tb_next
    first = max(1, at - 2)
    source = dedent("\n".join(file.read_text("utf-8").splitlines()[first - 1 : at])).splitlines() if at else []
    return tuple(Code(first + row, text) for row, text in enumerate(source))


class Untraced:
    """Nobody looks on: a step is only done."""

    def step(self, name: str) -> AbstractContextManager[None]:
        return nullcontext()

    def fails(self, why: BaseException | str) -> None:
        pass


@contextmanager
def traced(ground: Playground, title: str, file: Path | None = None, plan: Sequence[str] = ()) -> Iterator[Trace]:
    """What is done meanwhile; what is raised went wrong, and goes on."""
    trace = Trace(ground, title, file, plan)
    try:
        yield trace
    except BaseException as error:
        trace.fails(error)
        raise
    finally:
        trace.end()
