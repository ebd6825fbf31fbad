"""The first page: all terminals with their health, what waits, and what was taken today."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import charts, waiting
from bureau.desk.frame import framed
from bureau.desk.parts import Desk
from bureau.desk.routes import calls
from bureau.desk.waiting import Item
from bureau.desk.who import AtWork
from bureau.desk.words.common import ago, time
from domain.desk.fleet import TROUBLED, Health, TerminalState
from domain.desk.takings import Sum, summed
from domain.reconciliation.books import Bucket
from domain.times import lasting
from domain.words import NOTHING, Text, joined

router = APIRouter()
ICONS = {
    Health.FINE: "tick",
    Health.OFF: "clock",
    Health.DOUBT: "warning",
    Health.HEALING: "warning",
    Health.BROKEN: "cross",
    Health.SILENT: "cross",
}
LOOKS = {
    Health.FINE: "good",
    Health.OFF: "quiet",
    Health.DOUBT: "doubt",
    Health.HEALING: "doubt",
    Health.BROKEN: "bad",
    Health.SILENT: "bad",
}
A_FEW = 5


@dataclass(frozen=True, slots=True)
class Row:
    terminal: TerminalState
    icon: str
    look: str
    word: Text
    heard: Text
    late: bool
    sum: Sum
    length: float
    waiting: int


@dataclass(frozen=True, slots=True)
class Hall:
    name: str
    rows: tuple[Row, ...]
    sum: Sum


@router.get("/")
def terminals(at_work: AtWork, terminal: str = "") -> Response:
    desk, now = at_work.desk, at_work.desk.now()
    found = [one for one in desk.terminals() if one.revoked_at is None]
    gone = [one for one in desk.terminals() if one.revoked_at is not None]
    taken = desk.takings.between(charts.Span.day(now.date()).edges)
    items = waiting.items(desk)
    halls = _halls(found, charts.by_terminal(taken), items, now)
    rows = [row for hall in halls for row in hall.rows]
    chosen = next((row for row in rows if row.terminal.name == terminal), None) or _worst(rows)
    return framed(
        at_work,
        "terminals.html",
        "terminals",
        halls=halls,
        gone=[(one, time(one.revoked_at)) for one in gone if one.revoked_at],
        chosen=chosen,
        last_heard=time(chosen.terminal.heard_at) if chosen and chosen.terminal.heard_at else NOTHING,
        takes=sum(row.terminal.takes_money for row in rows),
        count=len(rows),
        troubled=sum(row.terminal.health in TROUBLED for row in rows),
        troubles=_troubles(rows),
        taken=summed(taken),
        shares=charts.by_channel(taken),
        calls=calls.rows(at_work, found),
        items=items[:A_FEW],
        waiting=len(items),
        oldest=lasting(now - items[0].since) if items else NOTHING,
        waits={item.number: lasting(now - item.since) for item in items},
        apart=_apart(desk, now),
    )


def _halls(
    found: Sequence[TerminalState], sums: dict[str, Sum], items: Sequence[Item], now: datetime
) -> tuple[Hall, ...]:
    counted = Counter(item.terminal for item in items)
    most = max((total.fen for total in sums.values()), default=0)

    def row(one: TerminalState) -> Row:
        total = sums.get(one.name, Sum())
        heard = ago(now - one.heard_at) if one.heard_at else Text("从来没有")
        word = one.word if one.word and one.health is not Health.SILENT else one.health.label
        late = one.health is Health.SILENT
        long = charts.length(total.fen, most)
        return Row(one, ICONS[one.health], LOOKS[one.health], word, heard, late, total, long, counted[one.name])

    made = []
    for name, group in groupby(sorted(found, key=lambda one: (one.hall, one.name)), lambda one: one.hall):
        rows = tuple(map(row, group))
        whole = Sum()
        for one in rows:
            whole = whole.plus(one.sum)
        made.append(Hall(name, rows, whole))
    return tuple(sorted(made, key=lambda hall: -hall.sum.fen))


def _worst(rows: Sequence[Row]) -> Row | None:
    """What is to be looked at first."""
    order = list(Health)
    return max(rows, key=lambda row: order.index(row.terminal.health), default=None)


def _troubles(rows: Sequence[Row]) -> Text:
    """What is wrong, in words, and how often."""
    counted = Counter(row.word for row in rows if row.terminal.health in TROUBLED)
    return joined("，", (Text("{word} {count}", word=word, count=count) for word, count in counted.most_common()))


def _apart(desk: Desk, now: datetime) -> tuple[int, int]:
    """How many of yesterday's payments and refunds somebody has to look at, and how many there were."""
    store = desk.parts.store
    reports = [one.since(store.cases) for one in store.reports.of(now.date() - timedelta(days=1))]
    return sum(one.unexplained for one in reports), sum(one.of(bucket).count for one in reports for bucket in Bucket)
