"""Where visitors get stuck, as it is told: how it is counted is `domain/terminal/stuck.py`'s affair."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stuck:
    """A screen as it is told: each figure is of visits, in whole fives, and what is fewer than five is not in it.

    They `came`; went `on`, by outcome; went `back`; `left` by Home; were left `alone`; met the end of opening hours
    (`closed`) or a fault of ours (`broken`). `wrong` by field or refusal, `lasted` by class of seconds. A visit that
    did one and then the other is in both.
    """

    screen: str
    came: int
    back: int = 0
    left: int = 0
    alone: int = 0
    closed: int = 0
    broken: int = 0
    on: Mapping[str, int] = field(default_factory=dict)
    wrong: Mapping[str, int] = field(default_factory=dict)
    lasted: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_hurdle(self) -> bool:
        """Whether five visits were given up here, or went wrong."""
        return self.given_up > 0 or bool(self.wrong)

    @property
    def given_up(self) -> int:
        """Visits that ended here though nothing was done with it."""
        return self.left + self.alone
