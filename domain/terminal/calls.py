"""A visitor calls the staff: rung at their desk until somebody answers, and one more is rung if nobody does.

It is an answer only if a person has given it: nothing that a machine says is shown as one.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

ESCALATES_AFTER_S = 60
"""Nobody has answered for so long: whoever stands behind them is rung as well."""
AGAIN_AFTER_S = 120
"""So long after the call, or after the answer, one may call again."""
LAPSES_AFTER_S = 300
"""Whoever called is served by then, or has gone."""


class Bell(Protocol):
    """At the staff's desk. None of these waits: what takes time is done on a thread of the adapter's own."""

    def there(self) -> bool:
        """Whether it is heard at the desk, as far as that is known."""
        ...

    def ring(self, rung: int, screen: str) -> None:
        """Somebody at this terminal needs help, on the screen of that id. `rung`: how many of the staff are to hear it;
        with one a new call begins.
        """
        ...

    def answered(self) -> bool:
        """Whether somebody has said that they are coming."""
        ...

    def still(self) -> None:
        """Nobody needs help any more."""
        ...


class Switchboard(Protocol):
    """Where the calls of many terminals come together; `since` is when a call was made, by which it is known.

    Every method raises Unreachable.
    """

    def ring(self, since: datetime, rung: int, screen: str) -> None:
        """As `Bell.ring`; the same call again, or what has become of it. A terminal has one: an earlier one is over."""
        ...

    def answered(self, since: datetime) -> bool:
        """As `Bell.answered`."""
        ...

    def still(self) -> None:
        """As `Bell.still`."""
        ...


@dataclass(frozen=True, slots=True)
class Call:
    """Made `at`, and answered at the time `answered`. `waited_s`: since it was rung, or since it was answered."""

    at: datetime
    rung: int = 1
    answered: datetime | None = None
    waited_s: int = 0

    @property
    def may_again(self) -> bool:
        return self.waited_s >= AGAIN_AFTER_S


def after_a_second(call: Call, answered: bool, now: datetime) -> Call | None:
    """What becomes of a call; None if it has lapsed. Whoever was rung too has `rung` one higher."""
    if answered and call.answered is None:
        return replace(call, answered=now, waited_s=0)
    waited_s = call.waited_s + 1
    if waited_s >= LAPSES_AFTER_S:
        return None
    escalates = call.answered is None and waited_s == ESCALATES_AFTER_S
    return replace(call, waited_s=waited_s, rung=call.rung + escalates)
