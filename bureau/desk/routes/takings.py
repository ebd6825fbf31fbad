"""What was taken, of a day or a month: by channel and time, by channel, and by hall."""

from datetime import date, timedelta

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import charts
from bureau.desk.frame import framed
from bureau.desk.who import AtWork
from bureau.desk.words import common
from domain.desk.takings import summed
from domain.words import Text

router = APIRouter()


@router.get("/takings")
def takings(at_work: AtWork, day: date | None = None, by: str = "day") -> Response:
    desk, now = at_work.desk, at_work.desk.now()
    shown = max(min(day or now.date(), now.date()), common.EARLIEST)
    monthly = by == "month"
    span = charts.Span.month(shown) if monthly else charts.Span.day(shown)
    taken = desk.takings.between(span.edges)
    before, after = _neighbours(shown, monthly)
    return framed(
        at_work,
        "takings.html",
        "takings",
        by="month" if monthly else "day",
        day=shown,
        told=Text("{year}年{month}月", year=shown.year, month=shown.month) if monthly else common.whole_day(shown),
        before=before,
        after=after if after <= now.date() else None,
        today=now.date(),
        labels=span.labels,
        lanes=charts.lanes(taken, span, now),
        whole=summed(taken),
        channels=charts.by_channel(taken),
        halls=charts.by_hall(taken, desk.terminals()),
    )


def _neighbours(shown: date, monthly: bool) -> tuple[date, date]:
    """The day, or month, before and after."""
    if not monthly:
        return shown - timedelta(days=1), shown + timedelta(days=1)
    first = shown.replace(day=1)
    return (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=32)).replace(day=1)
