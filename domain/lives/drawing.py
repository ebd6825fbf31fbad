"""The lives of orders, refunds, repayments, agreements and cases, drawn from their tables (Mermaid, in Markdown)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from domain.agreements import life as agreements
from domain.lives.events import Event
from domain.payment import life as orders
from domain.reconciliation import cases
from domain.refunds import life as refunds
from domain.repayments import life as repayments


@dataclass(frozen=True, slots=True)
class Life:
    """One to be drawn; `table` is a `TRANSITIONS`."""

    title: str
    source: str
    table: Mapping[Any, Mapping[Any, Any]]


LIVES = (
    Life("An order", orders.__name__, orders.TRANSITIONS),
    Life("A refund application", refunds.__name__, refunds.TRANSITIONS),
    Life("A repayment", repayments.__name__, repayments.TRANSITIONS),
    Life("An agreement", agreements.__name__, agreements.TRANSITIONS),
    Life("A case", cases.__name__, cases.TRANSITIONS),
)
HEAD = """# Lives

What happens to an order, a refund application, a repayment (one try to send money back through its network), an
agreement and a case, with what is learnt from it. Drawn by `./kiosk lives` from the tables that the program goes by:
not to be changed by hand.
"""


def page() -> str:
    """All of them, as they stand in `docs/lives.md`."""
    return "\n".join([HEAD, *(f"## {life.title}\n\n`{life.source}`\n\n{_drawn(life)}\n" for life in LIVES)])


def _drawn(life: Life) -> str:
    return "\n".join(["```mermaid", "stateDiagram-v2", *(f"    {arrow}" for arrow in _arrows(life)), "```"])


def _arrows(life: Life) -> Iterator[str]:
    """One from each state to each that follows, with all events that lead there; what nothing follows is an end."""
    for before, edges in life.table.items():
        ways: dict[StrEnum, list[str]] = defaultdict(list)
        for event, after in edges.items():
            ways[after].append(_told(event))
        for after, events in ways.items():
            yield f"{before or '[*]'} --> {after} : {' / '.join(events)}"
        if not edges:
            yield f"{before} --> [*]"


def _told(event: type[Event]) -> str:
    """Its name, and what it teaches."""
    learnt = ", ".join(one.name for one in fields(event) if one.name != "detail")
    return f"{event.__name__}({learnt})" if learnt else event.__name__
