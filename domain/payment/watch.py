"""What this run of the program knows of what it looks after: since when, and when each is asked about again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from domain.payment.pace import Waits, wait
from domain.runtime import Uptime

CHANCE = 100
LONGER = 0.2
"""By chance a wait is longer by up to this share of it: terminals that began together do not go on so."""


@dataclass(frozen=True, slots=True)
class _Question:
    """`stage` is what is being waited for, `since` when that began, `again` when to ask; all by the uptime."""

    stage: str
    since: float
    again: float


class Watch:
    """By uptime, which nobody can set; `below` is chance. Safe from any thread.

    Nothing of it outlives the program. At the next start everything is asked about at once, and its age, which is
    stored, says how soon again.
    """

    def __init__(self, uptime: Uptime, below: Callable[[int], int]) -> None:
        self.uptime = uptime
        self._below = below
        self._births: dict[str, float] = {}
        self._questions: dict[str, _Question] = {}

    def begin(self, number: str) -> None:
        """Something is new here."""
        self._births[number] = self.uptime()

    def elapsed(self, number: str) -> float | None:
        """Seconds since it began; None if it began before this run."""
        born = self._births.get(number)
        return None if born is None else self.uptime() - born

    def asked(self, number: str, stage: str, waits: Waits, age: float, within: float) -> None:
        """It has just been asked about, and is to be again `within` seconds at most.

        The `stage` has lasted for `age` seconds, where this run has not seen it begin.
        """
        now, before = self.uptime(), self._questions.get(number)
        since = now - max(0.0, age)
        if before is not None:
            since = before.since if before.stage == stage else now
        pause = wait(waits, now - since) * self.longer()
        self._questions[number] = _Question(stage, since, now + min(pause, within))

    def due(self, number: str, stage: str) -> bool:
        """Whether to ask about it now: it is time, or it has come to another stage."""
        question = self._questions.get(number)
        return question is None or question.stage != stage or self.uptime() >= question.again

    def hurry(self, numbers: Iterable[str] | None = None) -> None:
        """Ask about these now, by default about everything."""
        for number in list(self._questions) if numbers is None else numbers:
            self._questions.pop(number, None)

    def known(self) -> frozenset[str]:
        """Whatever is kept in mind."""
        return frozenset((*list(self._births), *list(self._questions)))

    def forget(self, numbers: Iterable[str]) -> None:
        """They are over."""
        for number in numbers:
            self._births.pop(number, None)
            self._questions.pop(number, None)

    def longer(self) -> float:
        """How much longer than it should be a wait is, by chance: 1 or a little more."""
        return 1 + LONGER * self._below(CHANCE) / CHANCE
