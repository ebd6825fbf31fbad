"""The time of the hall and of all three networks: 北京时间, without summer time."""

from datetime import timedelta, timezone

HALL_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
