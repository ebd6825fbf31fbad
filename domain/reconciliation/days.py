"""Which moments a day's bill is about, and when it can be there."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from domain.runtime import HALL_TIME

READY = time(10)
"""When the bill of a day is there on the next one, by all networks' word."""
EDGE = timedelta(minutes=10)
"""How near to the end of a day a payment or refund may also be on the neighbouring day's bill: two clocks."""
SURELY = timedelta(days=3)
"""How long after it should be there a bill is no longer on its way."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=30), timedelta(days=1)
"""Until a bill is asked for again (WeChat Pay, docs merchant 4013071254: every half hour), doubled each time."""
BACK = timedelta(days=30)
"""How far back bills are asked for by themselves."""


def ready(day: date) -> datetime:
    """When the bill of a day can be asked for at the earliest."""
    return datetime.combine(day + timedelta(days=1), READY, HALL_TIME)


def span(day: date, begins: timedelta) -> tuple[datetime, datetime]:
    """The first moment of a bill's day, and the first after it; `begins` as `BillSource.day_begins`."""
    since = datetime.combine(day, time(0), HALL_TIME) + begins
    return since, since + timedelta(days=1)


def homes(since: datetime, until: datetime, begins: timedelta) -> Iterator[date]:
    """The days on whose bills something may stand that happened between these two moments."""
    day = (since - EDGE - begins).astimezone(HALL_TIME).date()
    while span(day, begins)[0] <= until + EDGE:
        yield day
        day += timedelta(days=1)


def again(tries: int) -> timedelta:
    """How long to wait after so many tries in vain."""
    return min(FIRST_WAIT * (1 << min(tries - 1, 10)), LONGEST_WAIT)
