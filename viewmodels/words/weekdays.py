"""The days of the week, as calendars head their columns."""

from domain.words import Text

WEEKDAYS = (Text("一"), Text("二"), Text("三"), Text("四"), Text("五"), Text("六"), Text("日"))
"""Monday first, as `date.weekday` counts."""
