"""Times and how long something lasts, as people read them."""

from datetime import datetime, timedelta, tzinfo

from domain.runtime import HALL_TIME
from domain.words import Text, Verbatim


def lasting(time: timedelta) -> Text:
    """How long, for people."""
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return Text(" {days} 天 {hours} 小时", days=days, hours=hours) if hours else Text(" {days} 天", days=days)
    if hours:
        return Text(" {hours} 小时 {minutes} 分钟", hours=hours, minutes=minutes)
    return Text(" {minutes} 分钟", minutes=minutes)


def since(time: datetime, now: datetime) -> Text:
    """A time, in the zone of `now`, and how long ago that is."""
    return Text("{at} 起，已{lasting}", at=at(time, now.tzinfo), lasting=lasting(now - time))


def at(time: datetime, zone: tzinfo | None) -> Text:
    """Day and time."""
    here = time.astimezone(zone)
    day = Text("{month}月{day}日", month=here.month, day=here.day)
    return Text("{day} {time:%H:%M}", day=day, time=here)


def short(time: datetime, now: datetime) -> Text:
    """A time of the hall's as one says it today: another day by its name or date."""
    here, today = time.astimezone(HALL_TIME), now.astimezone(HALL_TIME).date()
    if here.date() == today:
        return Verbatim(f"{here:%H:%M}")
    if here.date() == today + timedelta(days=1):
        return Text("明天 {time:%H:%M}", time=here)
    return at(time, HALL_TIME)
