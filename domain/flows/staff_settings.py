"""设置: what staff take out of service, logs that go to a stick, and the end of the program."""

from dataclasses import replace

from domain.flows import staff_desk
from domain.flows.engine import Screen
from domain.flows.steps import Settings, Suspend
from domain.flows.visit import Visit
from domain.words import NOTHING, Text

SUSPEND = "suspend"
"""The outcome that leads to taking something out of service."""
ROWS = {
    "staff.settings": Screen(
        Settings(Text("设置"), (SUSPEND, *staff_desk.others(staff_desk.SETTINGS))),
        {SUSPEND: "staff.suspend", **staff_desk.ways(staff_desk.SETTINGS)},
        "S29",
        "staff",
    ),
    "staff.suspend": Screen(Suspend(Text("停用")), {"suspended": "staff.settings"}, "S30", "staff"),
}


def suspending(visit: Visit, what: str) -> Visit:
    """A visit that goes on to taking something out of service, by its id."""
    return replace(visit, business=replace(visit.on_duty, suspending=what, remark=NOTHING))
