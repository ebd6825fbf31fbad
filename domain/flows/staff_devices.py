"""设备: how each device is, what to do about it, and a page to judge a printer by."""

from domain.flows import staff_desk
from domain.flows.engine import Screen
from domain.flows.staff_settings import SUSPEND
from domain.flows.steps import Devices
from domain.words import Text

ROWS = {
    "staff.devices": Screen(
        Devices(Text("设备"), (SUSPEND, *staff_desk.others(staff_desk.DEVICES))),
        {SUSPEND: "staff.suspend", **staff_desk.ways(staff_desk.DEVICES)},
        "S32",
        "staff",
    ),
}
