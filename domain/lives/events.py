"""What happens to orders, refund applications and agreements: events, the keys of the tables of their lives."""

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Event:
    """Its class says what happened, its fields what was learnt with it, by the names that these have in the subject.

    `word` is what the event is called in a log: logs are kept, so it stays as it is. `detail` is for the log alone,
    nothing personal.
    """

    word: ClassVar[str]
    detail: str = field(default="", kw_only=True)


class Impossible(Exception):
    """An event that cannot happen in this state: a mistake in the program, not in the world."""


def learnt(event: Event) -> dict[str, Any]:
    """What the subject takes over from an event."""
    return {one.name: getattr(event, one.name) for one in fields(event) if one.name != "detail"}
