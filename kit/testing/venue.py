"""The terminal of one test: it opens when something is first asked of it, so that a test may say before that when."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import datetime

from kit.demo import Demo
from kit.play.playground import Playground

MakeOnDay = Callable[[tuple[int, int], datetime], AbstractContextManager[Playground]]
"""Of a size, beginning at a time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a test wants its terminal: its size in pixels, its language, the day it begins, how long one waits for it.

    `patience_s` is in seconds on the usual machine (`kit.play.patience`).
    """

    size: tuple[int, int]
    language: str
    morning: datetime
    patience_s: float


class Venue:
    """`opened` is told of the playground once it is there."""

    def __init__(self, make: MakeOnDay, wanted: Wanted, opened: Callable[[Playground], None]) -> None:
        self.wanted = wanted
        self.morning = wanted.morning
        self._make, self._opened = make, opened
        self._stack = ExitStack()
        self._ground: Playground | None = None

    @property
    def is_open(self) -> bool:
        return self._ground is not None

    @property
    def ground(self) -> Playground:
        """The terminal with what stands beside it, opened now if it is not yet."""
        if self._ground is None:
            ground = self._stack.enter_context(self._make(self.wanted.size, self.morning))
            ground.kiosk.patience_s = self.wanted.patience_s
            ground.speak(self.wanted.language)
            self._ground = ground
            self._opened(ground)
        return self._ground

    @property
    def demo(self) -> Demo:
        """The pretended world around it."""
        return self.ground.demo

    def close(self) -> None:
        """It is gone, and its store with it."""
        self._stack.close()
